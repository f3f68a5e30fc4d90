import AssessmentCore
import Testing

@Suite("The panel")
struct PanelTests {
    private let panel = Panel(
        units: ["b", "a", "c"].map { Sample.unit($0) },
        periods: [2020, 2018, 2019, 2018].map { Sample.period($0) })

    @Test("Periods are put in order, each once; units stay as listed")
    func order() {
        #expect(panel.periods.map(\.year) == [2018, 2019, 2020])
        #expect(panel.units.map(\.code) == ["b", "a", "c"])
        #expect(panel.rowCount == 9)
    }

    @Test("A row is found from its unit and period, and tells both")
    func rows() {
        for row in 0..<panel.rowCount {
            let (unit, period) = (panel.unit(ofRow: row), panel.period(ofRow: row))
            #expect(panel.row(unit: unit.code, period: period) == row)
        }
        #expect(panel.row(unit: "a", period: Sample.period(2019)) == 4)
    }

    @Test("One period is contiguous")
    func periods() {
        #expect(panel.rows(ofPeriodAt: 1) == 3..<6)
        #expect(panel.rows(ofPeriodAt: 1).allSatisfy { panel.period(ofRow: $0).year == 2019 })
    }

    @Test("What it does not hold has no row")
    func absent() {
        #expect(panel.row(unit: "d", period: Sample.period(2019)) == nil)
        #expect(panel.row(unit: "a", period: Sample.period(2017)) == nil)
        #expect(panel.unitIndex(of: "c") == 2)
        #expect(panel.unitIndex(of: "d") == nil)
    }
}
