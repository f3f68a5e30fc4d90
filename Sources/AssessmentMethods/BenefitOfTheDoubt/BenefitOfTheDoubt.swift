public import AssessmentCore

/// Benefit of the doubt: each unit is scored with the weights that show it at its best.
///
/// For unit i: the largest Σ_j w_j s_ij such that Σ_j w_j s_kj ≤ 1 for every unit k of the reference set and w ≥ 0. A
/// score of 1 means that no unit does better under the weights that suit this one. With bounds on contributions,
/// w_j s_ij lies between `least_share` and `most_share` of the unit's own sum; with bounds on weights, w_j lies between
/// those shares of Σ_j w_j.
///
/// Children of weight zero take no part; other than that, the weights of the specification are not read. A unit with a
/// missing or a negative score of a child gets no score, and is nobody's benchmark.
/// Source: W. Melyn and W. Moesen (1991), Public Economics Research Paper 17, KU Leuven; L. Cherchye, W. Moesen, N. Rogge
/// and T. Van Puyenbroeck (2007), Social Indicators Research 82, 111–145; OECD/JRC, Handbook on Constructing Composite
/// Indicators (2008), step 6.
public struct BenefitOfTheDoubt: Aggregation {
    /// Creates the method.
    public init() {}

    /// Whether the package was built with the solver that it needs, by the trait LinearProgramming.
    public static var isAvailable: Bool { LinearProgramme.isAvailable }

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "benefit_of_the_doubt",
            name: BilingualText(zh: "疑惑从优法（BOD）", en: "Benefit of the doubt"),
            summary: BilingualText(
                zh: "用线性规划为每个单位取对其最有利的权重，以参照组前沿为1；得分不得为负；需启用LinearProgramming",
                en:
                    "Each unit is scored from 0 to 1 with the weights that suit it best, by linear programming; scores must not be negative; needs the trait LinearProgramming"
            ),
            source:
                "W. Melyn and W. Moesen (1991), Public Economics Research Paper 17, KU Leuven; L. Cherchye, W. Moesen, N. "
                + "Rogge and T. Van Puyenbroeck (2007), Social Indicators Research 82, 111–145",
            formula:
                "max Σ w_j s_ij, subject to Σ w_j s_kj ≤ 1 for every unit k, w ≥ 0 and the bounds on shares",
            parameters: [
                Parameter(
                    "least_share", BilingualText(zh: "每个子项份额的下限", en: "The least share of each child"),
                    .number(atLeast: 0, atMost: 1), default: .number(0)),
                Parameter(
                    "most_share", BilingualText(zh: "每个子项份额的上限", en: "The largest share of each child"),
                    .number(atLeast: 0, atMost: 1), default: .number(1)),
                Parameter(
                    "bounds_on",
                    BilingualText(
                        zh: "份额指对得分的贡献（contribution）或权重之和（weight）",
                        en: "Whether shares are of contributions to the unit's score, or of the sum of weights"),
                    .text(oneOf: ["contribution", "weight"]), default: .text("contribution")),
            ])
    }

    /// It compares units.
    public var needsReference: Bool { true }

    /// Prepares the programmes.
    ///
    /// - Throws: `MethodError` without the trait, for shares that no weights can satisfy, or for a child of which fewer
    ///   is better.
    public func prepare(_ input: AggregationInput) throws -> any AggregationKernel {
        let id = "benefit_of_the_doubt"
        guard LinearProgramme.isAvailable else {
            throw MethodError(
                "\(id) needs a solver that this build does not have; build with --traits LinearProgramming (system library "
                    + "libglpk-dev), or choose another aggregation")
        }
        let bounds = try Bounds(input.parameters, by: id)
        try bounds.check(childCount: input.directions.count, by: id)
        if let place = input.directions.firstIndex(of: .lowerIsBetter) {
            throw MethodError(
                "\(id): of child \(place + 1) fewer is better; expected scores of which more is better; score the children "
                    + "first, such as by min_max")
        }
        return SetAggregationKernel(input) { scores, weights in
            BenefitOfTheDoubt.scores(scores, weights: weights, bounds: bounds)
        }
    }

    /// The shares that each child must lie between.
    struct Bounds: Sendable {
        let least: Double
        let most: Double
        let onWeights: Bool

        init(_ parameters: ParameterValues, by id: String) throws {
            guard let least = parameters.number("least_share"), let most = parameters.number("most_share"),
                (0...1).contains(least), (0...1).contains(most)
            else {
                throw MethodError(
                    "\(id): least_share and most_share must each be one number from 0 to 1, the same for all units and "
                        + "periods")
            }
            self.least = least
            self.most = most
            onWeights = parameters.text("bounds_on") == "weight"
        }

        /// Refuses shares that so many children cannot have.
        func check(childCount: Int, by id: String) throws {
            let (low, high) = (Formula.text(of: least), Formula.text(of: most))
            guard least <= most else {
                throw MethodError("\(id): least_share \(low) is above most_share \(high)")
            }
            guard isPossible(childCount: childCount) else {
                throw MethodError(
                    "\(id): the shares of \(childCount) children cannot all lie between \(low) and \(high) and sum to 1; "
                        + "expected least_share up to 1/\(childCount) and most_share from 1/\(childCount) on")
            }
        }

        /// Whether so many shares within the bounds can sum to one, give or take rounding as in 3 × 0.3333333333333333.
        func isPossible(childCount: Int) -> Bool {
            let count = Double(childCount)
            return childCount == 0 || (least * count <= 1 + 1e-12 && most * count >= 1 - 1e-12)
        }
    }

    /// The scores of the units of a reference set.
    static func scores(_ scores: [[Double]], weights: [[Double]], bounds: Bounds) -> [Double] {
        let children = (scores.first ?? []).indices.filter { child in weights.contains { $0[child] > 0 } }
        // Where children of weight zero drop out, the shares may become impossible for the others.
        guard !children.isEmpty, bounds.isPossible(childCount: children.count) else {
            return scores.map { _ in .nan }
        }
        let given = scores.map { row in children.map { row[$0] } }
        let isScored = given.map { $0.allSatisfy { $0 >= 0 && $0.isFinite } }
        let own = scaled(given, where: isScored, alike: bounds.onWeights)
        let benchmarks = frontier(zip(own, isScored).filter(\.1).map(\.0)).map {
            LinearProgramme.Constraint(coefficients: $0, atMost: 1)
        }
        return zip(own, isScored).map { row, isScored in
            guard isScored else { return .nan }
            let programme = LinearProgramme(
                objective: row,
                constraints: benchmarks + shares(bounds, factors: bounds.onWeights ? nil : row, row.count))
            // There is always an optimum: weights of zero are allowed, and the unit or one no worse bounds it by 1.
            return (try? programme.solution().value) ?? .nan
        }
    }

    /// The units that no other equals or betters in every child: with weights from zero on, only they bind.
    private static func frontier(_ units: [[Double]]) -> [[Double]] {
        // Whoever is no better in any child has no larger sum, and comes later; among equals the first stays.
        var kept: [[Double]] = []
        for unit in units.map({ ($0, $0.reduce(0, +)) }).sorted(by: { $0.1 > $1.1 }).map(\.0)
        where !kept.contains(where: { zip($0, unit).allSatisfy { $0 >= $1 } }) { kept.append(unit) }
        return kept
    }

    /// The scores over a power of two, which changes no digit, so that the solver sees numbers around one.
    ///
    /// The score of a unit does not hang on the unit of measure of a child; with bounds on weights, on that of all.
    private static func scaled(_ scores: [[Double]], where isScored: [Bool], alike: Bool) -> [[Double]] {
        let counted = zip(scores, isScored).filter(\.1).map(\.0)
        let largest = (scores.first ?? []).indices.map { child in counted.reduce(0) { max($0, $1[child]) } }
        let exponents = largest.map { own -> Int in
            let number = alike ? largest.max() ?? 0 : own
            return number > 0 ? Int(number.exponent) : 0
        }
        return scores.map { row in
            zip(row, exponents).map { Double(sign: .plus, exponent: -$1, significand: $0) }
        }
    }

    /// The bounds on shares as constraints; of contributions where factors are given, of weights where not.
    private static func shares(_ bounds: Bounds, factors: [Double]?, _ count: Int) -> [LinearProgramme.Constraint] {
        let factors = factors ?? [Double](repeating: 1, count: count)
        var constraints: [LinearProgramme.Constraint] = []
        for child in 0..<count {
            if bounds.least > 0 {
                let row = factors.indices.map { (bounds.least - ($0 == child ? 1 : 0)) * factors[$0] }
                constraints.append(LinearProgramme.Constraint(coefficients: row, atMost: 0))
            }
            if bounds.most < 1 {
                let row = factors.indices.map { (($0 == child ? 1 : 0) - bounds.most) * factors[$0] }
                constraints.append(LinearProgramme.Constraint(coefficients: row, atMost: 0))
            }
        }
        return constraints
    }

    /// Cases worked by hand.
    public var examples: [AggregationExample] {
        [
            AggregationExample(
                BilingualText(
                    zh: "两个前沿单位，第三个与之比较；第四个得分不全", en: "Two units at the frontier, one behind, one without a score"),
                scores: [[4, 2], [2, 4], [2, 2], [3, nil]], weights: [1, 1], expected: [1, 1, 2.0 / 3, nil]),
            AggregationExample(
                BilingualText(zh: "贡献各半", en: "Each child contributes a half"),
                scores: [[4, 2], [2, 4], [2, 2]], weights: [1, 1],
                parameters: ["least_share": .number(0.5), "most_share": .number(0.5)],
                expected: [8.0 / 10, 8.0 / 10, 2.0 / 3]),
            AggregationExample(
                BilingualText(zh: "权重相同", en: "The same weight for both children"),
                scores: [[4, 2], [1, 4], [2, 2]], weights: [1, 1],
                parameters: [
                    "least_share": .number(0.5), "most_share": .number(0.5), "bounds_on": .text("weight"),
                ], expected: [1, 5.0 / 6, 4.0 / 6]),
        ]
    }
}
