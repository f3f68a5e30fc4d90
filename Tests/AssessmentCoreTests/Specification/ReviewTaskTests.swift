import AssessmentCore
import Testing

@Suite("Tasks: plans, months late, and who answers")
struct ReviewTaskTests {
    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    private func task(_ plan: ReviewTask.Plan, from: String, to: String) throws -> ReviewTask {
        ReviewTask(
            id: "t", name: BilingualText(same: "t"), lead: [], start: try day(from), deadline: try day(to), plan: plan,
            position: SourcePosition(file: "f", line: 1, column: 1))
    }

    @Test("A linear plan goes by days: 100 days from 1 January to 11 April, of which 25 end on 26 January")
    func linear() throws {
        let task = try task(.linear, from: "2019-01-01", to: "2019-04-11")
        let planned = try ["2018-12-31", "2019-01-01", "2019-01-26", "2019-04-10", "2019-04-11", "2020-01-01"].map {
            task.planned(on: try day($0))
        }
        #expect(planned == [0, 0, 25, 99, 100, 100])
    }

    @Test("A plan by dates asks for a share from its day on, and for the rest at the deadline")
    func steps() throws {
        let steps: [ReviewTask.Step] = [
            ReviewTask.Step(by: try day("2018-12-31"), percent: 30),
            ReviewTask.Step(by: try day("2019-12-31"), percent: 60),
        ]
        let task = try task(.steps(steps), from: "2018-02-12", to: "2020-12-31")
        let days = ["2018-12-30", "2018-12-31", "2019-12-30", "2019-12-31", "2020-12-30", "2020-12-31"]
        #expect(try days.map { task.planned(on: try day($0)) } == [0, 30, 30, 60, 60, 100])
        let whole = try self.task(.atDeadline, from: "2018-02-12", to: "2018-03-31")
        #expect(whole.planned(on: try day("2018-03-30")) == 0)
        #expect(whole.planned(on: try day("2018-03-31")) == 100)
    }

    @Test(
        "Months are counted as they begin",
        arguments: [
            ("2018-03-31", "2018-03-31", 0), ("2018-03-31", "2018-04-01", 1), ("2018-03-31", "2018-04-30", 1),
            ("2018-03-31", "2018-05-01", 2), ("2018-03-15", "2018-03-16", 1), ("2018-03-15", "2018-04-15", 1),
            ("2018-03-15", "2018-04-16", 2), ("2018-01-31", "2018-02-28", 1), ("2018-01-31", "2018-03-01", 2),
            ("2018-12-31", "2019-01-01", 1), ("2018-03-31", "2020-12-31", 33),
        ])
    func months(deadline: String, until: String, expected: Int) throws {
        #expect(LateDeduction.months(from: try day(deadline), to: try day(until)) == expected)
    }

    @Test("A deduction ends at the most that it may be")
    func deduction() {
        #expect((0...4).map { LateDeduction(points: 5, atMost: 12).deduction(months: $0) } == [0, 5, 10, 12, 12])
    }

    @Test("A body that ended is answered for by its successor, and by nobody where the chain ends or comes back")
    func successors() throws {
        func body(_ code: String, from: String? = nil, until: String? = nil, into: String? = nil) -> AssessedUnit {
            AssessedUnit(
                code: code, name: BilingualText(same: code), level: "department",
                validity: Validity(from: from.flatMap { CalendarDate($0) }, until: until.flatMap { CalendarDate($0) }),
                successor: into)
        }
        let table = UnitTable([
            body("commission", until: "2018-11-01", into: "office"), body("office", from: "2018-11-01"),
            body("bureau", until: "2018-01-01"), body("round", until: "2018-01-01", into: "trip"),
            body("trip", until: "2018-01-01", into: "round"),
        ])
        let before = try day("2018-10-31")
        let after = try day("2018-11-01")
        #expect(table.answering(for: "commission", on: before)?.code == "commission")
        #expect(table.answering(for: "commission", on: after)?.code == "office")
        for code in ["bureau", "round", "nobody"] { #expect(table.answering(for: code, on: after) == nil) }
    }
}
