import AssessmentCore

/// Decodes how firm the result is to be asked.
struct RobustnessDecoder {
    let framework: FrameworkDecoder
    /// The framework; nothing where it could not be read.
    let root: FrameworkNode?
    /// The reference set of the whole framework, which methods take over.
    let reference: ReferenceScope?

    private var problems: DiagnosticCollector { framework.problems }

    /// The request.
    func request(_ node: YAMLNode?) -> RobustnessRequest? {
        guard let node, let fields = Fields(node, RobustnessShapes.request, problems) else { return nil }
        if fields["methods"] == nil, fields["data_error"] == nil, !problems.isIncomplete(node.position) {
            problems.report(
                at: node.position, "nothing is said to vary",
                expected: "methods, for an evaluation, or data_error")
        }
        if fields["methods"] != nil, framework.kind == .review {
            problems.report(
                at: fields.position(of: "methods"),
                "a review announces its weights and methods beforehand, so that they are not uncertain",
                expected: "data_error alone; methods vary in an evaluation")
        }
        if fields["sensitivity"] != nil, fields["methods"] == nil {
            problems.report(
                at: fields.position(of: "sensitivity"), "no method varies to which a spread could be laid",
                expected: "methods beside it, or no sensitivity")
        }
        let sensitivity = fields["sensitivity"].flatMap { self.sensitivity($0) }
        let methods = fields["methods"].flatMap { self.methods($0) }
        let errors = fields.items("data_error").compactMap { self.error($0) }
        checkTwice(errors)
        guard let seed = integer(fields, "seed", 0...Int(RobustnessRequest.largestSeed)) else { return nil }
        return RobustnessRequest(
            draws: integer(fields, "draws", 1...1_000_000) ?? 1000, seed: UInt64(seed),
            sequence: fields.word("sequence", RobustnessRequest.Sequence.self) ?? .random,
            interval: fields.number("interval", atLeast: 0.5, atMost: 0.999) ?? 0.9, methods: methods,
            dataErrors: errors, sensitivity: sensitivity, position: node.position,
            drawsPosition: fields["draws"]?.position)
    }

    private func integer(_ fields: Fields, _ key: String, _ range: ClosedRange<Int>) -> Int? {
        fields[key].flatMap { node in problems.attempt { () throws(Diagnostic) in try node.integer(in: range) } }
    }

    private func sensitivity(_ node: YAMLNode) -> RobustnessRequest.Sensitivity? {
        guard let fields = Fields(node, RobustnessShapes.sensitivity, problems) else { return nil }
        return RobustnessRequest.Sensitivity(
            base: integer(fields, "base", 8...100_000) ?? 256,
            bootstraps: integer(fields, "bootstraps", 10...10_000) ?? 200)
    }

    private func methods(_ node: YAMLNode) -> MethodVariation? {
        guard let fields = Fields(node, RobustnessShapes.methods, problems) else { return nil }
        if fields.keys.isEmpty {
            problems.report(at: node.position, "no method is said to vary", expected: "weights, normalisation, …")
        }
        var variation = MethodVariation(
            without: nodes("without", fields), withoutPosition: fields["without"]?.position)
        for subject in MethodVariation.Subject.allCases {
            if let own = fields[subject.rawValue], let choice = choice(subject, own) {
                variation.choices.append(choice)
            }
        }
        if let own = fields["weights"], let weights = Fields(own, RobustnessShapes.weights, problems) {
            variation.weights = self.weights(weights)
            variation.weightsBelow = nodes("below", weights)
            variation.weightsPosition = own.position
        }
        return variation
    }

    private func nodes(_ key: String, _ fields: Fields) -> [String] {
        StatisticsNodes(problems: problems, root: root, fields: fields).listed(key, nil)
    }

    private func choice(_ subject: MethodVariation.Subject, _ node: YAMLNode) -> MethodVariation.Choice? {
        var (list, at) = (node, [String]())
        if case .mapping = node.value {
            let kind: ValueForm.MethodKind =
                switch subject {
                case .imputation: .imputation
                case .treatment: .treatment
                case .normalisation: .evaluator
                case .aggregation: .aggregation
                }
            guard
                let fields = Fields(
                    node, RobustnessShapes.choicesAt(kind, .list(.method(kind), of: "methods", atLeast: 1)), problems),
                let own = fields["of"]
            else { return nil }
            (list, at) = (own, nodes("at", fields))
        }
        guard case .sequence(let items) = list.value, !items.isEmpty else {
            problems.report(
                at: list.position, "the methods of ‘\(subject.rawValue)’ must be a list",
                expected: "such as [as_given, …]")
            return nil
        }
        return MethodVariation.Choice(subject, items.map { alternative(subject, $0) }, at: at, position: node.position)
    }

    private func alternative(_ subject: MethodVariation.Subject, _ node: YAMLNode) -> MethodVariation.Alternative {
        if case .scalar("as_given", _) = node.value { return .asGiven }
        let steps = framework.steps(FrameworkDecoder.Inherited(reference: reference))
        switch subject {
        case .normalisation: return .steps([steps.evaluation(node)])
        case .aggregation: return .steps([.aggregate(steps.aggregation(node), weighting: MethodChoice("given"))])
        case .imputation, .treatment:
            if case .scalar("none", _) = node.value { return .steps([]) }
            return .steps(node.listed.map { subject == .imputation ? steps.imputation($0) : steps.treatment($0) })
        }
    }

    private func weights(_ fields: Fields) -> MethodVariation.WeightVariation? {
        let keys = ["within", "dirichlet", "simplex", "sets"].filter { fields[$0] != nil }
        guard keys.count == 1 else {
            if !problems.isIncomplete(fields.position) {
                problems.report(
                    at: fields.position, "weights vary in one way", expected: "one of within, dirichlet, simplex, sets")
            }
            return nil
        }
        switch keys[0] {
        case "within": return share("within", fields).map { .within($0) }
        case "dirichlet":
            return fields.number("dirichlet", atLeast: 0.001).map { .dirichlet(concentration: $0) }
        case "simplex":
            let isSo = fields["simplex"].flatMap { node in
                problems.attempt { () throws(Diagnostic) in try node.boolean() }
            }
            if isSo == false {
                problems.report(
                    at: fields.position(of: "simplex"), "nothing varies so", expected: "true, or no ‘weights’")
            }
            return isSo == true ? .simplex : nil
        default:
            let items = fields.items("sets")
            let sets = items.compactMap(set)
            if items.isEmpty {
                problems.report(at: fields.position(of: "sets"), "there is no set of weights", expected: "at least one")
            }
            return sets.isEmpty ? nil : .sets(sets)
        }
    }

    /// A share above 0, at most 1.
    private func share(_ key: String, _ fields: Fields) -> Double? {
        let expected = "a share above 0, at most 1, such as 0.02 for two per cent"
        if let node = fields[key], case .scalar(let text, _) = node.value, text.hasSuffix("%") {
            let number = Double(text.dropLast().trimmingPrefix(" "))
            problems.report(
                at: node.position, "‘\(text)’ has a percent sign", expected: expected,
                suggestion: number.map { Formula.text(of: $0 / 100) })
            return nil
        }
        guard let share = fields.positive(key) else { return nil }
        guard share <= 1 else {
            problems.report(
                at: fields.position(of: key), "\(Formula.text(of: share)) is more than the whole", expected: expected)
            return nil
        }
        return share
    }

    private func set(_ node: YAMLNode) -> MethodVariation.WeightSet? {
        guard let fields = Fields(node, RobustnessShapes.set, problems), let name = fields.text("name") else {
            return nil
        }
        var weights: [String: Double] = [:]
        let known = root?.subtree.dropFirst().filter(\.isWeighted).map(\.id)
        for entry in fields.entries("weights") {
            guard let number = problems.attempt({ () throws(Diagnostic) in try entry.value.number() }) else { continue }
            if number < 0 {
                problems.report(at: entry.value.position, "a weight is negative", expected: "a number from 0 on")
            }
            if let known, !known.contains(entry.key) {
                problems.report(
                    at: entry.keyPosition, "there is no node ‘\(entry.key)’ with a weight",
                    expected: "the id of a node",
                    suggestion: nearestMatch(to: entry.key, among: known))
            }
            weights[entry.key] = number
        }
        return MethodVariation.WeightSet(name, weights)
    }

    private func error(_ node: YAMLNode) -> DataError? {
        guard let fields = Fields(node, RobustnessShapes.error, problems) else { return nil }
        // A node above stands for the indicators below it.
        let named = fields["indicators"] == nil ? root.map { [$0.id] } ?? [] : nodes("indicators", fields)
        let leaves = named.flatMap { id in
            root?.subtree.first { $0.id == id }?.subtree.filter { $0.measure != nil }.map(\.id) ?? []
        }
        let keys = ["standard_error", "relative", "sample_size"].filter { fields[$0] != nil }
        guard keys.count == 1 else {
            if !problems.isIncomplete(fields.position) {
                problems.report(
                    at: fields.position, "an error is said in one way",
                    expected: "one of standard_error, relative, sample_size")
            }
            return nil
        }
        if keys[0] != "sample_size", fields["whole"] != nil {
            problems.report(
                at: fields.position(of: "whole"),
                "‘whole’ is what a share is counted out of, and goes with ‘sample_size’",
                expected: "sample_size, or no ‘whole’")
        }
        let (low, high) = (fields.number("at_least"), fields.number("at_most"))
        if let low, let high, low >= high {
            problems.report(
                at: fields.position(of: "at_most"), "no value lies between the bounds",
                expected: "at_least below at_most")
        }
        let size: DataError.Size? =
            switch keys[0] {
            case "standard_error": table("standard_error", fields, atLeast: 0).map { .standardError($0) }
            case "relative": share("relative", fields).map { .relative($0) }
            default:
                table("sample_size", fields, atLeast: 1).map {
                    .sample($0, whole: fields.positive("whole") ?? 100)
                }
            }
        return size.map { DataError(leaves: leaves, $0, atLeast: low, atMost: high, position: node.position) }
    }

    private func table(_ key: String, _ fields: Fields, atLeast low: Double) -> NumberTable? {
        fields[key].flatMap { framework.methods.numberTable($0, atLeast: low) }
    }

    /// One error an indicator: two would be added up without anyone saying so.
    private func checkTwice(_ errors: [DataError]) {
        var seen: Set<String> = []
        for error in errors {
            let twice = error.leaves.filter { !seen.insert($0).inserted }
            if let first = twice.first, let position = error.position {
                problems.report(
                    at: position, "‘\(first)’ has two errors", expected: "one error for each indicator")
            }
        }
    }
}
