import AssessmentCore
import AssessmentReview
import AssessmentWorkbench
import Foundation
import Testing

@testable import full_review_data

@Suite("The whole review from year to year")
struct YearOnYearTests {
    @Test("Contributions add up to the change of score and rank within 1e-9, for every unit and pair of years")
    func sums() async throws {
        let (folder, path) = try SpecificationTests.copied()
        defer { try? FileManager.default.removeItem(at: folder) }
        let workbench = try Workbench(plugins: RuleCheck.plugins)
        let (assessment, comparisons) = try await workbench.compareYears(
            try await workbench.load(path), threads: ProcessInfo.processInfo.activeProcessorCount)
        #expect(comparisons.map(\.from.year) == [2018, 2019])
        #expect(comparisons.map(\.to.year) == [2019, 2020])
        for comparison in comparisons {
            #expect(comparison.units.count == assessment.ledger.panel.units.count)
            #expect(comparison.unpaired.isEmpty)
            for unit in comparison.units {
                let lines = assessment.historyLines(of: unit.code)
                let (before, after) = (
                    try #require(lines.first { $0.period == comparison.from }),
                    try #require(lines.first { $0.period == comparison.to })
                )
                let score = try #require(unit.score, "\(unit.code): \(unit.absence?.en ?? "")")
                let rank = try #require(unit.rank)
                let total = try #require(after.total) - (try #require(before.total))
                let places = try #require(before.rank) - (try #require(after.rank))
                let sums = [score, rank].map { change in
                    YearOnYear.Factor.allCases.reduce(0) { $0 + (change.contributions[$1] ?? .nan) }
                }
                #expect(abs(sums[0] - total) <= 1e-9, "\(unit.code)")
                #expect(abs(sums[1] - Double(places)) <= 1e-9, "\(unit.code)")
                // One specification has the units of one day.
                #expect(score.contributions[.boundaries] == 0)
                #expect(unit.nodes.count == 5)
                for node in unit.nodes {
                    let sum = YearOnYear.Factor.allCases.reduce(0) { $0 + (node.change.contributions[$1] ?? .nan) }
                    #expect(abs(sum - (node.change.after - node.change.before)) <= 1e-9, "\(unit.code) \(node.node)")
                }
            }
        }
    }
}
