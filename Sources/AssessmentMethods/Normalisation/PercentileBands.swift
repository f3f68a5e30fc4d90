public import AssessmentCore

/// Categories by percentile: the score of the highest band that the percentile of a value reaches.
///
/// percentile = 100 · rank / n with ranks from the worst up; score = that of the highest band with at_least ≤
/// percentile.
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5 (categorical scales) and table 15.
public struct PercentileBands: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "percentile_bands",
            name: BilingualText(zh: "百分位分档", en: "Categories by percentile"),
            summary: BilingualText(
                zh: "按参照组百分位所达的最高一档计分",
                en: "The score of the highest band that the percentile in the reference set reaches"),
            source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 5 and table 15",
            parameters: Bands.parameters + [Placement.ties, Placement.decimals])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }

    /// Its table alone says which band scores how much.
    public func isMonotone(with parameters: ParameterValues) -> Bool { false }

    /// The formula for a direction.
    ///
    /// - Throws: `MethodError` where there is no band, or two have one lower bound.
    public func formula(direction: Direction, parameters: ParameterValues) throws -> Formula {
        let place = try Placement.fromWorst(direction, parameters, method: description.id)
        return try Bands.formula(of: 100 * place / Placement.count, parameters, method: description.id)
    }

    /// The categories of the handbook, and a case worked by hand.
    public var examples: [ColumnExample] {
        func bands(_ pairs: [(Double, Double)]) -> ParameterValue {
            .records(pairs.map { ["at_least": .number($0.0), "score": .number($0.1)] })
        }
        return [
            ColumnExample(
                BilingualText(
                    zh: "前一半2分，其余1分；逆向指标", en: "Two for the better half and one for the others; lower is better"),
                direction: .lowerIsBetter, values: [1, 2, 3, nil, 4],
                parameters: ["bands": bands([(75, 2)]), "below": .number(1)], expected: [2, 2, 1, nil, 1]),
            ColumnExample(
                BilingualText(
                    zh: "经合组织手册表15：23国受教育年限，前5%得100，85%起得80，65%起60，35%起50，15%起40，5%起20",
                    en:
                        "OECD/JRC handbook, table 15: 100 from the 95th percentile of schooling and so on"
                ),
                values: SchoolingExample.years,
                parameters: ["bands": bands([(95, 100), (85, 80), (65, 60), (35, 50), (15, 40), (5, 20)])],
                expected: [
                    60, 100, 60, 50, 60, 50, 50, 80, 60, 0, 60, 100, 50, 40, 80, 40, 40, 50, 40, 20, 50, 40, 0,
                ]),
        ]
    }
}
