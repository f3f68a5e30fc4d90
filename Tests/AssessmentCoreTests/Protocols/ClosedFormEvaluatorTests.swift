import AssessmentCore
import Testing

@Suite("Evaluators in closed form")
struct ClosedFormEvaluatorTests {
    private let panel = Panel(units: ["a", "b", "c"].map { Sample.unit($0) }, periods: Sample.periods(2020...2020))

    private func scores(
        _ values: [Double], direction: Direction = .higherIsBetter, targets: [Double],
        parameters: [String: ParameterValue] = [:]
    ) throws -> [Double] {
        let evaluator = SampleEvaluator()
        let kernel = try evaluator.prepare(
            ColumnInput(
                panel: panel, direction: direction, targets: targets,
                parameters: ParameterValues(parameters, for: evaluator.description.parameters)))
        var scores = [Double](repeating: 0, count: values.count)
        var scratch = [Double](repeating: 0, count: kernel.scratchCount)
        var scoreSpan = scores.mutableSpan
        var scratchSpan = scratch.mutableSpan
        try kernel.evaluate(values.span, into: &scoreSpan, scratch: &scratchSpan)
        return scores
    }

    @Test("Values, targets and parameters go into the formula, and a missing one leaves no score")
    func evaluation() throws {
        let scores = try scores([5, .nan, 3], targets: [10, 10, .nan])
        #expect(scores[0] == 50 && scores[1].isNaN && scores[2].isNaN)
        #expect(
            try self.scores([5, 10, 20], direction: .lowerIsBetter, targets: [10, 10, 10]) == [200, 100, 50])
    }

    @Test("A parameter may differ by unit")
    func varyingParameter() throws {
        let table = NumberTable(lines: [NumberTable.Line(value: 100), NumberTable.Line(unit: "b", value: 10)])
        #expect(
            try scores([1, 1, 1], targets: [1, 1, 1], parameters: ["full": .number(table)]) == [100, 10, 100])
    }

    @Test("The formula and its numbers can be asked for, the live values excepted")
    func closedForm() throws {
        let kernel = try SampleEvaluator().prepare(
            ColumnInput(
                panel: panel, direction: .higherIsBetter, targets: [10, .nan, 30],
                parameters: ParameterValues(["full": .number(100)])))
        let form = try #require(kernel.closedForm)
        #expect(form.formula.text == "full * (value / target)")
        #expect(form.number("full", row: 1) == 100)
        #expect(form.number("target", row: 2) == 30 && form.number("target", row: 1) == nil)
        #expect(form.number("value", row: 0) == nil && form.number("other", row: 0) == nil)
    }

    @Test("Without a target at all the formula cannot be prepared")
    func noTarget() {
        #expect(throws: FormulaProgram.CompilationError.unboundInput("target")) {
            try SampleEvaluator().prepare(
                ColumnInput(
                    panel: panel, direction: .higherIsBetter, parameters: ParameterValues(["full": .number(100)])))
        }
    }
}
