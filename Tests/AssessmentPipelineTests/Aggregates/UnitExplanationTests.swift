import AssessmentCore
import Testing

@testable import AssessmentPipeline

@Suite("The explanation of one unit by a run in little memory")
struct UnitExplanationTests {
    /// Statistics over peers and years, a formula over the children with the mean of all units, what another unit has, imputation,
    /// lags, fitted weights, bonus, adjustments and ranks.
    private func fixture() -> Fixture {
        let weighted: Formula = .overChildren(.sum, .input("weight") * .input("score"))
        let weights: Formula = .overChildren(.sum, .input("weight"))
        let mean: Formula = weighted / weights
        let relative: Formula = 100 * mean / .statistic(.mean, mean)
        let pillars = (0..<3).map { pillar -> FrameworkNode in
            let evaluator = ["z_score", "rank", "min_max"][pillar]
            let leaves = ["a", "b", "c"].map { variable -> FrameworkNode in
                .leaf(
                    "\(variable)\(pillar)", use: "fix.\(variable)", role: .weighted(Double(pillar + 1)),
                    evaluate: MethodChoice(evaluator), reference: pillar == 1 ? .peerGroupAndPeriod : .period,
                    missing: MissingRule(otherwise: .groupMedian), then: [.rank(tolerance: 1e-9)])
            }
            var then: [Step] = [.round(decimals: 9), .rank(tolerance: 1e-9)]
            if pillar == 1 { then.insert(.formula(NodeFormula(relative, reference: .period)), at: 0) }
            return .mean(
                "p\(pillar)", of: leaves, role: .weighted(1),
                weighting: pillar == 2 ? "standard_deviation" : "given", then: then)
        }
        var fixture = Fixture(.mean(of: pillars, then: [.round(decimals: 6), .rank(tolerance: 1e-9)]))
        fixture.history = [2018, 2019]
        fixture.units = (0..<12).map { Fixture.unit("u\($0)") }
        var generator = SplitMix64(seed: 5)
        for year in 2018...2020 {
            for variable in ["a", "b", "c"] {
                let values = fixture.units.map { _ in
                    Int.random(in: 0..<8, using: &generator) == 0
                        ? nil : Double.random(in: 1...100, using: &generator)
                }
                fixture.observe(variable, values, in: year)
            }
        }
        return fixture
    }

    @Test("It has every word, number and cell of the run that keeps everything", arguments: ["u0", "u5", "u11"])
    func sameWords(unit: String) async throws {
        let fixture = fixture()
        let whole = try await fixture.run()
        let own = try #require(
            try await Pipeline(fixture.specification(), catalogue: fixture.catalogue())
                .explanation(of: unit, fixture.data, manifest: whole.manifest))
        #expect(own.ledger.panel.units.map(\.code) == [unit])
        var lines = 0
        for (place, period) in own.ledger.panel.periods.enumerated() {
            let row = try #require(whole.ledger.panel.row(unit: unit, period: period))
            for node in whole.specification.framework.subtree {
                let expected = try #require(whole.trace(of: node.id, row: row))
                let found = try #require(own.trace(of: node.id, row: place))
                #expect(found.lines.map(\.text) == expected.lines.map(\.text), "\(node.id) \(period)")
                #expect(found.lines.map(\.workings) == expected.lines.map(\.workings), "\(node.id) \(period)")
                #expect(found.lines.map(\.cells) == expected.lines.map(\.cells), "\(node.id) \(period)")
                lines += found.lines.count
            }
        }
        #expect(lines > 100)
    }

    @Test("A unit that is not assessed has none")
    func unknown() async throws {
        let fixture = fixture()
        let own = try await Pipeline(fixture.specification(), catalogue: fixture.catalogue()).explanation(
            of: "elsewhere", fixture.data, manifest: Manifest(workbench: "1", platform: "p", plugins: [:], inputs: []))
        #expect(own == nil)
    }
}
