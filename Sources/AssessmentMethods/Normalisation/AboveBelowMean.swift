public import AssessmentCore

/// Above or below the mean: 1 well above, −1 well below, and 0 about the mean of the reference set.
///
/// score = 1 where x / x̄ > 1 + threshold, −1 where x / x̄ < 1 − threshold, else 0; turned around where a lower value
/// is better. No score where the mean is not above zero.
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5 (indicators above or below the mean).
public struct AboveBelowMean: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "above_below_mean",
            name: BilingualText(zh: "高于或低于均值", en: "Above or below the mean"),
            summary: BilingualText(
                zh: "明显优于参照组均值得1，明显劣于得−1，其余得0；均值不大于零时无分",
                en:
                    "1 well on the good side of the mean of the reference set, −1 well on the other, else 0"
            ),
            source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 5 and table 15",
            parameters: [
                Parameter(
                    "threshold",
                    BilingualText(zh: "与均值相差的比例，超出才算明显", en: "The share of the mean beyond which a distance counts"),
                    .number(atLeast: 0), default: .number(0.2))
            ])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }

    /// The formula for a direction.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        let mean = Formula.statistic(.mean, .input("value"))
        let (ratio, threshold) = (Formula.input("value") / mean, Formula.input("threshold"))
        let below = Formula.apply(.choose, [Defined.isLess(ratio, 1 - threshold), .number(-direction.sign), 0])
        return Defined.where(
            Defined.isLess(0, mean),
            .apply(.choose, [Defined.isLess(1 + threshold, ratio), .number(direction.sign), below]))
    }

    /// A table of the handbook, and cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "均值20：24正好在界上", en: "A mean of 20: 24 lies just on the line"),
                values: [24, 16, 10, nil, 30], expected: [0, 0, -1, nil, 1]),
            ColumnExample(
                BilingualText(zh: "逆向指标", en: "Lower is better"), direction: .lowerIsBetter,
                values: [10, 20, 30], expected: [1, 0, -1]),
            ColumnExample(
                BilingualText(
                    zh: "经合组织手册表15：23国受教育年限，界限20%", en: "OECD/JRC handbook, table 15: schooling, with 20 per cent"),
                values: SchoolingExample.years,
                expected: [0, 1, 0, 0, 0, 0, 0, 1, 0, -1, 0, 1, 0, 0, 1, 0, 0, 0, -1, -1, 0, 0, -1]),
        ]
    }
}
