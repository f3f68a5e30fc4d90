import AssessmentCore
import Testing

@testable import AssessmentData

@Suite("The file of a register")
struct RegisterFileTests {
    private static let heading = "unit,name,recognised_on,withdrawn_on,category,remark\n"

    @Test("Entries are read with their recognition and their own fields")
    func read() throws {
        var seen: [RegisterFile.Item: Origin] = [:]
        let entries = try RegisterFile.read(
            Array((Self.heading + "340100,语音笔,2019-05-01,2020-05-01,device,\n").utf8), file: "r.csv",
            register: DataFixture.register, units: DataFixture.units, seen: &seen)
        #expect(entries.map(\.name) == ["语音笔"])
        #expect(entries.first?.fields == ["category": "device"])
        #expect(entries.first?.recognition.from == CalendarDate(year: 2019, month: 5, day: 1))
        #expect(entries.first?.recognition.until == CalendarDate(year: 2020, month: 5, day: 1))
        #expect(entries.first?.origin == Origin(file: "r.csv", row: 2, column: "name"))
    }

    @Test(
        "A problem is told at its cell",
        arguments: [
            ("340199,笔,2019-05-01,,app,", "2:1: no unit has the code ‘340199’; expected a code of the file of units"),
            ("340100,,2019-05-01,,app,", "2:8: the column ‘name’ is empty; expected a text"),
            ("340100,笔,,,app,", "2:10: the column ‘recognised_on’ is empty; expected a text"),
            ("340100,笔,2019-05-01,,,", "2:22: the field ‘category’ is empty; expected Category"),
            (
                "340100,笔,2019-05-01,,devise,",
                "2:22: ‘devise’ is not known here; expected one of app, device; did you mean ‘device’?"
            ),
            (
                "340100,笔,2019-05-01,2019-04-30,app,",
                "2:21: the recognition ends before it begins; expected a day after 2019-05-01"
            ),
            ("340100,笔,2019-13-01,,app,", "2:10: ‘2019-13-01’ is not a date; expected a date such as 2020-12-31"),
        ])
    func refused(row: String, problem: String) {
        var seen: [RegisterFile.Item: Origin] = [:]
        #expect(told(row + "\n", file: "r.csv", &seen) == "r.csv:" + problem)
    }

    @Test("An entry that is listed twice would count twice, and is told, also across files")
    func twice() {
        var seen: [RegisterFile.Item: Origin] = [:]
        let row = "340100,笔,2019-05-01,,app,\n"
        #expect(told(row + "340200,笔,2019-05-01,,app,\n340100,笔,2019-06-01,,app,\n", file: "a.csv", &seen) == "")
        #expect(
            told(row, file: "b.csv", &seen)
                == "b.csv:2:8: ‘笔’ is listed twice (also a.csv, row 2); expected each entry once")
    }

    @Test("The register's own required columns must be there")
    func columns() {
        var seen: [RegisterFile.Item: Origin] = [:]
        let told = DataFixture.told { () throws(DiagnosticList) in
            try RegisterFile.read(
                Array("unit,name,recognised_on\n".utf8), file: "r.csv", register: DataFixture.register,
                units: DataFixture.units, seen: &seen)
        }
        #expect(told.hasPrefix("r.csv:1:1: the column ‘category’ is missing; expected columns unit, name, "))
    }

    private func told(_ rows: String, file: String, _ seen: inout [RegisterFile.Item: Origin]) -> String {
        DataFixture.told { () throws(DiagnosticList) in
            try RegisterFile.read(
                Array((Self.heading + rows).utf8), file: file, register: DataFixture.register,
                units: DataFixture.units, seen: &seen)
        }
    }
}
