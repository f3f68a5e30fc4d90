import AssessmentCore
import AssessmentMethods
import AssessmentTesting
import Testing

@Suite("Weightings")
struct WeightingTests {
    /// Those that are fitted on scores and need nothing else.
    static let fitted: [any Weighting] = [
        EntropyWeights(), CriticWeights(), StandardDeviationWeights(), VarianceWeights(),
        CoefficientOfVariationWeights(), MerecWeights(), GiniWeights(), AngleWeights(), CilosWeights(),
        IdocriwWeights(), PrincipalComponentWeights(), FactorAnalysisWeights(), EqualCorrelationWeights(),
    ]
    static let all: [any Weighting] =
        [GivenWeights(), EqualWeights(), AnalyticHierarchyProcess(), BudgetAllocation(), CombinationWeights()] + fitted

    /// Six units, three children; every method above can be fitted on them.
    static let scores: [[Double?]] = [
        [20, 33, 31], [59, 39, 29], [67, 44, 85], [57, 73, 52], [57, 22, 47], [86, 64, 61],
    ]

    static func weights(
        _ method: any Weighting, _ scores: [[Double?]] = scores, _ parameters: [String: ParameterValue] = [:],
        directions: [Direction] = []
    ) throws -> FittedWeights {
        let count = scores.first?.count ?? 0
        return try method.weights(
            WeightingInput(
                children: (0..<count).map { "child \($0)" }, directions: directions,
                scores: (0..<count).map { child in scores.map { $0[child] ?? .nan } },
                parameters: ParameterValues(parameters, for: method.description.parameters)))
    }

    @Test("Each gives the weights of its worked examples", arguments: all.indices)
    func examples(index: Int) throws {
        let method = Self.all[index]
        #expect(!method.examples.isEmpty)
        for example in method.examples {
            let found = try method.results(on: example, others: Self.all)
            #expect(found.count == example.expected.count)
            for (weight, expected) in zip(found, example.expected) {
                #expect(
                    agree(weight, expected, decimals: example.decimals),
                    "\(method.description.id), \(example.title.en): \(weight) for \(expected)")
            }
        }
    }

    @Test("Equal weights are alike and add up to one, whatever is given", arguments: 1...7)
    func equal(count: Int) {
        let children = (0..<count).map { "\($0)" }
        let input = WeightingInput(children: children, given: children.map { _ in 5 })
        let weights = EqualWeights().weights(input).weights
        #expect(weights.count == count && Set(weights).count == 1)
        #expect(abs(weights.reduce(0, +) - 1) < 1e-15)
        #expect(!EqualWeights().needsGivenWeights)
    }

    @Test("Given weights are passed on, and one that is not given is asked for by name")
    func given() throws {
        #expect(
            try GivenWeights().weights(WeightingInput(children: ["a", "b"], given: [30, 70])).weights == [30, 70])
        #expect(GivenWeights().needsGivenWeights)
        #expect {
            try GivenWeights().weights(WeightingInput(children: ["a", "b"], given: [30, nil]))
        } throws: { "\($0)".contains("‘b’") }
    }

    @Test("Fitted weights are shares from zero on and do not hang on the order of rows", arguments: fitted.indices)
    func order(index: Int) throws {
        let method = Self.fitted[index]
        #expect(method.readsScores)
        let weights = try Self.weights(method).weights
        let turned = try Self.weights(method, Self.scores.reversed()).weights
        #expect(weights.allSatisfy { $0 >= 0 } && abs(weights.reduce(0, +) - 1) < 1e-12)
        for (left, right) in zip(weights, turned) { #expect(abs(left - right) < 1e-12) }
    }

    @Test("Fitted weights go with their children when those change places", arguments: fitted.indices)
    func children(index: Int) throws {
        let method = Self.fitted[index]
        let weights = try Self.weights(method).weights
        let turned = try Self.weights(method, Self.scores.map { $0.reversed() }).weights
        for (left, right) in zip(weights, turned.reversed()) { #expect(abs(left - right) < 1e-11) }
    }

    @Test("Twice the score of all children changes no fitted weight", arguments: fitted.indices)
    func scale(index: Int) throws {
        let method = Self.fitted[index]
        let weights = try Self.weights(method).weights
        let doubled = try Self.weights(method, Self.scores.map { $0.map { ($0 ?? .nan) * 2 } }).weights
        for (left, right) in zip(weights, doubled) { #expect(abs(left - right) < 1e-12) }
    }

    @Test("A row that lacks a score is left out and said to be", arguments: fitted.indices)
    func missing(index: Int) throws {
        let method = Self.fitted[index]
        let weights = try Self.weights(method)
        let more = try Self.weights(method, Self.scores + [[900, nil, 1]])
        #expect(more.weights == weights.weights)
        #expect(more.remarks.contains { $0.en.contains("1 of 7 rows") })
    }

    @Test("Scores that say nothing are refused and never crash", arguments: fitted.indices)
    func hostile(index: Int) throws {
        let method = Self.fitted[index]
        let cases: [[[Double?]]] = [
            [], [[1, 2]], [[nil, nil], [nil, nil], [nil, nil]], [[3, 4], [3, 4], [3, 4]], [[0, 0], [0, 0], [0, 0]],
            [[.infinity, 1], [1, 2], [2, 4]],
        ]
        for scores in cases { #expect(throws: MethodError.self) { try Self.weights(method, scores) } }
        #expect(throws: MethodError.self) {
            try method.weights(WeightingInput(children: ["a", "b"], scores: [[1, 2, 3], [1, 2]]))
        }
    }

    @Test("Methods of ratios refuse scores below zero, and say what to do")
    func negative() {
        let scores: [[Double?]] = [[-1, 2], [4, 5], [6, 3]]
        let methods: [any Weighting] = [
            EntropyWeights(), CoefficientOfVariationWeights(), MerecWeights(), GiniWeights(), AngleWeights(),
            CilosWeights(), IdocriwWeights(),
        ]
        for method in methods {
            #expect {
                try Self.weights(method, scores)
            } throws: { "\($0)".contains("-1") && "\($0)".contains("choose another weighting") }
        }
    }

    @Test("A loading against the others is refused by name, and its square is not")
    func opposite() throws {
        let scores: [[Double?]] = [[1, 2, 9], [2, 3, 7], [3, 5, 6], [4, 4, 2]]
        #expect {
            try Self.weights(PrincipalComponentWeights(), scores)
        } throws: { "\($0)".contains("‘child 2’") && "\($0)".contains("first_squared") }
        let turned = try Self.weights(
            PrincipalComponentWeights(), scores,
            directions: [.higherIsBetter, .higherIsBetter, .lowerIsBetter])
        #expect(turned.weights.allSatisfy { $0 > 0 })
        let squared = try Self.weights(PrincipalComponentWeights(), scores, ["rule": .text("first_squared")])
        #expect(abs(squared.weights.reduce(0, +) - 1) < 1e-12)
    }

    @Test("Under equal-correlation weights every child has the same correlation with the weighted sum")
    func equalCorrelation() throws {
        let weights = try Self.weights(EqualCorrelationWeights()).weights
        let columns = (0..<3).map { child in Self.scores.map { $0[child] ?? .nan } }
        let sums = Self.scores.indices.map { row in (0..<3).reduce(0) { $0 + weights[$1] * columns[$1][row] } }
        func centred(_ values: [Double]) -> [Double] {
            let mean = values.reduce(0, +) / Double(values.count)
            return values.map { $0 - mean }
        }
        func product(_ left: [Double], _ right: [Double]) -> Double { zip(left, right).reduce(0) { $0 + $1.0 * $1.1 } }
        let correlations = columns.map { column in
            let (left, right) = (centred(column), centred(sums))
            return product(left, right) / (product(left, left) * product(right, right)).squareRoot()
        }
        for correlation in correlations { #expect(abs(correlation - correlations[0]) < 1e-12) }
    }

    @Test("A child that would need a negative weight for equal correlations is named")
    func negativeCorrelationWeight() {
        let scores: [[Double?]] = [
            [52, 31, 44], [61, 45, 39], [70, 38, 58], [44, 22, 47], [83, 56, 61], [75, 41, 72],
        ]
        #expect {
            try Self.weights(EqualCorrelationWeights(), scores)
        } throws: { "\($0)".contains("‘child 0’ would need the weight -") }
    }

    @Test("Parameters that contradict each other are refused")
    func contradictions() {
        #expect(throws: MethodError.self) {
            try Self.weights(
                FactorAnalysisWeights(), Self.scores, ["factors": .number(2), "least_eigenvalue": .number(0.5)])
        }
        #expect(throws: MethodError.self) {
            try Self.weights(FactorAnalysisWeights(), Self.scores, ["factors": .number(4)])
        }
        #expect(throws: MethodError.self) {
            try Self.weights(FactorAnalysisWeights(), Self.scores, ["least_eigenvalue": .number(3)])
        }
    }
}
