import AssessmentCore
import AssessmentPipeline
import Testing

@Suite("Targets, methods and aggregation in a run")
struct ScoringTests {
    private func completion(_ target: NumberTable?, missing: MissingRule = MissingRule(otherwise: .renormalise))
        -> Fixture
    {
        var fixture = Fixture(
            .mean(of: [.leaf("a", evaluate: MethodChoice("completion"), target: target, missing: missing)]))
        fixture.observe("a", [50, 50, 50, 50])
        return fixture
    }

    @Test("A target of zero is not applicable, a negative one fails, and none is said")
    func targets() async throws {
        let table = NumberTable(lines: [
            NumberTable.Line(unit: "u1", value: 100), NumberTable.Line(unit: "u2", value: 0),
            NumberTable.Line(unit: "u3", value: -5),
        ])
        let result = try await completion(table).run()
        #expect(try result.scores("a") == [50, nil, nil, nil])
        #expect(try result.reasons("a") == [nil, .zeroTarget, .outsideDomain, .noTarget])
        let column = try #require(result.ledger.scores(of: "a"))
        #expect(column.states == [.measured, .notApplicable, .failed, .failed])
        let shares = try #require(result.ledger.entry(of: "a", .missing)).measuredShares
        #expect(shares[0] == 1 && shares[1].isNaN && shares[2] == 0 && shares[3] == 0)
    }

    @Test("A unit that did not report is not excused by a target of zero")
    func missingBeforeTarget() async throws {
        var fixture = completion(NumberTable(0))
        fixture.observations.removeLast()
        #expect(try await fixture.run().reasons("a").last == .notSubmitted)
    }

    @Test("Targets from a file serve where the node gives none, by node or by indicator")
    func targetFiles() async throws {
        for key in ["a", "fix.a"] {
            let fixture = completion(nil)
            var data = fixture.data
            data.targets = [key: NumberTable(200)]
            let result = try await Pipeline(fixture.specification(), catalogue: fixture.catalogue()).run(
                data, manifest: Manifest(workbench: "", platform: "", plugins: [:], inputs: []))
            #expect(try result.scores("a") == [25, 25, 25, 25])
        }
    }

    @Test("A reference set that does not vary leaves no score, and says so")
    func noVariation() async throws {
        var fixture = Fixture(.leaf("a", evaluate: MethodChoice("min_max"), reference: .period))
        fixture.history = [2019]
        fixture.observe("a", [1, 2, 3, 5], in: 2019)
        fixture.observe("a", [4, 4, 4, 4])
        let result = try await fixture.run()
        #expect(try result.scores("a").prefix(4) == [0, 25, 50, 100])
        #expect(try result.reasons("a").suffix(4).allSatisfy { $0 == .referenceDoesNotVary })
        #expect(
            result.ledger.entry(of: "a", .evaluate)?.column.notes[4]?.en == "maximum(value) - minimum(value) = 0")
    }

    @Test("A geometric mean with a child of zero has no score, and its explanation shows the zero")
    func geometricZero() async throws {
        var fixture = Fixture(.mean(of: [.leaf("a"), .leaf("b")], by: "geometric_mean"))
        fixture.observe("a", [4, 0, 9, 1])
        fixture.observe("b", [9, 50, 4, 1])
        let result = try await fixture.run()
        #expect(try result.scores().map { $0.map { ($0 * 1e9).rounded() / 1e9 } } == [6, nil, 6, 1])
        #expect(try result.reasons()[1] == .outsideDomain)
        let line = try #require(result.trace(of: "root", row: 1)?.lines.first)
        #expect(line.text.en.hasSuffix("= none (outside the function's domain)"))
        #expect(line.workings.first?.en == "a: score 0, 50% of the weight here")
    }

    @Test("Weights count by their ratio, and equal weights need none given")
    func weights() async throws {
        for (weighting, expected) in [("given", [40.0, 20]), ("equal", [35, 25])] {
            var fixture = Fixture(
                .mean(of: [.leaf("a", role: .weighted(10)), .leaf("b", role: .weighted(20))], weighting: weighting))
            fixture.observe("a", [20, 40])
            fixture.observe("b", [50, 10])
            let scores = try await fixture.run().scores()
            for (score, wanted) in zip(scores, expected) { #expect(abs(try #require(score) - wanted) < 1e-12) }
        }
    }

    @Test("The ledger has a table for each step, in order, children before their node")
    func ledgerOrder() async throws {
        var fixture = Fixture(
            .mean(of: [.leaf("a"), .leaf("b", then: [.round(decimals: 1)])], then: [.rank(tolerance: 0)]))
        fixture.observe("a", [1, 2, 3, 4])
        fixture.observe("b", [1, 2, 3, 4])
        let entries = try await fixture.run().ledger.entries.map { "\($0.node) \($0.step.rawValue)" }
        #expect(
            entries == [
                "a measure", "a evaluate", "a missing", "b measure", "b evaluate", "b missing", "b round",
                "root aggregate", "root rank",
            ])
    }
}
