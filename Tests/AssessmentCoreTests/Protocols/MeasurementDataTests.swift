import AssessmentCore
import Testing

@Suite("What an indicator measures on")
struct MeasurementDataTests {
    private let data = MeasurementData(
        panel: Panel(units: [Sample.unit("340200")], periods: Sample.periods(2020...2020)),
        units: UnitTable([
            Sample.unit("340000", level: "province"), Sample.unit("340200", parent: "340000"),
            Sample.unit("340221", parent: "340200", until: "2020-07-06", successor: "340210"),
            Sample.unit("340210", parent: "340200", from: "2020-07-06"),
            Sample.unit("x", successor: "y"), Sample.unit("y", successor: "x"), Sample.unit("z", parent: "z"),
        ]), variables: ["v": Column(measured: [3])], registers: ["r": []])

    @Test(
        "An entry belongs to its unit, the one that took its place, and those above",
        arguments: [
            ("340221", "340221", true), ("340221", "340210", true), ("340221", "340200", true),
            ("340210", "340000", true), ("340200", "340210", false), ("340210", "340221", false),
            ("999999", "340200", false), ("999999", "999999", true), ("x", "340200", false), ("z", "340200", false),
        ])
    func belongs(entry: String, unit: String, expected: Bool) {
        #expect(data.belongs(entry, to: Sample.unit(unit)) == expected)
    }

    @Test("A move to another city after the last period leaves the years before as they were")
    func laterMove() {
        let units = [
            Sample.unit("10"), Sample.unit("20"), Sample.unit("11", parent: "10", until: "2021-01-01", successor: "21"),
            Sample.unit("21", parent: "20", from: "2021-01-01"),
        ]
        func holders(_ year: Int) -> [Int] {
            MeasurementData(
                panel: Panel(units: Array(units.prefix(2)), periods: Sample.periods(year...year)),
                units: UnitTable(units)
            ).assessedUnits(holding: "11")
        }
        #expect(holders(2020) == [0])
        #expect(holders(2021) == [1])
    }

    @Test("An entry lies in an assessed unit once, also where units name each other as successors")
    func assessedUnits() {
        let units = [Sample.unit("x", successor: "y"), Sample.unit("y", successor: "x"), Sample.unit("z", parent: "z")]
        let data = MeasurementData(
            panel: Panel(units: units, periods: Sample.periods(2020...2020)), units: UnitTable(units))
        #expect(data.assessedUnits(holding: "x") == [0])
        #expect(data.assessedUnits(holding: "z") == [2])
        #expect(self.data.assessedUnits(holding: "340221") == [0])
        #expect(self.data.assessedUnits(holding: "340000").isEmpty)
    }

    @Test("A variable or register that is not there was collected nowhere; an empty register is there")
    func columns() {
        #expect(data.column(Sample.variable("v"))[0] == 3)
        #expect(data.column(Sample.variable("w")).reasons == [.notCollected])
        #expect(data.entries(of: Sample.register("r"))?.isEmpty == true)
        #expect(data.entries(of: Sample.register("s")) == nil)
    }

    @Test("An example hands over its numbers, and what it leaves open as not submitted")
    func example() {
        let example = IndicatorExample(
            BilingualText(same: "case"), units: ["a", "b"].map { Sample.unit($0) }, variables: ["v": [1, nil]],
            expected: [])
        let data = example.data(for: Sample.indicator("d.v", variables: [Sample.variable("v")]))
        #expect(data.panel.rowCount == 2)
        #expect(data.column(Sample.variable("v"))[0] == 1)
        #expect(data.column(Sample.variable("v")).reasons == [nil, .notSubmitted])
    }

    @Test("A short example is of one unit in 2020")
    func shortExample() {
        let example = IndicatorExample(BilingualText(same: "case"), [Sample.variable("v"): 2], gives: 4)
        #expect(example.expected == [.value(4)] && example.periods == [Sample.period(2020)])
        #expect(example.units.count == 1)
    }
}
