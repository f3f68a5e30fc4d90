import AssessmentCore

/// The share of low-income households that a tariff or terminal offer reaches.
enum LowIncomeOffers {
    static let served = Variable(
        id: "low_income_households_served",
        name: BilingualText(zh: "享受信息服务优惠的低保家庭户数", en: "Low-income households with an offer"),
        definition: BilingualText(
            zh: "年末正在享受电信资费减免，或当年获得智能手机、数字电视等终端补贴的城乡低保家庭户数，一户计一次",
            en: """
                Households on the allowance with a reduced tariff at the end of the year or a subsidised phone, \
                television or other terminal in the year; each once
                """),
        unitOfMeasure: .households,
        reportedBy: Department.communications)

    static let all = Variable(
        id: "minimum_allowance_households",
        name: BilingualText(zh: "城乡低保家庭户数", en: "Households on the minimum living allowance"),
        definition: BilingualText(
            zh: "年末享受城乡居民最低生活保障的家庭户数",
            en: "Urban and rural households on the minimum living allowance at the end of the year"),
        unitOfMeasure: .households,
        reportedBy: Department.civilAffairs)

    static let checks: [DataCheck] = [
        .count(served, "foundation"),
        .count(all, "foundation"),
        .part(served, of: all, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.low_income_offers",
            name: BilingualText(
                zh: "低保家庭信息服务优惠覆盖率",
                en: "Low-income households with reduced tariffs or terminals"),
            definition: BilingualText(
                zh: "年末享受电信资费或信息终端优惠的低保家庭户数 ÷ 低保家庭户数 × 100%",
                en: """
                    Households on the minimum living allowance with a reduced telecom tariff or subsidised terminal \
                    as a share of all such households, at the end of the year
                    """),
            rationale: BilingualText(
                zh: "政策要求向低收入人群推广经济适用的信息终端",
                en: "The policy asks for affordable terminals for people of low income"),
            unitOfMeasure: .percent,
            statements: ["X4"],
            variables: [served, all],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "2万户中9000户", en: "9,000 of 20,000 households"),
                    [served: 9000, all: 20000], gives: 45)
            ]),
        formula: .share(served, of: all))
}
