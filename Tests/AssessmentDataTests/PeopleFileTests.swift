import AssessmentCore
import Testing

@testable import AssessmentData

@Suite("The file of people")
struct PeopleFileTests {
    private func told(_ rows: String) -> String {
        DataFixture.told { () throws(DiagnosticList) in
            try PeopleFile.read(Array(("id,unit\n" + rows).utf8), file: "p.csv", units: DataFixture.units).map(\.id)
        }
    }

    @Test("People with and without a unit are read")
    func read() {
        #expect(told("office,\nhefei,340100\n") == "")
    }

    @Test("An id or unit with a character that nobody sees is refused")
    func invisible() {
        #expect(
            told("office,\noff\u{200B}ice,\n")
                == "p.csv:3:1: ‘off ice’ has an invisible character; expected characters that a reader can tell apart")
        #expect(
            told("\u{2060},\n") == "p.csv:2:1: the column ‘id’ is empty: its characters are invisible; expected a text")
        #expect(told("hefei,340100\u{200B}\n").contains("p.csv:2:7: ‘340100 ’ has an invisible character"))
    }
}
