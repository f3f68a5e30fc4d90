internal import AssessmentCore

/// The classes, kinds and groupings of units that a specification names somewhere, whose units a scheme lays down.
struct SchemeClasses {
    private var classes: Set<String> = []
    private var groupings: Set<String> = []
    private let selection: UnitSelection

    init(_ specification: Specification, targets: [String: NumberTable]) {
        selection = specification.units
        for group in specification.peerGroups {
            classes.formUnion(group.classes + group.withoutClasses + group.kinds)
        }
        for task in specification.tasks?.tasks ?? [] {
            name(task.quantity)
            for case .unitClass(let name) in task.lead.map(\.party) { classes.insert(name) }
        }
        for table in targets.values { name(table) }
        for node in specification.framework.subtree { name(node) }
    }

    private mutating func name(_ node: FrameworkNode) {
        classes.formUnion(node.classes)
        if let use = node.measure {
            name(use.parameters)
            if let table = use.target?.table { name(table) }
            if case .milestones(let milestones) = use.target { classes.formUnion(milestones.flatMap(\.classes)) }
            if let total = use.targetTotal { name(total) }
        }
        for step in node.steps {
            for choice in step.choices { name(choice) }
            if case .formula(let formula) = step { name(formula.reference) }
        }
    }

    private mutating func name(_ choice: MethodChoice) {
        name(choice.parameters)
        name(choice.reference)
    }

    private mutating func name(_ parameters: [String: ParameterValue]) {
        for value in parameters.values {
            switch value {
            case .number(let table): name(table)
            case .methods(let choices): for choice in choices { name(choice) }
            case .records(let records): for record in records { name(record) }
            case .text, .flag, .units, .numbersByName, .matrix: break
            }
        }
    }

    private mutating func name(_ table: NumberTable) { classes.formUnion(table.lines.compactMap(\.unitClass)) }

    private mutating func name(_ scope: ReferenceScope?) {
        if case .group(let column) = scope?.units { groupings.insert(column) }
    }

    /// The assessed units of each, by their codes in order.
    func lines(_ units: UnitTable) -> [SchemeListing.Line] {
        let assessed = units.inForce(on: selection.inForceOn, levels: selection.levels)
        func line(_ place: String, _ units: [AssessedUnit]) -> SchemeListing.Line {
            let codes = units.map(\.code).sorted().joined(separator: ", ")
            return SchemeListing.Line(place, codes.isEmpty ? "no unit" : codes, selection.position)
        }
        return classes.sorted().map { name in
            line(
                "class \(name)",
                assessed.filter { $0.classes.contains(name) || $0.kind == name || $0.level == name })
        }
            + groupings.sorted().flatMap { column in
                Dictionary(grouping: assessed) { $0.groups[column] ?? "" }.sorted { $0.key < $1.key }
                    .map { line("units with \(column) ‘\($0)’", $1) }
            }
    }
}
