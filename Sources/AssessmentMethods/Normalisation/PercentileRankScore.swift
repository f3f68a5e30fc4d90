public import AssessmentCore

/// Percentile ranks: the place of a value in its reference set as a share of the places.
///
/// score = scale · (rank − 1) / (n − 1) in the form `position`, from 0 for the worst; score = scale · rank / n in the
/// form `share`, up to the scale for the best. Ranks run from the worst up.
/// Sources: W. Becker et al. (2022), COINr, Journal of Open Source Software 7(78), 4567 (n_prank); OECD/JRC, Handbook
/// on Constructing Composite Indicators (2008), table 15 (percentile), for the form `share`.
public struct PercentileRankScore: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    enum Form: String, CaseIterable {
        case position, share
    }

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "percentile_rank",
            name: BilingualText(zh: "百分位", en: "Percentile rank"),
            summary: BilingualText(
                zh: "在参照组中由差到好的位次占全部位次的比例",
                en: "The place in the reference set from the worst up, as a share of the places"),
            source:
                "W. Becker et al. (2022), COINr; OECD/JRC (2008), Handbook on Composite Indicators, table 15",
            parameters: [
                Parameter(
                    "form",
                    BilingualText(
                        zh: "position为(位次−1)/(n−1)，share为位次/n",
                        en: "`position` for (rank − 1) / (n − 1), `share` for rank / n"),
                    .text(oneOf: WordChoice.words(Form.self)), default: .text(Form.position.rawValue)),
                ScoreScale.scale, Placement.ties, Placement.decimals,
            ])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }

    /// Refuses a scale that is not above zero.
    public func check(_ parameters: ParameterValues, panel: Panel) throws {
        try ScoreScale.checkPositive("scale", parameters, method: description.id)
    }

    /// The best of the reference set has the whole scale.
    public func fullMarks(with parameters: ParameterValues) -> Double? { parameters.number("scale") }

    /// The formula for a direction.
    ///
    /// - Throws: `MethodError` for an unknown form or way to treat ties.
    public func formula(direction: Direction, parameters: ParameterValues) throws -> Formula {
        let form: Form = try WordChoice.read("form", parameters, method: description.id)
        let place = try Placement.fromWorst(direction, parameters, method: description.id)
        return switch form {
        case .position: .input("scale") * ((place - 1) / (Placement.count - 1))
        case .share: .input("scale") * (place / Placement.count)
        }
    }

    /// A table of the handbook, and cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "最差者0分，最好者100分", en: "From 0 for the worst to 100 for the best"),
                values: [30, 10, nil, 20, 20, 40], expected: [75, 0, nil, 25, 25, 100]),
            ColumnExample(
                BilingualText(zh: "逆向指标，0至1", en: "Lower is better, from 0 to 1"), direction: .lowerIsBetter,
                values: [30, 10, 20], parameters: ["scale": .number(1)], expected: [0, 1, 0.5]),
            ColumnExample(
                BilingualText(zh: "仅一个单位则无位次可比", en: "One unit alone has no place among others"),
                values: [7, nil], expected: [nil, nil]),
            ColumnExample(
                BilingualText(
                    zh: "经合组织手册表15：23国受教育年限", en: "OECD/JRC handbook, table 15: years of schooling of 23 countries"),
                values: SchoolingExample.years, parameters: ["form": .text("share")],
                expected: [
                    65.2, 100, 82.6, 52.2, 73.9, 39.1, 39.1, 87.0, 78.3, 4.3, 69.6, 95.7, 39.1, 34.8, 91.3, 26.1, 21.7,
                    60.9, 17.4, 13.0, 52.2, 30.4, 4.3,
                ],
                decimals: 1),
        ]
    }
}
