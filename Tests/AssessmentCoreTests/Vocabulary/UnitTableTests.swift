import AssessmentCore
import Testing

/// The changes of 2020 in Wuhu (国函〔2020〕80号), in force from 6 July.
@Suite("The table of units")
struct UnitTableTests {
    private static let table = UnitTable([
        Sample.unit("340200", level: "city"),
        Sample.unit("340203", level: "county", parent: "340200", until: "2020-07-06", successor: "340209"),
        Sample.unit("340208", level: "county", parent: "340200", until: "2020-07-06", successor: "340209"),
        Sample.unit("340209", level: "county", parent: "340200", from: "2020-07-06"),
        Sample.unit("340210", level: "county", parent: "340200", from: "2020-07-06"),
        Sample.unit("340221", level: "county", parent: "340200", until: "2020-07-06", successor: "340210"),
    ])

    private func standing(_ code: String, on day: String) throws -> [String] {
        Self.table.standingFor(code, on: try #require(CalendarDate(day))).map(\.code)
    }

    @Test("芜湖县 stands for 湾沚区 until the day before it became one")
    func renamed() throws {
        #expect(try standing("340210", on: "2019-12-31") == ["340221"])
        #expect(try standing("340210", on: "2020-07-05") == ["340221"])
        #expect(try standing("340210", on: "2020-07-06") == ["340210"])
    }

    @Test("弋江区 and 三山区 together stand for the new 弋江区")
    func merged() throws {
        #expect(try standing("340209", on: "2018-12-31") == ["340203", "340208"])
        #expect(try standing("340209", on: "2020-12-31") == ["340209"])
        #expect(Self.table.predecessors(of: "340209").map(\.code) == ["340203", "340208"])
    }

    @Test("A unit that ended stands for itself while it was in force, and for nothing after")
    func ended() throws {
        #expect(try standing("340221", on: "2019-12-31") == ["340221"])
        #expect(try standing("340221", on: "2020-12-31") == [])
    }

    @Test("Units in force are those of the day and the level, in listed order")
    func inForce() throws {
        let codes = { (day: String, levels: [String]) throws in
            Self.table.inForce(on: CalendarDate(day), levels: levels).map(\.code)
        }
        #expect(try codes("2019-12-31", ["county"]) == ["340203", "340208", "340221"])
        #expect(try codes("2020-12-31", ["county"]) == ["340209", "340210"])
        #expect(try codes("2020-12-31", ["city"]) == ["340200"])
    }

    @Test("Units are found by code and by the one above")
    func lookUp() {
        #expect(Self.table["340210"]?.code == "340210")
        #expect(Self.table["999999"] == nil)
        #expect(Self.table.children(of: "340200").count == 5)
    }

    @Test("A chain of predecessors is followed to the one in force")
    func chain() throws {
        let table = UnitTable([
            Sample.unit("a", until: "2010-01-01", successor: "b"),
            Sample.unit("b", from: "2010-01-01", until: "2015-01-01", successor: "c"),
            Sample.unit("c", from: "2015-01-01"),
        ])
        let day = try #require(CalendarDate("2009-06-30"))
        #expect(table.standingFor("c", on: day).map(\.code) == ["a"])
    }

    @Test("Units that name each other as successors end the search")
    func circular() throws {
        let table = UnitTable([
            Sample.unit("a", from: "2020-01-01", successor: "b"), Sample.unit("b", from: "2020-01-01", successor: "a"),
            Sample.unit("c", from: "2020-01-01", successor: "c"),
        ])
        let day = try #require(CalendarDate("2019-12-31"))
        #expect(table.standingFor("a", on: day).isEmpty)
        #expect(table.standingFor("c", on: day).isEmpty)
    }

    @Test("Of two units with one code the first is found")
    func twice() {
        let table = UnitTable([Sample.unit("a", level: "city"), Sample.unit("a", level: "county")])
        #expect(table["a"]?.level == "city")
    }
}
