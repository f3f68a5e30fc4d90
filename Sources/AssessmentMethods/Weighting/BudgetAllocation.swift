public import AssessmentCore
internal import AssessmentStatistics

/// Budget allocation: experts share out points among the children, and their shares are brought together.
///
/// Each expert shares out the same budget; a child's weight is the mean, the median or the trimmed mean of its points.
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6 (budget allocation process).
public struct BudgetAllocation: Weighting {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "budget_allocation",
            name: BilingualText(zh: "专家分配法", en: "Budget allocation"),
            summary: BilingualText(
                zh: "各专家把同一总分分给子项，取平均、中位或截尾平均",
                en: "Experts share out the same points among the children; their mean, median or trimmed mean counts"),
            source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 6",
            formula:
                "w ∝ the mean of the points that the experts give",
            parameters: [
                Parameter(
                    "allocations",
                    BilingualText(
                        zh: "每位专家一行，按子项次序给分", en: "A row for each expert: points in the order of the children"),
                    .matrix),
                Parameter(
                    "budget", BilingualText(zh: "每位专家分配的总分", en: "The points that each expert shares out"),
                    .number(atLeast: 0), default: .number(100)),
                Parameter(
                    "rule",
                    BilingualText(zh: "汇总方式：平均、中位、截尾平均", en: "How experts are brought together"),
                    .text(oneOf: ["mean", "median", "trimmed_mean"]), default: .text("mean")),
                Parameter(
                    "trim",
                    BilingualText(
                        zh: "截尾平均在每一端去掉的比例", en: "The share of experts cut at each end by the trimmed mean"),
                    .number(atLeast: 0, atMost: 0.49), default: .number(0.1)),
            ])
    }

    /// What the experts give each child, with their spread.
    ///
    /// - Throws: `MethodError` that names the expert whose row does not add up.
    public func weights(_ input: WeightingInput) throws -> FittedWeights {
        let (parameters, children, id) = (input.parameters, input.children, "budget_allocation")
        let budget = try WeightRule.number("budget", parameters, by: id)
        let trim = try WeightRule.number("trim", parameters, by: id)
        guard budget > 0 else { throw MethodError("\(id): the budget is zero; expected a number above zero") }
        guard (0..<0.5).contains(trim) else {
            throw MethodError("\(id): trim is \(Formula.text(of: trim)); expected a share from 0 to below 0.5")
        }
        let experts = try BudgetAllocation.rows(parameters.matrix("allocations") ?? [], children, budget)
        let points = children.indices.map { child in experts.map { $0[child] } }
        let weights = points.map { points -> Double in
            switch parameters.text("rule") {
            case "median": Quantiles.median(points) ?? .nan
            case "trimmed_mean": BudgetAllocation.trimmedMean(points, trim: trim)
            default: Moments.mean(points) ?? .nan
            }
        }
        var fitted = try WeightRule.shares(weights, of: children, by: id)
        fitted.remarks = zip(children, points).map { child, points in
            let (least, most) = (Formula.text(of: points.min() ?? .nan), Formula.text(of: points.max() ?? .nan))
            let deviation = Moments.standardDeviation(points).map { DecimalRounding.text($0, decimals: 2) } ?? "–"
            return BilingualText(
                zh: "\(child)：\(points.count)位专家给分\(least)至\(most)，标准差\(deviation)",
                en: "\(child): \(points.count) experts gave \(least) to \(most), standard deviation \(deviation)")
        }
        return fitted
    }

    private static func rows(_ rows: [[Double?]], _ children: [String], _ budget: Double) throws -> [[Double]] {
        guard !rows.isEmpty else {
            throw MethodError("budget_allocation: no expert has given points; expected a row for each expert")
        }
        return try rows.enumerated().map { place, row in
            let name = "budget_allocation: row \(place + 1)"
            guard row.count == children.count else {
                throw MethodError(
                    "\(name) has \(row.count) numbers; expected \(children.count), in the order of the children "
                        + children.joined(separator: ", "))
            }
            let points = try zip(row, children).map { value, child in
                guard let value, value >= 0, value.isFinite else {
                    throw MethodError(
                        "\(name) gives ‘\(child)’ \(value.map(Formula.text) ?? "nothing"); expected points from 0 on")
                }
                return value
            }
            let sum = points.reduce(0, +)
            guard abs(sum - budget) <= 1e-9 * budget else {
                let text = Formula.text(of: DecimalRounding.round(sum, decimals: 9))
                throw MethodError("\(name) adds up to \(text); expected the budget of \(Formula.text(of: budget))")
            }
            return points
        }
    }

    /// The mean without the share of smallest and of largest numbers, rounded down to whole experts.
    static func trimmedMean(_ values: [Double], trim: Double) -> Double {
        let cut = Int(trim * Double(values.count))
        return Moments.mean(Array(values.sorted().dropFirst(cut).dropLast(cut))) ?? .nan
    }

    /// Cases worked by hand.
    public var examples: [WeightingExample] {
        let rows: [[Double?]] = [[50, 30, 20], [40, 40, 20], [60, 20, 20], [10, 70, 20]]
        return [
            WeightingExample(
                BilingualText(zh: "四位专家的平均", en: "The mean of four experts"), children: ["a", "b", "c"],
                parameters: ["allocations": .matrix(rows)], expected: [0.4, 0.4, 0.2]),
            WeightingExample(
                BilingualText(zh: "中位数45、35、20", en: "Medians of 45, 35 and 20"), children: ["a", "b", "c"],
                parameters: ["allocations": .matrix(rows), "rule": .text("median")], expected: [0.45, 0.35, 0.2]),
            WeightingExample(
                BilingualText(zh: "每端截去四分之一", en: "A quarter cut at each end"), children: ["a", "b", "c"],
                parameters: ["allocations": .matrix(rows), "rule": .text("trimmed_mean"), "trim": .number(0.25)],
                expected: [0.45, 0.35, 0.2]),
        ]
    }
}
