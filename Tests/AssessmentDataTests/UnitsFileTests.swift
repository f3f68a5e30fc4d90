import AssessmentCore
import Testing

@testable import AssessmentData

@Suite("The file of units")
struct UnitsFileTests {
    private static let heading = "code,name_zh,name_en,level,kind,parent,valid_from,valid_until,successor,classes\n"

    @Test("Units are read with their dates, successors and classes")
    func read() throws {
        let text =
            Self.heading + "340221,芜湖县,Wuhu County,county,county,,2010-01-01,2020-07-15,340210,a; b\n"
            + "340210,湾沚区,Wanzhi,county,district,,2020-07-15,,,\n"
        let units = try UnitsFile.read(Array(text.utf8), file: "u.csv").units
        #expect(units.map(\.code) == ["340221", "340210"])
        #expect(units[0].classes == ["a", "b"])
        #expect(units[0].successor == "340210")
        #expect(units[0].validity.until == CalendarDate(year: 2020, month: 7, day: 15))
        #expect(units[1].parent == nil)
    }

    @Test(
        "A problem is told at its cell",
        arguments: [
            (",合肥市,Hefei,city,,,,,,", "2:1: the column ‘code’ is empty; expected a text"),
            ("1,合肥市,,city,,,,,,", "2:7: the column ‘name_en’ is empty; expected a text"),
            ("1,合肥市,Hefei,,,,,,,", "2:13: the column ‘level’ is empty; expected a text"),
            ("1,合肥市,Hefei,city,,2,,,,", "2:19: no unit has the code ‘2’; expected the code of a listed unit"),
            ("1,合肥市,Hefei,city,,,,,3,", "2:22: no unit has the code ‘3’; expected the code of a listed unit"),
            (
                "1,合肥市,Hefei,city,,,2020/1/2,,,",
                "2:20: ‘2020/1/2’ is not a date; expected a date such as 2020-12-31; did you mean ‘2020-01-02’?"
            ),
            (
                "1,合肥市,Hefei,city,,,2020年2月29日,,,",
                "2:20: ‘2020年2月29日’ is not a date; expected a date such as 2020-12-31; did you mean ‘2020-02-29’?"
            ),
            (
                "1,合肥市,Hefei,city,,,2021-02-29,,,",
                "2:20: ‘2021-02-29’ is not a date; expected a date such as 2020-12-31"
            ),
            (
                "1,合肥市,Hefei,city,,,2020-01-02,2020-01-02,,",
                "2:31: the unit ends before it begins; expected a day after 2020-01-02"
            ),
        ])
    func refused(row: String, problem: String) {
        #expect(told(Self.heading + row + "\n") == "u.csv:" + problem)
    }

    @Test("Problems are told in the order of the rows, though some need all of them")
    func order() {
        #expect(
            told(Self.heading + "1,一,One,city,,9,,,,\n1,二,Two,city,,,,,,\n2,三,Three,city,,8,,,,\n") == """
                u.csv:2:15: no unit has the code ‘9’; expected the code of a listed unit
                u.csv:3:1: the code ‘1’ is listed twice (also at line 2); expected each unit once
                u.csv:4:17: no unit has the code ‘8’; expected the code of a listed unit
                """)
    }

    @Test("A chain of units that leads back to itself is told at each unit on it")
    func circles() {
        #expect(
            told(
                Self.heading
                    + "1,一,One,city,,1,,,,\n2,二,Two,city,,1,,,3,\n3,三,Three,city,,,,,4,\n4,四,Four,city,,,,,3,\n")
                    == """
                    u.csv:2:15: the column ‘parent’ leads back to the unit itself; expected a chain that comes to an end
                    u.csv:4:20: the column ‘successor’ leads back to the unit itself; expected a chain that comes to an end
                    u.csv:5:19: the column ‘successor’ leads back to the unit itself; expected a chain that comes to an end
                    """)
    }

    @Test("Each empty cell of a row is told, and the unit is still known to others")
    func severalInARow() {
        #expect(
            told(Self.heading + "1,,,city,,,,,,\n2,二,Two,county,,1,,,,\n") == """
                u.csv:2:3: the column ‘name_zh’ is empty; expected a text
                u.csv:2:4: the column ‘name_en’ is empty; expected a text
                """)
    }

    private static let mapHeading = "code,name_zh,name_en,level,valid_until,map_row,map_column\n"

    @Test("A unit may have a place on the tile map, and those of two levels or of two times the same one")
    func places() throws {
        let text =
            Self.mapHeading + "1,甲,A,city,,3,40\n2,乙,B,city,2020-01-01,1,1\n3,丙,C,county,,3,40\n4,丁,D,city,,,\n"
        let units = try UnitsFile.read(Array(text.utf8), file: "u.csv").units
        #expect(
            units.map(\.mapPlace) == [
                MapPlace(row: 3, column: 40), MapPlace(row: 1, column: 1), units[0].mapPlace, nil,
            ])
        #expect(MapPlace(row: 0, column: 1) == nil && MapPlace(row: 1, column: 41) == nil)
    }

    @Test(
        "A place that is none, half a place, and a place taken twice are told",
        arguments: [
            (
                "1,甲,A,city,,0,2\n",
                "2:13: ‘0’ is no row or column of a tile map; expected a whole number from 1 to 40, counted from the top left"
            ),
            (
                "1,甲,A,city,,2,1.5\n",
                "2:15: ‘1.5’ is no row or column of a tile map; expected a whole number from 1 to 40, counted from the top left"
            ),
            ("1,甲,A,city,,2,\n", "2:15: the unit has a ‘map_row’ and no ‘map_column’; expected both, or neither"),
            (
                "1,甲,A,city,,2,3\n2,乙,B,city,,2,3\n",
                "3:13: row 2, column 3 of the map is taken by the unit at line 2; expected a place of its own for each unit of a level"
            ),
        ])
    func noPlaces(lines: String, problem: String) {
        #expect(told(Self.mapHeading + lines).contains(problem), "\(told(Self.mapHeading + lines))")
    }

    @Test("A file with a heading alone is refused")
    func noRows() {
        #expect(told(Self.heading) == "u.csv:1:1: the file has a heading and no rows; expected a row a unit")
    }

    private func told(_ text: String) -> String {
        DataFixture.told { () throws(DiagnosticList) in try UnitsFile.read(Array(text.utf8), file: "u.csv") }
    }
}
