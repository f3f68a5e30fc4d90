import AssessmentCore
import ProductionConsumption
import Testing

@Suite("The balance of services")
struct ServiceBalanceTests {
    private func balance(_ eCommerce: Double, _ logistics: Double, _ supply: Double, of surveyed: Double) async throws
        -> Double?
    {
        let indicator = try #require(
            ProductionConsumption().indicators.first { $0.description.id == "production.service_balance" })
        let example = IndicatorExample(
            BilingualText(same: "balance"),
            variables: [
                "enterprises_with_ecommerce": [eCommerce],
                "enterprises_managing_logistics_by_software": [logistics],
                "enterprises_managing_supply_by_software": [supply],
                "surveyed_enterprises": [surveyed],
            ], expected: [])
        return try await indicator.measure(example.data(for: indicator.description)).column[0]
    }

    @Test("It stays between 0 and 100", arguments: [[0, 5, 9], [1, 200, 200], [7, 7, 7], [200, 199, 198]])
    func bounds(counts: [Double]) async throws {
        let value = try #require(try await balance(counts[0], counts[1], counts[2], of: 200))
        #expect((0...100).contains(value))
    }

    @Test("It does not depend on the number of enterprises surveyed")
    func scale() async throws {
        let small = try #require(try await balance(10, 20, 30, of: 100))
        let large = try #require(try await balance(10, 20, 30, of: 5000))
        #expect(abs(small - 50) < 1e-12)
        #expect(abs(large - 50) < 1e-12)
    }
}
