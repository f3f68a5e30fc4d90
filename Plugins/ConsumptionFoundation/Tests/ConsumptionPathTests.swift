import AssessmentCore
import Testing

@testable import ConsumptionFoundation

@Suite("Consumption against the path of 16 % a year")
struct ConsumptionPathTests {
    private static let id = "information_consumption"

    private func measure(
        _ amounts: [Double?], years: ClosedRange<Int>, base: Double?, growth: ParameterValue? = nil,
        imputed: [Int] = [], breaks: [Int] = []
    ) throws -> IndicatorMeasurement {
        let indicator = ConsumptionPath.indicator
        var column = Column(count: amounts.count, absent: .notSubmitted)
        for (row, amount) in amounts.enumerated() {
            guard let amount else { continue }
            if imputed.contains(row) {
                column.impute(amount, because: .notSubmitted, at: row)
            } else {
                column.measure(amount, at: row)
            }
        }
        var given: [String: ParameterValue] = [:]
        given["base_year"] = base.map { .number($0) }
        given["annual_growth"] = growth
        return try indicator.measure(
            MeasurementData(
                panel: Panel(units: [IndicatorExample.unit], periods: years.map { Period(year: $0) }),
                units: UnitTable([IndicatorExample.unit]), variables: [Self.id: column],
                parameters: ParameterValues(given, for: indicator.description.parameters),
                seriesBreaks: [Self.id: breaks]))
    }

    @Test("The path of 16 % from 2017 leads to the factor 1.560896 in 2020")
    func threeYears() throws {
        let column = try measure([3203, nil, nil, 3203 * 1.560896], years: 2017...2020, base: 2017).column
        #expect(abs(try #require(column[3]) - 100) < 1e-12)
    }

    @Test("A base year before the first period is named")
    func baseBeforeData() throws {
        let column = try measure([500], years: 2019...2019, base: 2017).column
        #expect(column.reasons[0] == .noEarlierPeriod)
        #expect(column.notes[0]?.en.contains("2017") == true)
    }

    @Test("A base of zero is no base")
    func zeroBase() throws {
        let column = try measure([0, 10], years: 2018...2019, base: 2018).column
        #expect(column.reasons == [.zeroDenominator, .zeroDenominator])
    }

    @Test("A value that rests on an imputed one is imputed")
    func imputedBase() throws {
        let column = try measure([100, 116], years: 2018...2019, base: 2018, imputed: [0]).column
        #expect(column.states == [.imputed, .imputed])
        #expect(column[1] == 100)
    }

    @Test("A break at the base year itself leaves the path whole, one after it does not")
    func breaks() throws {
        #expect(try measure([90, 100, 116], years: 2017...2019, base: 2018, breaks: [1]).column[2] == 100)
        #expect(
            try measure([90, 100, 116], years: 2017...2019, base: 2018, breaks: [2]).column.reasons[2] == .seriesBreak)
    }

    @Test("Growth may be set by unit; a unit without one has no path")
    func growthByUnit() throws {
        let other = ParameterValue.number(NumberTable(lines: [.init(unit: "340300", value: 16)]))
        #expect(try measure([100, 116], years: 2018...2019, base: 2018, growth: other).column.reasons[1] == .noTarget)
        let own = ParameterValue.number(NumberTable(lines: [.init(unit: "340100", value: 18)]))
        #expect(try measure([100, 118], years: 2018...2019, base: 2018, growth: own).column[1] == 100)
    }

    @Test("The evidence of a value is the year's observation and the base year's")
    func evidence() throws {
        guard case .listed(let references) = try measure([100, 116], years: 2018...2019, base: 2018).evidence else {
            Issue.record("the evidence is not listed")
            return
        }
        #expect(references[1] == [.variable(Self.id, row: 0), .variable(Self.id, row: 1)])
        #expect(references[0] == [.variable(Self.id, row: 0)])
    }

    @Test("Without a base year, or with one that is no whole year, nothing is measured", arguments: [nil, 2017.5])
    func noBaseYear(base: Double?) {
        #expect(throws: IndicatorError.self) { try measure([100], years: 2018...2018, base: base) }
    }
}
