internal import AssessmentCore
internal import AssessmentStatistics

/// The results of a run as statistics read them: the numbers of nodes in the rows that count.
struct StatisticsSource {
    let specification: Specification
    let ledger: Ledger
    /// The rows that count: those of the assessed period, or every one.
    let rows: [Int]
    private let catalogue: Catalogue
    private let data: CollectedData
    private let nodes: [String: FrameworkNode]
    private let parents: [String: String]
    /// Whether more of the score of a node is better, where the node above has been told.
    private let directionsOfScores: [String: Direction]

    init(
        _ specification: Specification, catalogue: Catalogue, data: CollectedData, ledger: Ledger, ofEveryPeriod: Bool
    ) {
        self.specification = specification
        self.catalogue = catalogue
        self.data = data
        self.ledger = ledger
        let assessed = ledger.panel.periods.firstIndex(of: specification.period).map {
            ledger.panel.rows(ofPeriodAt: $0)
        }
        rows = Array(ofEveryPeriod ? ledger.panel.rows : assessed ?? 0..<0)
        let subtree = specification.framework.subtree
        nodes = Dictionary(subtree.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        parents = Dictionary(
            subtree.flatMap { node in node.children.map { ($0.id, node.id) } }, uniquingKeysWith: { first, _ in first })
        var directions: [String: Direction] = [:]
        for entry in ledger.entries {
            guard case .aggregated(let aggregated) = entry.detail else { continue }
            for (child, direction) in zip(aggregated.children, aggregated.directions) { directions[child] = direction }
        }
        directionsOfScores = directions
    }

    /// The root of the framework.
    var root: FrameworkNode { specification.framework }

    /// A node by its id.
    func node(_ id: String) -> FrameworkNode? { nodes[id] }

    /// The id of the node above.
    func parent(of node: String) -> String? { parents[node] }

    /// The ids from the root down to a node.
    func path(to node: String) -> [String] {
        var path = [node]
        while let last = path.last, let parent = parents[last], !path.contains(parent) { path.append(parent) }
        return path.reversed()
    }

    /// The name of a node; its id where there is none.
    func name(_ node: String) -> BilingualText { nodes[node]?.name ?? BilingualText(same: node) }

    /// The column of a node; nothing where it has no such numbers.
    func column(of node: String, _ quantity: StatisticsRequest.Quantity) -> Column? {
        switch quantity {
        case .values: ledger.values(of: node)
        case .treated: ledger.treatedValues(of: node)
        case .scores: ledger.scores(of: node)
        }
    }

    /// The numbers of a node in the rows that count; NaN where there is none.
    func numbers(of node: String, _ quantity: StatisticsRequest.Quantity) -> [Double] {
        numbers(column(of: node, quantity))
    }

    /// The numbers of a variable in the rows that count; nothing where the data do not hold the variable.
    func numbers(ofVariable id: String) -> [Double]? {
        if let collected = data.variables[id] { return numbers(collected.column) }
        let variable =
            catalogue.variables[id]
            ?? Variable(
                id: id, name: BilingualText(same: id), definition: BilingualText(same: id),
                unitOfMeasure: UnitOfMeasure(BilingualText(same: "")), reportedBy: BilingualText(same: ""))
        return numbers(Collection(data, panel: ledger.panel).column(of: variable).column)
    }

    /// The name of a variable; its id where there is none.
    func name(ofVariable id: String) -> BilingualText { catalogue.variables[id]?.name ?? BilingualText(same: id) }

    private func numbers(_ column: Column?) -> [Double] {
        guard let column else { return [Double](repeating: .nan, count: rows.count) }
        return rows.map { column.values.indices.contains($0) ? column.values[$0] : .nan }
    }

    /// Whether more of what a node has is better.
    func direction(of node: String, _ quantity: StatisticsRequest.Quantity) -> Direction {
        if quantity == .scores { return directionsOfScores[node] ?? .higherIsBetter }
        guard let found = nodes[node] else { return .higherIsBetter }
        let own = found.measure.flatMap { catalogue.indicators[$0.indicator]?.description.direction }
        return found.direction ?? own ?? .higherIsBetter
    }

    /// Whether two nodes point the same way, so that a correlation above zero means that they agree.
    func pointSameWay(_ first: String, _ second: String, _ quantity: StatisticsRequest.Quantity) -> Bool {
        direction(of: first, quantity) == direction(of: second, quantity)
    }

    /// The unit of a row with the period where rows of several count.
    func name(ofRow row: Int) -> String {
        let code = ledger.panel.unit(ofRow: row).code
        return rows.count > ledger.panel.units.count ? "\(code) \(ledger.panel.period(ofRow: row))" : code
    }
}

/// Words and numbers that several statistics use.
enum StatisticsWording {
    /// What numbers of nodes are called.
    static func name(_ quantity: StatisticsRequest.Quantity) -> BilingualText {
        switch quantity {
        case .values: BilingualText(zh: "指标值", en: "values")
        case .treated: BilingualText(zh: "处理后的指标值", en: "treated values")
        case .scores: BilingualText(zh: "得分", en: "scores")
        }
    }

    /// What a coefficient is called.
    static func name(_ coefficient: StatisticsRequest.Coefficient) -> BilingualText {
        switch coefficient {
        case .pearson: BilingualText(zh: "皮尔逊", en: "Pearson")
        case .spearman: BilingualText(zh: "斯皮尔曼", en: "Spearman")
        case .kendall: BilingualText(zh: "肯德尔", en: "Kendall")
        }
    }

    /// A number in a sentence.
    static func text(_ number: Double) -> String { DecimalRounding.text(number, decimals: 2) }

    /// A share in a sentence, in per cent.
    static func percent(_ share: Double) -> String { DecimalRounding.text(100 * share, decimals: 1) + "%" }

    /// Two nodes in a sentence.
    static func pair(_ first: BilingualText, _ second: BilingualText) -> BilingualText {
        BilingualText(zh: "“\(first.zh)”与“\(second.zh)”", en: "‘\(first.en)’ and ‘\(second.en)’")
    }

    /// A quotation of a name.
    static func quoted(_ name: BilingualText) -> BilingualText {
        BilingualText(zh: "“\(name.zh)”", en: "‘\(name.en)’")
    }
}

extension StatisticsRequest.Coefficient {
    /// The method that computes it.
    var method: CorrelationMethod {
        switch self {
        case .pearson: .pearson
        case .spearman: .spearman
        case .kendall: .kendall
        }
    }
}
