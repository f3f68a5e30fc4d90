internal import AssessmentCore
internal import AssessmentStatistics

/// The pairs of nodes that say the same, and those that contradict each other.
///
/// A correlation counts with its sign turned where one of the two is better when it is lower. Source: W. Becker and
/// others (2022), COINr, Journal of Open Source Software 7(78), 4567; OECD/JRC (2008), Handbook on Constructing
/// Composite Indicators, step 4.
struct CollinearPairs {
    private let source: StatisticsSource
    private let quantity: StatisticsRequest.Quantity
    private let coefficient: StatisticsRequest.Coefficient
    private let nodes: [String]
    private let limits: StatisticsRequest.CollinearityLimits

    init(
        _ source: StatisticsSource, _ quantity: StatisticsRequest.Quantity,
        _ coefficient: StatisticsRequest.Coefficient, _ nodes: [String],
        _ limits: StatisticsRequest.CollinearityLimits
    ) {
        self.source = source
        self.quantity = quantity
        self.coefficient = coefficient
        self.nodes = nodes
        self.limits = limits
    }

    /// The table: a row a pair, in the order of the nodes.
    func table(_ id: String) throws -> StatisticsTable {
        let matrix = try CorrelationMatrix(
            names: nodes, variables: nodes.map { source.numbers(of: $0, quantity) }, method: coefficient.method)
        var (rows, values, remarks): ([String], [[Double?]], [BilingualText]) = ([], [], [])
        for row in nodes.indices {
            for column in nodes.indices.dropFirst(row + 1) {
                let (first, second) = (nodes[row], nodes[column])
                guard compares(first, second), let result = matrix[row, column] else { continue }
                let agreement = source.pointSameWay(first, second, quantity) ? result.coefficient : -result.coefficient
                let saysTheSame = agreement > limits.above
                guard saysTheSame || limits.opposedBelow.map({ agreement < $0 }) ?? false else { continue }
                rows.append("\(first) – \(second)")
                values.append([result.coefficient, result.pValue, Double(result.count)])
                remarks.append(remark(first, second, result.coefficient, saysTheSame: saysTheSame))
            }
        }
        let (own, name) = (StatisticsWording.name(quantity), StatisticsWording.name(coefficient))
        return StatisticsTable(
            id: id,
            title: BilingualText(
                zh: "共线或相悖的组合（\(own.zh)，\(name.zh)相关系数）",
                en: "Pairs that say the same or contradict each other (\(name.en) correlations of \(own.en))"),
            rows: rows, columns: ["correlation", "p_value", "units"], values: values, remarks: remarks)
    }

    private func compares(_ first: String, _ second: String) -> Bool {
        switch limits.scope {
        case .everywhere: return true
        case .sameParent:
            guard let parent = source.parent(of: first) else { return false }
            return parent == source.parent(of: second)
        case .sameAncestor(let depth):
            let (one, other) = (source.path(to: first), source.path(to: second))
            // A node is not compared with the one that it is formed from.
            guard depth >= 0, one.count > depth + 1, other.count > depth + 1 else { return false }
            return one[depth] == other[depth] && !one.contains(second) && !other.contains(first)
        }
    }

    private func remark(_ first: String, _ second: String, _ number: Double, saysTheSame: Bool) -> BilingualText {
        let pair = StatisticsWording.pair(source.name(first), source.name(second))
        let text = StatisticsWording.text(number)
        return saysTheSame
            ? BilingualText(
                zh: "\(pair.zh)高度相关（\(text)），可能重复计入", en: "\(pair.en) say nearly the same (correlation \(text))")
            : BilingualText(
                zh: "\(pair.zh)相悖（\(text)），汇总时相互抵消", en: "\(pair.en) contradict each other (correlation \(text))")
    }
}
