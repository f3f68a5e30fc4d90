import AssessmentCore

/// The indicators that a framework writes itself: formulas over variables, the completion of tasks, and rated items.
///
/// It lives as long as one reading and stays on one thread.
final class WrittenIndicators {
    private(set) var indicators: [any Indicator] = []

    /// Adds one.
    func add(_ indicator: any Indicator) { indicators.append(indicator) }
}

/// Decodes the indicators of a framework.
struct IndicatorDecoder {
    let decoder: FrameworkDecoder

    private var problems: DiagnosticCollector { decoder.problems }
    private var catalogue: Catalogue { decoder.catalogue }

    private enum Source: String, CaseIterable {
        case use, formula, value, task, rating
    }

    /// An indicator; nothing where it cannot be read.
    func decode(_ node: YAMLNode, _ above: FrameworkDecoder.Inherited) -> FrameworkNode? {
        guard let fields = Fields(node, FrameworkShapes.indicator, problems) else { return nil }
        let sources = Source.allCases.filter { fields[$0.rawValue] != nil }
        guard sources.count == 1, let source = sources.first else {
            guard !problems.isIncomplete(node.position) else { return nil }
            problems.report(
                at: node.position,
                sources.isEmpty ? "an indicator must say what it measures" : "an indicator measures one thing",
                expected:
                    "use: the id of an indicator; or formula: a formula over variables; or value: a variable; or task: a "
                    + "task; or rating: an item of ‘ratings’")
            return nil
        }
        let inherited = decoder.inherit(fields, above)
        switch source {
        case .use: return used(fields, inherited, node)
        case .formula: return formula(fields, inherited, node)
        case .value: return value(fields, inherited, node)
        case .task: return task(fields, inherited, node)
        case .rating: return rating(fields, inherited, node)
        }
    }

    /// An indicator that is a variable as it stands, named in a list.
    func variable(_ node: YAMLNode, _ inherited: FrameworkDecoder.Inherited) -> FrameworkNode? {
        guard let name = problems.attempt({ () throws(Diagnostic) in try node.text() }) else { return nil }
        problems.checkNodeIdentifier(name, at: node.position)
        let position = node.position
        guard
            let fields = Fields(
                YAMLNode(position: position, value: .mapping([])), FrameworkShapes.indicator, problems)
        else { return nil }
        return written(
            .input(name), id: prefixed(inherited, name), fields, inherited,
            YAMLNode(position: position, value: .mapping([])))
    }

    private func used(
        _ fields: Fields, _ inherited: FrameworkDecoder.Inherited, _ node: YAMLNode
    ) -> FrameworkNode? {
        guard let use = fields.text("use") else { return nil }
        if let measure = fields["unit_of_measure"] {
            problems.report(
                at: measure.position, "the unit of measure of ‘\(use)’ is its plug-in's to say",
                expected: "no unit_of_measure")
        }
        guard let indicator = catalogue.indicators[use] else {
            reportUnknown(use, at: fields.position(of: "use"))
            return nil
        }
        let description = indicator.description
        let role = decoder.role(fields)
        checkBestEffort(description, role, at: node.position)
        return leaf(
            fields, inherited, node, id: prefixed(inherited, decoder.identifier(fields) ?? use), description, role,
            parameters: decoder.methods.values(
                parameters(fields, of: use), for: description.parameters, of: "‘\(use)’",
                at: fields.position(of: "use")))
    }

    private func parameters(_ fields: Fields, of owner: String) -> [YAMLEntry] {
        guard let with = fields["with"] else { return [] }
        if case .mapping(let entries) = with.value { return entries }
        problems.report(
            at: with.position, "the parameters of ‘\(owner)’ must be a mapping", expected: "{ parameter: value }")
        return []
    }

    private func formula(
        _ fields: Fields, _ inherited: FrameworkDecoder.Inherited, _ node: YAMLNode
    ) -> FrameworkNode? {
        guard let text = fields["formula"], let id = identifier(fields, node) else { return nil }
        let parsed = problems.attempt { () throws(Diagnostic) in try text.formula() }
        guard let parsed else { return nil }
        if parsed.takesStatistics || parsed.reducesOverChildren {
            problems.report(
                at: text.position, "the formula of an indicator reads variables only",
                expected: "statistics in an evaluator, or in a step { formula: … } over ‘value’")
            return nil
        }
        return written(parsed, id: prefixed(inherited, id), fields, inherited, node)
    }

    private func value(
        _ fields: Fields, _ inherited: FrameworkDecoder.Inherited, _ node: YAMLNode
    ) -> FrameworkNode? {
        guard let name = fields.text("value") else { return nil }
        return written(
            .input(name), id: prefixed(inherited, decoder.identifier(fields) ?? name), fields, inherited, node)
    }

    /// The completion of a task.
    private func task(
        _ fields: Fields, _ inherited: FrameworkDecoder.Inherited, _ node: YAMLNode
    ) -> FrameworkNode? {
        guard let name = fields.text("task") else { return nil }
        for key in ["unit_of_measure", "with"] where fields[key] != nil {
            problems.report(
                at: fields.position(of: key), "‘\(key)’ does not go with the completion of a task",
                expected: "no \(key)")
        }
        guard let scheme = decoder.tasks, let task = scheme.tasks.first(where: { $0.id == name }) else {
            let known = (decoder.tasks?.tasks ?? []).map(\.id)
            problems.report(
                at: fields.position(of: "task"), "there is no task ‘\(name)’",
                expected: known.isEmpty ? "tasks: a list of them" : "one of " + known.joined(separator: ", "),
                suggestion: nearestMatch(to: name, among: known))
            return nil
        }
        let id = prefixed(inherited, decoder.identifier(fields) ?? name)
        if catalogue.indicators[id] != nil {
            problems.report(
                at: fields.position(of: "id"), "a plug-in has an indicator ‘\(id)’", expected: "an id of its own")
            return nil
        }
        let role = decoder.role(fields)
        if task.isBestEffort { reportPunishing("‘\(name)’ is a best-effort task (力争)", role, at: node.position) }
        let indicator = TaskCompletion(id: id, task, asOf: scheme.asOf)
        decoder.written.add(indicator)
        return leaf(fields, inherited, node, id: id, indicator.description, role, parameters: [:])
    }

    /// An item that reviewers rate.
    private func rating(
        _ fields: Fields, _ inherited: FrameworkDecoder.Inherited, _ node: YAMLNode
    ) -> FrameworkNode? {
        guard let name = fields.text("rating") else { return nil }
        for key in ["with", "unit_of_measure"] where fields[key] != nil {
            problems.report(
                at: fields.position(of: key), "‘\(key)’ does not go with ‘rating’",
                expected: "rating: \(name) without it")
        }
        guard let scheme = decoder.ratings, let item = scheme.item(name) else {
            // What could not be read was told.
            if decoder.hasRatings, decoder.ratings == nil { return nil }
            let known = decoder.ratings?.items.map(\.id) ?? []
            problems.report(
                at: fields.position(of: "rating"), "there is no rated item ‘\(name)’",
                expected: known.isEmpty
                    ? "an item under ‘ratings’" : "one of " + known.joined(separator: ", "),
                suggestion: nearestMatch(to: name, among: known))
            return nil
        }
        let id = prefixed(inherited, decoder.identifier(fields) ?? name)
        if catalogue.indicators[id] != nil {
            problems.report(
                at: fields.position(of: "id"), "a plug-in has an indicator ‘\(id)’", expected: "an id of its own")
            return nil
        }
        let indicator = RatedIndicator(id, item: item, scheme: scheme)
        decoder.written.add(indicator)
        return leaf(
            fields, inherited, node, id: id, indicator.description, decoder.role(fields), parameters: [:])
    }

    /// An id behind what stands before the ids of this part of the framework.
    private func prefixed(_ inherited: FrameworkDecoder.Inherited, _ id: String) -> String { inherited.prefix + id }

    private func identifier(_ fields: Fields, _ node: YAMLNode) -> String? {
        if fields["id"] == nil {
            problems.report(at: node.position, "an indicator with a formula needs an id", expected: "id: an id")
        }
        return decoder.identifier(fields)
    }

    /// An indicator that the framework writes itself.
    private func written(
        _ formula: Formula, id: String, _ fields: Fields, _ inherited: FrameworkDecoder.Inherited, _ node: YAMLNode
    ) -> FrameworkNode? {
        if catalogue.indicators[id] != nil {
            problems.report(
                at: fields.position(of: "id"), "a plug-in has an indicator ‘\(id)’", expected: "an id of its own")
            return nil
        }
        let constants = parameters(fields, of: id)
        let names = Set(constants.map(\.key))
        for constant in constants where !formula.inputs.contains(constant.key) {
            problems.report(
                at: constant.keyPosition, "the formula does not read ‘\(constant.key)’",
                expected: "parameters that the formula reads: " + formula.inputs.joined(separator: ", "))
        }
        let declared = constants.map { Parameter($0.key, BilingualText(same: $0.key), .number()) }
        let variables = formula.inputs.filter { !names.contains($0) }.map(variable)
        let only = formula == .input(variables.first?.id ?? "") ? variables.first : nil
        let name = fields.bilingual("name") ?? only?.name ?? BilingualText(same: id)
        let description = IndicatorDescription(
            id: id, name: name, definition: formula.words(), rationale: BilingualText(same: ""),
            unitOfMeasure: fields.bilingual("unit_of_measure").map { UnitOfMeasure($0, decimals: 2) }
                ?? only?.unitOfMeasure ?? IndicatorDecoder.unstated,
            direction: fields.word("direction", Direction.self) ?? .higherIsBetter, statements: [],
            variables: variables, parameters: declared, examples: [])
        decoder.written.add(FormulaIndicator(description, formula: formula))
        return leaf(
            fields, inherited, node, id: id, description, decoder.role(fields),
            parameters: decoder.methods.values(
                constants, for: declared, of: "the formula", at: fields.position(of: "formula")))
    }

    /// A variable of a plug-in, or else one that the data must have a column for.
    private func variable(_ id: String) -> Variable {
        catalogue.variables[id]
            ?? Variable(
                id: id, name: BilingualText(same: id),
                definition: BilingualText(zh: "数据表的一列", en: "A column of the data"),
                unitOfMeasure: IndicatorDecoder.unstated, reportedBy: BilingualText(same: ""))
    }

    private static let unstated = UnitOfMeasure(BilingualText(same: ""), decimals: 4)

    private func leaf(
        _ fields: Fields, _ inherited: FrameworkDecoder.Inherited, _ node: YAMLNode, id: String,
        _ description: IndicatorDescription, _ role: FrameworkNode.Role, parameters: [String: ParameterValue]
    ) -> FrameworkNode {
        FrameworkNode(
            id: id, name: fields.bilingual("name") ?? description.name, role: role, levels: inherited.levels,
            classes: inherited.classes,
            measure: FrameworkNode.IndicatorUse(
                description.id, parameters: parameters,
                target: fields["target"].flatMap { TargetDecoder(decoder: decoder).target($0) },
                targetTotal: fields["targets_add_up_to"].flatMap { decoder.methods.numberTable($0) }),
            direction: fields.word("direction", Direction.self),
            steps: NodeSteps(decoder: decoder, node: id).indicator(fields, inherited), position: node.position)
    }

    private func reportUnknown(_ use: String, at position: SourcePosition) {
        if let plugin = decoder.whole.plugins.first(where: { $0.indicators.contains { $0.description.id == use } }) {
            problems.reportUnlisted("‘\(use)’", of: plugin, at: position)
            return
        }
        let known = catalogue.indicators.keys.sorted()
        problems.report(
            at: position, "there is no indicator ‘\(use)’", expected: "an indicator of ‘assess list indicators’",
            suggestion: nearestMatch(to: use, among: known))
    }

    /// A best-effort target (力争) may reward and never punishes.
    private func checkBestEffort(
        _ description: IndicatorDescription, _ role: FrameworkNode.Role, at position: SourcePosition
    ) {
        let statements = description.statements.compactMap { catalogue.statements[$0] }
        if !statements.isEmpty, statements.allSatisfy({ $0.strength == .bestEffort }) {
            reportPunishing("‘\(description.id)’ measures a best-effort target (力争)", role, at: position)
        }
    }

    private func reportPunishing(_ what: String, _ role: FrameworkNode.Role, at position: SourcePosition) {
        guard decoder.kind == .review, case .weighted = role else { return }
        problems.report(
            at: position, "\(what), which may reward and never punish", expected: "bonus: points, in place of a weight")
    }
}
