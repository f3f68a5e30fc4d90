import AssessmentCore
import AssessmentWorkbench
import Foundation
import Testing

@testable import full_review_data

@Suite("The decisions of the whole review")
struct DecisionsTests {
    @Test(
        "Each does what it says by hand: points, coefficient, correction, two vetoes, the places of a grade, the sealed scheme"
    )
    func decisions() async throws {
        let (folder, path) = try SpecificationTests.copied()
        defer { try? FileManager.default.removeItem(at: folder) }
        let workbench = try Workbench(plugins: RuleCheck.plugins)
        let assessment = try await workbench.run(
            try await workbench.load(path), threads: ProcessInfo.processInfo.activeProcessorCount)
        let (ledger, panel) = (assessment.ledger, assessment.ledger.panel)
        let year = try #require(panel.periods.firstIndex(of: Period(year: 2020)))
        let cities = assessment.specification.peerGroups.firstIndex { $0.id == "cities" }
        let groups = Dictionary(grouping: panel.units.indices, by: { assessment.peerGroupOfUnit[$0] })

        func row(_ code: String) throws -> Int {
            try #require(panel.rows(ofPeriodAt: year).first { panel.unit(ofRow: $0).code == code })
        }
        /// The weighted mean of the pillars as the published points give it, before anything was decided.
        func computed(_ code: String) throws -> Double {
            let row = try row(code)
            let entry = try #require(ledger.entry(of: "total", .aggregate))
            return try #require(entry.column[row])
        }
        func total(_ code: String) throws -> Double { try #require(ledger.scores(of: "total")?[try row(code)]) }
        func rank(_ code: String) throws -> Int { try #require(ledger.rank(of: "total", row: try row(code))).rank }
        func grade(_ code: String) throws -> String {
            try #require(ledger.grade(of: "total", row: try row(code))).name.en
        }
        func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

        // Half a point; two awards of two points each, of which three count; a point off for a late report.
        #expect(abs(try total("340400") - rounded(computed("340400") + 0.5)) < 1e-9)
        #expect(abs(try total("340700") - rounded(computed("340700") + 3)) < 1e-9)
        #expect(abs(try total("341702") - rounded(computed("341702") - 1)) < 1e-9)
        // The difficulty of two mountain counties.
        #expect(abs(try total("341524") - rounded(computed("341524") * 1.05)) < 1e-9)
        #expect(abs(try total("340828") - rounded(computed("340828") * 1.04)) < 1e-9)
        // A correction in place of 85 in one point of 100: 83.79 becomes 83.94, and Hefei's 83.89 is passed.
        let organisation = try #require(ledger.entry(of: "life.organisation", .evaluate))
        #expect(organisation.column[try row("340200")] == 85)
        #expect(ledger.scores(of: "life.organisation")?[try row("340200")] == 100)
        #expect(try (total("340200"), rank("340200")) == (83.94, 7))
        #expect(try (total("340100"), rank("340100")) == (83.89, 8))
        // Falsified figures: the most points of all cities, and the last of them; an accident: a grade lower, rank kept.
        let all = try panel.units.map { try total($0.code) }
        let ofCities = try #require(cities.flatMap { groups[$0] })
        let totals = ofCities.map { all[$0] }
        #expect(try total("340800") == totals.max())
        #expect(try (rank("340800"), grade("340800")) == (16, "Unsatisfactory"))
        #expect(try (rank("341602"), grade("341602")) == (6, "Good"))
        #expect(try total("341602") >= 90)

        // 15 % of 16 cities, 59 counties and 45 districts are 2.4, 8.85 and 6.75 places, rounded down.
        for (group, units) in groups {
            let places = [16: 2, 59: 8, 45: 6][units.count]
            let excellent = try units.filter { try grade(panel.units[$0].code) == "Excellent" }
            #expect(excellent.count == places, "\(group)")
            let worst = try excellent.map { try rank(panel.units[$0].code) }.max() ?? 0
            // Whoever ranks better without the grade is below 90 or was vetoed.
            for unit in units where !excellent.contains(unit) {
                let code = panel.units[unit].code
                if try rank(code) < worst { #expect(try total(code) < 90 || code == "341602") }
            }
        }
        // 92.38 each: the eighth place goes to the one with more in the first tie-break, the foundations.
        #expect(try total("340827") == total("341622"))
        let foundation = try #require(ledger.scores(of: "foundation"))
        let scores = (try #require(foundation[try row("340827")]), try #require(foundation[try row("341622")]))
        #expect(try scores.0 < scores.1 && rank("341622") < rank("340827"))
        #expect(try grade("341622") == "Excellent" && grade("340827") == "Good")

        // What was sealed can no longer be changed in silence.
        let file = folder.appendingPathComponent("framework/life.yml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let line = "{ use: life.online_medical, weight: 1.5, evaluate: { efficacy: { floor: 40, ceiling: 95 } } }"
        #expect(text.contains(line))
        let altered = text.replacing(line, with: line.replacing("ceiling: 95", with: "ceiling: 90"))
        try Data(altered.utf8).write(to: file)
        let error = await #expect(throws: DiagnosticList.self) { _ = try await workbench.load(path) }
        let said = try #require(error?.diagnostics.map(\.description).joined(separator: "\n"))
        #expect(said.contains("framework/life.yml:13:"))
        #expect(said.contains("life.online_medical"))
        #expect(said.contains("assess scheme revise"))
    }
}
