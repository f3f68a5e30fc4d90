internal import AssessmentCore

/// What of the ledger open data show, cell by cell, with the suppressed ones left blank. Every file reads from here.
struct PublishedCells {
    /// A number with what became of it.
    struct Cell {
        let number: Double?
        let state: String
        let reason: String
        let status: ObservationStatus

        static let suppressed = Cell(number: nil, state: "suppressed", reason: "", status: .suppressed)
    }

    /// The words for what became of a cell.
    static let states = CellState.allCases.map(\.rawValue) + ["suppressed"]

    let assessment: CompletedAssessment
    let suppression: Suppression
    /// The nodes, each before those below it.
    let nodes: [FrameworkNode]
    /// The node above each, by id.
    let parents: [String: String]
    private let breaks: [String: [Period]]

    init(_ assessment: CompletedAssessment, suppressBelow threshold: Double) {
        self.assessment = assessment
        suppression = Suppression(assessment, below: threshold)
        nodes = assessment.root.subtree
        parents = Dictionary(
            nodes.flatMap { node in node.children.map { ($0.id, node.id) } }, uniquingKeysWith: { first, _ in first })
        breaks = Dictionary(
            nodes.map { ($0.id, assessment.seriesBreaks(of: $0).map(\.from)) }, uniquingKeysWith: { first, _ in first })
    }

    /// The rows of the panel in order.
    var rows: Range<Int> { assessment.ledger.panel.rows }

    /// What an indicator measures.
    func indicator(of node: FrameworkNode) -> IndicatorDescription? {
        node.measure.flatMap { assessment.catalogue.indicators[$0.indicator]?.description }
    }

    /// The value of a node; nothing where the node measures nothing.
    func value(_ node: FrameworkNode, _ row: Int) -> Cell? {
        guard let column = assessment.ledger.knownValues(of: node.id) else { return nil }
        if suppression[.value, node.id, row] != nil { return .suppressed }
        let isBreak = breaks[node.id]?.contains(assessment.ledger.panel.period(ofRow: row)) == true
        return Cell(
            number: column[row], state: column.states[row].rawValue, reason: column.reasons[row]?.rawValue ?? "",
            status: .ofValue(column.states[row], column.reasons[row], isBreak: isBreak))
    }

    /// The score of a node; nothing where the node is not scored.
    func score(_ node: FrameworkNode, _ row: Int) -> Cell? {
        guard let column = assessment.ledger.scores(of: node.id) else { return nil }
        if suppression[.score, node.id, row] != nil { return .suppressed }
        return Cell(
            number: column[row], state: column.states[row].rawValue, reason: column.reasons[row]?.rawValue ?? "",
            status: .ofScore(column.states[row], column.reasons[row]))
    }

    /// The score of a node as reports print it.
    func printedScore(_ node: FrameworkNode, _ row: Int) -> Double? {
        suppression[.score, node.id, row] == nil ? assessment.printedScore(of: node, row: row) : nil
    }

    /// The rank of a node within its peer group, with the number of ranked units.
    func rank(_ node: FrameworkNode, _ row: Int) -> (rank: Int, of: Int)? {
        suppression[.rank, node.id, row] == nil && suppression[.score, node.id, row] == nil
            ? assessment.ledger.rank(of: node.id, row: row) : nil
    }

    /// The grade of a node.
    func grade(_ node: FrameworkNode, _ row: Int) -> BilingualText? {
        suppression[.score, node.id, row] == nil ? assessment.ledger.grade(of: node.id, row: row)?.name : nil
    }

    /// The light of a node, which shows its score or the value behind it.
    func light(_ node: FrameworkNode, _ row: Int) -> Light.Colour? {
        suppression[.score, node.id, row] == nil && suppression[.value, node.id, row] == nil
            ? assessment.ledger.light(of: node.id, row: row) : nil
    }

    /// The target of a node; one that follows from the values of all goes with the value.
    func target(_ node: FrameworkNode, _ row: Int) -> Double? {
        if case .shared? = node.measure?.target, suppression[.value, node.id, row] != nil { return nil }
        return assessment.target(of: node.id, row: row)?.value
    }
}
