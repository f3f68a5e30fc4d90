internal import AssessmentCore

/// The codes, levels, kinds and classes of units: what a framework may name of them.
///
/// A level or class that no unit has would silently leave a node out of every score, or a number out of a table.
struct UnitNames {
    private let units: UnitTable
    private let levels: Set<String>
    private let classes: Set<String>

    init(_ units: UnitTable) {
        self.units = units
        levels = Set(units.units.map(\.level))
        classes = levels.union(units.units.map(\.kind)).union(units.units.flatMap(\.classes))
    }

    /// What the framework of a specification names that no unit has, in the order of its nodes.
    func problems(of specification: Specification) -> [Diagnostic] {
        problems(of: specification.framework, knownAbove: [])
    }

    /// - Parameter knownAbove: the levels of the node above, which told already what is wrong with those.
    private func problems(of node: FrameworkNode, knownAbove: [String]) -> [Diagnostic] {
        guard let position = node.position else { return [] }
        let unknown = node.levels.filter { !levels.contains($0) && !knownAbove.contains($0) }.map { level in
            Diagnostic(
                at: position, "‘\(node.id)’ is for the level ‘\(level)’, which no unit has",
                expected: "one of " + levels.sorted().joined(separator: ", "),
                suggestion: nearestMatch(to: level, among: levels.sorted()))
        }
        return unknown + tables(of: node).flatMap { problems(of: $0, in: node, at: position) }
            + node.children.flatMap { problems(of: $0, knownAbove: node.levels) }
    }

    private func problems(of table: NumberTable, in node: FrameworkNode, at position: SourcePosition) -> [Diagnostic] {
        table.lines.flatMap { line -> [Diagnostic] in
            var found: [Diagnostic] = []
            if let unit = line.unit, units[unit] == nil {
                found.append(
                    Diagnostic(
                        at: position, "a table of ‘\(node.id)’ names the unit ‘\(unit)’, which is not listed",
                        expected: "a code of the file of units"))
            }
            if let name = line.unitClass, !classes.contains(name) {
                found.append(
                    Diagnostic(
                        at: position, "a table of ‘\(node.id)’ names the class ‘\(name)’, which no unit has",
                        expected: "a level, kind or class of the file of units",
                        suggestion: nearestMatch(to: name, among: classes.sorted())))
            }
            return found
        }
    }

    /// The target of a node and every parameter that is a table.
    private func tables(of node: FrameworkNode) -> [NumberTable] {
        var values = node.measure.map { [$0.parameters] } ?? []
        for case .evaluate(let choice, _) in node.steps { values.append(choice.parameters) }
        let tables = values.flatMap { values in
            values.keys.sorted().compactMap { key -> NumberTable? in
                if case .number(let table) = values[key] { table } else { nil }
            }
        }
        return (node.measure?.target.map { [$0] } ?? []) + tables
    }
}
