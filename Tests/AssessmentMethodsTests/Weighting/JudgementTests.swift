import AssessmentCore
import Testing

@testable import AssessmentMethods

@Suite("Weights from judgements")
struct JudgementTests {
    static func ahp(
        _ rows: [[Double?]], _ parameters: [String: ParameterValue] = [:], children: [String]? = nil
    ) throws -> FittedWeights {
        let method = AnalyticHierarchyProcess()
        return try method.weights(
            WeightingInput(
                children: children ?? rows.indices.map { "child \($0)" },
                parameters: ParameterValues(
                    parameters.merging(["judgements": .matrix(rows)]) { $1 }, for: method.description.parameters)))
    }

    @Test("A matrix in full agreement gives back its weights under every method and completion")
    func consistent() throws {
        let rows: [[Double?]] = [[1, 2, 6, nil], [nil, 1, nil, nil], [nil, nil, 1, 0.5], [nil, nil, nil, 1]]
        let expected = [6.0 / 12, 3.0 / 12, 1.0 / 12, 2.0 / 12]
        for completion in ["least_eigenvalue", "least_squares", "harker"] {
            for method in completion == "harker" ? ["eigenvector"] : ["eigenvector", "geometric_mean", "column_mean"] {
                let found = try Self.ahp(rows, ["completion": .text(completion), "method": .text(method)])
                for (weight, wanted) in zip(found.weights, expected) {
                    #expect(abs(weight - wanted) < 1e-12, "\(completion), \(method)")
                }
            }
        }
    }

    /// `scipy.optimize.minimize(f, [0, 0], method="Nelder-Mead", options=dict(xatol=1e-13, fatol=1e-15))`, f being
    /// `max(numpy.linalg.eigvals(A).real)` with exp of the unknowns at (0, 3) and (1, 2).
    @Test("The completion of the least eigenvalue is that of a numerical search")
    func leastEigenvalue() throws {
        let rows: [[Double?]] = [[1, 3, 5, nil], [nil, 1, nil, 4], [nil, nil, 1, 0.5], [nil, nil, nil, 1]]
        let judged = try AnalyticHierarchyProcess.judge(
            rows, children: ["a", "b", "c", "d"], completion: .leastEigenvalue, table: .saaty1980,
            method: "eigenvector")
        #expect(abs(judged.eigenvalue - 4.155765686388081) < 1e-9)
        for (weight, wanted) in zip(
            judged.weights, [0.5521559030585397, 0.27242737566714637, 0.07460731374506716, 0.10080940752924673])
        { #expect(abs(weight - wanted) < 1e-6) }
    }

    /// `numpy.linalg.eig` of the matrix with 2 on the diagonal and 0 where unknown.
    @Test("Harker's method is the principal eigenvector of his matrix")
    func harker() throws {
        let rows: [[Double?]] = [[1, 3, 5, nil], [nil, 1, nil, 4], [nil, nil, 1, 0.5], [nil, nil, nil, 1]]
        let judged = try AnalyticHierarchyProcess.judge(
            rows, children: ["a", "b", "c", "d"], completion: .harker, table: .saaty1980, method: "eigenvector")
        #expect(abs(judged.eigenvalue - 4.15576568638809) < 1e-12)
        for (weight, wanted) in zip(
            judged.weights, [0.5521558895210427, 0.2724273861557772, 0.0746073123398449, 0.10080941198333519])
        { #expect(abs(weight - wanted) < 1e-12) }
    }

    @Test("Judgements that contradict each other are refused, or warned of")
    func inconsistent() throws {
        let rows: [[Double?]] = [[1, 9, nil], [nil, 1, 9], [9, nil, 1]]
        #expect {
            try Self.ahp(rows)
        } throws: { "\($0)".contains("6.1303") && "\($0)".contains("0.1") }
        let warned = try Self.ahp(rows, ["inconsistent": .text("warn")])
        #expect(warned.warnings.count == 1 && warned.remarks.first?.en.contains("10.111111") == true)
        #expect(try Self.ahp(rows, ["most_ratio": .number(7)]).warnings.isEmpty)
    }

    @Test("A rounded mirror counts as the reciprocal of the judgement above one")
    func rounded() throws {
        let exact = try Self.ahp([[1, 3, 7], [nil, 1, 2], [nil, nil, 1]])
        #expect(try Self.ahp([[1, 3, 7], [0.33, 1, 2], [0.14, 0.5, 1]]) == exact)
    }

    @Test(
        "What is no matrix of judgements is refused",
        arguments: [
            [], [[1]], [[1, 2], [0.5, 1], [1, 1]], [[1, 2], [0.5]], [[1, 0], [nil, 1]], [[1, -2], [nil, 1]],
            [[1, .infinity], [nil, 1]], [[2, 3], [nil, 1]], [[1, 3], [3, 1]], [[1, nil], [nil, 1]],
            [[1, .nan], [nil, 1]],
        ] as [[[Double?]]])
    func refused(rows: [[Double?]]) {
        #expect(throws: MethodError.self) { try Self.ahp(rows, children: ["a", "b"]) }
    }

    @Test("Beyond the table of random indices the judgements are refused")
    func tooMany() throws {
        let rows: [[Double?]] = (0..<16).map { row in (0..<16).map { $0 >= row ? 1 : nil } }
        #expect { try Self.ahp(rows) } throws: { "\($0)".contains("15") && "\($0)".contains("donegan_dodd") }
        let weights = try Self.ahp(rows, ["random_index": .text("donegan_dodd")]).weights
        #expect(weights.allSatisfy { abs($0 - 1.0 / 16) < 1e-14 })
    }

    @Test("An expert whose points do not add up is named")
    func budget() {
        let method = BudgetAllocation()
        func weights(_ rows: [[Double?]], _ parameters: [String: ParameterValue] = [:]) throws -> FittedWeights {
            try method.weights(
                WeightingInput(
                    children: ["a", "b"],
                    parameters: ParameterValues(
                        parameters.merging(["allocations": .matrix(rows)]) { $1 }, for: method.description.parameters)))
        }
        #expect { try weights([[50, 50], [50, 40]]) } throws: { "\($0)".contains("row 2 adds up to 90") }
        for rows: [[Double?]] in [[], [[100]], [[nil, 100]], [[-10, 110]], [[.infinity, 0]]] {
            #expect(throws: MethodError.self) { try weights(rows) }
        }
        #expect(throws: MethodError.self) { try weights([[0, 0]], ["budget": .number(0)]) }
        #expect(throws: Never.self) { try weights([[7, 3]], ["budget": .number(10)]) }
        // scipy.stats.trim_mean([1, 2, 3, 4, 100], 0.2) == 3.0
        #expect(BudgetAllocation.trimmedMean([100, 4, 1, 3, 2], trim: 0.2) == 3)
    }

    @Test("A combination refuses what it cannot combine")
    func combination() {
        let method = CombinationWeights()
        func weights(_ parameters: [String: ParameterValue]) throws -> FittedWeights {
            try method.weights(
                WeightingInput(
                    children: ["a", "b"], parameters: ParameterValues(parameters, for: method.description.parameters),
                    weights: { FittedWeights($0.id == "left" ? [1, 0] : $0.id == "right" ? [0, 1] : [1, 1]) }))
        }
        let poles: ParameterValue = .methods([MethodChoice("left"), MethodChoice("right")])
        #expect(throws: Never.self) { try weights(["methods": poles]) }
        #expect(throws: MethodError.self) { try weights([:]) }
        #expect(throws: MethodError.self) { try weights(["methods": .methods([MethodChoice("left")])]) }
        #expect(throws: MethodError.self) { try weights(["methods": poles, "rule": .text("product")]) }
        #expect(throws: MethodError.self) { try weights(["methods": poles, "shares": .numbersByName(["left": 1])]) }
        #expect(throws: MethodError.self) {
            try weights([
                "methods": poles, "rule": .text("game_theory"), "shares": .numbersByName(["left": 1, "right": 1]),
            ])
        }
        let twins: ParameterValue = .methods([MethodChoice("left"), MethodChoice("left")])
        #expect(throws: MethodError.self) { try weights(["methods": twins, "rule": .text("game_theory")]) }
        let nested: ParameterValue = .methods([MethodChoice("left"), MethodChoice("combination")])
        #expect(throws: MethodError.self) { try weights(["methods": nested]) }
    }
}
