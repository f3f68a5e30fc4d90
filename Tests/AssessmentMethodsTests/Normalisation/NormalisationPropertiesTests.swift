import AssessmentCore
import AssessmentMethods
import Testing

@Suite("What normalisations have in common")
struct NormalisationPropertiesTests {
    /// A normalisation with what holds of it.
    struct Subject: Sendable, CustomTestStringConvertible {
        let evaluator: any Evaluator
        var parameters: [String: ParameterValue] = [:]
        /// Whether −x where less is better scores as x where more is.
        var isMirrored = false
        /// Whether another unit of measure, without a shift, changes no score.
        var isScaleFree = true
        var testDescription: String { evaluator.description.id }
    }

    private static let bands: ParameterValue = .records([
        ["at_least": .number(30), "score": .number(1)], ["at_least": .number(70), "score": .number(2)],
    ])

    static let subjects = [
        Subject(evaluator: MinMax(), isMirrored: true),
        Subject(evaluator: ZScore(), isMirrored: true),
        Subject(evaluator: ZScore(), parameters: ["population": .flag(true)], isMirrored: true),
        Subject(evaluator: RankScore(), isMirrored: true),
        Subject(evaluator: RankScore(), parameters: ["ties": .text("average")], isMirrored: true),
        Subject(evaluator: BordaScore(), isMirrored: true),
        Subject(evaluator: PercentileRankScore(), isMirrored: true),
        Subject(evaluator: PercentileRankScore(), parameters: ["form": .text("share")], isMirrored: true),
        Subject(evaluator: PercentileBands(), parameters: ["bands": bands], isMirrored: true),
        Subject(evaluator: DistanceToMaximum(), isMirrored: true),
        Subject(
            evaluator: LinearScale(), parameters: ["from_low": .number(-50), "from_high": .number(50)],
            isMirrored: true, isScaleFree: false),
        Subject(evaluator: FractionOfMaximum()),
        Subject(evaluator: MaxNormalisation()),
        Subject(evaluator: MaxNormalisation(), parameters: ["cost": .text("complement")]),
        Subject(evaluator: DirectedSumNormalisation()),
        Subject(evaluator: DirectedVectorNormalisation()),
        Subject(evaluator: DirectedVectorNormalisation(), parameters: ["cost": .text("inverse")]),
        Subject(evaluator: RatioToStatistic()),
        Subject(evaluator: RatioToStatistic(), parameters: ["to": .text("median"), "form": .text("difference")]),
        Subject(evaluator: AboveBelowMean()),
    ]

    private static func values(_ generator: inout SplitMix64) -> [Double?] {
        (0..<14).map { _ in
            Int.random(in: 0..<5, using: &generator) == 0 ? nil : Double.random(in: 1...90, using: &generator).rounded()
        }
    }

    @Test("Better never scores less, equal the same, and a gap stays a gap", arguments: subjects, Direction.allCases)
    func monotone(subject: Subject, direction: Direction) async throws {
        var generator = SplitMix64(seed: 41)
        for _ in 0..<20 {
            let values = Self.values(&generator)
            let scores = try await subject.evaluator.scores(
                values, direction: direction, parameters: subject.parameters)
            let pairs = zip(values, scores).compactMap { value, score -> (Double, Double)? in
                #expect((value == nil) == (score == nil))
                guard let value, let score else { return nil }
                return (direction.sign * value, score)
            }.sorted { $0.0 < $1.0 }
            for (worse, better) in zip(pairs, pairs.dropFirst()) {
                if worse.0 == better.0 {
                    #expect(worse.1 == better.1)
                } else {
                    #expect(worse.1 <= better.1)
                }
            }
        }
    }

    @Test("The order of the units changes no score", arguments: subjects)
    func order(subject: Subject) async throws {
        var generator = SplitMix64(seed: 42)
        for _ in 0..<20 {
            let values = Self.values(&generator)
            let order = values.indices.shuffled(using: &generator)
            let first = try await subject.evaluator.scores(values, parameters: subject.parameters)
            let second = try await subject.evaluator.scores(order.map { values[$0] }, parameters: subject.parameters)
            for (row, score) in zip(order, second) { #expect(agree(score, first[row])) }
        }
    }

    @Test("Another unit of measure changes no score", arguments: subjects.filter(\.isScaleFree), Direction.allCases)
    func scale(subject: Subject, direction: Direction) async throws {
        var generator = SplitMix64(seed: 43)
        for factor in [0.5, 4, 1024.0] {
            let values = Self.values(&generator)
            let first = try await subject.evaluator.scores(
                values, direction: direction, parameters: subject.parameters)
            let second = try await subject.evaluator.scores(
                values.map { $0.map { factor * $0 } }, direction: direction, parameters: subject.parameters)
            for (left, right) in zip(first, second) { #expect(agree(left, right)) }
        }
    }

    @Test("Turning values and direction around together changes no score", arguments: subjects.filter(\.isMirrored))
    func mirrored(subject: Subject) async throws {
        var generator = SplitMix64(seed: 44)
        for _ in 0..<20 {
            let values = Self.values(&generator)
            let first = try await subject.evaluator.scores(values, parameters: subject.parameters)
            let second = try await subject.evaluator.scores(
                values.map { $0.map { -$0 } }, direction: .lowerIsBetter, parameters: subject.parameters)
            for (left, right) in zip(first, second) { #expect(agree(left, right)) }
        }
    }

    @Test("Nothing to compare gives no score and never stops", arguments: subjects, Direction.allCases)
    func hostile(subject: Subject, direction: Direction) async throws {
        let columns: [[Double?]] = [
            [], [nil, nil], [0, 0], [1e308, -1e308, 1e-308], [.infinity, 1], [-1, -2, 0],
        ]
        for values in columns {
            let scores = try await subject.evaluator.scores(
                values, direction: direction, parameters: subject.parameters)
            #expect(scores.count == values.count)
            for (value, score) in zip(values, scores) where value == nil { #expect(score == nil) }
            #expect(scores.allSatisfy { $0?.isFinite ?? true })
        }
    }

    @Test("Values that agree up to rounding have no z-score", arguments: Direction.allCases)
    func agreement(direction: Direction) async throws {
        // numpy.std([0.1, 0.1, 0.1], ddof=1) is 1.7e-17 and not zero.
        #expect(try await ZScore().scores([0.1, 0.1, 0.1], direction: direction) == [nil, nil, nil])
    }

    @Test("z-scores have the mean and the standard deviation that they are asked for")
    func moments() async throws {
        // numpy: x = [3, 7, 8, 20]; (x - x.mean()) / x.std(ddof=1), and with ddof=0
        let sample = [-0.8872807226269157, -0.34126181639496755, -0.20475708983698054, 1.4332996288588638]
        let population = [-1.0245435281108308, -0.39405520311955033, -0.23643312187173018, 1.6550318531021113]
        let values: [Double?] = [3, 7, 8, 20]
        for (flag, expected) in [(false, sample), (true, population)] {
            let scores = try await ZScore().scores(values, parameters: ["population": .flag(flag)])
            for (score, wanted) in zip(scores, expected) { #expect(agree(score, wanted)) }
        }
    }

    @Test("Parameters that contradict each other are refused")
    func refusals() async {
        let refused: [(any Evaluator, [String: ParameterValue])] = [
            (MinMax(), ["low": .number(5), "high": .number(5)]),
            (Goalposts(), ["floor": .number(0), "ceiling": .number(1), "low": .number(2), "high": .number(1)]),
            (LinearScale(), ["from_low": .number(5), "from_high": .number(1)]),
            (ZScore(), ["standard_deviation": .number(0)]),
            (ZScore(), ["standard_deviation": .number(.nan)]),
            (RankScore(), ["ties": .text("dense")]),
            (RankScore(), ["decimals": .number(1.5)]),
            (RankScore(), ["decimals": .number(99)]),
            (PercentileRankScore(), ["form": .text("half")]),
            (PercentileRankScore(), ["scale": .number(-1)]),
            (PercentileBands(), ["bands": .records([])]),
            (Categories(), [:]),
            (Categories(), ["categories": .records([["code": .number(1)]])]),
            (
                Categories(),
                [
                    "categories": .records([
                        ["code": .number(1), "score": .number(1)], ["code": .number(1), "score": .number(2)],
                    ])
                ]
            ),
            (DistanceToReference(), [:]),
            (DistanceToReference(), ["unit": .text("nowhere")]),
            (DistanceToMaximum(), ["scale": .number(0)]),
            (FractionOfMaximum(), ["scale": .number(0)]),
            (MaxNormalisation(), ["cost": .text("")]),
            (DirectedVectorNormalisation(), ["cost": .text("minus")]),
            (RatioToStatistic(), ["to": .text("mode")]),
            (RatioToStatistic(), ["form": .text("log")]),
        ]
        for (evaluator, parameters) in refused {
            await #expect(throws: MethodError.self, "\(evaluator.description.id) \(parameters)") {
                try await evaluator.scores([1, 2], parameters: parameters)
            }
        }
    }

    @Test("A target no better than the worst gives no score in either direction")
    func targets() async throws {
        let values: [Double?] = [10, 20]
        #expect(try await DistanceToTarget().scores(values, targets: [10, 5]) == [nil, nil])
        let costs = try await DistanceToTarget().scores(values, direction: .lowerIsBetter, targets: [20, 30])
        #expect(costs == [nil, nil])
    }
}
