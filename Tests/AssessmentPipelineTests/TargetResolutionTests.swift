import AssessmentCore
import AssessmentPipeline
import Testing

@Suite("Targets in a run")
struct TargetResolutionTests {
    private func fixture(_ rule: Target, total: NumberTable? = nil) -> Fixture {
        var leaf = FrameworkNode.leaf("a", evaluate: MethodChoice("completion"), rule: rule)
        leaf.measure?.targetTotal = total
        var fixture = Fixture(.mean(of: [leaf]))
        fixture.history = [2018, 2019]
        return fixture
    }

    private func targets(_ result: CompletedAssessment) throws -> [Double?] {
        let entry = try #require(result.ledger.entry(of: "a", .target))
        return (0..<entry.column.count).map { entry.column[$0] }
    }

    @Test("A total is shared out by a variable, exactly, and explained; a share of zero is not applicable")
    func byVariable() async throws {
        // 10 by 50, 30, 19 and 1: 5, 3, 1.9 and 0.1, so 5, 3, 2 and 0.
        var fixture = fixture(
            .shared(SharedTarget(total: .numbers(NumberTable(10)), key: .variable("b", Period(year: 2018)))))
        for year in 2018...2020 { fixture.observe("a", [5, 1.5, 3, 7], in: year) }
        fixture.observe("b", [50, 30, 19, 1], in: 2018)
        let result = try await fixture.run()
        #expect(try targets(result) == [5, 3, 2, 0, 5, 3, 2, 0, 5, 3, 2, 0])
        #expect(Array(try result.scores("a").suffix(4)) == [100, 50, 100, nil])
        #expect(try result.reasons("a").last == .zeroTarget)
        let line = try #require((result.trace(of: "a", row: 10)?.lines ?? []).first { $0.step == .target })
        #expect(line.text.en == "target: 2")
        #expect(line.workings.map(\.en) == ["shared out by b of 2018: 10 × 19 / 100 = 1.9, by largest remainders 2"])
    }

    @Test("The path of a goal is shared out by the base of each unit")
    func pathByBase() async throws {
        // 2020: 1000; 2019: 1000 / 1.25 = 800; 2018: 640. Keys 60, 20, 15, 5 of the base year 2018.
        let path = TargetPath(goal: 1000, year: Period(year: 2020), growth: 25, decimals: 0)
        var fixture = fixture(.shared(SharedTarget(total: .path(path), key: .base(Period(year: 2018)))))
        for year in 2018...2020 { fixture.observe("a", [60, 20, 15, 5], in: year) }
        #expect(
            try targets(try await fixture.run()) == [384, 128, 96, 32, 480, 160, 120, 40, 600, 200, 150, 50])
    }

    @Test("Milestones have dates of their own for classes; before the first one nothing is asked for")
    func milestones() async throws {
        // The three national demonstration cities by 2018, the others by 2020, as the policy has it for experience centres.
        let day = { (text: String) in try #require(CalendarDate(text)) }
        var fixture = fixture(
            .milestones([
                TargetMilestone(by: try day("2018-12-31"), value: 1, units: ["u1"]),
                TargetMilestone(by: try day("2020-12-31"), value: 2),
            ]))
        for year in 2018...2020 { fixture.observe("a", [1, 1, 1, 2], in: year) }
        let result = try await fixture.run()
        #expect(try targets(result) == [1, 0, 0, 0, 1, 0, 0, 0, 2, 2, 2, 2])
        #expect(try result.scores("a") == [100, nil, nil, nil, 100, nil, nil, nil, 50, 50, 50, 100])
    }

    @Test(
        "Numbers of which a unit fits two alike are refused: lines, milestones of one day, wholes of a level, two targets"
    )
    func twice() async throws {
        let day = try #require(CalendarDate("2020-06-30"))
        let ofUnits = [("u1", 70.0), (nil, 30)].map { NumberTable.Line(unit: $0.0, value: $0.1) }
        let shared = SharedTarget(total: .numbers(NumberTable(lines: ofUnits)), key: .equal)
        let rules: [(Target, String)] = [
            (
                .numbers(NumberTable(lines: [1, 2].map { NumberTable.Line(unitClass: "city", value: $0) })),
                "its target of u1 单元u1 in 2020 is both 1 and 2: two lines fit the unit alike; expected a line for the unit "
                    + "itself"
            ),
            (
                .milestones([1, 2].map { TargetMilestone(by: day, value: $0) }),
                "two milestones of 2020-06-30 fit u1 单元u1 alike, with 1 and 2; expected one for each day and unit"
            ),
            (
                .shared(shared),
                "the whole of 2020 is not the same for u1 and u2, which are of one level; expected one number for all units "
                    + "of a level: give units of another whole a node of their own"
            ),
        ]
        for (rule, told) in rules {
            var fixture = fixture(rule)
            fixture.history = []
            fixture.observe("a", [1, 1, 1, 1])
            let problems = try await fixture.problems()
            #expect(problems.map { $0.replacing("assessment.yml:7:3: a: ", with: "") } == [told])
        }
        // The milestone for a unit goes before that of the same day for all.
        var own = fixture(
            .milestones([
                TargetMilestone(by: day, value: 2, units: ["u1"]), TargetMilestone(by: day, value: 1),
            ]))
        own.history = []
        own.observe("a", [1, 1, 1, 1])
        #expect(try targets(try await own.run()) == [2, 1, 1, 1])
    }

    @Test("Targets that do not add up stop the run, with the sum, the whole and the place")
    func sums() async throws {
        let given = NumberTable(
            lines: zip(["u1", "u2", "u3", "u4"], [4.0, 3, 2, 2]).map {
                NumberTable.Line(unit: $0, value: $1)
            })
        var wrong = fixture(.numbers(given), total: NumberTable(10))
        wrong.history = []
        wrong.observe("a", [1, 1, 1, 1])
        #expect(
            try await wrong.problems() == [
                "assessment.yml:7:3: a: the targets of 2020 at the level ‘city’ add up to 11, and the whole is 10; correct "
                    + "the targets, or the whole under ‘targets_add_up_to’"
            ])
        var right = fixture(.numbers(given), total: NumberTable(11))
        right.history = []
        right.observe("a", [1, 1, 1, 1])
        #expect(try await right.problems() == [])
    }

    @Test("A key that lacks a value, a year that is not held, and a total of too many decimals are told")
    func refused() async throws {
        var lacking = fixture(
            .shared(SharedTarget(total: .numbers(NumberTable(10)), key: .variable("b", Period(year: 2018)))))
        lacking.observe("a", [1, 1, 1, 1])
        lacking.observe("b", [1, 1, nil, 1], in: 2018)
        #expect(try await lacking.problems().first?.contains("no value of u3 单元u3") == true)
        var early = fixture(
            .shared(SharedTarget(total: .numbers(NumberTable(10)), key: .base(Period(year: 2017)))))
        early.observe("a", [1, 1, 1, 1])
        #expect(try await early.problems().first?.contains("a year that the assessment does not hold") == true)
        var fine = fixture(.shared(SharedTarget(total: .numbers(NumberTable(10.5)), key: .equal)))
        fine.observe("a", [1, 1, 1, 1])
        #expect(try await fine.problems().first?.contains("10.5 of 2018 cannot be shared out") == true)
    }
}
