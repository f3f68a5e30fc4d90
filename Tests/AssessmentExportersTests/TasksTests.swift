import AssessmentCore
import AssessmentExporters
import Testing

/// The report of tasks as a page, a table and a part of the result.
@Suite("Tasks in the exports")
struct TasksTests {
    /// The small assessment, or another one, with a task of which everything that is text reads the same.
    static func assessment(
        _ text: String, with given: CompletedAssessment? = nil
    ) async throws -> CompletedAssessment {
        let done: CompletedAssessment
        if let given { done = given } else { done = try await Fixture.assessment() }
        func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
        let position = SourcePosition(file: "f", line: 1, column: 1)
        let (asOf, end) = (try day("2020-12-31"), try day("2018-11-01"))
        let name = BilingualText(same: text)
        var (specification, data) = (done.specification, done.data)
        specification.tasks = TaskScheme(
            asOf: asOf, late: LateDeduction(points: 5, atMost: 20),
            tasks: [
                ReviewTask(
                    id: "t", name: name, statement: text, lead: [.init(.body("old"), position: position)],
                    support: [.init(.named(name), position: position)], start: try day("2018-02-12"),
                    deadline: try day("2020-10-15"), deliverable: name, quantity: NumberTable(700),
                    unitOfMeasure: name, plan: .linear, position: position)
            ])
        let origin = Origin(file: text, row: 7, column: "done", source: text, note: text)
        data.departments = UnitTable([
            AssessedUnit(
                code: "old", name: name, level: "department", validity: Validity(until: end), successor: "new"),
            AssessedUnit(code: "new", name: name, level: "department", validity: Validity(from: end)),
        ])
        data.progress = [
            ProgressEntry(
                task: "t", body: "old", date: try day("2018-06-30"), done: 80, evidence: text, reportedBy: text,
                origin: origin),
            ProgressEntry(
                task: "t", body: "new", date: try day("2021-01-20"), done: 700, evidence: text, reportedBy: text,
                origin: origin),
        ]
        let check = TaskReport.Check(date: asOf, planned: 100, actual: 11.43, light: .red, isBehind: true)
        let report = TaskReport(
            asOf: asOf,
            lines: [
                TaskReport.Line(
                    task: "t", body: "new", standing: .underWay, quantity: 700, done: 80, checks: [check], daysLate: 77,
                    deduction: 15, score: 0, isCounted: true, entries: [0], laterEntries: [1])
            ],
            bodies: [
                TaskReport.Body(
                    code: "new", name: name, isDepartment: true,
                    formerly: [TaskReport.Predecessor(code: "old", name: name, until: end)], score: 0,
                    lights: [.red: 1])
            ])
        return CompletedAssessment(
            specification: specification, catalogue: done.catalogue, data: data,
            peerGroupOfUnit: done.peerGroupOfUnit, ledger: done.ledger, coverage: done.coverage, tasks: report,
            manifest: done.manifest)
    }

    private func text(_ path: String, of files: [OutputFile]) throws -> String {
        String(decoding: try #require(files.first { $0.path == path }).bytes, as: UTF8.self)
    }

    @Test("The page says the light in words, why, who answers and what was not used; every page leads to it")
    func page() async throws {
        let files = HTMLExporter().files(
            for: try await Self.assessment("任务甲"), languages: [.chinese, .english], options: ParameterValues())
        let chinese = try text("tasks.html", of: files)
        for words in [
            "红灯", "超期77天未完成", "落后88.57个百分点", "100% / 11.43%", "80 / 700", "2018-11-01起承接原任务甲", "超期扣15分",
            "另有1条在2020-12-31之后，未采用",
        ] {
            #expect(chinese.contains(words), "\(words)")
        }
        let english = try text("en/tasks.html", of: files)
        for words in ["Red", "open, 77 days after the deadline", "88.57 points behind", "answers for the former"] {
            #expect(english.contains(words), "\(words)")
        }
        for page in files where page.path.hasSuffix(".html") {
            let reader = PageReader(String(decoding: page.bytes, as: UTF8.self))
            #expect(reader.problem == nil && reader.references.contains { $0.hasSuffix("tasks.html") }, "\(page.path)")
            let ids = Set(reader.ids)
            for reference in reader.references where reference.hasPrefix("#") {
                #expect(ids.contains(String(reference.dropFirst())), "\(page.path) \(reference)")
            }
        }
    }

    @Test("What data say stays text")
    func hostile() async throws {
        let assessment = try await Self.assessment("=<script>alert(1)</script>&\"'")
        let page = try text(
            "tasks.html", of: HTMLExporter().files(for: assessment, languages: [.chinese], options: ParameterValues()))
        #expect(!page.contains("<script>") && PageReader(page).problem == nil)
        let table = try text(
            "tasks.csv", of: CSVExporter().files(for: assessment, languages: [], options: ParameterValues()))
        #expect(!table.contains(",=") && !table.contains(",\"=") && table.contains("\"'=<script>"))
    }

    @Test("The table has a row for each task and body, and the result holds the report")
    func table() async throws {
        let assessment = try await Self.assessment("甲")
        let files = CSVExporter().files(for: assessment, languages: [], options: ParameterValues())
        let rows = try text("tasks.csv", of: files).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let row = Dictionary(zip(rows[0].map(String.init), rows[1].map(String.init)), uniquingKeysWith: { $1 })
        #expect(rows.count == 2 && rows[0].count == rows[1].count)
        #expect(row["behind_points"] == "88.57" && row["light"] == "red" && row["days_late"] == "77")
        #expect(row["formerly"] == "old 甲" && row["score"] == "0" && row["sources"] == "甲:7")
        let result = try ResultDocument(
            try #require(
                JSONExporter().files(for: assessment, languages: [], options: ParameterValues()).first
            ).bytes, file: "result.json")
        let tasks = try #require(result.ledger.tasks)
        #expect(tasks.bodies.map(\.formerly) == [["old"]] && tasks.lines[0].lights == ["2020-12-31": "red"])
        #expect(tasks.lines[0].entries.map(\.row) == [7] && tasks.lines[0].laterEntries.map(\.date) == ["2021-01-20"])
        let without = try await Fixture.assessment()
        #expect(CSVExporter().files(for: without, languages: [], options: ParameterValues()).count == 1)
    }
}
