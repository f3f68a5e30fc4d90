import AssessmentCore
import Testing

@testable import AssessmentData

@Suite("The file of observations")
struct ObservationsFileTests {
    private static let heading = "unit,variable,period,value,status,source,note\n"
    private static let number =
        "is not a number; expected digits with a decimal point, without separators, units or signs of per cent"

    private static let period = "a year such as 2020, or a report period: 2020-q1, 2020-h1 or 2020-m9"

    @Test("A row of a report period holds a variable of its own in the year")
    func reportPeriods() throws {
        var seen = HeldObservations()
        let text =
            Self.heading + "340100,resident_population,2020-Q1,1,,,\n340100,resident_population,2020-h1,2,,,\n"
            + "340100,resident_population,2020-m9,3,,,\n340100,resident_population,2020,4,,,\n"
            + "340200,resident_population@q1,2020,5,,,\n"
        let observations = try ObservationsFile.read(
            Array(text.utf8), file: "o.csv", units: DataFixture.units, variables: DataFixture.variables, seen: &seen)
        #expect(
            observations.map(\.variable) == [
                "resident_population@q1", "resident_population@h1", "resident_population@m9", "resident_population",
                "resident_population@q1",
            ])
        #expect(observations.map(\.period) == Array(repeating: Period(year: 2020), count: 5))
    }

    @Test("Values, statuses and remarks are read with the row that they stand in")
    func read() throws {
        var seen = HeldObservations()
        let text =
            Self.heading + "340100,resident_population,2019,818.9,,年鉴,四舍五入\n\n"
            + "340100,resident_population,2020,,not_submitted,,\n340200,resident_population,2020,-0,,,\n"
        let observations = try ObservationsFile.read(
            Array(text.utf8), file: "o.csv", units: DataFixture.units, variables: DataFixture.variables, seen: &seen)
        #expect(observations.map(\.value) == [818.9, nil, 0])
        #expect(observations.last?.value?.sign == .plus)
        #expect(observations.map(\.reason) == [nil, .notSubmitted, nil])
        #expect(observations.map(\.origin.row) == [2, 4, 5])
        #expect(
            observations[0].origin
                == Origin(file: "o.csv", row: 2, column: "value", source: "年鉴", note: "四舍五入"))
        #expect(seen.count == 3)
    }

    @Test("A value that was found false is not used")
    func falsified() throws {
        var seen = HeldObservations()
        let observations = try ObservationsFile.read(
            Array((Self.heading + "340100,resident_population,2020,900,falsified,,\n").utf8), file: "o.csv",
            units: DataFixture.units, variables: DataFixture.variables, seen: &seen)
        #expect(observations.map(\.value) == [nil])
        #expect(observations.map(\.reason) == [.falsified])
    }

    @Test(
        "A problem is told at its cell",
        arguments: [
            (
                "340199,resident_population,2020,1,,,",
                "2:1: no unit has the code ‘340199’; expected a code of the file of units"
            ),
            (
                "340100,resident_poplation,2020,1,,,",
                "2:8: no plug-in that is listed declares the variable ‘resident_poplation’; expected a variable of "
                    + "‘assess list variables’; did you mean ‘resident_population’?"
            ),
            (",resident_population,2020,1,,,", "2:1: the column ‘unit’ is empty; expected a text"),
            ("340100,,2020,1,,,", "2:8: the column ‘variable’ is empty; expected a text"),
            ("340100,resident_population,,1,,,", "2:28: the column ‘period’ is empty; expected a text"),
            ("340100,resident_population,20,1,,,", "2:28: ‘20’ is not a period; expected \(period)"),
            ("340100,resident_population,2020-q2,1,,,", "2:28: ‘2020-q2’ is not a period; expected \(period)"),
            (
                "340100,resident_population,2020,,,,",
                "2:33: there is neither a value nor a status; expected a value, or a status: not_submitted, falsified, withdrawn, "
                    + "not_collected, not_applicable"
            ),
            (
                "340100,resident_population,2020,,not_submited,,",
                "2:34: ‘not_submited’ is not a status; expected one of not_submitted, falsified, withdrawn, not_collected, "
                    + "not_applicable; did you mean ‘not_submitted’?"
            ),
            (
                "340100,resident_population,2020,5,not_applicable,,",
                "2:35: the value is given and called not_applicable; expected one of the two"
            ),
            ("340100,resident_population,2020,many,,,", "2:33: ‘many’ \(number)"),
            ("340100,resident_population,2020,nan,,,", "2:33: ‘nan’ \(number)"),
            ("340100,resident_population,2020,1e5,,,", "2:33: ‘1e5’ \(number)"),
            ("340100,resident_population,2020,１２.５,,,", "2:33: ‘１２.５’ \(number); did you mean ‘12.5’?"),
            ("340100,resident_population,2020,\"1,234.5\",,,", "2:33: ‘1,234.5’ \(number); did you mean ‘1234.5’?"),
            ("340100,resident_population,2020,\"1,5\",,,", "2:33: ‘1,5’ \(number)"),
            ("340100,resident_population,2020,\"1.234,5\",,,", "2:33: ‘1.234,5’ \(number)"),
            ("340100,resident_population,2020,1 234,,,", "2:33: ‘1 234’ \(number); did you mean ‘1234’?"),
            ("340100,resident_population,2020,−5,,,", "2:33: ‘−5’ \(number); did you mean ‘-5’?"),
            ("340100,resident_population,2020,+5,,,", "2:33: ‘+5’ \(number); did you mean ‘5’?"),
            ("340100,resident_population,2020,5%,,,", "2:33: ‘5%’ \(number)"),
        ])
    func refused(row: String, problem: String) {
        #expect(told(Self.heading + row + "\n") == "o.csv:" + problem)
    }

    @Test("Columns in characters, behind Chinese text")
    func columns() {
        #expect(
            told("source,unit,variable,period,value\n统计年鉴,340100,resident_population,2020,x\n")
                == "o.csv:2:38: ‘x’ \(Self.number)")
    }

    @Test("Headings that are missing or not known are told with where they stand")
    func headings() {
        let known = "expected columns unit, variable, period, value, status, source, note"
        #expect(
            told("unit,varible,period,value,\n") == """
                o.csv:1:1: the column ‘variable’ is missing; \(known)
                o.csv:1:6: the column ‘varible’ is not known here; \(known); did you mean ‘variable’?
                o.csv:1:27: a column has no heading; \(known)
                """)
    }

    @Test("Every problem of a file is told, and a huge cell is cut")
    func several() {
        let huge = String(repeating: "9", count: 1 << 20) + "x"
        #expect(
            told(Self.heading + "1,\(huge),2020,1,,,\n340100,resident_population,2020,\(huge),,,\n") == """
                o.csv:2:1: no unit has the code ‘1’; expected a code of the file of units
                o.csv:2:3: no plug-in that is listed declares the variable ‘\(String(repeating: "9", count: 39))…’; \
                expected a variable of ‘assess list variables’
                o.csv:3:33: ‘\(String(repeating: "9", count: 39))…’ \(Self.number)
                """)
    }

    @Test("A cell that is given twice is told with its first place, also across files")
    func duplicates() throws {
        var seen = HeldObservations()
        let row = "340100,resident_population,2020,1,,,\n"
        _ = try ObservationsFile.read(
            Array((Self.heading + row).utf8), file: "a.csv", units: DataFixture.units,
            variables: DataFixture.variables, seen: &seen)
        let told = DataFixture.told { () throws(DiagnosticList) in
            try ObservationsFile.read(
                Array((Self.heading + "340200,resident_population,2020,1,,,\n" + row + row).utf8), file: "b.csv",
                units: DataFixture.units, variables: DataFixture.variables, seen: &seen)
        }
        #expect(
            told == """
                b.csv:3:33: resident_population of 340100 in 2020 is given twice (also a.csv, row 2); expected one value
                b.csv:4:33: resident_population of 340100 in 2020 is given twice (also b.csv, row 3); expected one value
                """)
    }

    private func told(_ text: String) -> String {
        var seen = HeldObservations()
        return DataFixture.told { () throws(DiagnosticList) in
            try ObservationsFile.read(
                Array(text.utf8), file: "o.csv", units: DataFixture.units, variables: DataFixture.variables,
                seen: &seen)
        }
    }
}
