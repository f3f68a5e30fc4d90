import AssessmentCore
import Testing

@testable import AssessmentData

@Suite("Values from a table with columns of its own")
struct ObservationsTableTests {
    private static let units = UnitTable(
        ["AUT", "JPN", "1", "2"].map { AssessedUnit(code: $0, name: BilingualText(same: $0), level: "unit") })
    private static let y2020 = Period(year: 2020)

    /// A value as a line of text.
    private static func lines(_ contents: ObservationsTable.Contents) -> [String] {
        contents.observations.map { observation in
            let value = observation.value.map { "\($0)" } ?? observation.reason?.rawValue ?? ""
            return "\(observation.variable) \(observation.unit) \(observation.period) \(value)"
        }
    }

    private static func read(
        _ text: String, _ form: TableForm, _ variables: Set<String>, file: String = "t.csv",
        periods: Set<Period> = [y2020], seen: inout ReadCells
    ) throws(DiagnosticList) -> ObservationsTable.Contents {
        try ObservationsTable.read(
            Array(text.utf8), file: file, form: form, namedAt: SourcePosition(file: "a.yml", line: 3, column: 8),
            ObservationsTable.Request(units: units, variables: variables, periods: periods), seen: &seen)
    }

    private static func read(
        _ text: String, _ form: TableForm, _ variables: Set<String>, file: String = "t.csv",
        periods: Set<Period> = [y2020]
    ) throws(DiagnosticList) -> ObservationsTable.Contents {
        var seen = ReadCells()
        return try read(text, form, variables, file: file, periods: periods, seen: &seen)
    }

    private static func told(_ text: String, _ form: TableForm, _ variables: Set<String>) -> String {
        DataFixture.told { () throws(DiagnosticList) in try read(text, form, variables) }
    }

    private static let wide =
        "code,year,GDP (bn),pop,note\nAUT,2020,390.8,8735.4529999999995,x\nJPN,2020,,NA,y\n"
        + "AUT,2019,1,2,z\nXXX,2018,?,?,?\n"
    private static let form = TableForm(
        unit: "code", period: .column("year"), missing: ["NA": .notApplicable], variables: ["GDP (bn)": "gdp"])

    @Test("Only the variables and periods that are asked for are read")
    func wide() throws {
        let contents = try Self.read(Self.wide, Self.form, ["gdp", "pop", "area"])
        #expect(
            Self.lines(contents) == [
                "gdp AUT 2020 390.8", "pop AUT 2020 8735.453", "gdp JPN 2020 not_submitted",
                "pop JPN 2020 not_applicable",
            ])
        #expect(contents.variables == ["gdp", "pop"])
        #expect(contents.names == ["code", "year", "GDP (bn)", "pop", "note"])
        #expect(contents.observations[3].origin == Origin(file: "t.csv", row: 3, column: "pop"))
        #expect(contents.observations[0].origin == Origin(file: "t.csv", row: 2, column: "GDP (bn)"))
    }

    @Test("A column that is renamed is not read under its own name")
    func renamed() throws {
        let form = TableForm(unit: "code", period: .only(Self.y2020), variables: ["a": "b"])
        let contents = try Self.read("code,a,b\nAUT,1,2\n", form, ["a", "b"])
        #expect(Self.lines(contents) == ["b AUT 2020 1.0"])
        #expect(contents.variables == ["b"])
    }

    @Test("In long form a row is a value, and other variables are passed over whatever they hold")
    func long() throws {
        let form = TableForm(
            unit: "code", period: .column("year"), layout: .long(variable: "indicator", value: "value"),
            variables: ["NY.GDP": "gdp"])
        let contents = try Self.read(
            "indicator,code,year,value\nNY.GDP,AUT,2020,5e-1\nSP.POP,XXX,20,?\npop,JPN,2020,\n", form, ["gdp", "pop"])
        #expect(Self.lines(contents) == ["gdp AUT 2020 0.5", "pop JPN 2020 not_submitted"])
        #expect(contents.names == ["NY.GDP", "SP.POP", "pop"])
        #expect(contents.observations.map(\.origin.column) == ["value", "value"])
    }

    @Test("Texts stand for numbers or for no value, also those that look like numbers")
    func codes() throws {
        let form = TableForm(
            unit: "c", period: .only(Self.y2020), missing: ["-999": .notCollected, "": .withdrawn],
            codes: ["no practice": 0, "full": 1, "1": 10])
        let contents = try Self.read("c,a,b,d,e,f\nAUT,no practice,full,-999,,1\n", form, ["a", "b", "d", "e", "f"])
        #expect(
            Self.lines(contents) == [
                "a AUT 2020 0.0", "b AUT 2020 1.0", "d AUT 2020 not_collected", "e AUT 2020 withdrawn",
                "f AUT 2020 10.0",
            ])
    }

    @Test("JSON has the same forms, with numbers to the last digit")
    func json() throws {
        let text = """
            {"cases": [{"matrix": [[1, 2], [4.0979850000000004, null]], "weights": [0.1, 1e-3]}]}
            """
        let matrix = TableForm(place: "cases[0].matrix", period: .only(Self.y2020), variables: ["1": "a", "2": "b"])
        let contents = try Self.read(text, matrix, ["a", "b"], file: "t.json")
        #expect(
            Self.lines(contents) == [
                "a 1 2020 1.0", "b 1 2020 2.0", "a 2 2020 4.097985", "b 2 2020 not_submitted",
            ])
        #expect(contents.observations[2].value == 4.0979850000000004)
        #expect(
            contents.observations[2].origin == Origin(file: "t.json", sheet: "cases[0].matrix", row: 2, column: "1"))
        let vector = TableForm(place: "cases[0].weights", period: .only(Self.y2020), variables: ["1": "w"])
        #expect(
            try Self.lines(Self.read(text, vector, ["w"], file: "t.json")) == ["w 1 2020 0.1", "w 2 2020 0.001"])
        let objects = TableForm(unit: "id", period: .column("year"))
        let rows = "[{\"id\": \"AUT\", \"year\": 2020, \"x\": 3}, {\"id\": \"JPN\", \"year\": \"2020\"}]"
        #expect(
            try Self.lines(Self.read(rows, objects, ["x"], file: "t.json")) == [
                "x AUT 2020 3.0", "x JPN 2020 not_submitted",
            ])
    }

    @Test("A report period gives a variable of its own in its year, in wide and in long form")
    func reportPeriods() throws {
        let wide = try Self.read(
            "code,year,x,y\nAUT,2020,10,1\nAUT,2020-Q1,2,1\nAUT,2020-h1,4,1\nAUT,2020-M9,7,1\nJPN,2019-q1,0,0\n",
            TableForm(unit: "code", period: .column("year")), ["x", "x@q1", "x@m9", "y@h1"])
        #expect(
            Self.lines(wide) == [
                "x AUT 2020 10.0", "x@q1 AUT 2020 2.0", "y@h1 AUT 2020 1.0", "x@m9 AUT 2020 7.0",
            ])
        #expect(wide.variables == ["x", "x@q1", "x@m9", "y@h1"])
        let form = TableForm(unit: "c", period: .column("p"), layout: .long(variable: "v", value: "n"))
        let long = try Self.read("c,p,v,n\nAUT,2020-q1,x,2\nAUT,2020,x,9\nAUT,2020-h1,x,3\n", form, ["x@q1", "x@h1"])
        #expect(Self.lines(long) == ["x@q1 AUT 2020 2.0", "x@h1 AUT 2020 3.0"])
    }

    @Test(
        "A problem is told at its cell",
        arguments: [
            ("AUT,2020,many,1", "2:10: ‘many’ \(number)"),
            ("AUT,2020,\"1,234\",1", "2:10: ‘1,234’ \(number); did you mean ‘1234’?"),
            ("AUT,2020,N/A,1", "2:10: ‘N/A’ \(number); did you mean ‘NA’?"),
            (
                "XXX,2020,1,1\nXXX,2020,1,1",
                "2:1: no unit has the code ‘XXX’; expected a code of the file of units; other units are passed over with "
                    + "‘other_units: ignore’"
            ),
            (",2020,1,1", "2:1: the column ‘code’ is empty; expected the code of a unit"),
            ("AUT,,1,1", "2:5: the column ‘year’ is empty; expected \(period)"),
            ("AUT,2020-q5,1,1", "2:5: ‘2020-q5’ is not a period; expected \(period)"),
            (
                "AUT,2020,1,1\nAUT,2020,1,",
                "3:1: ‘AUT’ in 2020 is given twice (also row 2); expected one row for each unit and period"
            ),
            (
                "AUT,2020-q1,1,1\nAUT,2020-Q1,1,",
                "3:1: ‘AUT’ in 2020-q1 is given twice (also row 2); expected one row for each unit and period"
            ),
        ])
    func refused(rows: String, problem: String) {
        #expect(Self.told("code,year,GDP (bn),pop\n\(rows)\n", Self.form, ["gdp", "gdp@q1"]) == "t.csv:" + problem)
    }

    private static let number =
        "is not a number; expected a number with a decimal point, one of ‘missing’: ‘NA’, or a text that ‘codes’ names"
    private static let period = "a year such as 2020, or a report period: 2020-q1, 2020-h1 or 2020-m9"

    @Test("A text that stands for nothing is told once, with how often it stands there")
    func often() {
        #expect(
            Self.told("code,year,GDP (bn),pop\nAUT,2020,..,..\nJPN,2020,..,1\n", Self.form, ["gdp", "pop"])
                == "t.csv:2:10: ‘..’ is not a number (and in 2 more cells); expected a number with a decimal point, one of "
                + "‘missing’: ‘NA’, or a text that ‘codes’ names")
    }

    @Test("Columns that the form names and the table does not have are told where the specification names the file")
    func notThere() {
        let form = TableForm(unit: "cod", period: .column("jahr"), variables: ["GDP": "gdp"])
        let columns = "‘code’, ‘year’, ‘gdp’"
        #expect(
            Self.told("code,year,gdp\n", form, ["gdp"]) == """
                a.yml:3:8: the table ‘t.csv’ has no column ‘cod’; expected one of \(columns); did you mean ‘code’?
                a.yml:3:8: the table ‘t.csv’ has no column ‘jahr’; expected one of \(columns)
                a.yml:3:8: the table ‘t.csv’ has no column ‘GDP’; expected one of \(columns); did you mean ‘gdp’?
                """)
    }

    @Test("Rows of other units may be passed over")
    func others() throws {
        var form = Self.form
        form.ignoresOtherUnits = true
        let contents = try Self.read("code,year,GDP (bn),pop\nXXX,2020,?,1\nAUT,2020,2,1\n", form, ["gdp"])
        #expect(Self.lines(contents) == ["gdp AUT 2020 2.0"])
    }

    @Test("A value that another file or table holds already is told, whatever their forms")
    func twice() throws {
        let origin = Origin(file: "o.csv", row: 7, column: "value")
        var seen = ReadCells([
            Observation(variable: "pop", unit: "AUT", period: Self.y2020, value: 1, origin: origin),
            Observation(variable: "pop", unit: "AUT", period: Period(year: 2019), value: 1, origin: origin),
        ])
        let told = DataFixture.told { () throws(DiagnosticList) in
            try Self.read(Self.wide, Self.form, ["gdp", "pop"], seen: &seen)
        }
        #expect(told == "t.csv:2:16: ‘pop’ of ‘AUT’ in 2020 is given twice (also o.csv, row 7); expected one value")
        var after = ReadCells()
        _ = try Self.read(Self.wide, Self.form, ["gdp"], seen: &after)
        let long = TableForm(unit: "c", period: .only(Self.y2020), layout: .long(variable: "v", value: "n"))
        let toldLong = DataFixture.told { () throws(DiagnosticList) in
            try Self.read("c,v,n\nAUT,gdp,1\n1,gdp,1\n1,gdp,1\n", long, ["gdp"], file: "l.csv", seen: &after)
        }
        #expect(
            toldLong == """
                l.csv:2:9: ‘gdp’ of ‘AUT’ in 2020 is given twice (also t.csv, row 2); expected one value
                l.csv:4:7: ‘gdp’ of ‘1’ in 2020 is given twice (also row 3); expected one value
                """)
    }

    @Test("A table of 8,000 units and 120 variables is read in full")
    func large() throws {
        let heading = "code," + (0..<120).map { "v\($0)" }.joined(separator: ",") + "\n"
        let row = "," + (0..<120).map { "\(Double($0) / 7)" }.joined(separator: ",") + "\n"
        let text = heading + (0..<8000).map { "U\($0)\(row)" }.joined()
        let units = UnitTable(
            (0..<8000).map { AssessedUnit(code: "U\($0)", name: BilingualText(same: ""), level: "unit") })
        let request = ObservationsTable.Request(
            units: units, variables: Set((0..<120).map { "v\($0)" }), periods: [Self.y2020])
        var seen = ReadCells()
        let contents = try ObservationsTable.read(
            Array(text.utf8), file: "t.csv", form: TableForm(unit: "code", period: .only(Self.y2020)),
            namedAt: SourcePosition(file: "a.yml", line: 1, column: 1), request, seen: &seen)
        #expect(contents.observations.count == 960_000)
        #expect(contents.observations.last?.value == 119.0 / 7)
    }
}
