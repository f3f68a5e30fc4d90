import AssessmentCore
import Testing

@Suite("Indicators that count a register")
struct RegisterIndicatorTests {
    private static let register = Sample.register("parks")
    private static let codes = ["91110000802100433B", "9144030071526726XG", "914403001922038216"]
    private static let units = UnitTable([
        Sample.unit("340200", level: "city"),
        Sample.unit("340203", level: "county", parent: "340200", until: "2020-07-06", successor: "340209"),
        Sample.unit("340208", level: "county", parent: "340200", until: "2020-07-06", successor: "340209"),
        Sample.unit("340209", level: "county", parent: "340200", from: "2020-07-06"),
        Sample.unit("340207", level: "county", parent: "340200"),
    ])

    private func entry(
        _ name: String, unit: String = "340207", code: Int = 0, from: String? = nil, until: String? = nil
    ) -> RegisterEntry {
        RegisterEntry(
            unit: unit, name: name, organisationCode: Self.codes[code],
            recognition: Validity(
                from: from.flatMap { CalendarDate($0) }, until: until.flatMap { CalendarDate($0) }),
            origin: Sample.origin())
    }

    private func measure(
        _ entries: [RegisterEntry]?, rule: RegisterIndicator.Rule = RegisterIndicator.Rule(),
        parameters: [String: ParameterValue] = [:], of codes: [String] = ["340207", "340209"],
        years: ClosedRange<Int> = 2019...2020
    ) throws -> IndicatorMeasurement {
        let description = Sample.indicator(
            "d.parks", registers: [Self.register], parameters: [RegisterIndicator.baseYear])
        let panel = Panel(units: codes.compactMap { Self.units[$0] }, periods: Sample.periods(years))
        return try RegisterIndicator(description, rule: rule).measure(
            MeasurementData(
                panel: panel, units: Self.units, registers: entries.map { ["parks": $0] } ?? [:],
                parameters: ParameterValues(parameters)))
    }

    @Test("An item counts where its recognition holds on the last day of the period")
    func recognition() throws {
        let values = try measure([
            entry("early", from: "2018-01-01"), entry("late", from: "2020-12-31"), entry("next", from: "2021-01-01"),
            entry("withdrawn", from: "2018-01-01", until: "2020-12-31"),
        ]).column.values
        #expect(values == [2, 0, 2, 0])
    }

    @Test("One item of one organisation counts once, and items of the same name from two count twice")
    func duplicates() throws {
        let entries = [entry("a"), entry("a"), entry("a", code: 1), entry("b")]
        #expect(try measure(entries).column.values == [3, 0, 3, 0])
    }

    @Test(
        "An item of two units counts for the one that had it first, in whatever order they are listed, and that is said"
    )
    func elsewhere() throws {
        let (early, late) = (
            entry("云 空间", unit: "340209", from: "2018-01-01"), entry("云空间", unit: "340207", from: "2019-01-01")
        )
        for entries in [[early, late], [late, early]] {
            let column = try measure(entries).column
            #expect(column.values == [0, 1, 0, 1])
            #expect(column.notes[0]?.zh.contains("1条未计入") == true)
            #expect(column.notes[1] == nil)
        }
        // Of one day the unit whose code comes first has it.
        let (one, other) = (entry("a", unit: "340209"), entry("a", unit: "340207"))
        for entries in [[one, other], [other, one]] { #expect(try measure(entries).column.values == [1, 0, 1, 0]) }
    }

    @Test("An entry with a wrong organisation code is not counted, and that is said")
    func wrongCode() throws {
        var wrong = entry("wrong")
        wrong.organisationCode = "91110000802100433C"
        let column = try measure([wrong, entry("right")]).column
        #expect(column.values == [1, 0, 1, 0])
        #expect(column.notes[0]?.en.contains("1 not counted for a wrong credit code") == true)
        #expect(column.notes[0]?.zh.contains("“wrong”：校验码应为B，实为C") == true)
        #expect(column.notes[1] == nil)
    }

    @Test("Entries of units that merged belong to their successor, and to the city above")
    func mergedUnits() throws {
        let entries = [entry("a", unit: "340203"), entry("b", unit: "340208"), entry("c", unit: "340209"), entry("d")]
        #expect(try measure(entries).column.values == [1, 3, 1, 3])
        #expect(try measure(entries, of: ["340200"]).column.values == [4, 4])
    }

    @Test("An increase counts what was added since the base year, less what went")
    func increase() throws {
        let rule = RegisterIndicator.Rule(countsIncrease: true)
        let entries = [
            entry("old", from: "2015-01-01"), entry("gone", from: "2015-01-01", until: "2020-03-01"),
            entry("new", from: "2019-05-01"), entry("newer", from: "2020-05-01"),
        ]
        let measurement = try measure(entries, rule: rule, parameters: ["base_year": .number(2017)])
        #expect(measurement.column.values == [1, 0, 1, 0])
        #expect(
            measurement.evidence.references(row: 2, panel: Panel(units: [], periods: [])) == [
                .registerEntry(register: "parks", position: 2), .registerEntry(register: "parks", position: 3),
                .registerEntry(register: "parks", position: 1),
            ])
    }

    @Test("An increase without a base year is refused with what to do")
    func noBaseYear() {
        #expect {
            try measure([], rule: RegisterIndicator.Rule(countsIncrease: true))
        } throws: { error in
            "\(error)".contains("needs the parameter base_year")
        }
    }

    @Test("A rule may pass over entries by their fields")
    func accepts() throws {
        var park = entry("park")
        park.fields = ["kind": "park"]
        var base = entry("base")
        base.fields = ["kind": "base"]
        let rule = RegisterIndicator.Rule { $0.fields["kind"] == "park" }
        #expect(try measure([park, base], rule: rule).column.values == [1, 0, 1, 0])
    }

    @Test("An empty register counts none; one that was not handed in was collected nowhere")
    func absentRegister() throws {
        #expect(try measure([]).column.values == [0, 0, 0, 0])
        #expect(try measure(nil).column.reasons.allSatisfy { $0 == .notCollected })
    }

    @Test("The count of a city is that of its counties together, in whichever order entries are listed")
    func sums() throws {
        var generator = SplitMix64(seed: 12)
        let units = ["340203", "340208", "340209", "340207"]
        for _ in 0..<50 {
            let entries = (0..<20).map { _ in
                entry(
                    "\(Int.random(in: 0..<1000, using: &generator))",
                    unit: units.randomElement(using: &generator) ?? "340207",
                    code: Int.random(in: 0..<3, using: &generator))
            }
            let unique = Dictionary(entries.map { ("\($0.name) \($0.organisationCode)", $0) }) { first, _ in first }
            let counties = try measure(Array(unique.values), years: 2020...2020).column.values
            let city = try measure(unique.values.reversed(), of: ["340200"], years: 2020...2020).column.values
            #expect(counties.reduce(0, +) == city[0])
        }
    }
}
