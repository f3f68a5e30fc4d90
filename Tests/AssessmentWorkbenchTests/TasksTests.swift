import AssessmentCore
import AssessmentWorkbench
import Foundation
import Testing

@Suite("Tasks, from the specification to the cell")
struct TasksTests {
    private static let departments = """
        code,name_zh,name_en,valid_from,valid_until,successor
        jxw,经信委,Commission,,2018-11-01,jxt
        jxt,经信厅,Department,2018-11-01,,
        gone,撤销局,Gone,,2018-11-01,

        """

    private static func trial(_ task: String, progress: String = "", data: String = "[{ progress: progress.csv }]")
        throws -> TemporaryAssessment
    {
        try TemporaryAssessment([
            "assessment.yml": """
            assessment:
              id: trial
              kind: evaluation
              title: { zh: 试, en: Trial }
              period: 2020
            units: { file: units.csv, levels: [city, county], in_force_on: 2020-12-31 }
            data: \(data)
            tasks:
              departments: departments.csv
              list:
                - { id: wifi, name: W, start: 2020-01-01, deadline: 2020-12-31, \(task) }
            framework:
              weights: relative
              weighting: equal
              missing: { not_submitted: zero }
              indicators: [{ task: wifi, target: 100, evaluate: completion }]

            """,
            "units.csv": "code,name_zh,name_en,level\nA,甲,A,city\nB,乙,B,city\nC,丙,C,county\nV,丁,V,village\n",
            "departments.csv": departments,
            "progress.csv": "task,body,date,done,evidence,reported_by\n" + progress,
        ])
    }

    @Test("A leaf measures the completion of each lead unit, explained down to the rows of the reports")
    func completion() async throws {
        let assessment = try await Self.trial(
            "lead: [{ level: city }, jxw], quantity: [{ class: city, value: 50 }, { class: department, value: 200 }]",
            progress: "wifi,A,2020-06-30,20,文1,张\nwifi,A,2020-12-20,45,文2,张\nwifi,jxt,2020-12-31,138,文3,李\n"
        ).run()
        #expect(assessment.score("wifi", "A") == 90 && assessment.score("wifi", "B") == 0)
        #expect(assessment.reason("wifi", "C") == .notAssessedAtLevel)
        let row = try #require(assessment.ledger.panel.row(unit: "A", period: Period(year: 2020)))
        let entry = try #require(assessment.ledger.entry(of: "wifi", .measure))
        guard case .measured(_, let evidence) = entry.detail else { throw IndicatorError("nothing measured") }
        #expect(evidence.references(row: row, panel: assessment.ledger.panel).count == 2)
        let cells = try #require(assessment.trace(of: "wifi", row: row)).lines.flatMap(\.cells)
        #expect(cells.contains { $0.label.en.contains("45 (文2)") && $0.origin.row == 3 })
        let report = try #require(assessment.tasks)
        // 138 of 200 are 69 %, 31 points behind.
        #expect(report.bodies.map(\.code) == ["jxt", "A", "B"] && report.bodies.map(\.score) == [69, 90, 0])
        #expect(report.lines(of: report.bodies[0]).first?.light == .red)
        #expect(assessment.manifest.inputs.map(\.file).contains("departments.csv"))
    }

    @Test("Tasks without a file of progress are refused")
    func noProgress() async throws {
        let trial = try Self.trial("lead: [jxw]", data: "[]")
        let workbench = try Workbench(plugins: [])
        let error = await #expect(throws: DiagnosticList.self) { _ = try await workbench.load(trial.folder.path) }
        #expect(error?.description.contains("there are tasks, and no file of their progress") == true)
    }

    @Test(
        "What tasks name and nobody has is told",
        arguments: [
            (
                "lead: [jxx]",
                "the task ‘wifi’ names ‘jxx’, and there is no such body; expected the code of a department or unit, "
                    + "{ level: … } or { class: … }; did you mean ‘jxw’?"
            ),
            (
                "lead: [gone]",
                "‘gone’, which leads the task ‘wifi’, ended before 2020-12-31 and nobody took its place; expected a "
                    + "successor of it in the file, or another lead body"
            ),
            (
                "lead: [{ level: town }]",
                "the task ‘wifi’ names the level ‘town’, which no unit has; expected one of city, county, village"
            ),
            (
                "lead: [{ level: village }]",
                "the level ‘village’ leads the task ‘wifi’, and no unit of it is assessed; expected a level or class of "
                    + "assessed units, or codes"
            ),
            (
                "lead: [A, B], quantity: [{ unit: A, value: 3 }]",
                "the task ‘wifi’ has no quantity for 乙 (B); expected a quantity for each lead body; 0 where it has nothing "
                    + "to do"
            ),
        ])
    func names(task: String, expected: String) async throws {
        let trial = try Self.trial(task)
        let workbench = try Workbench(plugins: [])
        let error = await #expect(throws: DiagnosticList.self) { _ = try await workbench.load(trial.folder.path) }
        #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
    }
}
