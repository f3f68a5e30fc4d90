import AssessmentCore

/// Forms the ordered steps of a node: the usual ones, or those that it lists.
struct NodeSteps {
    let decoder: FrameworkDecoder

    private var problems: DiagnosticCollector { decoder.problems }

    /// The steps of the root: aggregate, bonus, round, rank, grade.
    func root(_ fields: Fields, _ inherited: FrameworkDecoder.Inherited, _ children: [FrameworkNode]) -> [Step] {
        var available = inner(fields, inherited, children)
        if !decoder.grades.isEmpty { available.append(.grade(decoder.grades)) }
        return ordered(fields, available)
    }

    /// The steps of a pillar: aggregate, bonus, missing, round, rank.
    func pillar(_ fields: Fields, _ inherited: FrameworkDecoder.Inherited, _ children: [FrameworkNode]) -> [Step] {
        var available = inner(fields, inherited, children)
        let position = available.firstIndex { $0.kind == .round || $0.kind == .rank } ?? available.endIndex
        available.insert(.missing(inherited.missing), at: position)
        return ordered(fields, available)
    }

    /// The steps of an indicator: measure, evaluate, missing, round, rank.
    func indicator(_ fields: Fields, _ inherited: FrameworkDecoder.Inherited) -> [Step] {
        var available: [Step] = [.measure, evaluation(fields), .missing(inherited.missing)]
        if let decimals = decimals(fields) { available.append(.round(decimals: decimals)) }
        available.append(.rank(tolerance: inherited.tolerance))
        return ordered(fields, available)
    }

    private func inner(
        _ fields: Fields, _ inherited: FrameworkDecoder.Inherited, _ children: [FrameworkNode]
    ) -> [Step] {
        var steps: [Step] = []
        if let aggregate = inherited.aggregate {
            steps.append(.aggregate(aggregate, weighting: inherited.weighting))
        }
        if children.contains(where: { !$0.isWeighted }) { steps.append(.bonus) }
        if let decimals = decimals(fields) { steps.append(.round(decimals: decimals)) }
        steps.append(.rank(tolerance: inherited.tolerance))
        return steps
    }

    private func decimals(_ fields: Fields) -> Int? {
        fields["round"].map { node in
            problems.attempt { () throws(Diagnostic) in try node.integer(in: 0...15) } ?? 0
        }
    }

    private func evaluation(_ fields: Fields) -> Step {
        guard let node = fields["evaluate"] else {
            if !problems.isIncomplete(fields.position) {
                problems.report(
                    at: fields.position, "the indicator has no evaluation",
                    expected: "evaluate: one of "
                        + decoder.catalogue.evaluators.keys.sorted().joined(separator: ", "))
            }
            return .evaluate(.unread, reference: nil)
        }
        guard
            let (choice, reserved) = decoder.methods.choice(
                node, among: decoder.catalogue.evaluators.mapValues(\.description), kind: "evaluator",
                reserved: ["reference"]),
            let evaluator = decoder.catalogue.evaluators[choice.id]
        else { return .evaluate(.unread, reference: nil) }
        let position = choice.position ?? node.position
        let scope = reserved["reference"].flatMap { $0.word(ReferenceSets.Scope.self, problems) }
        let scopes = ReferenceSets.Scope.allCases.map(\.rawValue).joined(separator: ", ")
        if evaluator.needsReference, reserved["reference"] == nil {
            problems.report(
                at: position, "‘\(choice.id)’ compares with a reference set, and none is named",
                expected: "{ \(choice.id): { reference: one of \(scopes) } }")
        } else if !evaluator.needsReference, let given = reserved["reference"] {
            problems.report(
                at: given.position, "‘\(choice.id)’ compares with no reference set", expected: "no reference")
        }
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
        return .evaluate(choice, reference: scope)
    }

    /// The steps in the order that the node lists; the usual order where it lists none.
    private func ordered(_ fields: Fields, _ available: [Step]) -> [Step] {
        guard fields["steps"] != nil else { return available }
        let items = fields.items("steps")
        var steps: [Step] = []
        for item in items {
            if case .mapping(let entries) = item.value, entries.count == 1, let entry = entries.first,
                entry.key == "round"
            {
                if let decimals = problems.attempt({ () throws(Diagnostic) in try entry.value.integer(in: 0...15) }) {
                    steps.append(.round(decimals: decimals))
                }
                continue
            }
            guard let kind = item.word(Step.Kind.self, problems) else { continue }
            guard let step = available.first(where: { $0.kind == kind }) else {
                if kind == .round {
                    problems.report(
                        at: item.position, "the step ‘round’ does not say to how many decimals",
                        expected: "round: decimals, such as round: 2")
                } else {
                    problems.report(
                        at: item.position, "the step ‘\(kind.rawValue)’ has nothing to do here",
                        expected: "one of " + available.map(\.kind.rawValue).joined(separator: ", "))
                }
                continue
            }
            steps.append(step)
        }
        if steps.count == items.count { check(steps, available, at: fields.position(of: "steps")) }
        return steps
    }

    private func check(_ steps: [Step], _ available: [Step], at position: SourcePosition) {
        let known = problems.diagnostics.count
        guard let first = available.first?.kind, !steps.isEmpty else {
            problems.report(at: position, "no steps are listed", expected: "at least one step")
            return
        }
        if steps.first?.kind != first {
            problems.report(
                at: position, "the first step is ‘\(steps.first?.kind.rawValue ?? "")’", expected: "‘\(first.rawValue)’"
            )
        }
        let kinds = steps.map(\.kind)
        for kind in Set(kinds).sorted(by: { $0.rawValue < $1.rawValue }) where kind != .round {
            if kinds.count(where: { $0 == kind }) > 1 {
                problems.report(at: position, "the step ‘\(kind.rawValue)’ is listed twice", expected: "each step once")
            }
        }
        if kinds[0] == .measure, kinds.count > 1, kinds[1] != .evaluate {
            problems.report(
                at: position, "‘measure’ must be followed by ‘evaluate’", expected: "[measure, evaluate, …]")
        }
        if kinds == [.measure] {
            problems.report(at: position, "an indicator needs a score", expected: "[measure, evaluate, …]")
        }
        let isRightSoFar = problems.diagnostics.count == known
        for kind in [Step.Kind.bonus, .grade] where isRightSoFar && !kinds.contains(kind) {
            guard available.contains(where: { $0.kind == kind }) else { continue }
            problems.report(
                at: position, "without the step ‘\(kind.rawValue)’ what the specification says of it has no effect",
                expected: "the step \(kind.rawValue)")
        }
        if isRightSoFar, available.contains(where: { $0.kind == .missing }), !kinds.contains(.missing) {
            problems.report(
                at: position, "without the step ‘missing’ a missing score would be passed over silently",
                expected: "[" + kinds.prefix { $0.givesScore || $0 == .measure }.map(\.rawValue).joined(separator: ", ")
                    + ", missing, …]")
        }
    }
}
