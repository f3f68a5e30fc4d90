import AssessmentCore
import AssessmentPipeline
import Foundation
import Testing

@testable import AssessmentRobustness

@Suite("To what the spread is laid")
struct SensitivityTests {
    @Test("Sobol indices of the Ishigami function come to their analytic values", arguments: [false, true])
    func ishigami(isSobol: Bool) throws {
        let count = 8192
        let draws = try Draws(seed: 12, sequence: isSobol ? .sobol : .random, coordinates: isSobol ? 6 : 3)
        func point(_ index: Int, _ isSecond: [Bool]) -> Double {
            let x = (0..<3).map { place -> Double in
                let number =
                    isSobol
                    ? draws.number(index, isSecond[place] ? place + 3 : place)
                    : draws.number(index, place, isSecond[place] ? .secondSample : .methods)
                return (2 * number - 1) * Double.pi
            }
            return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * pow(x[2], 4) * sin(x[0])
        }
        func outputs(_ isSecond: [Bool]) -> [Double] { (0..<count).map { point($0, isSecond) } }
        let indices = SobolIndices(
            first: outputs([false, false, false]), second: outputs([true, true, true]),
            mixed: (0..<3).map { input in outputs((0..<3).map { $0 == input }) })
        // T. Ishigami and T. Homma (1990), with a = 7 and b = 0.1.
        let expected = [(0.3139, 0.5576), (0.4424, 0.4424), (0, 0.2437)]
        let tolerance = isSobol ? 0.01 : 0.05
        for (found, (first, total)) in zip(indices.indices, expected) {
            #expect(abs(found.first - first) < tolerance && abs(found.total - total) < tolerance, "\(found)")
        }
    }

    @Test("An output that does not vary has no shares to be laid anywhere")
    func constant() {
        let indices = SobolIndices(first: [1, 1], second: [1, 1], mixed: [[1, 1]])
        #expect(indices.indices == [SobolIndices.Pair(first: 0, total: 0)])
    }

    /// Two indicators, so that shares of weight and ranks can be worked out by hand.
    private func two() -> Case {
        Case(
            framework: .group(
                "root",
                [.leaf("a", weight: 60, evaluate: .raw), .leaf("b", weight: 40, evaluate: .raw)],
                then: [.rank(tolerance: 0)]),
            values: ["a": [90, 80, 40], "b": [50, 60, 90]])
    }

    private func changes(_ own: Case) async throws -> SingleChanges {
        let report = try await own.probe().report(
            RobustnessRequest(draws: 20, seed: 1, methods: MethodVariation(weights: .within(0.1))))
        return try await SingleChanges(
            varied: VariedSpecification(
                specification: own.specification, catalogue: try own.catalogue, variation: MethodVariation()),
            measured: try await own.measured(), nominal: report.nominal, threads: 2)
    }

    @Test("The smallest change of a weight that swaps neighbours is where their scores meet")
    func swaps() async throws {
        // Scores: 74, 72, 60. The first two meet where 90 w + 50 (1 − w) = 80 w + 60 (1 − w): w = 0.5; the last two where
        // 80 w + 60 (1 − w) = 40 w + 90 (1 − w): w = 3/7.
        let swaps = try await changes(two()).swaps()
        #expect(swaps.map(\.ahead) == [0, 1] && swaps.map(\.behind) == [1, 2])
        for (swap, share) in zip(swaps, [0.5, 3.0 / 7]) {
            #expect(swap.node == "a" && swap.share == 0.6)
            #expect(abs(swap.needed - share) < 1e-9)
        }
    }

    @Test("Leaving out an indicator ranks by the other")
    func leftOut() async throws {
        let found = try await changes(two()).leftOut()
        #expect(found.held.isEmpty)
        // By b alone the order turns around: moves of 2, 0 and 2. By a alone it stays.
        #expect(
            found.results == [
                SensitivityResults.LeftOut(node: "a", meanShift: 4.0 / 3, largestShift: 2, unit: 0, others: 1),
                SensitivityResults.LeftOut(node: "b", meanShift: 0, largestShift: 0, unit: nil, others: 0),
            ])
    }

    @Test("Effective weights are the shares of squared correlations")
    func weights() async throws {
        let weights = try await changes(two()).weights()
        #expect(weights.map(\.intended) == [0.6, 0.4])
        // Squared correlations with the total, by numpy: 0.9966777 and 0.9879249 with (74, 72, 60).
        #expect(abs(weights[0].effective - 0.5022051958922191) < 1e-12)
    }

    @Test("A unit whose absence turns the order of two others around is found")
    func reversals() async throws {
        var own = Case(
            framework: .group("root", [.leaf("a"), .leaf("b")], then: [.rank(tolerance: 0)]),
            values: ["a": [60, 50, 0, 100], "b": [4, 6, 10, 0]])
        // Normalised by ranges, the means are 50, 55, 50, 50; without the third 43.33, 50, 50; without the fourth 50, 58.33,
        // 50; without the first or second the ranges stay. Ties part, but no order turns around.
        #expect(try await changes(own).reversals().results.isEmpty)
        own.values = ["a": [60, 50, 0, 100], "b": [4, 4.9, 30, 0]]
        // As given 36.67, 33.17, 50, 50; without the third 50.8, 50, 50, which brings the first before the fourth.
        let found = try await changes(own).reversals().results
        #expect(found == [SensitivityResults.Reversal(without: 2, pairs: 1, ahead: 3, behind: 0)])
    }

    @Test(
        "A unit without which the assessment cannot be computed is named, and does not stand in the way of the others")
    func cannotBeLeftOut() async throws {
        var strict = FrameworkNode.leaf("a")
        strict.steps = strict.steps.dropLast() + [.missing(MissingRule())]
        // Without the first or the second, the values do not vary.
        let own = Case(
            framework: .group(
                "root", [strict, .leaf("b", evaluate: MethodChoice("raw"))], then: [.rank(tolerance: 0)]),
            values: ["a": [3, 5], "b": [1, 2]])
        let found = try await changes(own).reversals()
        #expect(found.results.isEmpty)
        #expect(found.held.count == 2 && found.held.allSatisfy { $0.en.hasPrefix("without ") })
    }

    @Test("The report of a variation holds indices with intervals for each input")
    func report() async throws {
        let request = RobustnessRequest(
            draws: 40, seed: 9,
            methods: MethodVariation(
                weights: .within(0.5),
                choices: [
                    MethodVariation.Choice(
                        .aggregation,
                        [.asGiven, .steps([.aggregate(MethodChoice("minimum"), weighting: MethodChoice("given"))])])
                ]), sensitivity: RobustnessRequest.Sensitivity(base: 64, bootstraps: 50))
        let one = try await Case.six().probe(threads: 1).report(request)
        let three = try await Case.six().probe(threads: 3).report(request)
        #expect(one == three)
        let indices = try #require(one.sensitivity?.indices)
        #expect(indices.map(\.input.en) == ["aggregation", "weights"])
        for index in indices {
            #expect(index.firstLow <= index.firstHigh && index.totalLow <= index.totalHigh)
            #expect(index.total >= 0)
        }
        #expect(one.sensitivity?.leftOut.count == 8)
    }
}

extension MethodChoice {
    static let raw = MethodChoice("raw")
}
