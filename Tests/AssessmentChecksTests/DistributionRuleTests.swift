import AssessmentCore
import Testing

@testable import AssessmentChecks

@Suite("Rules on digits and thresholds")
struct DistributionRuleTests {
    /// So many cities with values of a function of their position.
    private static func fixture(_ count: Int, _ value: (Int) -> Double) -> Fixture {
        var fixture = Fixture()
        fixture.units = (1...count).map { Fixture.unit("c\($0)") }
        fixture.observe(TestPlugin.whole, (0..<count).map { value($0) })
        return fixture
    }

    @Test("Values that end on 0 and 5 are told once there are fifty of them; even digits are not")
    func terminal() throws {
        #expect(try Self.fixture(50) { Double(105 + 35 * $0) }.told("terminal_digits") == ["all"])
        #expect(try Self.fixture(49) { Double(105 + 35 * $0) }.told("terminal_digits") == [])
        #expect(try Self.fixture(60) { Double(101 + 37 * $0) }.told("terminal_digits") == [])
        // Quartiles less than 50 apart: the last digits say nothing.
        #expect(try Self.fixture(60) { Double(100 + 5 * ($0 % 8)) }.told("terminal_digits") == [])
    }

    @Test("First digits are tested where a hundred values span two orders of magnitude")
    func benford() throws {
        func sevens(_ place: Int) -> Double { 7 * [1, 10, 100, 1000][place % 4] + Double(place) / 1000 }
        #expect(try Self.fixture(100, sevens).told("benford") == ["all"])
        #expect(try Self.fixture(99, sevens).told("benford") == [])
        #expect(try Self.fixture(100) { 700 + Double($0) / 10 }.told("benford") == [])
        // Powers of two follow the law.
        #expect(
            try Self.fixture(120) { place in (0..<(place / 4)).reduce(1.0) { power, _ in power * 2 } * 1.0 }
                .told("benford") == [])
    }

    @Test("Many just at the target and few just short of it are told, each unit")
    func threshold() throws {
        let fixture = Fixture()
        let targets = [Double](repeating: 50, count: 24)
        let earlier = [Double](repeating: 40, count: 12)
        func told(_ values: [Double]) throws -> CheckFinding? {
            try fixture.findings(targets: targets, of: earlier + values).first { $0.rule == "threshold" }
        }
        // 8 of 8 within 1 %: p = 1/256 < 0.01.
        let just = [50, 50.1, 50.2, 50.3, 50.4, 50.5, 50.05, 50.15]
        let finding = try #require(try told(just + [60, 70, 30, 45]))
        #expect(finding.cases.count == 8 && finding.node == "test.share")
        #expect(finding.cases[0].text.en == "50, target 50")
        #expect(finding.remark?.en.contains("8 within 1% beyond the target, 0 within 1% short of it") == true)
        // Two just short of it: 8 of 10, p = 0.0547.
        #expect(try told(just + [49.6, 49.9, 30, 45]) == nil)
        // Whole values of which none can lie within one per cent of the target.
        #expect(try told([Double](repeating: 50, count: 12)) == nil)
    }
}
