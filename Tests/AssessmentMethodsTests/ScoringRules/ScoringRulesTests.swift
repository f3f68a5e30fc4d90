import AssessmentCore
import AssessmentMethods
import Testing

@Suite("What scoring rules have in common")
struct ScoringRulesTests {
    /// A rule with its parameters and the most that it may give.
    struct Subject: Sendable, CustomTestStringConvertible {
        let evaluator: any Evaluator
        var parameters: [String: ParameterValue] = [:]
        var target = 50.0
        var cap = 100.0
        var testDescription: String { evaluator.description.id }

        /// The standard values of the grades, which fall in the good direction.
        func parameters(for direction: Direction) -> [String: ParameterValue] {
            guard direction == .lowerIsBetter, evaluator is GradedEfficacy else { return parameters }
            return ScoringRulesTests.grades([10, 20, 30, 45, 60])
        }
    }

    static func grades(_ values: [Double]) -> [String: ParameterValue] {
        Dictionary(
            uniqueKeysWithValues: zip(["excellent", "good", "average", "low", "poor"], values).map {
                ($0.0, .number($0.1))
            })
    }

    static let subjects = [
        Subject(evaluator: Completion(), parameters: ["cap": .number(120)], cap: 120),
        Subject(evaluator: TargetPoints(), parameters: ["points": .number(0.5)]),
        Subject(
            evaluator: TargetPoints(),
            parameters: ["points": .number(3), "steps": .text("whole"), "cap": .number(130), "step": .number(2)],
            cap: 130),
        Subject(evaluator: TargetPoints(), parameters: ["points": .number(1), "deviation": .text("points")]),
        Subject(evaluator: BestRatio()),
        Subject(evaluator: RankPoints()),
        Subject(evaluator: RankPoints(), parameters: ["points": .number(20), "least": .number(30)]),
        Subject(
            evaluator: DifficultyCoefficient(),
            parameters: ["coefficient": .number(1.35), "adjustment": .number(2), "cap": .number(110)], cap: 110),
        Subject(evaluator: EfficacyCoefficient(), parameters: ["floor": .number(20), "ceiling": .number(70)]),
        Subject(evaluator: GradedEfficacy(), parameters: grades([60, 45, 30, 20, 10])),
        // With a report no higher than the standard the charge never outweighs the reward.
        Subject(
            evaluator: SelfReportedTarget(),
            parameters: ["standard": .number(50), "reported": .number(50), "cap": .number(120)], cap: 120),
        Subject(
            evaluator: DeviationDeduction(),
            parameters: ["points": .number(1), "step": .number(3), "most": .number(15)]),
        Subject(
            evaluator: DeviationDeduction(), parameters: ["points": .number(1), "steps": .text("proportional")]),
    ]

    @Test("Better never scores less, and scores stay from zero to the cap", arguments: subjects, Direction.allCases)
    func monotone(subject: Subject, direction: Direction) async throws {
        let values = stride(from: 0.5, through: 110, by: 0.5).map { Optional($0) }
        let scores = try await subject.evaluator.scores(
            values, direction: direction, targets: [Double](repeating: subject.target, count: values.count),
            parameters: subject.parameters(for: direction)
        ).compactMap(\.self)
        #expect(scores.count == values.count)
        #expect(scores.allSatisfy { (0...subject.cap).contains($0) })
        let better = direction == .higherIsBetter ? scores : scores.reversed()
        for (worse, next) in zip(better, better.dropFirst()) { #expect(worse <= next + 1e-12) }
    }

    @Test("Odd values give a score within bounds or none", arguments: subjects, Direction.allCases)
    func hostile(subject: Subject, direction: Direction) async throws {
        let columns: [[Double?]] = [[], [nil], [0, 0], [-1, nil, -5], [1e308, -1e308, 1e-308], [.infinity, 1]]
        for values in columns {
            // Where a target above zero is asked for, others do not get as far as the rule.
            for target in subject.evaluator.targets == .positive ? [subject.target] : [subject.target, 0, -3] {
                let scores = try await subject.evaluator.scores(
                    values, direction: direction, targets: [Double](repeating: target, count: values.count),
                    parameters: subject.parameters(for: direction))
                #expect(scores.count == values.count)
                for (value, score) in zip(values, scores) {
                    if value == nil { #expect(score == nil) }
                    if let score { #expect((0...subject.cap).contains(score)) }
                }
            }
        }
    }

    @Test("Parameters that contradict each other are refused, in the direction that they are for")
    func refusals() async {
        let grades = Self.grades([60, 45, 30, 20, 10])
        let report: [String: ParameterValue] = [
            "standard": .number(100), "reported": .number(100), "cap": .number(120),
        ]
        let refused: [(any Evaluator, Direction, [String: ParameterValue])] = [
            (TargetPoints(), .higherIsBetter, ["points": .number(1), "step": .number(0)]),
            (TargetPoints(), .higherIsBetter, ["points": .number(1), "deviation": .text("ratio")]),
            (TargetPoints(), .higherIsBetter, ["points": .number(1), "steps": .text("half")]),
            (RankPoints(), .higherIsBetter, ["ties": .text("last")]),
            (DifficultyCoefficient(), .higherIsBetter, [:]),
            (DifficultyCoefficient(), .higherIsBetter, ["coefficient": .number(0)]),
            (GradedEfficacy(), .higherIsBetter, [:]),
            (GradedEfficacy(), .lowerIsBetter, grades),
            (GradedEfficacy(), .higherIsBetter, Self.grades([60, 45, 45, 20, 10])),
            (SelfReportedTarget(), .higherIsBetter, report.merging(["charge": .number(0.01)]) { $1 }),
            (
                SelfReportedTarget(), .higherIsBetter,
                report.merging(["reward": .number(0.004), "charge": .number(0.004)]) { $1 }
            ),
            (SelfReportedTarget(), .higherIsBetter, report.merging(["standard": .number(0)]) { $1 }),
            (SelfReportedTarget(), .lowerIsBetter, report.merging(["reported": .number(-1)]) { $1 }),
            (DeviationDeduction(), .higherIsBetter, ["points": .number(1), "step": .number(-3)]),
            (DeviationDeduction(), .higherIsBetter, ["points": .number(1), "sides": .text("left")]),
        ]
        for (evaluator, direction, parameters) in refused {
            await #expect(throws: MethodError.self, "\(evaluator.description.id) \(parameters)") {
                try await evaluator.scores([1, 2], direction: direction, targets: [1, 1], parameters: parameters)
            }
        }
    }
}
