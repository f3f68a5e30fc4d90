import AssessmentCore

/// The share of county-level units where commercial 5G has begun.
enum CommercialFifthGeneration {
    static let launched = Variable(
        id: "counties_with_commercial_5g",
        name: BilingualText(zh: "已启动5G商用的县级行政区数", en: "Counties with commercial 5G"),
        definition: BilingualText(
            zh: "年末至少一家基础电信企业已在其辖区内向公众开通5G业务的县级行政区数",
            en: """
                County-level units in which at least one operator sells 5G service to the public at the end of the \
                year
                """),
        unitOfMeasure: .count,
        reportedBy: Department.communications)

    static let all = Variable(
        id: "county_level_units",
        name: BilingualText(zh: "县级行政区数", en: "County-level units"),
        definition: BilingualText(
            zh: "年末县级行政区数；县（市、区）本身填1",
            en: "County-level units at the end of the year; 1 for a county itself"),
        unitOfMeasure: .count,
        reportedBy: Department.civilAffairs)

    static let checks: [DataCheck] = [
        .count(launched, "foundation"),
        .count(all, "foundation"),
        .part(launched, of: all, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.commercial_5g",
            name: BilingualText(zh: "5G商用县区覆盖率", en: "Counties with commercial 5G"),
            definition: BilingualText(
                zh: "年末已启动5G商用的县级行政区数 ÷ 县级行政区总数 × 100%；对县（市、区）本身为100或0",
                en: """
                    County-level units where commercial 5G has begun as a share of all in the unit, at the end of \
                    the year; for a county itself, 100 or 0
                    """),
            rationale: BilingualText(
                zh: "政策力争2020年启动5G商用；各县区是否启动给出市和省的进度",
                en: """
                    The policy strives for commercial 5G in 2020; in how many counties it has begun shows how far a \
                    city and the province are
                    """),
            unitOfMeasure: .percent,
            statements: ["I2"],
            variables: [launched, all],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "8个县区中6个已启动", en: "Begun in 6 of 8 county-level units"),
                    [launched: 6, all: 8], gives: 75),
                IndicatorExample(
                    BilingualText(zh: "尚未启动", en: "Not begun"),
                    [launched: 0, all: 8], gives: 0),
            ]),
        formula: .share(launched, of: all))
}
