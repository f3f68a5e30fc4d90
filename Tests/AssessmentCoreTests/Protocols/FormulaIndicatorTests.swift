import AssessmentCore
import Testing

@Suite("Indicators that are formulas")
struct FormulaIndicatorTests {
    private static let (part, whole) = (Sample.variable("part"), Sample.variable("whole"))

    private func measure(
        _ formula: Formula, part: [Double?], whole: [Double?] = [], years: ClosedRange<Int> = 2020...2020,
        breaks: [String: [Period]] = [:], parameters: [String: ParameterValue] = [:]
    ) throws -> IndicatorMeasurement {
        let description = Sample.indicator(
            "d.share", variables: whole.isEmpty ? [Self.part] : [Self.part, Self.whole],
            parameters: [
                Parameter("scale", BilingualText(same: "scale"), .number(), default: .number(1))
            ])
        let units = (0..<part.count / years.count).map { Sample.unit("\($0)") }
        let example = IndicatorExample(
            BilingualText(same: "case"), units: units, periods: Sample.periods(years),
            variables: whole.isEmpty ? ["part": part] : ["part": part, "whole": whole], parameters: parameters,
            seriesBreaks: breaks, expected: [])
        return try FormulaIndicator(description, formula: formula).measure(example.data(for: description))
    }

    @Test("A share is in per cent, a rate for each so many")
    func shareAndRate() throws {
        #expect(try measure(.share(Self.part, of: Self.whole), part: [30], whole: [40]).column[0] == 75)
        #expect(try measure(.rate(Self.part, per: 10_000, of: Self.whole), part: [3], whole: [40]).column[0] == 750)
        #expect(try measure(.rate(Self.part, of: Self.whole), part: [30], whole: [40]).column[0] == 0.75)
    }

    @Test("Growth compares with the same unit a year before")
    func growth() throws {
        let column = try measure(.growth(Self.part), part: [100, 50, 116, 40], years: 2019...2020).column
        #expect(column.reasons == [.noEarlierPeriod, .noEarlierPeriod, nil, nil])
        #expect(abs((column[2] ?? 0) - 16) < 1e-12)
        #expect(abs((column[3] ?? 0) + 20) < 1e-12)
    }

    @Test("A comparison across a break is missing, whichever years the panel holds", arguments: [2019, 2020])
    func seriesBreak(first: Int) throws {
        let periods = [Sample.period(2018), Sample.period(2020)]
        let formula: Formula = .variable(Self.part) / .lag(.variable(Self.part), periods: 2)
        let description = Sample.indicator("d.growth", variables: [Self.part])
        let example = IndicatorExample(
            BilingualText(same: "case"), units: [Sample.unit("a")], periods: periods, variables: ["part": [100, 116]],
            seriesBreaks: ["part": [Sample.period(first)]], expected: [])
        let column = try FormulaIndicator(description, formula: formula)
            .measure(example.data(for: description)).column
        #expect(column.reasons == [.noEarlierPeriod, .seriesBreak])
    }

    @Test(
        "Balance is 100 where all parts are alike, falls as one lags, and is none where nothing is offered",
        arguments: [([5.0, 5, 5], 100), ([2, 4, 6], 50), ([0, 4, 8], 0), ([0, 0, 0], 0)] as [([Double], Double)])
    func balance(parts: [Double], expected: Double) throws {
        let variables = ["a", "b", "c"].map { Sample.variable($0) }
        let description = Sample.indicator("d.balance", variables: variables)
        let example = IndicatorExample(
            BilingualText(same: "case"),
            variables: Dictionary(uniqueKeysWithValues: zip(variables.map(\.id), parts.map { [$0] })), expected: [])
        let indicator = FormulaIndicator(description, formula: .balance(variables.map { .variable($0) }))
        #expect(try indicator.measure(example.data(for: description)).column[0] == expected)
    }

    @Test("The reason of a missing input becomes the indicator's, with a note that names it")
    func missingInput() throws {
        let column = try measure(.share(Self.part, of: Self.whole), part: [30, nil], whole: [nil, 40]).column
        #expect(column.reasons == [.notSubmitted, .notSubmitted])
        #expect(column.notes[0]?.en == "Variable whole (2020): not submitted")
        #expect(column.notes[1]?.zh == "变量part（2020）：未报送")
    }

    @Test("A variable that nobody handed in was collected nowhere")
    func neverHandedIn() throws {
        let description = Sample.indicator("d.x", variables: [Self.part])
        let data = MeasurementData(
            panel: Panel(units: [Sample.unit("a")], periods: Sample.periods(2020...2020)), units: UnitTable([]))
        let column = try FormulaIndicator(description, formula: .variable(Self.part)).measure(data).column
        #expect(column.reasons == [.notCollected])
    }

    @Test("A denominator of zero is not applicable and is named")
    func zeroDenominator() throws {
        let column = try measure(.share(Self.part, of: Self.whole), part: [30], whole: [0]).column
        #expect(column.reasons == [.zeroDenominator] && column.states == [.notApplicable])
        #expect(column.notes[0] == BilingualText(zh: "变量whole = 0", en: "Variable whole = 0"))
    }

    @Test("A logarithm of nothing failed, and says of what")
    func outsideDomain() throws {
        let column = try measure(.apply(.ln, [.variable(Self.part)]), part: [0]).column
        #expect(column.reasons == [.outsideDomain] && column.notes[0]?.en == "ln(Variable part)")
    }

    @Test("What rests on an imputed value is imputed, also by way of a lag")
    func imputed() throws {
        var column = Column(measured: [100, 110, 120])
        column.impute(110, because: .notSubmitted, at: 1)
        let description = Sample.indicator("d.growth", variables: [Self.part])
        let data = MeasurementData(
            panel: Panel(units: [Sample.unit("a")], periods: Sample.periods(2018...2020)), units: UnitTable([]),
            variables: ["part": column])
        let growth = try FormulaIndicator(description, formula: .growth(Self.part)).measure(data).column
        #expect(growth.states == [.missing, .imputed, .imputed])
        let level = try FormulaIndicator(description, formula: .variable(Self.part)).measure(data).column
        #expect(level.states == [.measured, .imputed, .measured])
    }

    @Test("Parameters are inputs, the same for all or by unit")
    func parameters() throws {
        let formula = Formula.input("scale") * .variable(Self.part)
        #expect(try measure(formula, part: [3, 4]).column.values == [3, 4])
        let table = NumberTable(lines: [NumberTable.Line(value: 10), NumberTable.Line(unit: "1", value: 100)])
        #expect(try measure(formula, part: [3, 4], parameters: ["scale": .number(table)]).column.values == [30, 400])
    }

    @Test("A value rests on its variables in the row, and in the one that it is compared with")
    func evidence() throws {
        let evidence = try measure(.growth(Self.part), part: [1, 2, 3, 4], years: 2019...2020).evidence
        let panel = Panel(units: [Sample.unit("0"), Sample.unit("1")], periods: Sample.periods(2019...2020))
        #expect(evidence.references(row: 3, panel: panel) == [.variable("part", row: 3), .variable("part", row: 1)])
        #expect(evidence.references(row: 0, panel: panel) == [.variable("part", row: 0)])
    }

    @Test("Growth compares with the year before, and not with the period before where a year is left out")
    func gapsBetweenPeriods() throws {
        let unit = Sample.unit("a")
        let periods = [Period(year: 2016), Period(year: 2018), Period(year: 2019)]
        let indicator = FormulaIndicator(
            IndicatorDescription(
                id: "x.growth", name: BilingualText(same: "x"), definition: BilingualText(same: "x"),
                rationale: BilingualText(same: "x"), unitOfMeasure: .percent, statements: [], variables: [Self.part],
                examples: []),
            formula: .growth(Self.part))
        let measurement = try indicator.measure(
            MeasurementData(
                panel: Panel(units: [unit], periods: periods), units: UnitTable([unit]),
                variables: [Self.part.id: Column(measured: [100, 150, 180])]))
        #expect(measurement.column.reasons == [.noEarlierPeriod, .noEarlierPeriod, nil])
        #expect(abs(measurement.column.values[2] - 20) < 1e-12)
        let panel = Panel(units: [unit], periods: periods)
        #expect(measurement.evidence.references(row: 1, panel: panel) == [.variable(Self.part.id, row: 1)])
    }
}
