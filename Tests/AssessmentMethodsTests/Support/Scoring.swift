import AssessmentCore
import AssessmentTesting

extension Evaluator {
    /// The scores of units in one period that are all compared with each other.
    func scores(
        _ values: [Double?], direction: Direction = .higherIsBetter, targets: [Double]? = nil,
        parameters: [String: ParameterValue] = [:]
    ) async throws -> [Double?] {
        try await results(
            on: ColumnExample(
                BilingualText(same: ""), direction: direction, values: values, targets: targets,
                parameters: parameters, expected: []))
    }
}

extension Aggregation {
    /// The score of a node from those of its children.
    func score(
        _ scores: [Double?], weights: [Double], parameters: [String: ParameterValue] = [:]
    ) throws -> Double? {
        try results(
            on: AggregationExample(
                BilingualText(same: ""), scores: scores, weights: weights, parameters: parameters, expected: nil))[0]
    }
}

/// Whether two results are both absent, or within a relative tolerance of each other.
func agree(_ left: Double?, _ right: Double?, within tolerance: Double = 1e-12) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) <= tolerance * max(1, abs(right))
}

/// Whether two results are both absent, or agree to so many decimals; to full precision where none are given.
func agree(_ left: Double?, _ right: Double?, decimals: Int?) -> Bool {
    guard let decimals else { return agree(left, right) }
    guard let left, let right else { return left == nil && right == nil }
    return DecimalRounding.round(left, decimals: decimals) == DecimalRounding.round(right, decimals: decimals)
}
