import AssessmentCore

extension Evaluator {
    /// The scores of units in one period that are all compared with each other.
    func scores(
        _ values: [Double?], direction: Direction = .higherIsBetter, targets: [Double]? = nil,
        parameters: [String: ParameterValue] = [:]
    ) async throws -> [Double?] {
        let panel = Panel(
            units: values.indices.map {
                AssessedUnit(code: "\($0)", name: BilingualText(same: "\($0)"), level: "city")
            }, periods: [Period(year: 2020)])
        let kernel = try await prepare(
            EvaluationInput(
                panel: panel, direction: direction, targets: targets,
                references: needsReference
                    ? ReferenceSets(
                        .period, panel: panel, peerGroupOfUnit: [Int](repeating: 0, count: values.count)) : nil,
                parameters: ParameterValues(parameters, for: description.parameters)))
        let numbers = values.map { $0 ?? .nan }
        var scores = [Double](repeating: 0, count: values.count)
        var scratch = [Double](repeating: 0, count: kernel.scratchCount)
        var scoreSpan = scores.mutableSpan
        var scratchSpan = scratch.mutableSpan
        kernel.evaluate(numbers.span, into: &scoreSpan, scratch: &scratchSpan)
        return scores.map { $0.isNaN ? nil : $0 }
    }
}

extension Aggregation {
    /// The score of a node from those of its children.
    func score(_ scores: [Double?], weights: [Double]) throws -> Double? {
        let program = try FormulaProgram(
            formula, inputs: [:],
            shape: FormulaProgram.Shape(Panel(units: [IndicatorExample.unit], periods: [Period(year: 2020)])))
        let numbers = scores.map { $0 ?? .nan }
        var result = [0.0]
        var scratch = [Double](repeating: 0, count: program.scratchCount)
        var resultSpan = result.mutableSpan
        var scratchSpan = scratch.mutableSpan
        program.evaluate(live: numbers.span, weights: weights.span, into: &resultSpan, scratch: &scratchSpan)
        return result[0].isNaN ? nil : result[0]
    }
}

/// Whether two results are both absent, or within a relative tolerance of each other.
func agree(_ left: Double?, _ right: Double?, within tolerance: Double = 1e-12) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) <= tolerance * max(1, abs(right))
}
