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
        var classes: [String] = []
        /// What stands before the ids of nodes.
        var prefix = ""
        /// What may stand before the names in formulas, the nearest first.
        var prefixes = [""]
        var reference: ReferenceScope?
        var screening: Screening?
        var leastChildren: Double?
        var indicatorSteps: YAMLNode?
        /// How values become scores, where a node above says it.
        var evaluate: YAMLNode?
        var impute: YAMLNode?
        var treat: YAMLNode?
    }

    let catalogue: Catalogue
    /// Every linked plug-in, to tell an indicator of one that is not listed from one that does not exist.
    let whole: Catalogue
    let problems: DiagnosticCollector
    let kind: Specification.Kind
    /// The assessed period; nothing where that cannot be read.
    let period: Period?
    let hasTargetsFile: Bool
    let grades: [GradeBand]
    /// What decisions may adjust.
    let adjustments: [Adjustment]
    /// The columns that group units.
    let groupings: [String]
    /// Who rates qualitative items, where that could be read.
    var ratings: RatingScheme?
    /// Whether the specification says who rates.
    var hasRatings = false
    /// The indicators that the framework itself writes.
    let written: WrittenIndicators
    /// The tasks, whose completion indicators may measure.
    let tasks: TaskScheme?

    var methods: MethodDecoder {
        MethodDecoder(problems: problems, whole: whole, weightings: catalogue.weightings.mapValues(\.description))
    }

    /// The methods of a node's steps.
    func steps(_ inherited: Inherited) -> StepDecoder { StepDecoder(decoder: self, inherited: inherited) }

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
        var inherited = inherit(fields, Inherited())
        inherited.screening = fields["screen"].flatMap { steps(inherited).screening($0) }
        let children = children(fields, inherited)
        let id = identifier(fields) ?? "total"
        var decoded = FrameworkNode(
            id: id,
            name: fields.bilingual("name") ?? BilingualText(zh: "总分", en: "Total"),
            direction: fields.word("direction", Direction.self),
            steps: NodeSteps(decoder: self, node: id).root(fields, inherited, children),
            unrankedAbove: fields.number("unranked_above", atLeast: 0, atMost: 1),
            leastChildren: inherited.leastChildren, children: children,
            position: node.position)
        decoded.unresolved = inherited.missing
        checkRounding(decoded, fields)
        WeightCheck(catalogue: catalogue, problems: problems).check(decoded, scale)
        checkIds(decoded)
        return (decoded, scale)
    }

    /// The id that a node gives itself.
    func identifier(_ fields: Fields) -> String? {
        guard let id = fields.text("id") else { return nil }
        problems.checkNodeIdentifier(id, at: fields.position(of: "id"))
        return id
    }

    /// What the nodes below take over.
    func inherit(_ fields: Fields, _ above: Inherited) -> Inherited {
        var inherited = above
        if let node = fields["reference"] { inherited.reference = reference(node) ?? above.reference }
        if let node = fields["aggregate"] {
            inherited.aggregate = steps(inherited).aggregation(node)
        } else if above.aggregate == nil {
            inherited.aggregate = MethodChoice("arithmetic_mean")
        }
        if let node = fields["weighting"] { inherited.weighting = steps(inherited).weighting(node) }
        if let node = fields["missing"] {
            inherited.missing = MissingDecoder(problems: problems).rule(node, above: above.missing)
        }
        if let prefix = fields.text("prefix") {
            problems.checkNodeIdentifier(prefix, at: fields.position(of: "prefix"))
            inherited.prefix = above.prefix + prefix
            inherited.prefixes = [inherited.prefix] + above.prefixes
        }
        inherited.tolerance = fields.number("ties_within", atLeast: 0) ?? above.tolerance
        inherited.leastChildren =
            fields.number("least_children", atLeast: 0, atMost: 1) ?? above.leastChildren
        inherited.indicatorSteps = fields["indicator_steps"] ?? above.indicatorSteps
        inherited.levels = fields.texts("levels") ?? above.levels
        inherited.classes = fields.texts("classes") ?? above.classes
        inherited.evaluate = fields["evaluate"] ?? above.evaluate
        inherited.impute = fields["impute"] ?? above.impute
        inherited.treat = fields["treat"] ?? above.treat
        return inherited
    }

    /// The reference set that a node names.
    func reference(_ node: YAMLNode) -> ReferenceScope? {
        guard let text = problems.attempt({ () throws(Diagnostic) in try node.text() }) else { return nil }
        if let scope = ReferenceScope(text, groupings: groupings) { return scope }
        let words = ReferenceScope.words(groupings: groupings)
        problems.report(
            at: node.position, "‘\(text)’ is not known here",
            expected: "one of " + words.joined(separator: ", ") + ", or a year",
            suggestion: nearestMatch(to: text, among: words))
        return nil
    }

    /// The reference set that the framework names for every node; what is wrong with it is told where that is read.
    func rootReference(_ node: YAMLNode?) -> ReferenceScope? {
        guard case .mapping(let entries)? = node?.value,
            let written = entries.first(where: { $0.key == "reference" })?.value,
            case .scalar(let text, _) = written.value
        else { return nil }
        return ReferenceScope(text, groupings: groupings)
    }

    private func children(_ fields: Fields, _ inherited: Inherited) -> [FrameworkNode] {
        if (FrameworkShapes.lists + ["formula"]).allSatisfy({ fields[$0] == nil }) {
            problems.report(
                at: fields.position, "there is nothing below this node", expected: "pillars or indicators")
        }
        let indicators = IndicatorDecoder(decoder: self)
        var (children, items) = ([FrameworkNode](), 0)
        // In the order of the file, since a formula may read what stands above it.
        for key in fields.keys {
            switch key {
            case "pillars": children += fields.items(key).compactMap { pillar($0, inherited) }
            case "indicators": children += fields.items(key).compactMap { indicators.decode($0, inherited) }
            case "values": children += fields.items(key).compactMap { indicators.variable($0, inherited) }
            default: continue
            }
            items += fields.items(key).count
        }
        if children.count < items { problems.leaveIncomplete(fields.position) }
        let lists = fields.keys.filter(FrameworkShapes.lists.contains).compactMap { fields[$0] }
        let areLists = lists.allSatisfy { if case .sequence = $0.value { true } else { false } }
        if items == 0, !lists.isEmpty, areLists, fields["formula"] == nil {
            problems.report(
                at: fields.position, "there is nothing below this node", expected: "pillars or indicators")
        }
        return children
    }

    private func pillar(_ node: YAMLNode, _ above: Inherited) -> FrameworkNode? {
        guard let fields = Fields(node, FrameworkShapes.pillar, problems) else { return nil }
        let inherited = inherit(fields, above)
        let children = children(fields, inherited)
        let id = identifier(fields).map { above.prefix + $0 } ?? ""
        let name = fields.bilingual("name")
        return FrameworkNode(
            id: id, name: name ?? BilingualText(same: ""), role: role(fields),
            levels: inherited.levels, classes: inherited.classes,
            direction: fields.word("direction", Direction.self),
            steps: NodeSteps(decoder: self, node: id).pillar(fields, inherited, children),
            unrankedAbove: fields.number("unranked_above", atLeast: 0, atMost: 1),
            leastChildren: inherited.leastChildren, children: children,
            position: node.position)
    }

    /// How the node counts in the node above.
    func role(_ fields: Fields) -> FrameworkNode.Role {
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
