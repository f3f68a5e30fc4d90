internal import AssessmentCore
public import AssessmentExporters

/// How a run that is to take the place of the published one differs from it, and what of that was not decided.
///
/// Decided is what lies in the unit of an upheld objection: at the nodes that it is about, below them, and above them save for
/// decisions there, which an objection at that level alone gives reason for. What merely follows from other cells, such as
/// totals, ranks and the scores of other units, needs no decision.
public struct Amendment: Sendable {
    /// The decisions on a node that are others than before.
    public struct DecisionChange: Sendable, Hashable {
        /// The code of the unit.
        public let unit: String
        /// The node.
        public let node: String
        /// The period.
        public let period: String
        /// What was decided before; empty where there was nothing.
        public let before: [String]
        /// What is decided now; empty where there is nothing.
        public let after: [String]
    }

    /// All that differs.
    public let difference: RunDifference
    /// The cells that changed by a cause of their own that was not decided, with such causes alone.
    public let cells: [RunDifference.Cell]
    /// The decisions that changed, were not decided here and changed no cell of ``cells``.
    public let decisions: [DecisionChange]
    /// The units that came, went, or have another level or peer group.
    public let units: [RunDifference.Unit]
    /// The nodes of the framework that came, went, or of which something else is said.
    public let nodes: [RunDifference.Node]
    /// The versions of the workbench and of plug-ins that changed.
    public let programs: [RunDifference.Input]
    /// Whether the report on tasks changed.
    public let changesTasks: Bool

    /// Compares a run with the published one.
    ///
    /// - Parameters:
    ///   - before: the published run.
    ///   - after: the run that is to take its place.
    ///   - objections: the upheld objections that it follows from.
    public init(from before: ResultDocument, to after: ResultDocument, following objections: [ReviewState.Appeal]) {
        let difference = RunDifference(from: before, to: after)
        let decided = DecidedPlaces(objections, before.ledger.nodes + after.ledger.nodes)
        self.difference = difference
        cells = difference.cells.compactMap { cell in
            let causes = cell.causes.filter {
                $0.isOwn && !decided.contains(unit: cell.unit, node: cell.node, isDecision: $0.isDecision)
            }
            return causes.isEmpty ? nil : cell.with(causes)
        }
        let told = Set(
            cells.filter { $0.causes.contains(where: \.isDecision) }.map { [$0.unit, $0.node, $0.period] })
        decisions = Amendment.changes(before.ledger.decisions ?? [], after.ledger.decisions ?? []).filter {
            !told.contains([$0.unit, $0.node, $0.period])
                && !decided.contains(unit: $0.unit, node: $0.node, isDecision: true)
        }
        units = difference.units.filter { unit in
            guard unit.isBefore, unit.isAfter else { return true }
            return unit.fields.contains { $0.name != "name" }
                && !decided.contains(unit: unit.code, node: difference.root, isDecision: true)
        }
        nodes = difference.nodes.filter { node in
            !node.isBefore || !node.isAfter || node.fields.contains { $0.name != "name" }
        }
        // Another machine alone is no other program; where it gives other last bits, the cells tell.
        programs = difference.programs.filter { $0.name != "platform" }
        changesTasks = before.ledger.tasks != after.ledger.tasks
    }

    /// Whether the runs differ in what was decided and in what follows from it alone.
    public var isAsDecided: Bool { places.isEmpty }

    /// Where something changed that was not decided: units with nodes, then what is of no unit.
    public var places: [String] {
        var places: [String] = []
        let cellPlaces = cells.map { "\($0.unit) \($0.node)" } + decisions.map { "\($0.unit) \($0.node)" }
        let others =
            units.map { "\($0.code)" } + nodes.map { "framework \($0.id)" } + programs.map { "program \($0.name)" }
            + (changesTasks ? ["tasks"] : [])
        var seen: Set<String> = []
        for place in cellPlaces + others where seen.insert(place).inserted { places.append(place) }
        return places
    }

    private static func changes(
        _ before: [LedgerDocument.Decision], _ after: [LedgerDocument.Decision]
    ) -> [DecisionChange] {
        func byPlace(_ decisions: [LedgerDocument.Decision]) -> [[String]: [String]] {
            Dictionary(grouping: decisions) { [$0.period, $0.unit, $0.node] }.mapValues { $0.map(\.words).sorted() }
        }
        let (old, new) = (byPlace(before), byPlace(after))
        let places = Set(old.keys).union(new.keys).sorted { $0.lexicographicallyPrecedes($1) }
        return places.filter { old[$0] != new[$0] }.map { place in
            DecisionChange(
                unit: place[1], node: place[2], period: place[0], before: old[place] ?? [], after: new[place] ?? [])
        }
    }
}

/// The units and nodes that upheld objections are about.
private struct DecidedPlaces {
    private let objections: [ReviewState.Appeal]
    private var parents: [String: String] = [:]

    init(_ objections: [ReviewState.Appeal], _ nodes: [LedgerDocument.Node]) {
        self.objections = objections
        for node in nodes { parents[node.id] = node.parent }
    }

    /// Whether a change by a cause of its own was decided on.
    func contains(unit: String, node: String, isDecision: Bool) -> Bool {
        objections.contains { objection in
            objection.unit == unit
                && objection.cells.contains { cell in
                    path(from: node).contains(cell) || !isDecision && path(from: cell).contains(node)
                }
        }
    }

    /// The node and those above it.
    private func path(from node: String) -> [String] {
        var path = [node]
        while let last = path.last, let parent = parents[last], !path.contains(parent) { path.append(parent) }
        return path
    }
}

extension RunDifference.Cause {
    /// Whether it is no consequence of another changed cell.
    fileprivate var isOwn: Bool {
        switch self {
        case .cell, .otherUnits: false
        case .setting, .data, .specification, .program, .existence, .unexplained: true
        }
    }

    /// Whether it is another decision on the cell.
    fileprivate var isDecision: Bool {
        if case .setting(let field) = self { field.name == StepDetail.decisions } else { false }
    }
}

extension RunDifference.Cell {
    fileprivate func with(_ causes: [RunDifference.Cause]) -> RunDifference.Cell {
        RunDifference.Cell(
            node: node, step: step, unit: unit, period: period, before: before, after: after, causes: causes)
    }
}
