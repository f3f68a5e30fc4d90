public import AssessmentCore
internal import AssessmentStatistics

/// Nearest neighbours: the mean of the k units that are most like the unit in the other indicators.
///
/// With z = (x − mean) / s of each other indicator over the reference set (s with n − 1), the distance of two rows is
/// √(m / p · Σ (z − z′)²) over the p of m indicators that both have; value = Σ x / k over the k nearest rows with a
/// value. Rows as near as the k-th all count, so that the order of the units decides nothing.
/// Source: O. Troyanskaya et al. (2001), Missing value estimation methods for DNA microarrays, Bioinformatics 17,
/// 520–525; the distance with missing values after J. K. Dixon (1979), Pattern recognition with partly missing data,
/// IEEE Transactions on Systems, Man and Cybernetics 9, 617–621.
public struct NearestNeighbourImputation: Imputation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "nearest_neighbour",
            name: BilingualText(zh: "最近邻插补", en: "Nearest neighbours"),
            summary: BilingualText(
                zh: "以参照组内其他指标标准化后欧氏距离最近的若干单位的平均数插补；与第k名同样近的都计入",
                en:
                    "The mean of the units of the reference set that are nearest in the other indicators, standardised; units as near as the last one all count"
            ),
            source:
                "Troyanskaya et al. (2001), Bioinformatics 17, 520–525; Dixon (1979), IEEE Transactions on Systems, "
                + "Man and Cybernetics 9, 617–621",
            formula:
                "the mean of the k units with the smallest √Σ z², z the standardised differences of the other indicators",
            parameters: [
                Parameter(
                    "neighbours", BilingualText(zh: "取几个最近的单位", en: "How many nearest units"),
                    .number(atLeast: 1), default: .number(5))
            ])
    }

    /// Neighbours are sought in the reference set.
    public var needsReference: Bool { true }
    /// It reads the other indicators below the same node.
    public var needsCompanions: Bool { true }

    /// Prepares the work on a column and its companions.
    ///
    /// - Throws: `MethodError` where there are no companions, no reference set, or no whole number of neighbours.
    public func prepare(_ input: ColumnInput) throws -> any ColumnKernel {
        guard !input.companions.isEmpty else {
            throw MethodError(
                "nearest_neighbour: it reads the other indicators below the same node, and there are none; choose an "
                    + "imputation that reads the indicator itself, such as mean")
        }
        guard let number = input.parameters.number("neighbours"), let count = Int(exactly: number), count >= 1 else {
            throw MethodError("nearest_neighbour: ‘neighbours’ must be one whole number from 1 on, the same for all")
        }
        let search = NeighbourSearch(
            count: count, companions: input.companions.count, panel: input.panel,
            references: try input.requiredReferences(by: description.id))
        let panel = input.panel
        return ArrayKernel(
            rowCount: panel.rowCount,
            remark: { values, results in
                let scaled = search.standardised(values)
                return ImputedCells.remarks(values, results) { row in
                    let names = search.neighbours(of: row, values, scaled).map { neighbour in
                        let unit = panel.unit(ofRow: neighbour).name
                        let period = panel.period(ofRow: neighbour)
                        return period == panel.period(ofRow: row)
                            ? unit : BilingualText(zh: "\(unit.zh)\(period)年", en: "\(unit.en) in \(period)")
                    }
                    return BilingualText(
                        zh: "近邻：\(names.map(\.zh).joined(separator: "、"))",
                        en: "neighbours: \(names.map(\.en).joined(separator: ", "))")
                }
            },
            compute: { values in
                let scaled = search.standardised(values)
                return panel.rows.map { row in
                    guard values.indices.contains(row) else { return .nan }
                    guard values[row].isNaN else { return values[row] }
                    return Moments.mean(search.neighbours(of: row, values, scaled).map { values[$0] }) ?? .nan
                }
            })
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "取最近的一个", en: "The nearest one"),
                values: [10, 20, 90, nil], companions: [[1, 2, 9, 3]], parameters: ["neighbours": .number(1)],
                expected: [10, 20, 90, 20]),
            ColumnExample(
                BilingualText(zh: "取最近的两个：(10＋20)÷2", en: "The nearest two: (10 + 20) / 2"),
                values: [10, 20, 90, nil], companions: [[1, 2, 9, 3]], parameters: ["neighbours": .number(2)],
                expected: [10, 20, 90, 15]),
            ColumnExample(
                BilingualText(zh: "同样近的都计入", en: "Units as near as the last one all count"),
                values: [10, 30, 90, nil], companions: [[1, 3, 9, 2]], parameters: ["neighbours": .number(1)],
                expected: [10, 30, 90, 20]),
            ColumnExample(
                BilingualText(zh: "其他指标也缺失则不插补", en: "Nothing where the others are missing too"),
                values: [10, 30, nil], companions: [[1, 3, nil]], expected: [10, 30, nil]),
        ]
    }
}

/// Finds the rows that are nearest to one.
private struct NeighbourSearch: Sendable {
    let count: Int
    let companions: Int
    let panel: Panel
    let references: ReferenceSets

    /// The companions of each row less their mean over the reference set of the row, over their standard deviation.
    ///
    /// A companion that does not vary tells no rows apart and is NaN. The lists run by set, then companion, then row:
    /// where the sets rest on one period, rows of others are standardised by that period too.
    func standardised(_ values: [Double]) -> [[[Double]]] {
        references.members.indices.map { set in
            (1...max(1, companions)).map { column in
                let numbers = references.numbers(ofSet: set, in: values, from: column * panel.rowCount)
                guard let mean = Moments.mean(numbers), let spread = Moments.standardDeviation(numbers), spread > 0
                else { return [Double](repeating: .nan, count: panel.rowCount) }
                return panel.rows.map { row in
                    let index = column * panel.rowCount + row
                    guard values.indices.contains(index), values[index].isFinite else { return .nan }
                    return (values[index] - mean) / spread
                }
            }
        }
    }

    /// The nearest rows with a value, nearest first.
    func neighbours(of row: Int, _ values: [Double], _ scaled: [[[Double]]]) -> [Int] {
        guard references.setOfRow.indices.contains(row) else { return [] }
        let set = references.setOfRow[row]
        guard references.members.indices.contains(set), scaled.indices.contains(set) else { return [] }
        let candidates = references.members[set].compactMap { other -> (row: Int, distance: Double)? in
            guard other != row, values.indices.contains(other), values[other].isFinite,
                let distance = distance(row, other, scaled[set])
            else { return nil }
            return (other, distance)
        }.sorted { ($0.distance, $0.row) < ($1.distance, $1.row) }
        guard let last = candidates.prefix(count).last else { return [] }
        // Rows equally near on paper may differ in the last bits, once their values are standardised.
        let reach = last.distance * (1 + 1e-12)
        return candidates.filter { $0.distance <= reach }.map(\.row)
    }

    private func distance(_ left: Int, _ right: Int, _ scaled: [[Double]]) -> Double? {
        var squares = 0.0
        var shared = 0
        for column in scaled where !column[left].isNaN && !column[right].isNaN {
            squares += (column[left] - column[right]) * (column[left] - column[right])
            shared += 1
        }
        guard shared > 0 else { return nil }
        return (squares / Double(shared) * Double(scaled.count)).squareRoot()
    }
}
