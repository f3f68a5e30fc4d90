internal import AssessmentCore

/// The codes, levels, kinds and classes of units: what a framework may name of them.
///
/// A level or class that no unit has would silently leave a node out of every score, or a number out of a table.
struct UnitNames {
    private let units: UnitTable
    private let levels: Set<String>
    private let kinds: Set<String>
    private let classes: Set<String>
    private let classesAndKinds: Set<String>

    init(_ units: UnitTable) {
        self.units = units
        levels = Set(units.units.map(\.level))
        kinds = Set(units.units.map(\.kind).filter { !$0.isEmpty })
        classesAndKinds = kinds.union(units.units.flatMap(\.classes))
        classes = levels.union(classesAndKinds)
    }

    /// What a specification names that no unit has: the levels assessed, the peer groups, then the framework.
    func problems(of specification: Specification) -> [Diagnostic] {
        let selection = specification.units.levels.filter { !levels.contains($0) }.compactMap { level in
            specification.units.position.map { unknown(level, among: levels, "the level", at: $0) }
        }
        return selection + specification.peerGroups.flatMap(problems)
            + problems(of: specification.framework, knownAbove: [])
    }

    private func problems(of group: PeerGroup) -> [Diagnostic] {
        guard let position = group.position else { return [] }
        return group.levels.filter { !levels.contains($0) }
            .map { unknown($0, among: levels, "the peer group ‘\(group.id)’ names the level", at: position) }
            + group.kinds.filter { !kinds.contains($0) }
            .map { unknown($0, among: kinds, "the peer group ‘\(group.id)’ names the kind", at: position) }
            + (group.classes + group.withoutClasses).filter { !classesAndKinds.contains($0) }
            .map { unknown($0, among: classesAndKinds, "the peer group ‘\(group.id)’ names the class", at: position) }
            + group.units.filter { units[$0] == nil }
            .map {
                unknown(
                    $0, among: Set(units.units.map(\.code)), "the peer group ‘\(group.id)’ names the unit", at: position
                )
            }
    }

    private func unknown(
        _ name: String, among known: Set<String>, _ what: String, at position: SourcePosition
    ) -> Diagnostic {
        Diagnostic(
            at: position, "\(what) ‘\(name)’, which the file of units does not have",
            expected: known.count > 12 ? "one that it lists" : "one of " + known.sorted().joined(separator: ", "),
            suggestion: nearestMatch(to: name, among: known.sorted()))
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
        let unknownClasses = node.classes.filter { !classesAndKinds.contains($0) }.map { name in
            Diagnostic(
                at: position, "‘\(node.id)’ is for the class ‘\(name)’, which no unit has",
                expected: "a class or kind of the units",
                suggestion: nearestMatch(to: name, among: classesAndKinds.sorted()))
        }
        return unknown + unknownClasses + tables(of: node).flatMap { problems(of: $0, in: node, at: position) }
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

    /// What a node asks to be reached, and every parameter that is a table.
    private func tables(of node: FrameworkNode) -> [NumberTable] {
        var values = node.measure.map { [$0.parameters] } ?? []
        for case .evaluate(let choice) in node.steps { values.append(choice.parameters) }
        let tables = values.flatMap { values in
            values.keys.sorted().compactMap { key -> NumberTable? in
                if case .number(let table) = values[key] { table } else { nil }
            }
        }
        return [node.measure?.target?.table, node.measure?.targetTotal].compactMap(\.self) + milestones(of: node)
            + tables
    }

    /// Milestones as a table: what they name of units.
    private func milestones(of node: FrameworkNode) -> [NumberTable] {
        guard case .milestones(let milestones) = node.measure?.target else { return [] }
        return milestones.map { milestone in
            NumberTable(
                lines: milestone.units.map { NumberTable.Line(unit: $0, value: milestone.value) }
                    + milestone.classes.map { NumberTable.Line(unitClass: $0, value: milestone.value) })
        }
    }
}
