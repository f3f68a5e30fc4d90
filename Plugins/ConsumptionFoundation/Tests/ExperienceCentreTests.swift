import AssessmentCore
import Testing

@testable import ConsumptionFoundation

@Suite("Experience centres")
struct ExperienceCentreTests {
    private static let change = CalendarDate(year: 2020, month: 7, day: 6)

    private static let province = AssessedUnit(
        code: "340000", name: BilingualText(zh: "安徽省", en: "Anhui Province"), level: "province")

    private static let units = [
        province,
        unit("340200", level: "city", parent: "340000"),
        unit("340203", parent: "340200", validity: Validity(until: change), successor: "340209"),
        unit("340208", parent: "340200", validity: Validity(until: change), successor: "340209"),
        unit("340209", parent: "340200", validity: Validity(from: change)),
        unit("340221", parent: "340200", validity: Validity(until: change), successor: "340210"),
        unit("340210", parent: "340200", validity: Validity(from: change)),
        unit("340300", level: "city", parent: "340000"),
    ]

    private static func unit(
        _ code: String, level: String = "county", parent: String, validity: Validity = Validity(),
        successor: String? = nil
    ) -> AssessedUnit {
        AssessedUnit(
            code: code, name: BilingualText(same: code), level: level, parent: parent, validity: validity,
            successor: successor)
    }

    private func centre(
        _ unit: String, level: String, from: (Int, Int, Int), until: (Int, Int, Int)? = nil,
        code: String = "91340200000000027A"
    ) -> RegisterEntry {
        ExperienceCentres.example("示例体验中心", unit: unit, level: level, code: code, from: from, until: until)
    }

    private func data(
        _ assessed: [String], years: [Int], _ entries: [RegisterEntry]?, _ parameters: [String: ParameterValue] = [:],
        for indicator: any Indicator
    ) -> MeasurementData {
        let table = UnitTable(Self.units)
        return MeasurementData(
            panel: Panel(units: assessed.compactMap { table[$0] }, periods: years.map { Period(year: $0) }),
            units: table, registers: entries.map { [ExperienceCentres.register.id: $0] } ?? [:],
            parameters: ParameterValues(parameters, for: indicator.description.parameters))
    }

    private func coverage(_ assessed: [String], years: [Int], _ entries: [RegisterEntry]?) -> IndicatorMeasurement {
        let indicator = ExperienceCentreCoverage.indicator
        return indicator.measure(data(assessed, years: years, entries, for: indicator))
    }

    private func milestone(
        _ assessed: [String], years: [Int], _ entries: [RegisterEntry]?,
        _ parameters: [String: ParameterValue] = ["demonstration_counties": .units([])]
    ) throws -> IndicatorMeasurement {
        let indicator = ExperienceCentreMilestone.indicator
        return try indicator.measure(data(assessed, years: years, entries, parameters, for: indicator))
    }

    @Test("A city's coverage counts the counties in force on the day, though only the city is assessed")
    func countiesOfTheDay() {
        let entries = [
            centre("340200", level: "city", from: (2018, 3, 1)), centre("340203", level: "county", from: (2019, 3, 1)),
        ]
        let column = coverage(["340200"], years: [2019, 2020], entries).column
        #expect(column[0] == 50)  // of 340200, 340203, 340208 and 340221: the city and 340203
        #expect(column[1] == 100 * (2.0 / 3))  // of 340200, 340209 and 340210: the city and 340209
    }

    @Test("A centre entered under the later code covers the county before the change, but not one of two that merged")
    func laterCode() {
        let county = [centre("340210", level: "county", from: (2018, 3, 1))]
        #expect(coverage(["340200"], years: [2019], county).column[0] == 25)
        let merged = [centre("340209", level: "county", from: (2018, 3, 1))]
        #expect(coverage(["340200"], years: [2019], merged).column[0] == 0)
    }

    @Test("The province is the share of all its cities and counties")
    func province() {
        let entries = [centre("340300", level: "city", from: (2018, 3, 1))]
        #expect(coverage(["340000"], years: [2020], entries).column[0] == 25)
    }

    @Test("A wrong credit code does not count and is noted, and the evidence names what counts")
    func creditCode() {
        let entries = [
            centre("340300", level: "city", from: (2018, 3, 1), code: "913402000000000270"),
            centre("340300", level: "city", from: (2018, 3, 1)),
        ]
        let bad = coverage(["340300"], years: [2020], [entries[0]])
        #expect(bad.column[0] == 0)
        #expect(bad.column.notes[0] != nil)
        guard case .listed(let references) = coverage(["340300"], years: [2020], entries).evidence else {
            Issue.record("the evidence is not listed")
            return
        }
        #expect(references[0] == [.registerEntry(register: "experience_centres", position: 1)])
    }

    @Test("Without the register nothing is measured; with an empty one nobody is covered")
    func noRegister() throws {
        #expect(coverage(["340300"], years: [2020], nil).column.reasons == [.notCollected])
        #expect(coverage(["340300"], years: [2020], []).column[0] == 0)
        #expect(try milestone(["340300"], years: [2020], nil).column.reasons == [.notCollected])
    }

    @Test("A centre that closed after the due day met it; one that closed before did not")
    func closed() throws {
        let after = [centre("340300", level: "city", from: (2018, 3, 1), until: (2019, 7, 1))]
        #expect(try milestone(["340300"], years: [2020], after).column[0] == 100)
        let before = [centre("340300", level: "city", from: (2018, 3, 1), until: (2018, 7, 1))]
        #expect(try milestone(["340300"], years: [2020], before).column[0] == 0)
    }

    @Test("Late and none are told apart in the note, and before the due day the note names it")
    func notes() throws {
        let late = try milestone(["340300"], years: [2020], [centre("340300", level: "city", from: (2019, 6, 1))])
            .column
        #expect(late.notes[0]?.en == "late: due on 2018-12-31, opened on 2019-06-01")
        let county = try milestone(["340210"], years: [2019, 2020], []).column
        #expect(county.reasons[0] == .notApplicable)
        #expect(county.notes[0]?.en == "falls due on 2020-12-31")
        #expect(county.notes[1]?.en == "none: due on 2020-12-31")
    }

    @Test("A demonstration county keeps its date under the code that it has since")
    func successorOfADemonstrationCounty() throws {
        let column = try milestone(
            ["340210"], years: [2018, 2020], [centre("340221", level: "county", from: (2018, 11, 1))],
            ["demonstration_counties": .units(["340221"])]
        ).column
        #expect(column.values == [100, 100])
        let none = try milestone(["340210"], years: [2018], [], ["demonstration_counties": .units(["340221"])]).column
        #expect(none[0] == 0)
    }

    @Test("A county's centre is not its city's, and the province needs none")
    func levels() throws {
        let entries = [centre("340210", level: "county", from: (2018, 3, 1))]
        #expect(try milestone(["340200"], years: [2020], entries).column[0] == 0)
        #expect(try milestone(["340000"], years: [2020], entries).column.reasons == [.notAssessedAtLevel])
    }

    @Test(
        "Demonstration counties must be given and known, and a due day must be a day",
        arguments: [
            [:], ["demonstration_counties": .units(["349999"])],
            ["demonstration_counties": .units([]), "demonstration_cities_due": .text("mid-2018")],
        ] as [[String: ParameterValue]])
    func parameters(given: [String: ParameterValue]) {
        #expect(throws: IndicatorError.self) { try milestone(["340300"], years: [2020], [], given) }
    }
}
