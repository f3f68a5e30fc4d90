public import AssessmentCore

/// What a scheme (考核方案) lays down, a line each: the framework with what it measures, its weights, methods and targets,
/// the groups and classes with their units, grades, quotas and adjustments, the files of data with how they are read, and
/// the terms of the procedure. Names and pages are left out, since they decide nothing.
///
/// Two specifications lay down the same where their lines are the same, in whatever order or files they were written.
public struct SchemeListing: Sendable, Hashable {
    /// One thing that is laid down.
    public struct Line: Sendable, Hashable {
        /// What it is about, such as `life.spending weight`.
        public let place: String
        /// What holds there.
        public let value: String
        /// Where the specification has it.
        public let position: SourcePosition?

        init(_ place: String, _ value: String, _ position: SourcePosition? = nil) {
            self.place = place
            self.value = value
            self.position = position
        }
    }

    /// The lines, in the order of the specification.
    public let lines: [Line]

    /// Lists what a specification and its files of units and targets lay down.
    ///
    /// - Parameters:
    ///   - catalogue: that of the specification, with the indicators that it writes itself.
    ///   - units: the units of its file.
    ///   - targets: the targets from files, by node or indicator.
    public init(
        _ specification: Specification, _ catalogue: Catalogue, units: UnitTable, targets: [String: NumberTable]
    ) {
        let specification = specification.withPeerGroups(of: units)
        var lines = [
            Line("assessment", specification.id),
            Line("kind", specification.kind.rawValue),
            Line("period", specification.period.description),
            Line("history", specification.history.map(\.description).joined(separator: ", ")),
            Line(
                "units",
                "levels \(specification.units.levels.joined(separator: ", ")); in force on "
                    + (specification.units.inForceOn?.description ?? "any day"), specification.units.position),
            Line("weights", specification.weightScale.words),
        ]
        lines += specification.units.lines + specification.data.flatMap(\.lines)
        lines += SchemeClasses(specification, targets: targets).lines(units)
        lines += specification.rankedGroups.map { group in
            Line("peer group \(group.id)", group.rule, group.position)
        }
        lines += specification.adjustments.enumerated().map { place, adjustment in
            Line("adjustment \(place + 1) \(adjustment.id)", adjustment.rule, adjustment.position)
        }
        lines += catalogue.declared.map { Line("variable ‘\($0.id)’ at a change of boundaries", $0.carrying.rawValue) }
        lines += specification.seriesBreaks.map { Line("series break \($0.variable)", "from \($0.from)") }
        if let tasks = specification.tasks { lines += tasks.lines }
        if let ratings = specification.ratings { lines += ratings.lines }
        if let procedure = specification.procedure { lines += procedure.lines }
        lines += specification.linesOfChecks(catalogue)
        lines += SchemeListing.lines(specification.framework, above: nil, catalogue)
        for id in targets.keys.sorted() {
            lines += (targets[id]?.rules ?? []).map { Line("target of \(id)\($0.place)", $0.value) }
                .sorted { $0.place < $1.place }
        }
        self.lines = lines
    }

    private static func lines(_ node: FrameworkNode, above: FrameworkNode?, _ catalogue: Catalogue) -> [Line] {
        func line(_ what: String, _ value: String) -> Line { Line("\(node.id) \(what)", value, node.position) }
        var lines = [line("below", above?.id ?? "nothing"), line("weight", node.role.words)]
        if !node.levels.isEmpty { lines.append(line("levels", node.levels.joined(separator: ", "))) }
        if !node.classes.isEmpty { lines.append(line("classes", node.classes.joined(separator: ", "))) }
        if let use = node.measure {
            let what = catalogue.written(use.indicator)?.rule ?? use.indicator
            lines.append(line("measures", "\(what) \(ParameterValue.text(of: use.parameters))"))
            lines += tables(use.parameters).map { line("parameter \($0)", $1) }
            if let target = use.target { lines += target.lines.map { line("target\($0)", $1) } }
            if let total = use.targetTotal {
                lines += total.rules.map { line("targets add up to\($0.place)", $0.value) }
            }
        }
        if let direction = node.direction { lines.append(line("direction", direction.rawValue)) }
        if let share = node.unrankedAbove { lines.append(line("unranked above", Formula.text(of: share))) }
        if let share = node.leastChildren { lines.append(line("least children", Formula.text(of: share))) }
        if let rule = node.unresolved { lines.append(line("unresolved", rule.words)) }
        for (place, step) in node.steps.enumerated() {
            lines.append(line("step \(place + 1) \(step.kind.rawValue)", step.words))
            for choice in step.choices {
                lines += tables(choice.parameters).map { line("step \(place + 1) \(choice.id) \($0)", $1) }
            }
        }
        return lines + node.children.flatMap { self.lines($0, above: node, catalogue) }
    }

    /// The parameters that are tables, a line of the table each.
    private static func tables(_ parameters: [String: ParameterValue]) -> [(String, String)] {
        parameters.keys.sorted().flatMap { name -> [(String, String)] in
            guard case .number(let table) = parameters[name], table.single == nil else { return [] }
            return table.rules.map { ("\(name)\($0.place)", $0.value) }
        }
    }

    /// The lines as a sealed scheme holds them: `place<tab>value`, sorted.
    public var sealedLines: [String] {
        lines.map { "\($0.place)\t\($0.value)" }.sorted()
    }
}

/// A thing that two schemes lay down otherwise.
public struct SchemeDifference: Sendable, Hashable {
    /// What it is about.
    public let place: String
    /// What the earlier scheme lays down; nothing where it says nothing of it.
    public let before: String?
    /// What the later one lays down; nothing where it says nothing of it.
    public let after: String?
    /// Where the later specification has it.
    public let position: SourcePosition?

    /// The differences between the lines of a sealed scheme and those of a specification, in the order of the latter, then
    /// what it no longer lays down.
    public static func between(
        _ sealed: [(place: String, value: String)], _ listing: SchemeListing
    ) -> [SchemeDifference] {
        // Sealed lines are sorted, so that several of one place are compared in that order.
        func values(_ lines: [(place: String, value: String)]) -> [String: String] {
            Dictionary(grouping: lines, by: \.place).mapValues { $0.map(\.value).sorted().joined(separator: "; ") }
        }
        let before = values(sealed)
        let after = values(listing.lines.map { ($0.place, $0.value) })
        var told: Set<String> = []
        let changed = listing.lines.compactMap { line -> SchemeDifference? in
            guard told.insert(line.place).inserted, before[line.place] != after[line.place] else { return nil }
            return SchemeDifference(
                place: line.place, before: before[line.place], after: after[line.place], position: line.position)
        }
        let gone = sealed.filter { after[$0.place] == nil && told.insert($0.place).inserted }.map {
            SchemeDifference(place: $0.place, before: before[$0.place], after: nil, position: nil)
        }
        return changed + gone
    }

    /// The difference in words.
    public var words: String {
        switch (before, after) {
        case (let before?, let after?): "\(place): sealed as ‘\(before)’, now ‘\(after)’"
        case (nil, let after?): "\(place): ‘\(after)’ is new"
        case (let before?, nil): "\(place): ‘\(before)’ is gone"
        case (nil, nil): place
        }
    }
}
