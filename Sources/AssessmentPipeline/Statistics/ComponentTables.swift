internal import AssessmentCore
internal import AssessmentStatistics

/// The principal components of nodes, on the units that have a number for each.
///
/// Source: I. T. Jolliffe (2002), Principal Component Analysis; as R's `prcomp`, up to the sign of a component.
struct ComponentTables {
    private let source: StatisticsSource
    private let quantity: StatisticsRequest.Quantity
    private let nodes: [String]
    private let basis: StatisticsRequest.Basis

    init(
        _ source: StatisticsSource, _ quantity: StatisticsRequest.Quantity, _ nodes: [String],
        _ basis: StatisticsRequest.Basis
    ) {
        self.source = source
        self.quantity = quantity
        self.nodes = nodes
        self.basis = basis
    }

    /// The tables by their ids: the variances of the components, the components as vectors of length 1, and the loadings.
    func tables(_ ids: [String]) throws -> [StatisticsTable] {
        let numbers = nodes.map { source.numbers(of: $0, quantity) }
        let complete = source.rows.indices.filter { place in numbers.allSatisfy { !$0[place].isNaN } }
        let found = try components(numbers.map { own in complete.map { own[$0] } })
        let names = nodes.indices.map { "PC\($0 + 1)" }
        let own = StatisticsWording.name(quantity)
        func table(
            _ place: Int, _ zh: String, _ en: String, rows: [String], columns: [String], values: [[Double?]],
            remarks: [BilingualText] = []
        ) -> StatisticsTable {
            StatisticsTable(
                id: ids.indices.contains(place) ? ids[place] : "",
                title: BilingualText(zh: "\(zh)（\(own.zh)）", en: "\(en) of \(own.en)"), rows: rows, columns: columns,
                values: values, remarks: remarks)
        }
        let variances = names.indices.map { place -> [Double?] in
            guard let found else { return [nil, nil, nil, nil] }
            let eigenvalue = found.eigenvalues[place]
            return [
                eigenvalue, eigenvalue.squareRoot(), found.explainedShares[place], found.cumulativeShares[place],
            ]
        }
        func cells(_ matrix: Matrix?) -> [[Double?]] {
            nodes.indices.map { row in names.indices.map { column in matrix?[row, column] } }
        }
        return [
            table(
                0, "主成分", "Principal components", rows: names,
                columns: ["eigenvalue", "standard_deviation", "share", "cumulative_share"], values: variances,
                remarks: remarks(found, complete.count)),
            table(
                1, "主成分向量", "Vectors of the principal components", rows: nodes, columns: names,
                values: cells(found?.vectors)),
            table(
                2, "主成分载荷", "Loadings of the principal components", rows: nodes, columns: names,
                values: cells(found?.loadings)),
        ]
    }

    /// The components; nothing where they cannot be taken of these data, for which the specification is not to blame.
    private func components(_ numbers: [[Double]]) throws -> PrincipalComponents? {
        do throws(StatisticsError) {
            return try PrincipalComponents(
                Matrix(columnArrays: numbers), basis: basis == .correlation ? .correlation : .covariance)
        } catch {
            switch error {
            case .tooFewRows, .tooFewColumns, .constantColumn: return nil
            default: throw StatisticsRefusal(text: error.description)
            }
        }
    }

    private func remarks(_ found: PrincipalComponents?, _ complete: Int) -> [BilingualText] {
        var remarks: [BilingualText] = []
        if complete < source.rows.count {
            let all = source.rows.count
            remarks.append(
                BilingualText(
                    zh: "只用了数据齐全的\(complete)个单位（共\(all)个）",
                    en: "On the \(complete) of \(all) units that have a number for each node"))
        }
        guard let found else {
            return remarks + [
                BilingualText(
                    zh: "主成分无法计算：数据齐全的单位不足，或有一列没有变化",
                    en: "There are no components: too few units are complete, or a column does not vary")
            ]
        }
        let large = found.eigenvalues.count { $0 > 1 }
        if basis == .correlation, large > 0 {
            let share = StatisticsWording.percent(found.cumulativeShares[large - 1])
            remarks.append(
                BilingualText(
                    zh: "特征值大于1的主成分有\(large)个，合计解释\(share)的方差",
                    en: large == 1
                        ? "One component has an eigenvalue above 1; it explains \(share) of the variance"
                        : "\(large) components have an eigenvalue above 1; they explain \(share) of the variance"))
        }
        return remarks
    }
}
