import AssessmentCore
import ProductionConsumption
import Testing

@Suite("Indicators that count register entries")
struct RegisterTests {
    static let periods = [Period(year: 2018), Period(year: 2019), Period(year: 2020)]

    private func measure(
        _ id: String, _ registers: [String: [RegisterEntry]], parameters: [String: ParameterValue] = [:]
    ) async throws -> IndicatorMeasurement {
        let indicator = try #require(ProductionConsumption().indicators.first { $0.description.id == id })
        return try await indicator.measure(
            MeasurementData(
                panel: Panel(units: [IndicatorExample.unit], periods: Self.periods),
                units: UnitTable([IndicatorExample.unit]), registers: registers,
                parameters: ParameterValues(parameters, for: indicator.description.parameters)))
    }

    private func workshop(
        _ name: String, listed: String, completed: String = "", withdrawn: String? = nil
    ) -> RegisterEntry {
        RegisterEntry(
            unit: "340100", name: name, organisationCode: "91340100MA00000151",
            recognition: Validity(from: CalendarDate(listed), until: withdrawn.flatMap { CalendarDate($0) }),
            fields: ["completed_on": completed], origin: Origin(file: "workshops.csv", row: 7, column: "name"))
    }

    @Test("A workshop counts from its completion, and no longer after its withdrawal")
    func workshopLifetime() async throws {
        let entries = [
            workshop("甲", listed: "2018-01-01", completed: "2018-12-31"),
            workshop("乙", listed: "2018-01-01", completed: "2019-01-01", withdrawn: "2020-12-31"),
            workshop("丙", listed: "2018-01-01"),
        ]
        let measurement = try await measure("production.shared_workshops", ["shared_workshops": entries])
        #expect(measurement.column.values == [1, 2, 1])
        guard case .listed(let references) = measurement.evidence else {
            Issue.record("the evidence of a count is its entries")
            return
        }
        #expect(
            references == [
                [.registerEntry(register: "shared_workshops", position: 0)],
                [
                    .registerEntry(register: "shared_workshops", position: 0),
                    .registerEntry(register: "shared_workshops", position: 1),
                ],
                [.registerEntry(register: "shared_workshops", position: 0)],
            ])
    }

    @Test("A workshop withdrawn before its completion never counts")
    func withdrawnWhileBuilt() async throws {
        let entry = workshop("甲", listed: "2018-01-01", completed: "2019-06-01", withdrawn: "2019-01-01")
        let measurement = try await measure("production.shared_workshops", ["shared_workshops": [entry]])
        #expect(measurement.column.values == [0, 0, 0])
    }

    @Test("A day of completion that cannot be read stops the run and names its place")
    func unreadableCompletion() async throws {
        let entry = workshop("甲", listed: "2018-01-01", completed: "2019年6月")
        let error = await #expect(throws: IndicatorError.self) {
            try await measure("production.shared_workshops", ["shared_workshops": [entry]])
        }
        #expect(error?.description.hasPrefix("workshops.csv, row 7: completed_on is ‘2019年6月’") == true)
    }

    @Test(
        "Without its register a count is missing, not zero",
        arguments: ["production.makerspaces", "production.shared_workshops"])
    func noRegister(id: String) async throws {
        let column = try await measure(id, [:]).column
        #expect(column.reasons == [.notCollected, .notCollected, .notCollected])
    }

    @Test("New parks cannot be counted without a base year")
    func noBaseYear() async throws {
        await #expect(throws: IndicatorError.self) {
            try await measure("production.software_parks", ["software_parks": []])
        }
    }

    @Test("A park of the base year that closes lowers the increase below zero")
    func closedPark() async throws {
        let park = RegisterEntry(
            unit: "340100", name: "示例软件园", organisationCode: "91340100MA00000151",
            recognition: Validity(from: CalendarDate("2015-01-01"), until: CalendarDate("2019-05-01")),
            origin: Origin(file: "parks.csv", row: 2, column: "name"))
        let column = try await measure(
            "production.software_parks", ["software_parks": [park]],
            parameters: [RegisterIndicator.baseYear.name: .number(2017)]
        ).column
        #expect(column.values == [0, -1, -1])
    }
}
