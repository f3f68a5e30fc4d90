import AssessmentCore
import Testing

@testable import AssessmentTesting

@Suite("The panel that a worked example grows into")
struct GrownPanelTests {
    private let example = IndicatorExample(
        BilingualText(zh: "算例", en: "case"), periods: [Period(year: 2019), Period(year: 2020)],
        variables: ["share": [95, nil], "rate": [0.5, 0.25]],
        registers: ["list": [.example("甲", from: "2019-01-01")]],
        expected: [.value(1), .value(1)])

    @Test("It has seven units and three periods, and holds the example as it is")
    func size() {
        let grown = example.grown()
        #expect(grown.units.count == 7 && Set(grown.units.map(\.code)).count == 7)
        #expect(grown.periods.map(\.year) == [2018, 2019, 2020])
        #expect(grown.units.allSatisfy { $0.code.count == 6 && $0.level == "city" })
        #expect(grown.variables["share"]?[7] == 95 && grown.variables["rate"]?[14] == 0.25)
    }

    @Test("Copies have codes that look like those of their originals, and none that is known already")
    func codes() {
        func codes(of code: String) -> [String] {
            IndicatorExample(
                BilingualText(same: ""),
                units: [AssessedUnit(code: code, name: BilingualText(same: ""), level: "city")],
                registers: ["list": [.example("甲", unit: "010102", from: "2019-01-01")]], expected: []
            ).grown().units.prefix(3).map(\.code)
        }
        #expect(codes(of: "010100") == ["010100", "010101", "010103"])
        #expect(codes(of: "CN-34") == ["CN-34", "CN-34-1", "CN-34-2"])
        #expect(Set(codes(of: String(Int.max))).count == 3)
    }

    @Test("Shares stay below 100, whole numbers whole, gaps gaps")
    func values() throws {
        let shares = try #require(example.grown().variables["share"])
        #expect(shares.count == 21)
        #expect(shares[..<14].allSatisfy { $0.map { $0 <= 95 && $0 == $0.rounded() } ?? false })
        #expect(shares[14...].allSatisfy { $0 == nil })
        #expect(Set(shares[..<14]).count > 5)
    }

    @Test("Registers are repeated under the copies, and the same example grows the same way")
    func registers() throws {
        let entries = try #require(example.grown().registers["list"])
        #expect((2...7).contains(entries.count))
        #expect(Set(entries.map(\.unit)).count == entries.count && Set(entries.map(\.name)).count == entries.count)
        #expect(entries == example.grown().registers["list"])
    }
}
