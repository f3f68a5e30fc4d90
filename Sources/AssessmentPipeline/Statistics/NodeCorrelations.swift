internal import AssessmentCore
internal import AssessmentStatistics

/// The correlations of nodes with each other, or with those beside them, each on the units that have both.
///
/// Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 4; W. Becker and others (2022), COINr,
/// Journal of Open Source Software 7(78), 4567.
struct NodeCorrelations {
    private let source: StatisticsSource
    private let quantity: StatisticsRequest.Quantity
    private let coefficient: StatisticsRequest.Coefficient
    private let rows: [String]
    private let columns: [String]
    private let results: [[CorrelationResult?]]

    init(
        _ source: StatisticsSource, _ quantity: StatisticsRequest.Quantity,
        _ coefficient: StatisticsRequest.Coefficient, _ nodes: [String], _ beside: [String]
    ) throws {
        self.source = source
        self.quantity = quantity
        self.coefficient = coefficient
        rows = nodes
        columns = beside.isEmpty ? nodes : beside
        let numbers = nodes.map { source.numbers(of: $0, quantity) }
        if beside.isEmpty {
            let matrix = try CorrelationMatrix(names: nodes, variables: numbers, method: coefficient.method)
            results = nodes.indices.map { row in nodes.indices.map { matrix[row, $0] } }
        } else {
            let others = beside.map { source.numbers(of: $0, quantity) }
            results = numbers.map { own in others.map { Correlation.compute(own, $0, coefficient.method) } }
        }
    }

    /// The table of coefficients; without those whose probability is above a limit.
    func coefficients(_ id: String, _ limit: Double?) -> StatisticsTable {
        let (own, name) = (StatisticsWording.name(quantity), StatisticsWording.name(coefficient))
        var remarks = contradictions(limit ?? 0.05)
        if let limit {
            let text = StatisticsWording.text(limit)
            remarks.insert(
                BilingualText(
                    zh: "只列p值不高于\(text)的相关系数", en: "Only coefficients with a p-value up to \(text) are given"),
                at: 0)
        }
        return StatisticsTable(
            id: id,
            title: BilingualText(zh: "\(name.zh)相关系数（\(own.zh)）", en: "\(name.en) correlations of \(own.en)"),
            rows: rows, columns: columns,
            values: zip(rows, results).map { row, results in
                zip(columns, results).map { column, result in
                    guard let result, let limit, row != column else { return result?.coefficient }
                    return result.pValue.map { $0 <= limit } ?? false ? result.coefficient : nil
                }
            }, remarks: remarks)
    }

    /// The table of probabilities.
    func probabilities(_ id: String) -> StatisticsTable {
        let (own, name) = (StatisticsWording.name(quantity), StatisticsWording.name(coefficient))
        return StatisticsTable(
            id: id,
            title: BilingualText(
                zh: "\(name.zh)相关系数的p值（\(own.zh)）", en: "P-values of \(name.en) correlations of \(own.en)"),
            rows: rows, columns: columns, values: results.map { $0.map { $0?.pValue } })
    }

    /// The pairs of one pillar that go against each other although both count for it.
    private func contradictions(_ limit: Double) -> [BilingualText] {
        var remarks: [BilingualText] = []
        for (row, first) in rows.enumerated() {
            for (column, second) in columns.enumerated() {
                if rows == columns, column <= row { continue }
                guard let parent = source.parent(of: first), parent == source.parent(of: second), first != second,
                    let result = results[row][column], let probability = result.pValue, probability <= limit
                else { continue }
                let agreement = source.pointSameWay(first, second, quantity) ? result.coefficient : -result.coefficient
                guard agreement < 0 else { continue }
                let pair = StatisticsWording.pair(source.name(first), source.name(second))
                let (pillar, text) = (source.name(parent), StatisticsWording.text(result.coefficient))
                remarks.append(
                    BilingualText(
                        zh: "\(pair.zh)同属“\(pillar.zh)”却方向相悖（相关系数\(text)）",
                        en: "\(pair.en) both belong to ‘\(pillar.en)’ and go against each other (correlation \(text))"))
            }
        }
        return remarks
    }
}
