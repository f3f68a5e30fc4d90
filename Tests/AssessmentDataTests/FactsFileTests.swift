import AssessmentCore
import Testing

@testable import AssessmentData

@Suite("The file of facts")
struct FactsFileTests {
    private static let heading = "statement,unit,as_of,value,unit_of_measure,text_zh,text_en,source\n"

    @Test("Facts are read with or without a value")
    func read() throws {
        let text = Self.heading + "G1,340100,2020-04,2500,亿元,超过,More than,报道\nG1,340200,,,,无,None,\n"
        let facts = try FactsFile.read(
            Array(text.utf8), file: "f.csv", statements: ["G1"], units: DataFixture.units)
        #expect(facts.map(\.value) == [2500, nil])
        #expect(facts.map(\.text.zh) == ["超过", "无"])
        #expect(facts.map(\.origin.row) == [2, 3])
    }

    @Test(
        "A problem is told at its cell",
        arguments: [
            (
                "G2,340100,,,,甲,A,",
                "2:1: no plug-in that is listed has the statement ‘G2’; expected the number of a statement; did you mean ‘G1’?"
            ),
            ("G1,9,,,,甲,A,", "2:4: no unit has the code ‘9’; expected a code of the file of units"),
            ("G1,340100,,,,,A,", "2:14: the column ‘text_zh’ is empty; expected a text"),
            (
                "G1,340100,,约5,,甲,A,",
                "2:12: ‘约5’ is not a number; expected digits with a decimal point, without separators, units or signs of "
                    + "per cent"
            ),
        ])
    func refused(row: String, problem: String) {
        let told = DataFixture.told { () throws(DiagnosticList) in
            try FactsFile.read(
                Array((Self.heading + row + "\n").utf8), file: "f.csv", statements: ["G1"], units: DataFixture.units)
        }
        #expect(told == "f.csv:" + problem)
    }
}
