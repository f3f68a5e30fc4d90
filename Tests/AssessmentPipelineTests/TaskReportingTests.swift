import AssessmentCore
import Testing

@testable import AssessmentPipeline

@Suite("The report of tasks, against calculations by hand")
struct TaskReportingTests {
    private static let position = SourcePosition(file: "f", line: 1, column: 1)

    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    private func task(
        _ id: String, lead: [ReviewTask.Party] = [.body("d")], to deadline: String = "2020-12-31",
        quantity: Double = 100, bestEffort: Bool = false, plan: ReviewTask.Plan = .atDeadline, points: Double = 1
    ) throws -> ReviewTask {
        ReviewTask(
            id: id, name: BilingualText(same: id), lead: lead.map { .init($0, position: Self.position) },
            start: try day("2018-02-12"), deadline: try day(deadline), quantity: NumberTable(quantity),
            isBestEffort: bestEffort, plan: plan, points: points, position: Self.position)
    }

    private func entry(_ task: String, _ date: String, _ done: Double, body: String = "d") throws -> ProgressEntry {
        ProgressEntry(
            task: task, body: body, date: try day(date), done: done, evidence: "e", reportedBy: "r",
            origin: Origin(file: "p.csv", row: 2, column: "done"))
    }

    private func report(
        _ tasks: [ReviewTask], _ progress: [ProgressEntry], on asOf: String = "2020-12-31",
        lights: TaskLights = TaskLights(), late: LateDeduction? = nil, measure: TaskScheme.Measure = .plan
    ) throws -> TaskReport {
        let end = try day("2018-11-01")
        func body(_ code: String, level: String, _ validity: Validity = Validity(), into: String? = nil) -> AssessedUnit
        {
            AssessedUnit(
                code: code, name: BilingualText(same: code), level: level, validity: validity, successor: into)
        }
        let units = [body("u1", level: "city"), body("u2", level: "city")]
        let scheme = TaskScheme(asOf: try day(asOf), lights: lights, late: late, measure: measure, tasks: tasks)
        let bodies = TaskBodies(
            units: UnitTable(units), assessed: units,
            departments: UnitTable([
                body("d", level: "department"), body("old", level: "department", Validity(until: end), into: "new"),
                body("new", level: "department", Validity(from: end)),
            ]), asOf: scheme.asOf)
        return TaskReporting(scheme, bodies, progress).report()
    }

    @Test(
        "Up to 10 points behind is green, 10 to 30 yellow with both ends, above 30 red",
        arguments: [
            (100, .green), (90.01, .green), (90, .yellow), (89.99, .yellow), (70, .yellow), (69.99, .red), (69, .red),
            (0, .red),
        ] as [(Double, Light.Colour)])
    func thresholds(done: Double, light: Light.Colour) throws {
        let report = try report([task("t")], [entry("t", "2020-12-31", done)])
        let line = try #require(report.lines.first)
        #expect(line.light == light)
        #expect(line.score == done && line.current?.behind == 100 - done)
    }

    @Test("What was not reported is nothing done; after the deadline it is late")
    func late() throws {
        let open = try task("open", to: "2020-10-15")
        let made = try task("made", to: "2020-10-15")
        let rule = LateDeduction(points: 5, atMost: 12)
        let report = try report(
            [open, made], [entry("made", "2020-10-01", 60), entry("made", "2020-11-20", 100)], late: rule)
        // Open: 16 October to 31 December are 77 days, in the third month; nothing is done, and nothing can be taken off.
        #expect(report.lines[0].standing == .notReported && report.lines[0].light == .red)
        #expect(report.lines[0].daysLate == 77 && report.lines[0].score == 0)
        // Made up on 20 November: 36 days, in the second month, 2 × 5 points off.
        #expect(report.lines[1].standing == .done && report.lines[1].light == .yellow)
        #expect(report.lines[1].daysLate == 36 && report.lines[1].deduction == 10 && report.lines[1].score == 90)
        let lights = report.lines[1].checks.suffix(3).map(\.light)
        #expect(lights == [.red, .yellow, .yellow])  // the ends of October and November, and the review date
        #expect(report.bodies[0].score == 45 && report.bodies[0].lights == [.red: 1, .yellow: 1])
    }

    @Test("What is behind at the end of a month and made up within the year is yellow, where the rules say so")
    func madeUp() throws {
        let plan = ReviewTask.Plan.steps([ReviewTask.Step(by: try day("2020-03-31"), percent: 40)])
        let progress = try [entry("t", "2020-03-10", 20), entry("t", "2020-05-10", 45)]
        let tasks = [try task("t", plan: plan)]
        let report = try report(tasks, progress, on: "2020-06-30")
        let line = try #require(report.lines.first)
        // 20 of 40 are 20 points behind at the ends of March and April; 45 of 40 are ahead in May and June.
        #expect(line.checks.suffix(4).map(\.light) == [.yellow, .yellow, .yellow, .yellow])
        #expect(line.checks.suffix(4).map(\.isBehind) == [true, true, false, false])
        #expect(line.score == 100)
        let late = try self.report(tasks, progress, on: "2020-06-30", lights: TaskLights(madeUpAfter: .late))
        #expect(late.lines[0].light == .green)
        // What was behind in an earlier year is forgotten.
        let next = try self.report([task("t", to: "2021-12-31", plan: plan)], progress, on: "2021-01-31")
        #expect(next.lines[0].light == .green)
    }

    @Test("Before the deadline the score is against the plan, or against the whole; what is not due has none")
    func measures() throws {
        let plan = ReviewTask.Plan.steps([ReviewTask.Step(by: try day("2020-03-31"), percent: 40)])
        let tasks = [try task("t", plan: plan), try task("due")]
        let progress = try [entry("t", "2020-05-10", 30)]
        // 30 of 40 planned are 75 %; of the whole they are 30 %.
        let planned = try report(tasks, progress, on: "2020-06-30")
        #expect(planned.lines.map(\.score) == [75, nil] && planned.bodies[0].score == 75)
        #expect(planned.lines.map(\.standing) == [.underWay, .notDue])
        let whole = try report(tasks, progress, on: "2020-06-30", measure: .whole)
        #expect(whole.lines.map(\.score) == [30, 0] && whole.bodies[0].score == 15)
        let early = try report(tasks, [], on: "2018-01-31")
        #expect(early.lines.map(\.standing) == [.notBegun, .notBegun])
        #expect(early.bodies[0].score == nil && early.lines.allSatisfy { $0.light == nil })
    }

    @Test("A best-effort task raises the score of a body or leaves it, and its light is no reproach")
    func bestEffort() throws {
        let tasks = [
            try task("duty", points: 3), try task("poor", to: "2020-06-30", bestEffort: true),
            try task("good", bestEffort: true, points: 2), try task("done", bestEffort: true),
        ]
        let progress = try [
            entry("duty", "2020-12-31", 80), entry("poor", "2020-12-31", 50), entry("good", "2020-12-31", 90),
            entry("done", "2020-12-31", 100),
        ]
        let report = try report(tasks, progress, late: LateDeduction(points: 5))
        // (3 × 80 + 100 + 2 × 90) / 6 = 520 / 6; 50 would lower it and is left out, late as it is.
        #expect(report.bodies[0].score == 86.67)
        #expect(report.lines.map(\.isCounted) == [true, false, true, true])
        #expect(report.lines.map(\.light) == [.yellow, .grey, .grey, .green])
        #expect(report.lines[1].deduction == 0 && report.lines[1].score == 50)
        #expect(try self.report([task("only", bestEffort: true)], []).bodies[0].score == nil)
    }

    @Test("A successor answers with what its predecessor reported, and later reports are not used")
    func successor() throws {
        let tasks = [try task("t", lead: [.level("city"), .body("old")], quantity: 10)]
        let progress = try [
            entry("t", "2018-06-30", 4, body: "old"), entry("t", "2021-01-20", 10, body: "new"),
            entry("t", "2020-11-30", 8, body: "new"), entry("t", "2020-12-30", 10, body: "u2"),
        ]
        let report = try report(tasks, progress)
        #expect(report.bodies.map(\.code) == ["new", "u1", "u2"])
        #expect(report.bodies[0].formerly.map(\.code) == ["old"] && report.bodies[0].isDepartment)
        let line = try #require(report.lines(of: report.bodies[0]).first)
        #expect(line.done == 8 && line.entries == [0, 2] && line.laterEntries == [1])
        #expect(report.bodies.map(\.score) == [80, 0, 100])
        #expect(report.lines(of: report.bodies[2]).first?.finishedOn == (try day("2020-12-30")))
    }

    @Test("What was taken back after it was finished is open again")
    func takenBack() throws {
        let report = try report(
            [task("t", to: "2020-06-30")],
            [entry("t", "2020-05-01", 100), entry("t", "2020-07-01", 95), entry("t", "2020-08-01", 100)])
        #expect(report.lines[0].finishedOn == (try day("2020-08-01")) && report.lines[0].daysLate == 32)
        #expect(report.lines[0].light == .yellow)
    }
}
