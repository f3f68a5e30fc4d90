internal import AssessmentCore
internal import AssessmentStatistics

/// The scores of the rows in which every child has one: what data-driven weightings are fitted on.
///
/// A row that lacks a score of any child is left out, so that all weights rest on the same rows.
struct CompleteScores {
    /// The id of the weighting, for messages.
    let method: String
    /// The ids of the children.
    let children: [String]
    /// For each child whether more of its score is better.
    let directions: [Direction]
    /// The scores, a list for each child.
    let columns: [[Double]]
    /// How many rows were left out, where some were.
    let remarks: [BilingualText]

    /// The number of complete rows.
    var count: Int { columns.first?.count ?? 0 }

    /// Keeps the complete rows of an input.
    ///
    /// - Throws: `MethodError` where there are too few, or a score is infinite.
    init(_ input: WeightingInput, for method: String, atLeast needed: Int) throws {
        guard input.scores.count == input.children.count, input.directions.count == input.children.count,
            let length = input.scores.first?.count, input.scores.allSatisfy({ $0.count == length })
        else {
            throw MethodError(
                "\(method): expected scores and a direction for each of \(input.children.count) children; found "
                    + "\(input.scores.count) lists of scores and \(input.directions.count) directions")
        }
        for (child, scores) in zip(input.children, input.scores) where scores.contains(where: \.isInfinite) {
            throw MethodError("\(method): a score of ‘\(child)’ is infinite; expected finite numbers")
        }
        let kept = (0..<length).filter { row in input.scores.allSatisfy { !$0[row].isNaN } }
        guard kept.count >= needed else {
            throw MethodError(
                "\(method): only \(kept.count) of \(length) rows have a score of every child; it needs at least "
                    + "\(needed); impute the missing ones, widen the reference set or give the weights")
        }
        self.method = method
        children = input.children
        directions = input.directions
        columns = input.scores.map { scores in kept.map { scores[$0] } }
        remarks =
            kept.count == length
            ? []
            : [
                BilingualText(
                    zh: "\(length)行中有\(length - kept.count)行得分不全，未参与定权",
                    en: "\(length - kept.count) of \(length) rows lack a score and are left out")
            ]
    }

    /// Refuses a child whose score is the same in all rows.
    func requireVariation() throws {
        for (child, column) in zip(children, columns) where column.allSatisfy({ $0 == column.first }) {
            throw MethodError(
                "\(method): ‘\(child)’ has the same score in all \(count) rows, and nothing can be read from it; "
                    + "leave it out, widen the reference set or give the weights")
        }
    }

    /// Refuses a score below zero.
    func requireNoNegative() throws {
        try require("a score from zero on") { $0 >= 0 }
    }

    /// Refuses a score of zero or less.
    func requirePositive() throws {
        try require("a score above zero") { $0 > 0 }
    }

    private func require(_ expected: String, _ holds: (Double) -> Bool) throws {
        for (child, column) in zip(children, columns) {
            guard let found = column.first(where: { !holds($0) }) else { continue }
            throw MethodError(
                "\(method): ‘\(child)’ has the score \(Formula.text(of: found)); expected \(expected); score the "
                    + "children on a range above zero, such as min_max with low: 1, or choose another weighting")
        }
    }

    /// The scores between 0 and 1: (x − min) / (max − min), mirrored where fewer is better if asked for.
    ///
    /// - Throws: `MethodError` where a child does not vary.
    func minMax(turned: Bool = true) throws -> [[Double]] {
        try requireVariation()
        return zip(columns, directions).map { column, direction in
            guard let least = column.min(), let most = column.max() else { return column }
            let mirrored = turned && direction == .lowerIsBetter
            return column.map { (mirrored ? most - $0 : $0 - least) / (most - least) }
        }
    }

    /// The scores with the sign changed where fewer is better.
    var turned: [[Double]] {
        zip(columns, directions).map { column, direction in column.map { $0 * direction.sign } }
    }

    /// The scores as a parameter `normalisation` asks for them.
    func normalised(_ parameters: ParameterValues) throws -> [[Double]] {
        parameters.text("normalisation") == "min_max" ? try minMax() : columns
    }

    /// The parameter that says whether scores are brought to one range first.
    static func normalisation(default word: String) -> Parameter {
        Parameter(
            "normalisation",
            BilingualText(
                zh: "定权前的处理：min_max先按方向作极差标准化，none不处理",
                en:
                    "What is done to the scores first: min_max brings them to 0 to 1, more being better; none leaves them"
            ),
            .text(oneOf: ["none", "min_max"]), default: .text(word))
    }

    /// The correlations of lists of scores; children that do not vary are refused.
    func correlations(of columns: [[Double]]) throws -> Matrix {
        try requireVariation()
        guard let matrix = try CorrelationMatrix(names: children, variables: columns).coefficients else {
            throw MethodError("\(method): a correlation is undefined in \(count) rows; widen the reference set")
        }
        return matrix
    }

    /// Raw weights as shares, with what was said.
    ///
    /// - Throws: `MethodError` where one is negative or not a number, or all are zero.
    func fitted(_ weights: [Double], remarks more: [BilingualText] = []) throws -> FittedWeights {
        var fitted = try WeightRule.shares(weights, of: children, by: method)
        fitted.remarks = remarks + more
        return fitted
    }
}

/// What holds for all weights: numbers from zero on, not all of them zero.
enum WeightRule {
    /// Raw weights as shares of their sum.
    ///
    /// - Throws: `MethodError` that names the child.
    static func shares(_ weights: [Double], of children: [String], by method: String) throws -> FittedWeights {
        for (child, weight) in zip(children, weights) {
            guard weight.isFinite else {
                throw MethodError("\(method): the weight of ‘\(child)’ cannot be formed from these scores")
            }
            guard weight >= 0 else {
                throw MethodError(
                    "\(method): the weight of ‘\(child)’ comes out as \(Formula.text(of: weight)); a weight is a number "
                        + "from 0 on; the child runs against the others: check its direction, leave it out or choose "
                        + "another weighting")
            }
        }
        let sum = weights.reduce(0, +)
        guard sum > 0, sum.isFinite else {
            throw MethodError(
                "\(method): every weight is zero, since no child tells the rows apart; give the weights or widen the "
                    + "reference set")
        }
        return FittedWeights(weights.map { $0 / sum })
    }

    /// A number of a parameter that is the same for all rows.
    ///
    /// - Throws: `MethodError` where it varies or is missing.
    static func number(_ name: String, _ parameters: ParameterValues, by method: String) throws -> Double {
        guard let number = parameters.number(name), number.isFinite else {
            throw MethodError("\(method): ‘\(name)’ must be one finite number, the same for all units and periods")
        }
        return number
    }
}
