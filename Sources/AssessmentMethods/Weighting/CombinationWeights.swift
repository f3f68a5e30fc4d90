public import AssessmentCore
internal import AssessmentStatistics

#if canImport(Glibc)
import Glibc
#else
import Foundation
#endif

/// Weights put together from those of several weightings, such as judgements and data.
///
/// With w_m the weights of weighting m as shares, and s_m its share, by rule:
/// - `mean`: Σ_m s_m w_mj;
/// - `geometric_mean`: proportional to Π_m w_mj^s_m, the weights of minimum relative entropy to those of all weightings;
/// - `product`: proportional to Π_m w_mj;
/// - `game_theory`: Σ_m α_m w_mj, α proportional to the solution of Σ_k α_k w_l·w_k = w_l·w_l for every l, the compromise
///   nearest to all weightings.
///
/// Source: C. E. Shannon (1948) and S. Kullback and R. A. Leibler (1951), Annals of Mathematical Statistics 22, 79–86
/// (relative entropy); C.-L. Hwang and K. Yoon, Multiple Attribute Decision Making (1981), 3.1 (product); 组合赋权.
public struct CombinationWeights: Weighting {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "combination",
            name: BilingualText(zh: "组合赋权", en: "Combination of weightings"),
            summary: BilingualText(
                zh: "把几种赋权方法的结果合成一组权重", en: "Puts the weights of several weightings together"),
            source:
                "S. Kullback and R. A. Leibler (1951), Annals of Mathematical Statistics 22, 79–86 (minimum relative "
                + "entropy); C.-L. Hwang and K. Yoon (1981), Multiple Attribute Decision Making, 3.1 (product)",
            formula:
                "w ∝ Σ a_k w_k (mean), ∏ w_k^(a_k) (geometric_mean), ∏ w_k (product), or Σ a_k w_k with the a_k that come nearest to every w_k (game_theory)",
            parameters: [
                Parameter(
                    "methods", BilingualText(zh: "被组合的赋权方法", en: "The weightings that are put together"), .weightings),
                Parameter(
                    "rule",
                    BilingualText(
                        zh: "合成方式：算术平均、几何平均（最小相对信息熵）、乘积归一、博弈论",
                        en:
                            "How: arithmetic mean, geometric mean (minimum relative entropy), product, or compromise of game theory"
                    ),
                    .text(oneOf: ["mean", "geometric_mean", "product", "game_theory"]), default: .text("mean")),
                Parameter(
                    "shares",
                    BilingualText(
                        zh: "各方法所占份额，按方法名；不给则相同",
                        en: "The share of each weighting, by its id; the same for all without it"
                    ), .numbersByName, default: .numbersByName([:])),
            ])
    }

    /// Some of the weightings may be fitted on scores.
    public var readsScores: Bool { true }

    /// The combined weights, with those of each weighting.
    ///
    /// - Throws: `MethodError` for fewer than two weightings, shares that name others, or weights that cannot be
    ///   combined.
    public func weights(_ input: WeightingInput) throws -> FittedWeights {
        let methods = input.parameters.methods("methods") ?? []
        let rule = input.parameters.text("rule") ?? "mean"
        guard methods.count > 1 else {
            throw MethodError("combination: \(methods.count) weightings are named; expected at least two")
        }
        if methods.contains(where: { $0.id == description.id }) {
            throw MethodError("combination: a combination cannot hold another; name its weightings here")
        }
        let given = input.parameters.numbersByName("shares") ?? [:]
        let shares = try CombinationWeights.shares(given, of: methods.map(\.id), rule: rule)
        let parts = try methods.map { method -> FittedWeights in
            let part = try input.weights(method)
            guard part.weights.count == input.children.count else {
                throw MethodError("combination: ‘\(method.id)’ gives \(part.weights.count) weights")
            }
            var checked = try WeightRule.shares(part.weights, of: input.children, by: method.id)
            (checked.remarks, checked.warnings) = (part.remarks, part.warnings)
            return checked
        }
        let columns = parts.map(\.weights)
        let combined: [Double]
        switch rule {
        case "geometric_mean", "product":
            combined = input.children.indices.map { child in
                zip(columns, shares).reduce(1) { $0 * pow($1.0[child], rule == "product" ? 1 : $1.1) }
            }
            guard combined.contains(where: { $0 > 0 }) else {
                throw MethodError(
                    "combination: every child has a weight of zero under one of the weightings, so that all products are "
                        + "zero; choose rule: mean")
            }
        case "game_theory":
            let coefficients = try CombinationWeights.compromise(columns, methods.map(\.id))
            combined = CombinationWeights.mean(columns, coefficients)
        default:
            combined = CombinationWeights.mean(columns, shares)
        }
        var fitted = try WeightRule.shares(combined, of: input.children, by: "combination")
        for (method, part) in zip(methods, parts) {
            let text = zip(input.children, part.weights).map { "\($0) \(DecimalRounding.text($1, decimals: 4))" }
            fitted.remarks.append(
                BilingualText(
                    zh: "\(method.id)：\(text.joined(separator: "，"))",
                    en: "\(method.id): \(text.joined(separator: ", "))"))
            fitted.remarks += part.remarks
            fitted.warnings += part.warnings
        }
        return fitted
    }

    private static func mean(_ columns: [[Double]], _ shares: [Double]) -> [Double] {
        (columns.first ?? []).indices.map { child in
            zip(columns, shares).reduce(0) { $0 + $1.0[child] * $1.1 }
        }
    }

    /// The shares in the order of the weightings, summing to one.
    private static func shares(_ given: [String: Double], of ids: [String], rule: String) throws -> [Double] {
        guard !given.isEmpty else { return ids.map { _ in 1 / Double(ids.count) } }
        guard rule == "mean" || rule == "geometric_mean" else {
            throw MethodError("combination: shares have no part in rule: \(rule); leave them out, or choose mean")
        }
        guard Set(ids).count == ids.count else {
            throw MethodError("combination: a weighting is named twice, and shares cannot tell which; name each once")
        }
        guard Set(given.keys) == Set(ids) else {
            throw MethodError(
                "combination: shares name \(given.keys.sorted().joined(separator: ", ")); expected one for each of "
                    + ids.joined(separator: ", "))
        }
        let sum = ids.reduce(0) { $0 + (given[$1] ?? 0) }
        guard given.values.allSatisfy({ $0 >= 0 && $0.isFinite }), sum > 0, sum.isFinite else {
            throw MethodError("combination: shares must be numbers from 0 on, and not all of them zero")
        }
        return ids.map { (given[$0] ?? 0) / sum }
    }

    /// The coefficients of the compromise of game theory, summing to one.
    private static func compromise(_ columns: [[Double]], _ ids: [String]) throws -> [Double] {
        func product(_ left: [Double], _ right: [Double]) -> Double { zip(left, right).reduce(0) { $0 + $1.0 * $1.1 } }
        let system = columns.map { left in columns.map { product(left, $0) } }
        let solution: [Double]
        do {
            solution = try Matrix(rowArrays: system).solve(columns.map { product($0, $0) })
        } catch {
            throw MethodError(
                "combination: the weights of \(ids.joined(separator: ", ")) follow from each other, so that game_theory has "
                    + "no single answer; leave one out, or choose rule: mean")
        }
        let sum = solution.reduce(0, +)
        for (id, coefficient) in zip(ids, solution) where !(coefficient >= 0 && coefficient.isFinite) {
            throw MethodError(
                "combination: ‘\(id)’ enters the compromise of game_theory with \(Formula.text(of: coefficient)); expected "
                    + "a number from 0 on; choose rule: mean or geometric_mean")
        }
        guard sum > 0 else {
            throw MethodError("combination: game_theory gives no weighting a part; choose rule: mean")
        }
        return solution.map { $0 / sum }
    }

    /// Cases worked by hand: judgements give 0.8 and 0.2, equal weights a half each.
    public var examples: [WeightingExample] {
        let judged = MethodChoice("ahp", parameters: ["judgements": .matrix([[1, 4], [nil, 1]])])
        let experts = MethodChoice("budget_allocation", parameters: ["allocations": .matrix([[10, 90]])])
        return [
            WeightingExample(
                BilingualText(zh: "层次分析与等权的平均", en: "The mean of judgements and equal weights"),
                children: ["a", "b"], parameters: ["methods": .methods([judged, MethodChoice("equal")])],
                expected: [0.65, 0.35]),
            WeightingExample(
                BilingualText(zh: "份额3比1", en: "With shares of 3 and 1"), children: ["a", "b"],
                parameters: [
                    "methods": .methods([judged, MethodChoice("equal")]),
                    "shares": .numbersByName(["ahp": 3, "equal": 1]),
                ], expected: [0.725, 0.275]),
            WeightingExample(
                BilingualText(zh: "最小相对信息熵：根号4比1", en: "Minimum relative entropy: the root of 4 to 1"),
                children: ["a", "b"],
                parameters: [
                    "methods": .methods([judged, MethodChoice("equal")]), "rule": .text("geometric_mean"),
                ], expected: [2.0 / 3, 1.0 / 3]),
            WeightingExample(
                BilingualText(zh: "乘积归一：4×1比1×9", en: "Products: 4 × 1 to 1 × 9"), children: ["a", "b"],
                parameters: ["methods": .methods([judged, experts]), "rule": .text("product")],
                expected: [4.0 / 13, 9.0 / 13]),
            WeightingExample(
                BilingualText(
                    zh: "博弈论：两种权重之比123比136", en: "Game theory: the two enter in proportion 123 to 136"),
                children: ["a", "b"],
                parameters: ["methods": .methods([judged, experts]), "rule": .text("game_theory")],
                expected: [16.0 / 37, 21.0 / 37]),
        ]
    }
}
