import AssessmentCore
import AssessmentMethods
import Foundation
import Testing

/// The normalisations of decision analysis against scores that pymcdm and scikit-criteria form with them.
@Suite(
    "Normalisations of decision analysis",
    .enabled(if: PublishedTable.isThere, "The published results are not here: set ASSESSMENT_TRUTH to their folder."))
struct DecisionNormalisationsTests {
    private struct Problem: Decodable {
        struct Scores: Decodable { let score: [Double?]? }

        let matrix: [[Double]]
        let direction: [Double]
        let weights: [Double]
        let scores: [String: Scores]

        enum CodingKeys: String, CodingKey {
            case matrix, direction
            case weights = "weights_used_for_scores"
            case scores = "scores_methods"
        }

        func published(_ prefix: String) throws -> [Double] {
            let key = try #require(scores.keys.first { $0.hasPrefix(prefix + " ") })
            return try #require(scores[key]?.score).map { try #require($0) }
        }

        /// The scores of each criterion, a column each.
        func normalised(
            _ evaluator: any Evaluator, _ parameters: [String: ParameterValue] = [:]
        ) async throws -> [[Double]] {
            var columns: [[Double]] = []
            for (index, sign) in direction.enumerated() {
                let scores = try await evaluator.scores(
                    matrix.map { $0[index] }, direction: sign < 0 ? .lowerIsBetter : .higherIsBetter,
                    parameters: parameters)
                columns.append(try scores.map { try #require($0) })
            }
            return columns
        }

        func weightedSum(_ columns: [[Double]]) -> [Double] {
            matrix.indices.map { row in zip(columns, weights).reduce(0) { $0 + $1.0[row] * $1.1 } }
        }
    }

    private static let problems = ["p1_small_5x4", "p1w_small_5x4_weighted", "p2_16cities_x12"]

    private func problem(_ name: String) throws -> Problem {
        let url = try #require(PublishedTable.folder).appendingPathComponent("mcdm/\(name).json")
        return try JSONDecoder().decode(Problem.self, from: Data(contentsOf: url))
    }

    private func check(_ scores: [Double], _ expected: [Double]) {
        #expect(scores.count == expected.count)
        for (score, wanted) in zip(scores, expected) { #expect(agree(score, wanted)) }
    }

    @Test("Weighted sums of min–max and of sum normalisation", arguments: problems)
    func weightedSums(name: String) async throws {
        let problem = try problem(name)
        let minMax = try await problem.normalised(MinMax(), ["high": .number(1)])
        check(problem.weightedSum(minMax), try problem.published("wsm_minmax"))
        let sum = try await problem.normalised(DirectedSumNormalisation())
        check(problem.weightedSum(sum), try problem.published("wsm_sum"))
    }

    @Test("Weighted products of maximum and of sum normalisation", arguments: problems)
    func weightedProducts(name: String) async throws {
        let problem = try problem(name)
        for (evaluator, key) in [
            (MaxNormalisation() as any Evaluator, "wpm_linear"), (DirectedSumNormalisation(), "wpm_sum"),
        ] {
            let columns = try await problem.normalised(evaluator)
            let products = problem.matrix.indices.map { row in
                zip(columns, problem.weights).reduce(1) { $0 * pow($1.0[row], $1.1) }
            }
            check(products, try problem.published(key))
        }
    }

    /// Nearness to the best and the worst of each weighted column.
    private func topsis(_ problem: Problem, _ columns: [[Double]], turned: Bool) -> [Double] {
        problem.matrix.indices.map { row in
            var (best, worst) = (0.0, 0.0)
            for (index, column) in columns.enumerated() {
                let weighted = column.map { $0 * problem.weights[index] }
                let isCost = !turned && problem.direction[index] < 0
                let (most, least) = (weighted.max() ?? .nan, weighted.min() ?? .nan)
                best += pow(weighted[row] - (isCost ? least : most), 2)
                worst += pow(weighted[row] - (isCost ? most : least), 2)
            }
            return worst.squareRoot() / (best.squareRoot() + worst.squareRoot())
        }
    }

    @Test("TOPSIS on vectors, with costs as they are and turned around", arguments: problems)
    func topsis(name: String) async throws {
        let problem = try problem(name)
        let kept = try await problem.normalised(VectorNormalisation())
        check(topsis(problem, kept, turned: false), try problem.published("topsis_vector"))
        let turned = try await problem.normalised(DirectedVectorNormalisation())
        check(topsis(problem, turned, turned: true), try problem.published("topsis_vector_pymcdm"))
    }

    @Test("Rank sum ratios", arguments: problems)
    func rankSumRatio(name: String) async throws {
        let problem = try problem(name)
        let columns = try await problem.normalised(
            PercentileRankScore(),
            ["form": .text("share"), "ties": .text("average"), "scale": .number(1)])
        check(problem.weightedSum(columns), try problem.published("rsr_weighted"))
    }

    @Test("Shares of the sum add to one, components of the vector to a length of one")
    func sums() async throws {
        let values: [Double?] = [3, 1.5, nil, 8, 0.25]
        for direction in Direction.allCases {
            let shares = try await DirectedSumNormalisation().scores(values, direction: direction).compactMap(\.self)
            #expect(agree(shares.reduce(0, +), 1))
            let vector = try await DirectedVectorNormalisation().scores(
                values, direction: direction, parameters: ["cost": .text("inverse")]
            ).compactMap(\.self)
            #expect(agree(vector.reduce(0) { $0 + $1 * $1 }, 1))
        }
        #expect(SumNormalisation().keepsDirection && VectorNormalisation().keepsDirection)
        #expect(!DirectedSumNormalisation().keepsDirection && !DirectedVectorNormalisation().keepsDirection)
    }
}
