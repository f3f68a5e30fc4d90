import AssessmentCore
import AssessmentWorkbench
import ElderCare
import Foundation
import PublicServiceConsumption
import Testing

/// The specification of this package, run whole. Every number stands here with the figures of data/figures.csv that it
/// was worked out from, apart from the workbench.
@Suite("The example specification")
struct SpecificationTests {
    static func assessment() async throws -> CompletedAssessment {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("assessment.yml").path
        let workbench = try Workbench(plugins: [ElderCareConsumption(), PublicServiceConsumption()])
        return try await workbench.run(workbench.load(path))
    }

    private static func close(_ found: Double?, _ expected: Double) -> Bool {
        found.map { abs($0 - expected) <= 1e-6 } ?? false
    }

    /// A number of 2020, by unit and node.
    struct Figure: Sendable, CustomStringConvertible {
        let unit: String
        let node: String
        let expected: Double
        var description: String { "\(node) of \(unit)" }

        init(_ unit: String, _ node: String, _ expected: Double) {
            (self.unit, self.node, self.expected) = (unit, node, expected)
        }
    }

    @Test(
        "Indicators measure what the table holds",
        arguments: [
            // 44,038 minutes over 3,931 calls.
            Figure("340100", "eldercare.emergency_response_minutes", 11.202747),
            // 0.5 · 3,105 / 3,931 + 0.3 · 22,259 / 29,640 + 0.2 · 334,938 / 393,120.
            Figure("340100", "eldercare.response_attainment", 79.063108),
            // 95,472 of 112,320.
            Figure("340100", "eldercare.emergency_call_coverage", 85),
            // 5,304 against the mean of 32,292, 18,720, 5,304 and 7,020, which is 15,834.
            Figure("340100", "eldercare.home_service_balance", 33.497537),
            // 985,562 against 764,002 the year before.
            Figure("340100", "eldercare.platform_orders_growth", 28.999924),
            // 8,424 devices among 1,560 thousand.
            Figure("340100", "eldercare.wearables_per_1000", 5.4),
            // Four are listed, of which one was withdrawn on 2020-06-30.
            Figure("340100", "eldercare.demonstration_communities", 3),
            // Four are listed, of which one has a wrong check character.
            Figure("340700", "eldercare.demonstration_communities", 3),
        ])
    func values(figure: Figure) async throws {
        let ledger = try await Self.assessment().ledger
        let row = try #require(ledger.panel.row(unit: figure.unit, period: Period(year: 2020)))
        let value = try #require(ledger.values(of: figure.node))[row]
        #expect(Self.close(value, figure.expected), "\(value ?? .nan)")
    }

    @Test(
        "Scores follow from the values by the formulas of the methods",
        arguments: [
            // 60 + 40 · (20 − 11.202747) / 10.
            Figure("340100", "eldercare.emergency_response_minutes", 95.189010),
            // 8.754 minutes are within the standard.
            Figure("341700", "eldercare.emergency_response_minutes", 100),
            // 100 · 79.063108 / 95.
            Figure("340100", "eldercare.response_attainment", 83.224324),
            // 100 / (1 + e^−z), z = (85 − 68.438740) / 11.874651: mean and deviation of 15 cities, that of 341300 being false.
            Figure("340100", "eldercare.emergency_call_coverage", 80.133728),
            // 100 / (1 + e^−z), z = (28.999924 − 17.733169) / (2 · 13.519633), over the 15 cities that had orders before.
            Figure("340100", "eldercare.platform_orders_growth", 60.268882),
            // 100 · (13 / 240 − 1 / 160) / (12 / 103 − 1 / 160), by min–max.
            Figure("340100", "public.smart_elder_care", 43.459916),
            // Centroids 5/18, 11/18 and 2/18: 0.7 · (95.189010 · 5 + 83.224324 · 11 + 80.133728 · 2) / 18 + 0.3 · 80.133728.
            Figure("340100", "emergency", 84.383232),
            // 0.7 · (0.3 · 33.497537 + 0.2 · 60.268882 + 0.25 · (52.795188 + 43.459916)) + 0.3 · 33.497537.
            Figure("340100", "services", 42.366031),
            // 0.6 · 17.553414 + 0.4 · 75.
            Figure("340100", "demonstration", 40.532049),
            // 0.7 · (0.4 · 84.383232 + 0.35 · 42.366031 + 0.25 · 40.532049) + 0.3 · 40.532049 = 53.259706.
            Figure("340100", "total", 53.26),
            // The refused report scores zero: 0.7 · (91.140236 · 5 + 0 + 69.816700 · 2) / 18 + 0.3 · 0.
            Figure("340600", "emergency", 23.151900),
            // So does the false one: 0.7 · (98.779952 · 5 + 85.157097 · 11) / 18.
            Figure("341300", "emergency", 55.635527),
            // And the one that was not sent: 0.4 · 50.
            Figure("341600", "demonstration", 20),
            // Growth from no orders has no score; the others share its weight:
            // 0.7 · (0.3 · 69.191464 + 0.25 · (60.769437 + 55.305402)) / 0.8 + 0.3 · 55.305402.
            Figure("341700", "services", 60.145751),
        ])
    func scores(figure: Figure) async throws {
        let ledger = try await Self.assessment().ledger
        let row = try #require(ledger.panel.row(unit: figure.unit, period: Period(year: 2020)))
        let score = try #require(ledger.scores(of: figure.node))[row]
        #expect(Self.close(score, figure.expected), "\(score ?? .nan)")
    }

    @Test("Each gap is told for what it is")
    func gaps() async throws {
        let ledger = try await Self.assessment().ledger
        func reason(_ unit: String, _ year: Int, _ indicator: String) throws -> Reason? {
            let row = try #require(ledger.panel.row(unit: unit, period: Period(year: year)))
            return ledger.values(of: "eldercare.\(indicator)")?.reasons[row]
        }
        #expect(try reason("341600", 2020, "wearables_per_1000") == .notSubmitted)
        #expect(try reason("341300", 2020, "emergency_call_coverage") == .falsified)
        #expect(try reason("340600", 2020, "response_attainment") == .refused)
        #expect(try reason("341000", 2019, "emergency_response_minutes") == .notApplicable)
        #expect(try reason("341700", 2020, "platform_orders_growth") == .zeroDenominator)
        #expect(try reason("340100", 2018, "platform_orders_growth") == .noEarlierPeriod)
    }

    @Test("池州市 leads with 70.64 and is excellent; 淮北市 comes last")
    func ranking() async throws {
        let ledger = try await Self.assessment().ledger
        let first = try #require(ledger.panel.row(unit: "341700", period: Period(year: 2020)))
        let last = try #require(ledger.panel.row(unit: "340600", period: Period(year: 2020)))
        #expect(ledger.rank(of: "total", row: first)?.rank == 1)
        #expect(ledger.grade(of: "total", row: first)?.name.en == "Excellent")
        #expect(ledger.rank(of: "total", row: last)?.rank == 16)
    }
}
