import AssessmentCore

/// The share of households that fixed broadband reaches.
enum BroadbandCoverage {
    static let reached = Variable(
        id: "households_broadband_reaches",
        name: BilingualText(zh: "宽带网络覆盖的家庭户数", en: "Households that broadband reaches"),
        definition: BilingualText(
            zh: "年末所在住址可开通固定宽带的常住家庭户数，多家企业覆盖的计一户",
            en: """
                Resident households whose address can order fixed broadband at the end of the year; once, however \
                many operators offer it
                """),
        unitOfMeasure: .households,
        reportedBy: Department.communications)

    static let checks: [DataCheck] = [
        .count(reached, "foundation"),
        .part(reached, of: .residentHouseholds, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.broadband_coverage",
            name: BilingualText(zh: "宽带网络家庭覆盖率", en: "Households that broadband reaches"),
            definition: BilingualText(
                zh: "年末固定宽带网络覆盖的常住家庭户数 ÷ 常住家庭户数 × 100%，城乡合计",
                en: """
                    Resident households that fixed broadband reaches as a share of all, in town and country, at the \
                    end of the year
                    """),
            rationale: BilingualText(
                zh: "政策要求宽带网络全面覆盖城乡",
                en: "The policy asks for broadband everywhere in town and country"),
            unitOfMeasure: .percent,
            statements: ["I3"],
            variables: [reached, .residentHouseholds],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "40万户中39.2万户", en: "392,000 of 400,000 households"),
                    [reached: 392000, .residentHouseholds: 400000], gives: 98)
            ]),
        formula: .share(reached, of: .residentHouseholds))
}
