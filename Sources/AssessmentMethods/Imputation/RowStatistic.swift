internal import AssessmentCore
internal import AssessmentStatistics

/// What the imputations from the other indicators of the same unit and period share: the values of a row, brought to
/// one scale, are put together and turned back.
struct RowStatistic: Sendable {
    let name: BilingualText
    let of: @Sendable ([Double]) -> Double?

    static let mean = RowStatistic(name: BilingualText(zh: "平均数", en: "mean")) { Moments.mean($0) }
    static let median = RowStatistic(name: BilingualText(zh: "中位数", en: "median")) { Quantiles.median($0) }

    /// The parameter that says whether the columns are brought to one scale first.
    static let normalised = Parameter(
        "normalised",
        BilingualText(
            zh: "先把各列按方向在参照组内作极差标准化，取值后再还原为本列单位；否则直接取各列原值",
            en:
                "Brings each column to 0 to 1 over the reference set, more being better, and the result back into the unit of the column; otherwise takes the columns as they are"
        ),
        .flag, default: .flag(true))

    /// Prepares the work for a column and its companions.
    ///
    /// - Throws: `MethodError` where there are no companions or no reference set.
    func prepare(_ input: ColumnInput, by method: String) throws -> any ColumnKernel {
        guard !input.companions.isEmpty else {
            throw MethodError(
                "\(method): it reads the other indicators below the same node, and there are none; choose an "
                    + "imputation that reads the indicator itself, such as mean")
        }
        let references = try input.requiredReferences(by: method)
        let isNormalised = input.parameters.flag("normalised") ?? true
        let directions = [input.direction] + input.companions
        let rowCount = input.panel.rowCount
        let name = name
        return ArrayKernel(
            rowCount: rowCount,
            remark: { values, results in
                ImputedCells.remarks(values, results) { row in
                    let count = directions.indices.dropFirst().count { column in
                        let index = column * rowCount + row
                        return values.indices.contains(index) && values[index].isFinite
                    }
                    let scale =
                        isNormalised
                        ? BilingualText(zh: "，标准化后还原", en: ", normalised and turned back")
                        : BilingualText(zh: "", en: "")
                    return BilingualText(
                        zh: "同单位同期另\(count)项指标值的\(name.zh)\(scale.zh)",
                        en: "\(name.en) of the \(count) other \(count == 1 ? "value" : "values") of the unit in the "
                            + "period\(scale.en)")
                }
            },
            compute: { values in
                isNormalised
                    ? normalised(values, rowCount, directions, references) : plain(values, rowCount, directions.count)
            })
    }

    /// The statistic of the companions as they are.
    private func plain(_ values: [Double], _ rowCount: Int, _ columns: Int) -> [Double] {
        guard values.count >= rowCount * columns else { return values }
        return (0..<rowCount).map { row in
            guard values[row].isNaN else { return values[row] }
            return of((1..<columns).map { values[$0 * rowCount + row] }.filter(\.isFinite)) ?? .nan
        }
    }

    /// The statistic of the companions on a scale from 0 to 1, in the unit of the column.
    private func normalised(
        _ values: [Double], _ rowCount: Int, _ directions: [Direction], _ references: ReferenceSets
    ) -> [Double] {
        guard values.count >= rowCount * directions.count else { return values }
        // For each set and column the worst and the best, with the sign turned where less is better.
        let extents = references.members.indices.map { set in
            directions.enumerated().map { column, direction -> (low: Double, high: Double)? in
                let numbers = references.numbers(ofSet: set, in: values, from: column * rowCount)
                    .map { $0 * direction.sign }
                guard let low = numbers.min(), let high = numbers.max() else { return nil }
                return (low, high)
            }
        }
        return (0..<rowCount).map { row in
            guard values[row].isNaN else { return values[row] }
            guard references.setOfRow.indices.contains(row), extents.indices.contains(references.setOfRow[row])
            else { return .nan }
            let own = extents[references.setOfRow[row]]
            guard let extent = own[0] else { return .nan }
            let shares = directions.indices.dropFirst().compactMap { column -> Double? in
                let value = values[column * rowCount + row]
                // A companion that does not vary says nothing about where the unit stands.
                guard value.isFinite, let (low, high) = own[column], low < high else { return nil }
                return (value * directions[column].sign - low) / (high - low)
            }
            guard let share = of(shares) else { return .nan }
            return (share * (extent.high - extent.low) + extent.low) * directions[0].sign
        }
    }
}
