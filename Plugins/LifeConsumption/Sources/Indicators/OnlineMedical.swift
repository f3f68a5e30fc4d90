import AssessmentCore

/// The share of hospitals that offer appointment, payment and results online.
enum OnlineMedical {
    static let online = Variable(
        id: "hospitals_with_online_services",
        name: BilingualText(zh: "三项在线服务齐全的医院数", en: "Hospitals with all three online services"),
        definition: BilingualText(
            zh: "年末同时开通网上预约、网络支付、检查检验结果查询三项服务的二级及以上医院数",
            en: "Hospitals of the second and third grade that offer appointments, payment and test results online, all "
                + "three, at the end of the year"),
        unitOfMeasure: .count,
        reportedBy: .healthCommission)

    static let checks: [DataCheck] = [
        .count(online, "life"),
        .part(online, of: .secondaryAndTertiaryHospitals, "life"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "life.online_medical",
            name: BilingualText(zh: "在线就医服务医院覆盖率", en: "Hospitals with online services"),
            definition: BilingualText(
                zh: "网上预约、网络支付、结果查询三项齐全的二级及以上医院数 ÷ 二级及以上医院数 × 100%，年末数",
                en: "Hospitals with online appointments, payment and results as a share of hospitals of the second and "
                    + "third grade, end of year"),
            rationale: BilingualText(
                zh: "政策点名推广网上预约、网络支付、结果查询，三项齐全才算便捷就医",
                en: "The policy names appointments, payment and results online; a visit is convenient with all three"),
            unitOfMeasure: .percent,
            statements: ["L3"],
            variables: [online, .secondaryAndTertiaryHospitals],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "48家医院中有36家", en: "36 of 48 hospitals"),
                    [online: 36, .secondaryAndTertiaryHospitals: 48], gives: 75),
                IndicatorExample(
                    BilingualText(zh: "没有二级及以上医院的区不适用", en: "A district without such hospitals is not concerned"),
                    variables: [online.id: [0], Variable.secondaryAndTertiaryHospitals.id: [0]],
                    expected: [.absent(.zeroDenominator)]),
            ]),
        formula: .share(online, of: .secondaryAndTertiaryHospitals))
}
