import AssessmentCore
import AssessmentTesting
import ElderCare
import Testing

@Suite("Methods of smart elder care")
struct MethodTests {
    private let plugin = ElderCareConsumption()

    @Test("Evaluators give the scores of their worked examples")
    func evaluators() async throws {
        for evaluator in plugin.evaluators {
            for example in evaluator.examples {
                let results = try await evaluator.results(on: example)
                #expect(
                    agree(results, example.expected), "\(evaluator.description.id), \(example.title.en): \(results)")
            }
        }
    }

    @Test("The aggregation gives the scores of its worked examples")
    func aggregations() throws {
        for aggregation in plugin.aggregations {
            for example in aggregation.examples {
                let results = try aggregation.results(on: example)
                #expect(
                    agree(results, example.expected), "\(aggregation.description.id), \(example.title.en): \(results)")
            }
        }
    }

    @Test("The weighting gives the weights of its worked examples")
    func weightings() throws {
        for weighting in plugin.weightings {
            for example in weighting.examples {
                let results = try weighting.results(on: example)
                #expect(
                    agree(results, example.expected, within: example.decimals == 4 ? 0.00005 : 1e-12),
                    "\(weighting.description.id), \(example.title.en): \(results)")
            }
        }
    }

    @Test("Where nobody agrees on an order all places are shared, and the weights are equal")
    func equalPlaces() throws {
        let input = WeightingInput(
            children: ["a", "b", "c"],
            parameters: ParameterValues(["places": .numbersByName(["a": 1, "b": 1, "c": 1])]))
        let weights = try PriorityOrder().weights(input).weights
        #expect(agree(weights, [1.0 / 3, 1.0 / 3, 1.0 / 3]))
    }

    @Test(
        "A place too many or too few is told with the child",
        arguments: [
            (["a": 1.0], "priority_order: ‘bed’ has no place; expected a number, 1 for the first"),
            (
                ["a": 1, "bed": 2, "beds": 3],
                "priority_order: there is no child ‘beds’; expected a, bed; did you mean ‘bed’?"
            ),
        ])
    func places(places: [String: Double], expected: String) throws {
        let input = WeightingInput(
            children: ["a", "bed"], parameters: ParameterValues(["places": .numbersByName(places)]))
        let error = try #require(throws: MethodError.self) { try PriorityOrder().weights(input) }
        #expect(error.description == expected)
    }

    @Test("Times that do not follow each other are refused with the row, which a table may bring about")
    func times() throws {
        let table = NumberTable(lines: [
            NumberTable.Line(value: 20), NumberTable.Line(unit: "340200", value: 50),
        ])
        let parameters = ParameterValues(
            ["standard": .number(10), "tolerated": .number(table), "limit": .number(40)],
            for: ResponseTimeStandard().description.parameters)
        let panel = Panel(units: ["340100", "340200"].map(unit), periods: [Period(year: 2020)])
        let error = try #require(throws: MethodError.self) {
            try ResponseTimeStandard().prepare(
                ColumnInput(panel: panel, direction: .lowerIsBetter, parameters: parameters))
        }
        #expect(
            error.description == """
                response_time_standard: standard, tolerated and limit are 10, 50, 40 for 340200 in 2020; each must be \
                longer than the one before
                """)
    }

    @Test("A rule for times refuses an indicator of which more is better")
    func direction() throws {
        let error = try #require(throws: MethodError.self) {
            try ResponseTimeStandard().formula(direction: .higherIsBetter, parameters: ParameterValues())
        }
        #expect(error.description.contains("direction: lower_is_better"))
    }

    private func unit(_ code: String) -> AssessedUnit {
        AssessedUnit(code: code, name: BilingualText(same: code), level: "city")
    }

    private func agree(_ results: [Double?], _ expected: [Double?], within tolerance: Double = 1e-12) -> Bool {
        results.count == expected.count
            && zip(results, expected).allSatisfy { result, expected in
                guard let result, let expected else { return result == nil && expected == nil }
                return abs(result - expected) <= tolerance * max(1, abs(expected))
            }
    }
}
