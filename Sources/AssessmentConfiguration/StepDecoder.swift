import AssessmentCore

/// Decodes the methods of a node's steps.
struct StepDecoder {
    let decoder: FrameworkDecoder
    let inherited: FrameworkDecoder.Inherited

    private var problems: DiagnosticCollector { decoder.problems }
    private var catalogue: Catalogue { decoder.catalogue }

    /// An aggregation.
    func aggregation(_ node: YAMLNode) -> MethodChoice {
        choice(node, among: catalogue.aggregations.mapValues(\.description), kind: "aggregation") {
            catalogue.aggregations[$0]?.needsReference
        }?.choice ?? .unread
    }

    /// A weighting.
    func weighting(_ node: YAMLNode) -> MethodChoice {
        let chosen = choice(node, among: catalogue.weightings.mapValues(\.description), kind: "weighting") {
            catalogue.weightings[$0]?.readsScores
        }?.choice
        if let chosen { checkFitting(chosen, at: chosen.position ?? node.position) }
        return chosen ?? .unread
    }

    /// The weights of a review are announced before the year that it is about: those that are taken from data are fitted
    /// on earlier periods.
    private func checkFitting(_ weighting: MethodChoice, at position: SourcePosition) {
        guard decoder.kind == .review, let period = decoder.period, let scope = weighting.reference,
            catalogue.weightings[weighting.id]?.readsScores == true
        else { return }
        if case .only(let fitted) = scope.periods, fitted < period { return }
        problems.report(
            at: position,
            "‘\(weighting.id)’ would take the weights of a review from \(scope.text), which is known only when the year is over",
            expected: "reference: a year before \(period), whose scores are known when the scheme is issued")
    }

    /// The evaluation of an indicator, its own or that of a node above.
    func evaluation(_ fields: Fields) -> Step {
        guard let node = fields["evaluate"] ?? inherited.evaluate else {
            if !problems.isIncomplete(fields.position) {
                problems.report(
                    at: fields.position, "the indicator has no evaluation",
                    expected: "evaluate: "
                        + MethodDecoder.wording(of: catalogue.evaluators.keys.sorted(), kind: "evaluator"))
            }
            return .evaluate(.unread)
        }
        return evaluation(node, fields)
    }

    /// An evaluation.
    func evaluation(_ node: YAMLNode, _ fields: Fields) -> Step {
        guard
            let choice = choice(
                node, among: catalogue.evaluators.mapValues(\.description), kind: "evaluator",
                needsReference: { catalogue.evaluators[$0]?.needsReference })?.choice,
            let evaluator = catalogue.evaluators[choice.id]
        else { return .evaluate(.unread) }
        let position = choice.position ?? node.position
        if evaluator.targets != .none, fields["target"] == nil, !decoder.hasTargetsFile {
            problems.report(
                at: position, "‘\(choice.id)’ compares with a target, and none is given",
                expected: "target: a number or a table here, or a file of targets under data")
        }
        if evaluator.targets == .none, fields["target"] != nil {
            problems.report(
                at: fields.position(of: "target"), "‘\(choice.id)’ does not look at a target",
                expected: "no target, or an evaluator that compares with one")
        }
        return .evaluate(choice)
    }

    /// An evaluation in place of those of several nodes, each with its own target.
    func evaluation(_ node: YAMLNode) -> Step {
        .evaluate(
            choice(
                node, among: catalogue.evaluators.mapValues(\.description), kind: "evaluator",
                needsReference: { catalogue.evaluators[$0]?.needsReference })?.choice ?? .unread)
    }

    /// The imputations of an indicator, its own or those of a node above.
    func imputations(_ fields: Fields) -> [Step] {
        list(fields["impute"] ?? inherited.impute).map(imputation)
    }

    /// An imputation, with the reasons for which it puts in a value.
    func imputation(_ node: YAMLNode) -> Step {
        guard
            let found = choice(
                node, among: catalogue.imputations.mapValues(\.description), kind: "imputation",
                alsoReserved: ["reasons"], needsReference: { catalogue.imputations[$0]?.needsReference })
        else { return .impute(.unread, reasons: []) }
        guard let listed = found.reserved["reasons"] else {
            return .impute(found.choice, reasons: StepDecoder.usualReasons)
        }
        guard case .sequence(let items) = listed.value else {
            problems.report(at: listed.position, "‘reasons’ must be a list", expected: "a list of reasons")
            return .impute(found.choice, reasons: [])
        }
        let known = StepDecoder.imputable.map(\.rawValue)
        let reasons = items.compactMap { item -> Reason? in
            guard let text = problems.attempt({ () throws(Diagnostic) in try item.text() }) else { return nil }
            if let reason = StepDecoder.imputable.first(where: { $0.rawValue == text }) { return reason }
            problems.report(
                at: item.position, "nothing is put in for ‘\(text)’",
                expected: "one of " + known.joined(separator: ", "), suggestion: nearestMatch(to: text, among: known))
            return nil
        }
        return .impute(found.choice, reasons: Set(reasons))
    }

    /// The reasons for which a value may be put in.
    static let imputable = Reason.allCases.filter { $0.state == .missing && $0 != .tooMuchMissing }

    /// Those for which one is put in where nothing is said: not for what was found false, which would reward it.
    private static let usualReasons = Set(imputable.filter { $0 != .falsified })

    /// The treatments of an indicator, its own or those of a node above.
    func treatments(_ fields: Fields) -> [Step] {
        list(fields["treat"] ?? inherited.treat).map(treatment)
    }

    /// A treatment.
    func treatment(_ node: YAMLNode) -> Step {
        .treat(
            choice(
                node, among: catalogue.treatments.mapValues(\.description), kind: "treatment",
                needsReference: { catalogue.treatments[$0]?.needsReference })?.choice ?? .unread)
    }

    /// One method or a list of them; none where the word `none` switches off what a node above says.
    private func list(_ node: YAMLNode?) -> [YAMLNode] {
        guard let node else { return [] }
        if case .sequence(let items) = node.value { return items }
        if case .scalar("none", _) = node.value { return [] }
        return [node]
    }

    /// A formula over nodes before, written as a text or with its reference set.
    func formula(_ node: YAMLNode) -> Step? {
        var (text, reference) = (node, inherited.reference)
        if case .mapping = node.value {
            guard let fields = Fields(node, FrameworkShapes.formulaShape, problems), let own = fields["formula"] else {
                return nil
            }
            text = own
            if let scope = fields["reference"] { reference = decoder.reference(scope) }
        }
        return problems.attempt { () throws(Diagnostic) in try text.formula() }.map {
            .formula(NodeFormula($0, reference: reference, prefixes: inherited.prefixes))
        }
    }

    /// The screening of units and indicators.
    func screening(_ node: YAMLNode) -> Screening? {
        guard let fields = Fields(node, FrameworkShapes.screen, problems) else { return nil }
        let screening = Screening(
            unitsFrom: fields.number("units_from", atLeast: 0, atMost: 1),
            indicatorsFrom: fields.number("indicators_from", atLeast: 0, atMost: 1))
        if fields["units_from"] == nil, fields["indicators_from"] == nil {
            problems.report(
                at: node.position, "the screening says no share", expected: "units_from or indicators_from")
        }
        return screening
    }

    /// A light: a list of bands, or with what it shows.
    func light(_ node: YAMLNode) -> Step? {
        var bands = [node]
        var ofValue = false
        if case .sequence(let items) = node.value {
            bands = items
        } else if let fields = Fields(node, FrameworkShapes.lightShape, problems) {
            bands = fields.items("bands")
            ofValue = fields.word("of", FrameworkShapes.Shown.self) == .value
        } else {
            return nil
        }
        let read = bands.compactMap(band)
        if let early = read.dropLast().firstIndex(where: { $0.bound == nil }) {
            problems.report(
                at: bands[early].position, "the bands behind this one never count, since it holds every number",
                expected: "a bound, save for the last band")
        }
        if let last = read.last, last.bound != nil, read.count == bands.count, let place = bands.last?.position {
            problems.report(
                at: place, "a number that no band holds would show no light",
                expected: "a last band without a bound, which takes every number that is left")
        }
        if bands.isEmpty {
            problems.report(at: node.position, "the light has no bands", expected: "a list of bands with their colours")
        }
        return read.count == bands.count && !read.isEmpty ? .light(Light(read, ofValue: ofValue)) : nil
    }

    private func band(_ node: YAMLNode) -> Light.Band? {
        guard let fields = Fields(node, FrameworkShapes.lightBand, problems),
            let colour = fields.word("colour", Light.Colour.self)
        else { return nil }
        let bounds: [(String, (Double) -> Light.Bound)] = [
            ("at_least", Light.Bound.atLeast), ("above", Light.Bound.above), ("at_most", Light.Bound.atMost),
            ("below", Light.Bound.below),
        ]
        let given = bounds.filter { fields[$0.0] != nil }
        guard given.count <= 1 else {
            problems.report(
                at: node.position, "a band has one bound", expected: "one of at_least, above, at_most, below")
            return nil
        }
        guard let (key, bound) = given.first else { return Light.Band(colour, nil) }
        return fields.number(key).map { Light.Band(colour, bound($0)) }
    }

    /// A method, with the reference set that it names or takes over where it needs one.
    private func choice(
        _ node: YAMLNode, among methods: [String: MethodDescription], kind: String, alsoReserved: [String] = [],
        needsReference: (String) -> Bool?
    ) -> (choice: MethodChoice, reserved: [String: YAMLNode])? {
        guard
            let found = decoder.methods.choice(
                node, among: methods, kind: kind, reserved: ["reference"] + alsoReserved),
            let needsReference = needsReference(found.choice.id)
        else { return nil }
        var choice = found.choice
        let reserved = found.reserved
        let position = choice.position ?? node.position
        if needsReference {
            choice.reference = reserved["reference"].map { decoder.reference($0) } ?? inherited.reference
            if choice.reference == nil, reserved["reference"] == nil {
                let scopes = ReferenceScope.words(groupings: decoder.groupings).joined(separator: ", ")
                problems.report(
                    at: position, "‘\(choice.id)’ compares with a reference set, and none is named",
                    expected: "{ \(choice.id): { reference: one of \(scopes) } }")
            }
        } else if let given = reserved["reference"] {
            problems.report(
                at: given.position, "‘\(choice.id)’ compares with no reference set", expected: "no reference")
        }
        return (choice, reserved)
    }
}
