import AssessmentCore
import Testing

@testable import AssessmentData

@Suite("Units from a table with columns of its own")
struct UnitsTableTests {
    private static let text = """
        uName,uCode,region,size,Time
        Austria,AUT,Europe,M,2017
        Austria (new),AUT,Europe,,2018
        Japan,JPN,Asia,,2017
        Japan,JPN,Asia,L,2018

        """

    @Test("A unit that stands in several rows is one, named by the first, grouped by any that says so")
    func read() throws {
        let form = UnitTableForm(
            code: "uCode", name: "uName", groups: ["region", "size"],
            classes: ["oecd": ["JPN", "AUT"], "island": ["JPN"]])
        let units = try Self.read(Self.text, form).units
        #expect(units.map(\.code) == ["AUT", "JPN"])
        #expect(units.map(\.name) == [BilingualText(same: "Austria"), BilingualText(same: "Japan")])
        #expect(units.map(\.level) == ["unit", "unit"])
        #expect(units.map(\.groups) == [["region": "Europe", "size": "M"], ["region": "Asia", "size": "L"]])
        #expect(units.map(\.classes) == [["oecd"], ["island", "oecd"]])
    }

    @Test("Without columns of codes and names a unit is the number of its row")
    func numbers() throws {
        let csv = try Self.read("a,level\n5,city\n\n7,\n", UnitTableForm())
        #expect(csv.units.map(\.code) == ["1", "2"])
        #expect(csv.units.map(\.name.en) == ["1", "2"])
        #expect(csv.units.map(\.level) == ["city", "unit"])
        let json = try Self.read("{\"matrix\": [[5, 1], [7, 2]]}", UnitTableForm(place: "matrix"), file: "u.json")
        #expect(json.units.map(\.code) == ["1", "2"])
    }

    @Test("What the form names and the table does not have is told where the specification names the file")
    func notThere() {
        let form = UnitTableForm(code: "ucode", name: "Name", groups: ["regoin"])
        #expect(
            Self.told(Self.text, form) == """
                a.yml:3:8: the table ‘u.csv’ has no column ‘ucode’; expected one of \(Self.columns); did you mean ‘uCode’?
                a.yml:3:8: the table ‘u.csv’ has no column ‘Name’; expected one of \(Self.columns); did you mean ‘uName’?
                a.yml:3:8: the table ‘u.csv’ has no column ‘regoin’; expected one of \(Self.columns); did you mean \
                ‘region’?
                """)
    }

    private static let columns = "‘uName’, ‘uCode’, ‘region’, ‘size’, ‘Time’"

    @Test("A class of a unit that is not in the table is told with the nearest code")
    func classes() {
        let form = UnitTableForm(code: "uCode", classes: ["oecd": ["AUT", "JPM", "JPM"]])
        #expect(
            Self.told(Self.text, form)
                == "a.yml:3:8: the class ‘oecd’ names ‘JPM’, which ‘u.csv’ does not have; expected the code of a unit in "
                + "the table; did you mean ‘JPN’?")
    }

    @Test("A column that changes with the years groups nothing, which is told once")
    func varying() {
        let form = UnitTableForm(code: "uCode", groups: ["region", "Time"])
        #expect(
            Self.told(Self.text, form)
                == "u.csv:3:27: ‘Time’ of ‘AUT’ is ‘2018’ here and ‘2017’ in row 2 (2 units differ so); expected one text "
                + "in all rows of a unit; a column that changes from row to row, such as with the years, cannot group "
                + "units")
    }

    @Test("A row without a code is told")
    func noCode() {
        #expect(
            Self.told("n,c\na,1\nb,\n", UnitTableForm(code: "c"))
                == "u.csv:3:3: the column ‘c’ is empty; expected the code of a unit")
    }

    private static func read(
        _ text: String, _ form: UnitTableForm, file: String = "u.csv"
    ) throws(DiagnosticList) -> UnitTable {
        try UnitsTable.read(
            Array(text.utf8), file: file, form: form, namedAt: SourcePosition(file: "a.yml", line: 3, column: 8))
    }

    private static func told(_ text: String, _ form: UnitTableForm) -> String {
        DataFixture.told { () throws(DiagnosticList) in try read(text, form) }
    }
}
