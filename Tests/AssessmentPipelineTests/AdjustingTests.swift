import AssessmentCore
import AssessmentPipeline
import Testing

@Suite("Decisions on scores and grades")
struct AdjustingTests {
    private static let bands = [(90.0, "Excellent"), (75, "Good"), (60, "Pass"), (0, "Fail")].map {
        GradeBand(atLeast: $0, name: BilingualText(same: $1))
    }
    private static let bonus = Adjustment(
        id: "bonus", name: BilingualText(zh: "加分", en: "Bonus"), effect: .bonus(atMost: 3, upTo: nil))
    private static let coefficient = Adjustment(
        id: "k", name: BilingualText(same: "k"), effect: .coefficient(from: 1, to: 1.35, upTo: nil))
    private static let override = Adjustment(id: "o", name: BilingualText(same: "o"), effect: .override)
    private static func veto(_ grade: Veto.Grade, rank: Veto.Rank = .kept) -> Adjustment {
        Adjustment(
            id: "veto", name: BilingualText(zh: "统计造假", en: "Falsified statistics"),
            effect: .veto(Veto(grade, rank: rank)))
    }

    private func fixture(_ values: [Double?], _ steps: [Step]) -> Fixture {
        var fixture = Fixture(.mean(of: [.leaf("a")], then: steps))
        fixture.units = values.indices.map { Fixture.unit("u\($0)") }
        fixture.observe("a", values)
        return fixture
    }

    private func trace(_ result: CompletedAssessment, _ row: Int) -> [Trace.Line] {
        result.trace(of: "root", row: row)?.lines ?? []
    }

    private func grades(_ result: CompletedAssessment) -> [String?] {
        (0..<result.ledger.panel.rowCount).map { result.ledger.grade(of: "root", row: $0)?.name.en }
    }

    @Test("Adjustments are applied in the order of the steps, and each is a line of its own in the trace")
    func order() async throws {
        // u0: (80 + 2 + 1) · 1.1 = 91.3; of the second bonus of 2 points only 1 is left of 3.
        var first = fixture([80, 70], [.adjust(Self.bonus), .adjust(Self.coefficient), .round(decimals: 2)])
        try first.decide(Self.bonus, "u0", 2, on: "2021-01-10")
        try first.decide(Self.bonus, "u0", 2, on: "2021-01-12")
        try first.decide(Self.coefficient, "u0", 1.1, on: "2021-01-11")
        let result = try await first.run()
        #expect(try result.scores() == [91.3, 70])
        let lines = trace(result, 0).filter { $0.step == .adjust }
        #expect(lines.count == 3)
        #expect(
            lines.map(\.text.en) == [
                "k (coefficient × 1.1): 83 → 91.3", "Bonus (bonus +2): 82 → 83", "Bonus (bonus +2): 80 → 82",
            ])
        #expect(lines.allSatisfy { $0.cells.count == 1 })
        #expect(trace(result, 1).allSatisfy { $0.step != .adjust })
        // The other order: 80 · 1.1 + 3 = 91.
        var second = fixture([80, 70], [.adjust(Self.coefficient), .adjust(Self.bonus), .round(decimals: 2)])
        second.decisions = first.decisions
        #expect(try await second.run().scores() == [91, 70])
    }

    @Test("What no decision asks for leaves no table")
    func unused() async throws {
        let result = try await fixture([80], [.adjust(Self.bonus), .rank(tolerance: 0)]).run()
        #expect(result.ledger.entry(of: "root", .adjust) == nil)
        #expect(try result.scores() == [80])
    }

    @Test("An override on an indicator is carried up, and one where there was no score is marked as put in")
    func overrides() async throws {
        var fixture = Fixture(.mean(of: [.leaf("a", then: [.adjust(Self.override)]), .leaf("b")]))
        fixture.units = [Fixture.unit("u0"), Fixture.unit("u1")]
        fixture.observe("a", [40, nil])
        fixture.observe("b", [60, 60])
        try fixture.decide(Self.override, "u0", 80, at: "a", on: "2021-01-10")
        try fixture.decide(Self.override, "u1", 50, at: "a", on: "2021-01-10")
        let result = try await fixture.run()
        #expect(try result.scores() == [70, 55])
        #expect(try #require(result.ledger.scores(of: "a")).states == [.measured, .imputed])
    }

    @Test("A veto lowers the grade; the rank is kept, or the last of the group")
    func vetoes() async throws {
        let values: [Double?] = [95, 92, 80, 61]
        for (rank, ranks) in [(Veto.Rank.kept, [1, 2, 3, 4]), (.last, [4, 1, 2, 3])] {
            let veto = Self.veto(.disqualified, rank: rank)
            var fixture = fixture(values, [.rank(tolerance: 0), .grade(Self.bands), .veto(veto)])
            try fixture.decide(veto, "u0", on: "2021-01-10")
            let result = try await fixture.run()
            #expect(grades(result) == ["Fail", "Excellent", "Good", "Pass"])
            #expect(result.ranks() == ranks)
            #expect(try result.scores() == values)
            let line = try #require(trace(result, 0).first { $0.step == .veto })
            #expect(
                line.text
                    == BilingualText(
                        zh: "统计造假（一票否决）：Excellent→Fail", en: "Falsified statistics (veto): Excellent → Fail"))
        }
    }

    @Test("Two decisions that lower a grade by one lower it by two")
    func twoAccidents() async throws {
        let accident = Self.veto(.lowered(by: 1))
        var fixture = fixture([95], [.rank(tolerance: 0), .grade(Self.bands), .veto(accident)])
        try fixture.decide(accident, "u0", on: "2021-01-10")
        try fixture.decide(accident, "u0", on: "2021-02-10")
        #expect(grades(try await fixture.run()) == ["Pass"])
    }

    @Test("Two vetoes on one unit: each lowers what the one before left")
    func twoVetoes() async throws {
        let (first, second) = (
            Self.veto(.lowered(by: 1)),
            Adjustment(
                id: "second", name: BilingualText(same: "s"), effect: .veto(Veto(.noBetterThan(2))))
        )
        var fixture = fixture([95], [.rank(tolerance: 0), .grade(Self.bands), .veto(first), .veto(second)])
        try fixture.decide(first, "u0", on: "2021-01-10")
        try fixture.decide(second, "u0", on: "2021-01-10")
        let result = try await fixture.run()
        #expect(grades(result) == ["Pass"])
        let lines = trace(result, 0).filter { $0.step == .veto }
        #expect(lines.map(\.text.en) == ["s (veto): Good → Pass", "Falsified statistics (veto): Excellent → Good"])
    }
}
