public import AssessmentCore

/// Ranks: the place of a value in its reference set from the worst up, so that the best has the largest score.
///
/// score = rank of x among the n values, 1 for the worst and n for the best. Equal values share the first of their
/// places or the mean.
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5 (ranking).
public struct RankScore: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "rank",
            name: BilingualText(zh: "位次", en: "Rank"),
            summary: BilingualText(
                zh: "在参照组中由差到好的位次，最好者分最高",
                en: "The place in the reference set from the worst up, so that the best has the largest score"),
            source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 5",
            parameters: [Placement.ties, Placement.decimals])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }

    /// The formula for a direction.
    ///
    /// - Throws: `MethodError` for an unknown way to treat ties.
    public func formula(direction: Direction, parameters: ParameterValues) throws -> Formula {
        try Placement.fromWorst(direction, parameters, method: description.id)
    }

    /// A table of the handbook, and cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "并列者取首位", en: "Equal values share the first of their places"),
                values: [30, 10, nil, 20, 20], expected: [4, 1, nil, 2, 2]),
            ColumnExample(
                BilingualText(zh: "并列者取均位", en: "Equal values share the mean of their places"),
                values: [30, 10, nil, 20, 20], parameters: ["ties": .text("average")],
                expected: [4, 1, nil, 2.5, 2.5]),
            ColumnExample(
                BilingualText(zh: "逆向指标", en: "Lower is better"), direction: .lowerIsBetter,
                values: [30, 10, 20, 20], expected: [1, 4, 2, 2]),
            ColumnExample(
                BilingualText(zh: "末位误差仍为并列", en: "Numbers that differ in their last bits are equal"),
                values: [80, 80.000000000000014, 90], expected: [1, 1, 3]),
            ColumnExample(
                BilingualText(
                    zh: "经合组织手册表15：23国受教育年限", en: "OECD/JRC handbook, table 15: years of schooling of 23 countries"),
                values: SchoolingExample.years,
                expected: [15, 23, 19, 12, 17, 9, 9, 20, 18, 1, 16, 22, 9, 8, 21, 6, 5, 14, 4, 3, 12, 7, 1]),
        ]
    }
}
