import AssessmentCore

extension SpecificationDecoder {
    /// The words for what an adjustment does.
    private enum Kind: String, CaseIterable {
        case bonus, deduction, coefficient, override, veto
    }

    static let adjustmentShape = Shape(
        name: "an adjustment",
        summary:
            "A change that decisions may make after a score is computed. Points are points of the node, out of its full "
            + "marks. The decisions, each with its reason, authority, evidence, date and who decided, stand in a file "
            + "under `data`.",
        keys: [
            Key("id", .identifier, "The id by which decisions name it.", required: true),
            Key("name", .bilingual, "Its name, such as 国家级荣誉加分.", required: true),
            Key(
                "kind", .words(Kind.self),
                "What it does: add points, take points away, multiply by a coefficient of difficulty, put a score in "
                    + "place of the computed one, or lower the grade (一票否决).", required: true),
            Key("nodes", .nodes, "The nodes that it may change; the total if nothing. A veto is on the total."),
            Key(
                "authorities", .oneOrMore(.text("an authority"), "authorities"),
                "The authorities that a decision may rest on; any that it names if nothing."),
            Key("at_most", .positive, "With bonus and deduction: the most points for a unit, all decisions together."),
            Key("from", .positive, "With coefficient: the smallest one that may be decided."),
            Key("to", .positive, "With coefficient: the largest one that may be decided."),
            Key("up_to", .number(), "With bonus and coefficient: the score beyond which nothing is added."),
            Key("down_to", .number(), "With deduction: the score below which nothing is taken away; 0 if nothing."),
            Key(
                "grade", .either([.words(["disqualified"]), .shape { loweredShape }]),
                "With veto: what becomes of the grade: the lowest one, some grades lower, or no better than one."),
            Key(
                "rank", .words(Veto.Rank.self),
                "With veto: whether the unit keeps its rank or comes last in its group; kept if nothing."),
        ],
        rules: [.together(["from"], with: ["to"]), .together(["to"], with: ["from"])])

    private static let loweredShape = Shape(
        name: "the grade of a veto",
        summary: "How a veto lowers a grade.",
        keys: [
            Key("lowered_by", .integer(1...100, called: "a number of grades"), "The grade is so many grades lower."),
            Key("no_better_than", .text("the name of a grade"), "The grade is this one or a lower one."),
        ],
        rules: [.exactlyOne(["lowered_by", "no_better_than"])])

    /// The keys that go with some kinds only.
    private static let kindsOfKeys: [(key: String, kinds: [Kind])] = [
        ("at_most", [.bonus, .deduction]), ("from", [.coefficient]), ("to", [.coefficient]),
        ("up_to", [.bonus, .coefficient]), ("down_to", [.deduction]), ("grade", [.veto]), ("rank", [.veto]),
    ]

    /// The adjustments, in the order in which they are applied.
    func adjustments(_ fields: Fields, grades: [GradeBand]) -> [Adjustment] {
        var adjustments: [Adjustment] = []
        for item in fields.items("adjustments") {
            guard let own = Fields(item, SpecificationDecoder.adjustmentShape, problems), let id = own.text("id"),
                let name = own.bilingual("name"), let kind = own.word("kind", Kind.self)
            else { continue }
            problems.checkIdentifier(id, at: own.position(of: "id"))
            if adjustments.contains(where: { $0.id == id }) {
                problems.report(
                    at: own.position(of: "id"), "two adjustments have the id ‘\(id)’", expected: "an id of its own")
            }
            for (key, kinds) in SpecificationDecoder.kindsOfKeys where own[key] != nil && !kinds.contains(kind) {
                problems.report(
                    at: own.position(of: key),
                    "‘\(key)’ goes with \(kinds.map(\.rawValue).joined(separator: " and ")) only",
                    expected: "no \(key) with \(kind.rawValue)")
            }
            guard let effect = effect(kind, own, grades) else { continue }
            adjustments.append(
                Adjustment(
                    id: id, name: name, effect: effect, nodes: own.texts("nodes") ?? [],
                    authorities: own.texts("authorities") ?? [], position: item.position))
        }
        return adjustments
    }

    private func effect(_ kind: Kind, _ own: Fields, _ grades: [GradeBand]) -> Adjustment.Effect? {
        switch kind {
        case .bonus: return .bonus(atMost: own.positive("at_most"), upTo: own.number("up_to"))
        case .deduction: return .deduction(atMost: own.positive("at_most"), downTo: own.number("down_to") ?? 0)
        case .override: return .override
        case .veto: return veto(own, grades).map { .veto($0) }
        case .coefficient:
            guard let low = own.positive("from"), let high = own.positive("to") else {
                if own["from"] == nil || own["to"] == nil {
                    problems.report(
                        at: own.position, "the coefficient has no bounds", expected: "from: and to:, such as 1 and 1.35"
                    )
                }
                return nil
            }
            if low > high {
                problems.report(
                    at: own.position(of: "from"), "the bounds of the coefficient are in the wrong order",
                    expected: "from ≤ to")
            }
            return .coefficient(from: low, to: high, upTo: own.number("up_to"))
        }
    }

    private func veto(_ own: Fields, _ grades: [GradeBand]) -> Veto? {
        let rank = own.word("rank", Veto.Rank.self) ?? .kept
        guard let node = own["grade"] else {
            problems.report(
                at: own.position, "the veto does not say what becomes of the grade",
                expected: "grade: disqualified, { lowered_by: 1 } or { no_better_than: a grade }")
            return nil
        }
        if grades.isEmpty {
            problems.report(at: node.position, "a veto lowers grades, and there are none", expected: "grades")
            return nil
        }
        guard case .mapping = node.value else {
            guard let word = problems.attempt({ () throws(Diagnostic) in try node.text() }) else { return nil }
            if word == "disqualified" { return Veto(.disqualified, rank: rank) }
            problems.report(
                at: node.position, "‘\(word)’ is not known here",
                expected: "disqualified, { lowered_by: 1 } or { no_better_than: a grade }",
                suggestion: nearestMatch(to: word, among: ["disqualified"]))
            return nil
        }
        guard let fields = Fields(node, SpecificationDecoder.loweredShape, problems) else { return nil }
        let names = ["lowered_by", "no_better_than"].filter { fields[$0] != nil }
        guard names.count == 1 else {
            problems.report(
                at: node.position, "a veto lowers a grade in one way", expected: "lowered_by or no_better_than")
            return nil
        }
        if let steps = fields["lowered_by"] {
            return problems.attempt { () throws(Diagnostic) in try steps.integer(in: 1...100) }
                .map { Veto(.lowered(by: $0), rank: rank) }
        }
        guard let name = fields.text("no_better_than") else { return nil }
        let ordered = grades.sorted { $0.atLeast > $1.atLeast }
        if let place = ordered.firstIndex(where: { $0.name.zh == name || $0.name.en == name }) {
            return Veto(.noBetterThan(place), rank: rank)
        }
        let known = ordered.flatMap { [$0.name.zh, $0.name.en] }
        problems.report(
            at: fields.position(of: "no_better_than"), "there is no grade ‘\(name)’",
            expected: "one of " + ordered.map(\.name.zh).joined(separator: ", "),
            suggestion: nearestMatch(to: name, among: known))
        return nil
    }

    /// Notes what adjustments name and the framework does not have, and decisions that nothing is adjusted by.
    func checkAdjustments(_ adjustments: [Adjustment], _ root: FrameworkNode, _ data: [DataFile]) {
        let ids = root.subtree.map(\.id)
        for adjustment in adjustments {
            guard let position = adjustment.position else { continue }
            for node in adjustment.nodes where !ids.contains(node) {
                problems.report(
                    at: position, "the adjustment ‘\(adjustment.id)’ names the node ‘\(node)’, and there is none",
                    expected: "the id of a node of the framework", suggestion: nearestMatch(to: node, among: ids))
            }
            if adjustment.veto != nil, adjustment.nodes.contains(where: { $0 != root.id }) {
                problems.report(
                    at: position, "the veto ‘\(adjustment.id)’ is on a node that has no grade",
                    expected: "no nodes: a veto is on the total")
            }
        }
        if adjustments.isEmpty, let file = data.first(where: { $0.content == .adjustments }) {
            problems.report(
                at: file.position, "‘\(file.file)’ holds decisions, and the specification has no adjustments",
                expected: "adjustments: a list of those that may be decided")
        }
    }
}
