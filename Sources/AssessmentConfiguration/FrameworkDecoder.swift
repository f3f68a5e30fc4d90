import AssessmentCore

/// Decodes the framework: its nodes with their methods, weights and rules.
struct FrameworkDecoder {
    /// What nodes take over from the node above.
    struct Inherited {
        var aggregate: MethodChoice?
        var weighting = MethodChoice("given")
        var missing = MissingRule()
        var tolerance = 1e-9
        var levels: [String] = []
    }

    let catalogue: Catalogue
    /// Every linked plug-in, to tell an indicator of one that is not listed from one that does not exist.
    let whole: Catalogue
    let problems: DiagnosticCollector
    let kind: Specification.Kind
    let hasTargetsFile: Bool
    let grades: [GradeBand]

    var methods: MethodDecoder { MethodDecoder(problems: problems) }

    /// The root of the framework and what its weights add up to.
    func decode(_ node: YAMLNode?) -> (root: FrameworkNode, scale: WeightScale)? {
        guard let node, let fields = Fields(node, FrameworkShapes.root, problems) else { return nil }
        let full = fields.positive("full_marks") ?? 100
        let scale: WeightScale =
            switch fields.word("weights", FrameworkShapes.Weights.self) ?? .points {
            case .points: .points(full: full)
            case .shares: .shares
            case .relative: .relative
            }
        if fields["full_marks"] != nil, case .points = scale {
        } else if fields["full_marks"] != nil {
            problems.report(
                at: fields.position(of: "full_marks"), "full marks go with weights that are points",
                expected: "weights: points")
        }
        let inherited = inherit(fields, Inherited())
        let children = children(fields, inherited)
        let decoded = FrameworkNode(
            id: identifier(fields) ?? "total",
            name: fields.bilingual("name") ?? BilingualText(zh: "总分", en: "Total"),
            steps: NodeSteps(decoder: self).root(fields, inherited, children),
            unrankedAbove: fields.number("unranked_above", atLeast: 0, atMost: 1), children: children,
            position: node.position)
        checkRounding(decoded, fields)
        WeightCheck(catalogue: catalogue, problems: problems).check(decoded, scale)
        checkIds(decoded)
        return (decoded, scale)
    }

    private func identifier(_ fields: Fields) -> String? {
        guard let id = fields.text("id") else { return nil }
        problems.checkIdentifier(id, at: fields.position(of: "id"))
        return id
    }

    private func inherit(_ fields: Fields, _ above: Inherited) -> Inherited {
        var inherited = above
        if let node = fields["aggregate"] {
            inherited.aggregate =
                methods.choice(node, among: catalogue.aggregations.mapValues(\.description), kind: "aggregation")?
                .choice ?? .unread
        } else if above.aggregate == nil {
            inherited.aggregate = MethodChoice("arithmetic_mean")
        }
        if let node = fields["weighting"] {
            inherited.weighting =
                methods.choice(node, among: catalogue.weightings.mapValues(\.description), kind: "weighting")?
                .choice ?? .unread
        }
        if let node = fields["missing"] {
            inherited.missing = MissingDecoder(problems: problems).rule(node, above: above.missing)
        }
        inherited.tolerance = fields.number("ties_within", atLeast: 0) ?? above.tolerance
        inherited.levels = fields.texts("levels") ?? above.levels
        return inherited
    }

    private func children(_ fields: Fields, _ inherited: Inherited) -> [FrameworkNode] {
        let lists = ["pillars", "indicators"].map { fields.items($0) }
        if lists.allSatisfy(\.isEmpty), fields["pillars"] == nil, fields["indicators"] == nil {
            problems.report(
                at: fields.position, "there is nothing below this node", expected: "pillars or indicators")
        }
        let children = lists[0].compactMap { pillar($0, inherited) } + lists[1].compactMap { indicator($0, inherited) }
        if children.count < lists[0].count + lists[1].count { problems.leaveIncomplete(fields.position) }
        return children
    }

    private func pillar(_ node: YAMLNode, _ above: Inherited) -> FrameworkNode? {
        guard let fields = Fields(node, FrameworkShapes.pillar, problems) else { return nil }
        let inherited = inherit(fields, above)
        let children = children(fields, inherited)
        let id = identifier(fields)
        if id == nil, fields["id"] == nil {
            problems.report(at: node.position, "a pillar needs an id", expected: "id: a lower-case id")
        }
        let name = fields.bilingual("name")
        if fields["name"] == nil {
            problems.report(at: node.position, "a pillar needs a name", expected: "name: { zh: …, en: … }")
        }
        return FrameworkNode(
            id: id ?? "", name: name ?? BilingualText(same: ""), role: role(fields),
            levels: inherited.levels,
            steps: NodeSteps(decoder: self).pillar(fields, inherited, children),
            unrankedAbove: fields.number("unranked_above", atLeast: 0, atMost: 1), children: children,
            position: node.position)
    }

    private func indicator(_ node: YAMLNode, _ above: Inherited) -> FrameworkNode? {
        guard let fields = Fields(node, FrameworkShapes.indicator, problems), let use = fields.text("use") else {
            return nil
        }
        let inherited = inherit(fields, above)
        guard let indicator = catalogue.indicators[use] else {
            reportUnknown(use, at: fields.position(of: "use"))
            return nil
        }
        let description = indicator.description
        var parameters: [YAMLEntry] = []
        if let with = fields["with"] {
            if case .mapping(let entries) = with.value {
                parameters = entries
            } else {
                problems.report(
                    at: with.position, "the parameters of ‘\(use)’ must be a mapping", expected: "{ parameter: value }")
            }
        }
        let target = fields["target"].flatMap { methods.numberTable($0) }
        let measure = FrameworkNode.IndicatorUse(
            use,
            parameters: methods.values(
                parameters, for: description.parameters, of: "‘\(use)’", at: fields.position(of: "use")),
            target: target)
        let role = role(fields)
        checkBestEffort(description, role, at: node.position)
        return FrameworkNode(
            id: identifier(fields) ?? use, name: fields.bilingual("name") ?? description.name, role: role,
            levels: inherited.levels, measure: measure,
            steps: NodeSteps(decoder: self).indicator(fields, inherited), position: node.position)
    }

    private func reportUnknown(_ use: String, at position: SourcePosition) {
        if let plugin = whole.plugins.first(where: { $0.indicators.contains { $0.description.id == use } }) {
            problems.report(
                at: position, "‘\(use)’ belongs to \(plugin.description.id), which is not listed under plugins",
                expected: "plugins: [\(plugin.description.id), …]")
            return
        }
        let known = catalogue.indicators.keys.sorted()
        problems.report(
            at: position, "there is no indicator ‘\(use)’", expected: "an indicator of ‘assess list indicators’",
            suggestion: nearestMatch(to: use, among: known))
    }

    private func role(_ fields: Fields) -> FrameworkNode.Role {
        if fields["bonus"] != nil, fields["weight"] != nil {
            problems.report(
                at: fields.position(of: "bonus"), "a node has either a weight or a bonus", expected: "one of the two")
        } else if fields["bonus"] != nil {
            let points = fields.positive("bonus")
            if points == nil { problems.leaveIncomplete(fields.position) }
            return .bonus(points: points ?? 1)
        }
        let weight = fields.positive("weight", otherwise: ", or leave the node out")
        if weight == nil, fields["weight"] != nil { problems.leaveIncomplete(fields.position) }
        return .weighted(weight)
    }

    /// A best-effort target (力争) may reward and never punishes.
    private func checkBestEffort(
        _ description: IndicatorDescription, _ role: FrameworkNode.Role, at position: SourcePosition
    ) {
        guard kind == .review, case .weighted = role else { return }
        let statements = description.statements.compactMap { catalogue.statements[$0] }
        if !statements.isEmpty, statements.allSatisfy({ $0.strength == .bestEffort }) {
            problems.report(
                at: position,
                "‘\(description.id)’ measures a best-effort target (力争), which may reward and never punish",
                expected: "bonus: points, in place of a weight")
        }
    }

    /// In a review the rank and the grade are decided on the total as it is published.
    private func checkRounding(_ root: FrameworkNode, _ fields: Fields) {
        guard kind == .review, fields["steps"] == nil || fields.items("steps").count == root.steps.count else { return }
        let undecided = root.steps.map(\.kind).prefix { $0 != .rank && $0 != .grade }
        if !undecided.contains(.round) {
            problems.report(
                at: fields["steps"]?.position ?? fields.position,
                "the total of a review is ranked and graded as it is published, and nothing rounds it before",
                expected: fields["steps"] == nil ? "round: 2" : "[aggregate, round: 2, rank, …]")
        }
    }

    private func checkIds(_ root: FrameworkNode) {
        var seen: [String: SourcePosition?] = [:]
        for node in root.subtree where !node.id.isEmpty {
            if let first = seen.updateValue(node.position, forKey: node.id), let position = node.position {
                let place = first.map { " (also at \($0.file == position.file ? "line \($0.line)" : "\($0)"))" } ?? ""
                problems.report(
                    at: position, "two nodes have the id ‘\(node.id)’\(place)", expected: "an id of its own: id: …")
            }
        }
    }
}

extension MethodChoice {
    /// What stands for a choice whose problem has been told, so that nothing more is told of what follows from it.
    static let unread = MethodChoice("")
}
