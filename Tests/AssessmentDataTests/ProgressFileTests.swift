import AssessmentCore
import Testing

@testable import AssessmentData

@Suite("The files of departments and of the progress of tasks")
struct ProgressFileTests {
    private static let heading = "task,body,date,done,evidence,reported_by,note\n"
    private static let departments = """
        code,name_zh,name_en,valid_from,valid_until,successor
        jxw,经信委,Commission,,2018-11-01,jxt
        jxt,经信厅,Department,2018-11-01,,
        czt,财政厅,Finance,,,

        """

    private static func table(_ text: String = departments) throws(DiagnosticList) -> UnitTable {
        try DepartmentsFile.read(Array(text.utf8), file: "d.csv", units: DataFixture.units)
    }

    private func read(_ rows: String) throws(DiagnosticList) -> [ProgressEntry] {
        let position = SourcePosition(file: "a.yml", line: 1, column: 1)
        guard let start = CalendarDate("2018-02-12"), let end = CalendarDate("2020-12-31") else { return [] }
        func task(_ id: String, _ lead: ReviewTask.Party) -> ReviewTask {
            ReviewTask(
                id: id, name: BilingualText(same: id), lead: [.init(lead, position: position)], start: start,
                deadline: end, plan: .linear, position: position)
        }
        let scheme = TaskScheme(asOf: end, tasks: [task("rules", .level("city")), task("products", .body("jxw"))])
        let bodies = TaskBodies(
            units: DataFixture.units, assessed: DataFixture.units.units, departments: try Self.table(), asOf: end)
        var seen: [ProgressFile.Place: Origin] = [:]
        return try ProgressFile.read(
            Array((Self.heading + rows).utf8), file: "p.csv", scheme: scheme, bodies: bodies, seen: &seen)
    }

    @Test("Entries are read, of a department before and after the reform, and of days after the review date")
    func entries() throws {
        let entries = try read(
            "products,jxw,2018-06-30,80,文1,张某,\nproducts,jxt,2018-12-31,70,文2,张某,撤销10个\n"
                + "rules,340100,2021-02-01,1,文3,李某,\nrules,340200,2018-03-01,0,,李某,\n")
        #expect(entries.map(\.done) == [80, 70, 1, 0])
        #expect(entries.map(\.origin.row) == [2, 3, 4, 5] && entries[1].origin.note == "撤销10个")
    }

    @Test(
        "What is wrong is told at its cell",
        arguments: [
            (
                "product,jxt,2019-06-30,80,e,r,\n",
                "p.csv:2:1: the specification has no task ‘product’; expected one of rules, products; did you mean "
                    + "‘products’?"
            ),
            (
                "products,jxx,2019-06-30,80,e,r,\n",
                "p.csv:2:10: no unit and no department has the code ‘jxx’; expected the code of a body that leads the "
                    + "task; did you mean ‘jxw’?"
            ),
            (
                "products,czt,2019-06-30,80,e,r,\n",
                "p.csv:2:10: 财政厅 (czt) does not lead the task ‘products’; expected one of jxt"
            ),
            (
                "products,jxw,2019-06-30,80,e,r,\n",
                "p.csv:2:10: 经信委 (jxw) was not in force on 2019-06-30, until 2018-11-01; expected its successor jxt"
            ),
            (
                "products,jxt,2018-06-30,80,e,r,\n",
                "p.csv:2:10: 经信厅 (jxt) was not in force on 2018-06-30, from 2018-11-01; expected the body that answered "
                    + "for the task on that day"
            ),
            (
                "products,jxt,2019/6/30,80,e,r,\n",
                "p.csv:2:14: ‘2019/6/30’ is not a date; expected a date such as 2020-12-31; did you mean ‘2019-06-30’?"
            ),
            ("products,jxt,2019-06-30,,e,r,\n", "p.csv:2:25: the column ‘done’ is empty; expected a text"),
            ("products,jxt,2019-06-30,-1,e,r,\n", "p.csv:2:25: -1 is below zero; expected a quantity from 0"),
            (
                "products,jxt,2019-06-30,80,,r,\n",
                "p.csv:2:28: 80 is done, and nothing shows it; expected where the evidence (佐证材料) is found"
            ),
            ("products,jxt,2019-06-30,80,e,,\n", "p.csv:2:30: the column ‘reported_by’ is empty; expected a text"),
            (
                "products,jxt,2019-06-30,80,e,r,\nproducts,jxt,2019-06-30,90,e,r,\n",
                "p.csv:3:14: jxt has two entries for ‘products’ on 2019-06-30 (also p.csv, row 2); expected one entry for "
                    + "a day"
            ),
            (
                "products,jxt,2019-12-31,70,e,r,\nproducts,jxw,2018-06-30,80,e,r,\n",
                "p.csv:2:25: 70 by 2019-12-31 is less than the 80 by 2018-06-30 (row 3); expected what was done from the "
                    + "start on, all together; or a note that says what was taken back"
            ),
        ])
    func wrong(rows: String, expected: String) {
        #expect(DataFixture.told { () throws(DiagnosticList) in try read(rows) } == expected)
    }

    @Test(
        "What is wrong with departments is told at its cell",
        arguments: [
            (
                "a,A,A,,,\na,B,B,,,\n",
                "d.csv:3:1: the code ‘a’ is listed twice (also at line 2); expected each department once"
            ),
            (
                "340100,A,A,,,\n",
                "d.csv:2:1: the code ‘340100’ is that of the unit 合肥市; expected a code that no unit has"
            ),
            (
                "a,A,A,2019-01-01,2018-01-01,\n",
                "d.csv:2:18: the department ends before it begins; expected a day after 2019-01-01"
            ),
            (
                "a,A,A,,2018-01-01,b\n",
                "d.csv:2:19: no department has the code ‘b’; expected the code of a listed department; did you mean ‘a’?"
            ),
            (
                "a,A,A,,,b\nb,B,B,,,\n",
                "d.csv:2:9: the department has a successor and no day on which it ended; expected valid_until: the first "
                    + "day on which it is no longer in force"
            ),
            (
                "a,A,A,,2018-01-01,b\nb,B,B,2018-02-01,,\n",
                "d.csv:2:19: nobody answers for it from 2018-01-01 until b begins on 2018-02-01; expected a successor that "
                    + "is in force on 2018-01-01"
            ),
            (
                "a,A,A,,2018-01-01,b\nb,B,B,,2018-01-01,a\n",
                "d.csv:2:19: the chain of successors does not lead to a department in force; expected a chain that comes "
                    + "to an end\nd.csv:3:19: the chain of successors does not lead to a department in force; expected a "
                    + "chain that comes to an end"
            ),
        ])
    func departments(rows: String, expected: String) {
        let text = "code,name_zh,name_en,valid_from,valid_until,successor\n" + rows
        #expect(DataFixture.told { () throws(DiagnosticList) in try Self.table(text) } == expected)
    }
}
