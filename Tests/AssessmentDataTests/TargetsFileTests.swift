import AssessmentCore
import Testing

@testable import AssessmentData

@Suite("The file of targets")
struct TargetsFileTests {
    private static let heading = "indicator,unit,class,period,target\n"

    @Test("Targets are read by unit, class and period, an empty cell standing for all")
    func read() throws {
        var seen: [TargetsFile.Place: Origin] = [:]
        let targets = try TargetsFile.read(
            Array((Self.heading + "a.b,340100,,2020,5\na.b,,city,,4\na.b,,,,3\n").utf8), file: "t.csv",
            nodes: ["a.b"], units: DataFixture.units, seen: &seen)
        #expect(
            targets["a.b"]?.lines == [
                NumberTable.Line(unit: "340100", period: Period(year: 2020), value: 5),
                NumberTable.Line(unitClass: "city", value: 4), NumberTable.Line(value: 3),
            ])
    }

    @Test(
        "A problem is told at its cell",
        arguments: [
            (
                "a.d,,,,5",
                "2:1: no indicator ‘a.d’ is evaluated against a target; expected the id of a node or indicator whose "
                    + "evaluator compares with a target; did you mean ‘a.b’?"
            ),
            ("a.b,9,,,5", "2:5: no unit has the code ‘9’; expected a code of the file of units"),
            (
                "a.b,,citty,,5",
                "2:6: no unit has the class ‘citty’; expected a level, kind or class of the file of units; "
                    + "did you mean ‘city’?"
            ),
            ("a.b,,,soon,5", "2:7: ‘soon’ is not a period; expected a year such as 2020"),
            ("a.b,,,,", "2:8: the target is empty; expected a number"),
            (
                "a.b,,,,五",
                "2:8: ‘五’ is not a number; expected digits with a decimal point, without separators, units or signs of "
                    + "per cent"
            ),
            (",,,,5", "2:1: the column ‘indicator’ is empty; expected a text"),
        ])
    func refused(row: String, problem: String) {
        var seen: [TargetsFile.Place: Origin] = [:]
        #expect(told(row + "\n", file: "t.csv", &seen) == "t.csv:" + problem)
    }

    @Test("Two targets for the same are told, since one of them would silently be lost")
    func twice() {
        var seen: [TargetsFile.Place: Origin] = [:]
        #expect(told("a.b,340100,,2020,5\na.b,340100,,,5\n", file: "s.csv", &seen) == "")
        #expect(
            told("a.b,340100,,2020,6\n", file: "t.csv", &seen)
                == "t.csv:2:18: the target of a.b is given twice for the same (also s.csv, row 2); "
                + "expected one target for each indicator, unit, class and period")
    }

    private func told(_ rows: String, file: String, _ seen: inout [TargetsFile.Place: Origin]) -> String {
        DataFixture.told { () throws(DiagnosticList) in
            try TargetsFile.read(
                Array((Self.heading + rows).utf8), file: file, nodes: ["a.b"], units: DataFixture.units, seen: &seen)
        }
    }
}
