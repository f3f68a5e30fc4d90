import AssessmentCore
import Testing

@Suite("Specifications")
struct SpecificationTests {
    private func leaf(_ id: String, role: FrameworkNode.Role = .weighted(1)) -> FrameworkNode {
        FrameworkNode(id: id, name: BilingualText(same: id), role: role, steps: [.measure])
    }

    @Test("A rule on missing values fails for every reason that it does not name")
    func missingRule() {
        let rule = MissingRule(actions: [.notSubmitted: .zero])
        for reason in Reason.allCases {
            #expect(rule.action(for: reason) == (reason == .notSubmitted ? .zero : .fail))
        }
        #expect(MissingRule(otherwise: .renormalise).action(for: .falsified) == .renormalise)
    }

    @Test("A peer group holds what meets each of its rules")
    func peerGroup() {
        let district = Sample.unit("a", level: "county", kind: "district")
        let name = BilingualText(same: "group")
        #expect(PeerGroup.everyone.contains(district))
        #expect(PeerGroup(id: "g", name: name, levels: ["county"], kinds: ["district"]).contains(district))
        #expect(!PeerGroup(id: "g", name: name, levels: ["county"], kinds: ["county"]).contains(district))
        #expect(!PeerGroup(id: "g", name: name, levels: ["city"]).contains(district))
        #expect(!PeerGroup(id: "g", name: name, levels: ["county"], units: ["b"]).contains(district))
        #expect(PeerGroup(id: "g", name: name, units: ["b", "a"]).contains(district))
    }

    @Test("A subtree lists each node before its children")
    func subtree() {
        let root = FrameworkNode(
            id: "root", name: BilingualText(same: "root"), steps: [],
            children: [
                FrameworkNode(id: "p", name: BilingualText(same: "p"), steps: [], children: [leaf("p1"), leaf("p2")]),
                leaf("q", role: .bonus(points: 5)),
            ])
        #expect(root.subtree.map(\.id) == ["root", "p", "p1", "p2", "q"])
        #expect(root.subtree.filter { !$0.isWeighted }.map(\.id) == ["q"])
    }

    @Test("The periods are the assessed one and its history, each once, earliest first")
    func periods() throws {
        let specification = Specification(
            id: "s", kind: .review, title: BilingualText(same: "s"), period: Sample.period(2020),
            history: [2019, 2017, 2019].map { Sample.period($0) },
            units: UnitSelection(file: "u.csv", levels: ["city"], inForceOn: CalendarDate("2020-12-31")),
            plugins: [], framework: leaf("x"))
        #expect(specification.periods.map(\.year) == [2017, 2019, 2020])
        #expect(specification.weightScale == .points(full: 100))
        #expect(specification.languages.first == .chinese)
    }

    @Test("Steps that give a score are those that the node above may go on with")
    func steps() {
        #expect(
            Step.Kind.allCases.filter(\.givesScore)
                == [.evaluate, .formula, .missing, .aggregate, .bonus, .adjust, .round])
        let adjustment = Adjustment(id: "a", name: BilingualText(same: "a"), effect: .override)
        let steps: [Step] = [
            .measure, .screen(Screening()), .impute(MethodChoice("i"), reasons: []), .treat(MethodChoice("t")),
            .evaluate(MethodChoice("m")), .formula(NodeFormula(.input("value"))), .missing(MissingRule()),
            .aggregate(MethodChoice("m"), weighting: MethodChoice("w")), .bonus,
            .adjust(adjustment), .round(decimals: 2), .light(Light([])), .rank(tolerance: 0), .grade([]),
            .veto(adjustment), .quota,
        ]
        #expect(steps.map(\.kind) == Step.Kind.listed)
    }
}
