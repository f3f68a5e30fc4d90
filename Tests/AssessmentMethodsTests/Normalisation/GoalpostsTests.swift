import AssessmentCore
import AssessmentMethods
import Testing

@Suite("Goalposts and efficacy coefficients")
struct GoalpostsTests {
    private let evaluators: [any Evaluator] = [Goalposts(), EfficacyCoefficient()]

    @Test("Better never scores less, and scores stay within the marks", arguments: Direction.allCases)
    func monotone(direction: Direction) async throws {
        let parameters: [String: ParameterValue] = ["floor": .number(20), "ceiling": .number(85)]
        let values = stride(from: 0.0, through: 120, by: 0.5).map { Optional($0) }
        for evaluator in evaluators {
            let scores = try await evaluator.scores(values, direction: direction, parameters: parameters)
                .compactMap(\.self)
            #expect(scores.count == values.count)
            #expect(scores.allSatisfy { (0...100).contains($0) })
            let better = direction == .higherIsBetter ? scores : scores.reversed()
            #expect(zip(better, better.dropFirst()).allSatisfy { $0 <= $1 })
        }
    }

    @Test("An efficacy coefficient is its base at the floor and a straight line above it")
    func efficacy() async throws {
        let scores = try await EfficacyCoefficient().scores(
            [200, 225, 250, 275, 300],
            parameters: ["floor": .number(200), "ceiling": .number(300), "base": .number(50)])
        #expect(scores == [50, 62.5, 75, 87.5, 100])
    }

    @Test("A floor that does not lie below its ceiling is refused, also in one line of a table")
    func refusals() async {
        let table = NumberTable(lines: [NumberTable.Line(value: 10), NumberTable.Line(unitClass: "county", value: 40)])
        let other = NumberTable(lines: [NumberTable.Line(value: 20), NumberTable.Line(unitClass: "county", value: 30)])
        for evaluator in evaluators {
            await #expect(throws: MethodError.self) {
                try await evaluator.scores([1], parameters: ["floor": .number(5), "ceiling": .number(5)])
            }
            await #expect(throws: MethodError.self) {
                try await evaluator.scores([1], parameters: ["floor": .number(table), "ceiling": .number(other)])
            }
            await #expect(throws: MethodError.self) {
                try await evaluator.scores([1], parameters: ["floor": .number(5)])
            }
            // A floor for all and a ceiling for cities meet in the row of a city.
            let low = NumberTable(lines: [NumberTable.Line(value: 100), NumberTable.Line(unitClass: "city", value: 60)])
            await #expect(throws: MethodError.self) {
                try await evaluator.scores([70], parameters: ["floor": .number(80), "ceiling": .number(low)])
            }
        }
    }

    @Test("The scale of the result may be chosen", arguments: Direction.allCases)
    func scale(direction: Direction) async throws {
        let bounds: [String: ParameterValue] = ["floor": .number(20), "ceiling": .number(85)]
        let values: [Double?] = [10, 20, 41, 85, 99]
        let usual = try await Goalposts().scores(values, direction: direction, parameters: bounds)
        let scaled = try await Goalposts().scores(
            values, direction: direction,
            parameters: bounds.merging(["low": .number(1), "high": .number(5)]) { first, _ in first })
        for (left, right) in zip(usual, scaled) { #expect(agree(right, left.map { 1 + $0 / 25 })) }
    }

    @Test("Bounds may differ by unit")
    func tables() async throws {
        let ceilings = NumberTable(lines: [NumberTable.Line(value: 100), NumberTable.Line(unit: "1", value: 50)])
        let scores = try await Goalposts().scores(
            [40, 40], parameters: ["floor": .number(0), "ceiling": .number(ceilings)])
        // The units of examples have the codes 1, 2 and so on: the first has the ceiling of 50.
        #expect(scores == [80, 40])
    }
}
