import AssessmentCore

/// How the services that are delivered through the smart elder-care platform grow.
enum PlatformOrdersGrowth {
    static let orders = Variable(
        id: "elder_care_platform_orders",
        name: BilingualText(zh: "智慧养老平台完成服务单数", en: "Orders fulfilled by the elder-care platform"),
        definition: BilingualText(
            zh: "全年经智慧养老（居家养老）信息平台派单并完成的服务单数，撤销和未完成的不计",
            en: "Services that the information platform for elder care dispatched and that were delivered in the year, "
                + "without those cancelled or not delivered"),
        unitOfMeasure: .requests,
        reportedBy: .civilAffairsBureau)

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "eldercare.platform_orders_growth",
            name: BilingualText(zh: "智慧养老平台服务单增速", en: "Growth of platform orders"),
            definition: BilingualText(
                zh: "（本年完成服务单数 ÷ 上年完成服务单数 − 1）× 100%",
                en: "Orders fulfilled in the year against the year before, less one, in per cent"),
            rationale: BilingualText(
                zh: "政策要求建设智慧应用公共平台；单量增长反映平台建成后是否有人用",
                en: "The policy wants public platforms; growing orders show that they are used once they stand"),
            unitOfMeasure: .percent,
            statements: ["EC1"],
            variables: [orders],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "首年无上年可比；8万增至10万", en: "No year before the first; from 80,000 to 100,000"),
                    periods: [Period(year: 2019), Period(year: 2020)], variables: [orders.id: [80_000, 100_000]],
                    expected: [.absent(.noEarlierPeriod), .value(25)]),
                IndicatorExample(
                    BilingualText(zh: "上年未报送，本年也不能算", en: "Without last year's figure there is no growth"),
                    periods: [Period(year: 2019), Period(year: 2020)], variables: [orders.id: [nil, 100_000]],
                    expected: [.absent(.notSubmitted), .absent(.notSubmitted)]),
                IndicatorExample(
                    BilingualText(zh: "平台上年尚未运行", en: "The platform did not run the year before"),
                    periods: [Period(year: 2019), Period(year: 2020)], variables: [orders.id: [0, 5_000]],
                    expected: [.absent(.noEarlierPeriod), .absent(.zeroDenominator)]),
            ]),
        formula: .growth(orders))
}
