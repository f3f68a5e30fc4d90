import AssessmentCore
import AssessmentMethods
import AssessmentTesting
import Testing

/// Which score the best value reaches.
@Suite("Full marks")
struct FullMarksTests {
    private static let evaluators = StandardMethods().evaluators

    @Test(
        "They are the end of the scale that the parameters give",
        arguments: [
            ("min_max", [:], 100), ("min_max", ["low": 1, "high": 10], 10), ("goalposts", ["high": 1], 1),
            ("percentile_rank", ["scale": 1], 1), ("fraction_of_maximum", [:], 100), ("completion", ["cap": 120], 100),
            ("best_ratio", [:], 100), ("graded_efficacy", [:], 100), ("z_score", [:], nil), ("rank", [:], nil),
            ("raw", [:], nil), ("bands", [:], nil),
        ] as [(String, [String: Double], Double?)])
    func known(method: String, given: [String: Double], expected: Double?) throws {
        let evaluator = try #require(Self.evaluators.first { $0.description.id == method })
        let parameters = ParameterValues(
            given.mapValues { ParameterValue.number($0) }, for: evaluator.description.parameters)
        #expect(evaluator.fullMarks(with: parameters) == expected)
    }

    @Test("A number that differs by unit gives none for all")
    func byUnit() {
        let table = NumberTable(lines: [.init(unit: "340100", value: 1), .init(value: 10)])
        let parameters = ParameterValues(["high": .number(table)], for: MinMax().description.parameters)
        #expect(MinMax().fullMarks(with: parameters) == nil)
    }

    @Test("A value better than all of an example reaches them, of every method that has them")
    func reached() async throws {
        var compared = 0
        for evaluator in Self.evaluators {
            for example in evaluator.examples where example.periods.count == 1 {
                let parameters = ParameterValues(example.parameters, for: evaluator.description.parameters)
                guard let full = evaluator.fullMarks(with: parameters) else { continue }
                let known = example.values.compactMap(\.self)
                // Ratios to the best need one above zero.
                guard let best = known.max(), let least = known.min(), best > 0 else { continue }
                let isMore = example.direction == .higherIsBetter
                guard isMore || least > 0 else { continue }
                let better = isMore ? 1000 * best : least / 1e12
                let scores = try await evaluator.scores(
                    [better] + example.values.dropFirst(), direction: example.direction, targets: example.targets,
                    parameters: example.parameters)
                // A lone unit has no place among others.
                guard let score = scores[0] else { continue }
                #expect(score >= full - 1e-9, "\(evaluator.description.id): \(score)")
                compared += 1
            }
        }
        #expect(compared >= 15)
    }
}
