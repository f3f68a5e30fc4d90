import AssessmentCore

/// Forms the ordered steps of a node: the usual ones, or those that it lists.
struct NodeSteps {
    let decoder: FrameworkDecoder
    /// The id of the node.
    let node: String

    private var problems: DiagnosticCollector { decoder.problems }

    /// The steps of the root: aggregate, bonus, adjust, round, light, rank, grade, veto, quota.
    func root(_ fields: Fields, _ inherited: FrameworkDecoder.Inherited, _ children: [FrameworkNode]) -> [Step] {
        var available = inner(fields, inherited, children)
        available.insert(contentsOf: adjustments(isRoot: true), at: endOfScore(available))
        if !decoder.grades.isEmpty { available.append(.grade(decoder.grades)) }
        available += decoder.adjustments.filter { $0.veto != nil }.map { .veto($0) }
        if decoder.grades.contains(where: { $0.quota != nil }) { available.append(.quota) }
        return ordered(fields, inherited, available, listed: fields["steps"])
    }

    /// The steps of a pillar: aggregate, bonus, missing, adjust, round, light, rank.
    func pillar(_ fields: Fields, _ inherited: FrameworkDecoder.Inherited, _ children: [FrameworkNode]) -> [Step] {
        var available = inner(fields, inherited, children)
        available.insert(
            contentsOf: [.missing(inherited.missing)] + adjustments(isRoot: false), at: endOfScore(available))
        return ordered(fields, inherited, available, listed: fields["steps"])
    }

    /// The steps of an indicator: measure, light of the value, screen, impute, treat, evaluate, missing, adjust, round,
    /// light of the score, rank.
    func indicator(_ fields: Fields, _ inherited: FrameworkDecoder.Inherited) -> [Step] {
        let methods = decoder.steps(inherited)
        var available: [Step] = [.measure]
        let light = fields["light"].flatMap { methods.light($0) }
        // The light of a value shows what was measured, before anything is left out or put in.
        if case .light(let shown) = light, shown.ofValue { available.append(.light(shown)) }
        if let screening = inherited.screening { available.append(.screen(screening)) }
        available += methods.imputations(fields) + methods.treatments(fields)
        // Steps that say themselves how values become scores need no evaluation besides.
        if fields["evaluate"] != nil || inherited.evaluate != nil
            || !listsScore(fields["steps"] ?? inherited.indicatorSteps)
        {
            available.append(methods.evaluation(fields))
        }
        available.append(.missing(inherited.missing))
        available += adjustments(isRoot: false) + end(fields, inherited, light)
        return ordered(fields, inherited, available, listed: fields["steps"] ?? inherited.indicatorSteps)
    }

    /// The position of the first step that follows upon a score.
    private func endOfScore(_ steps: [Step]) -> Int {
        let behind: Set<Step.Kind> = [.round, .light, .rank]
        return steps.firstIndex { behind.contains($0.kind) } ?? steps.endIndex
    }

    /// The adjustments that may change the score of the node, in their order.
    private func adjustments(isRoot: Bool) -> [Step] {
        decoder.adjustments.filter { adjustment in
            adjustment.veto == nil
                && (adjustment.nodes.isEmpty ? isRoot : adjustment.nodes.contains(node))
        }.map { .adjust($0) }
    }

    private func listsScore(_ listed: YAMLNode?) -> Bool {
        guard case .sequence(let items) = listed?.value else { return false }
        return items.contains { item in
            guard case .mapping(let entries) = item.value else { return false }
            return entries.contains { $0.key == Step.Kind.evaluate.rawValue || $0.key == Step.Kind.formula.rawValue }
        }
    }

    private func inner(
        _ fields: Fields, _ inherited: FrameworkDecoder.Inherited, _ children: [FrameworkNode]
    ) -> [Step] {
        var steps: [Step] = []
        if let formula = fields["formula"] {
            if let own = fields["aggregate"] {
                problems.report(
                    at: own.position, "a node has either an aggregation or a formula; the formula is its score",
                    expected: "one of the two; a formula may go on with ‘value’ as a step")
            }
            decoder.steps(inherited).formula(formula).map { steps.append($0) }
        } else if let aggregate = inherited.aggregate {
            steps.append(.aggregate(aggregate, weighting: inherited.weighting))
        }
        if children.contains(where: { !$0.isWeighted }) { steps.append(.bonus) }
        let light = fields["light"].flatMap { decoder.steps(inherited).light($0) }
        if case .light(let shown) = light, shown.ofValue {
            problems.report(
                at: fields.position(of: "light"), "a node above indicators has no value, only a score",
                expected: "of: score")
        }
        return steps + end(fields, inherited, light)
    }

    /// The steps that follow upon a score.
    private func end(_ fields: Fields, _ inherited: FrameworkDecoder.Inherited, _ light: Step?) -> [Step] {
        var steps: [Step] = []
        if let decimals = fields["round"].flatMap(decimals) { steps.append(.round(decimals: decimals)) }
        if case .light(let shown) = light, !shown.ofValue { steps.append(.light(shown)) }
        steps.append(.rank(tolerance: inherited.tolerance, tieBreaks: fields.texts("ties_broken_by") ?? []))
        return steps
    }

    private func decimals(_ node: YAMLNode) -> Int? {
        problems.attempt { () throws(Diagnostic) in try node.integer(in: 0...15) }
    }

    /// The steps in the order that the node lists; the usual order where it lists none.
    private func ordered(
        _ fields: Fields, _ inherited: FrameworkDecoder.Inherited, _ available: [Step], listed: YAMLNode?
    ) -> [Step] {
        guard let listed, !listed.isNull else { return available }
        guard case .sequence(let items) = listed.value else {
            problems.report(at: listed.position, "‘steps’ must be a list", expected: "items that begin with ‘- ’")
            return available
        }
        var steps: [Step] = []
        var isComplete = true
        for item in items {
            let read = self.steps(item, fields, inherited, available)
            if read.isEmpty { isComplete = false }
            steps += read
        }
        if isComplete { check(steps, available, at: listed.position) }
        return steps
    }

    /// The steps of an item of the list: a word for what the node says elsewhere, or a step with its own setting.
    private func steps(
        _ item: YAMLNode, _ fields: Fields, _ inherited: FrameworkDecoder.Inherited, _ available: [Step]
    ) -> [Step] {
        if case .mapping(let entries) = item.value, entries.count == 1, let entry = entries.first,
            let kind = Step.Kind(rawValue: entry.key)
        {
            let methods = decoder.steps(inherited)
            switch kind {
            case .round: return decimals(entry.value).map { [.round(decimals: $0)] } ?? []
            case .impute: return [methods.imputation(entry.value)]
            case .treat: return [methods.treatment(entry.value)]
            case .evaluate: return [methods.evaluation(entry.value, fields)]
            case .formula: return methods.formula(entry.value).map { [$0] } ?? []
            case .aggregate:
                return [.aggregate(methods.aggregation(entry.value), weighting: inherited.weighting)]
            case .light: return methods.light(entry.value).map { [$0] } ?? []
            case .target, .measure, .screen, .missing, .bonus, .adjust, .rank, .grade, .veto, .quota:
                problems.report(
                    at: item.position, "the step ‘\(kind.rawValue)’ takes no setting here", expected: kind.rawValue)
                return []
            }
        }
        guard let kind = item.word(Step.Kind.self, problems, among: Step.Kind.listed) else { return [] }
        let named = available.filter { $0.kind == kind }
        if named.isEmpty {
            if kind == .round {
                problems.report(
                    at: item.position, "the step ‘round’ does not say to how many decimals",
                    expected: "round: decimals, such as round: 2")
            } else {
                problems.report(
                    at: item.position, "the step ‘\(kind.rawValue)’ has nothing to do here",
                    expected: "one of "
                        + available.map(\.kind.rawValue).reduce(into: [String]()) {
                            if !$0.contains($1) { $0.append($1) }
                        }.joined(separator: ", "))
            }
        }
        return named
    }

    private static let once: Set<Step.Kind> = [
        .measure, .screen, .missing, .aggregate, .bonus, .rank, .grade, .quota,
    ]

    /// Ranks and grades follow the score that is published, so that nothing changes it after they are given; and where it is
    /// graded, nothing changes it after it was rounded.
    private func checkOrder(_ steps: [Step], at position: SourcePosition) {
        let kinds = steps.map(\.kind)
        let changes = steps.indices.filter { kinds[$0].givesScore && kinds[$0] != .round && kinds[$0] != .missing }
        guard let last = changes.last else { return }
        let kind = kinds[last].rawValue
        if let early = kinds[..<last].last(where: { $0 == .rank || $0.givesGrade }) {
            problems.report(
                at: position, "the step ‘\(early.rawValue)’ comes before ‘\(kind)’, which changes the score",
                expected: "\(kind) before \(early.rawValue)")
        } else if kinds.contains(.grade), kinds[..<last].contains(.round), !kinds[last...].contains(.round) {
            problems.report(
                at: position,
                "the step ‘round’ comes before ‘\(kind)’, so that the graded score would not be the published, rounded one",
                expected: "round after \(kind)")
        }
    }

    private func check(_ steps: [Step], _ available: [Step], at position: SourcePosition) {
        let known = problems.diagnostics.count
        guard let first = available.first?.kind, !steps.isEmpty else {
            problems.report(at: position, "no steps are listed", expected: "at least one step")
            return
        }
        let begins = steps.first?.kind
        if begins != first, !(first == .aggregate && begins == .formula) {
            problems.report(
                at: position, "the first step is ‘\(begins?.rawValue ?? "")’", expected: "‘\(first.rawValue)’")
        }
        let kinds = steps.map(\.kind)
        for kind in NodeSteps.once.sorted(by: { $0.rawValue < $1.rawValue })
        where kinds.count(where: { $0 == kind }) > 1 {
            problems.report(at: position, "the step ‘\(kind.rawValue)’ is listed twice", expected: "each step once")
        }
        // One word stands for all of them.
        for kind in [Step.Kind.adjust, .veto]
        where steps.indices.contains(where: { steps[$0].kind == kind && steps[..<$0].contains(steps[$0]) }) {
            problems.report(
                at: position, "the step ‘\(kind.rawValue)’ is listed twice, and each decision would count twice",
                expected: "each step once")
        }
        if let score = kinds.firstIndex(where: { $0 == .evaluate || $0 == .formula || $0 == .aggregate }) {
            if let early = kinds[..<score].first(where: {
                $0 == .rank || $0 == .missing || $0 == .adjust || $0.givesGrade
            }) {
                problems.report(
                    at: position, "the step ‘\(early.rawValue)’ comes before there is a score",
                    expected: "[\(first.rawValue), \(kinds[score].rawValue), …]")
            }
        } else {
            problems.report(at: position, "an indicator needs a score", expected: "[measure, evaluate, …]")
        }
        if problems.diagnostics.count == known { checkOrder(steps, at: position) }
        let isRightSoFar = problems.diagnostics.count == known
        let mustStay: [Step.Kind] = [.screen, .bonus, .adjust, .grade, .veto, .quota]
        for kind in mustStay where isRightSoFar && !kinds.contains(kind) {
            guard available.contains(where: { $0.kind == kind }) else { continue }
            problems.report(
                at: position, "without the step ‘\(kind.rawValue)’ what the specification says of it has no effect",
                expected: "the step \(kind.rawValue)")
        }
        if isRightSoFar, available.contains(where: { $0.kind == .missing }), !kinds.contains(.missing) {
            problems.report(
                at: position, "without the step ‘missing’ a missing score would be passed over silently",
                expected: "[" + kinds.prefix { $0.givesNumbers }.map(\.rawValue).joined(separator: ", ")
                    + ", missing, …]")
        }
    }
}
