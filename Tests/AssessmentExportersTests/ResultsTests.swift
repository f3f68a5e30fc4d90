import AssessmentCore
import Testing

@testable import AssessmentExporters

/// What exporters read between the tables of the ledger.
@Suite("Results beyond single tables")
struct ResultsTests {
    @Test("Points add up from the indicators to the total, and bonus comes on top")
    func points() async throws {
        let assessment = try await Fixture.assessment()
        for row in assessment.ledger.panel.rows(ofPeriodAt: 1) {
            let weights = Weights(assessment, row: row)
            #expect(weights.givesPoints)
            for node in assessment.root.subtree where !node.children.isEmpty {
                guard let points = weights.points(of: node) else { continue }
                let sum = node.children.compactMap { weights.points(of: $0) }.reduce(0, +)
                // The total is rounded to one decimal.
                #expect((points - sum).magnitude <= (node.id == "total" ? 0.05 + 1e-9 : 1e-9), "\(node.id)")
            }
        }
    }

    @Test("Stated weights do not depend on the row; what a sibling without a score leaves is shared")
    func weights() async throws {
        let assessment = try await Fixture.assessment()
        let centres = try #require(assessment.root.subtree.first { $0.id == "centres" })
        let workshops = try #require(assessment.root.subtree.first { $0.id == "workshops" })
        // In 2019 there is no growth yet, so that the centres count for the whole pillar of 20 points.
        let before = Weights(assessment, row: 0)
        #expect(before[centres] == Weights.Weight(stated: 15, effective: 20))
        #expect(before[centres]?.tookOver == true)
        let after = Weights(assessment, row: 4)
        #expect(after[centres] == Weights.Weight(stated: 15, effective: 15))
        #expect(after[workshops]?.stated == 2)
    }

    @Test("A node that is not ranked stands where its score puts it among its peers")
    func standing() async throws {
        let assessment = try await Fixture.assessment()
        let first = try #require(assessment.standing(of: "fibre", row: 4))
        let second = try #require(assessment.standing(of: "fibre", row: 5))
        #expect(first == (1, 2) && second == (2, 2))
        let scores = try #require(assessment.ledger.scores(of: "fibre"))
        #expect(assessment.peerMedian(of: "fibre", row: 4) == (scores.values[4] + scores.values[5]) / 2)
    }

    @Test("A target is reached from full completion on, and is not judged by other methods")
    func targets() async throws {
        let assessment = try await Fixture.assessment()
        let reached = try #require(assessment.target(of: "fibre", row: 4))
        let missed = try #require(assessment.target(of: "fibre", row: 5))
        #expect(reached == (98, true) && missed == (98, false))
        #expect(assessment.target(of: "centres", row: 4) == nil)
    }
}
