import AssessmentCore

/// How evenly enterprises use platforms, logistics and supply-chain services.
enum ServiceBalance {
    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "production.service_balance",
            name: BilingualText(zh: "生产服务均衡度", en: "Balance of services for production"),
            definition: BilingualText(
                zh: "有电子商务交易活动、物流配送信息化管理、购销存信息化管理三项企业占比中的最小值 ÷ 三项平均值 × 100%。"
                    + "三项出自同一调查、同一批企业，因而可比；移动支付按商户统计，对象不同，不纳入",
                en: "The smallest of three shares of enterprises against their mean, in per cent: with e-commerce, "
                    + "with logistics managed by software, with purchases, sales and stock managed by software. They "
                    + "come from one survey of the same enterprises and so compare; payment is counted by merchants "
                    + "and left out"),
            rationale: BilingualText(
                zh: "政策把网络平台、物流和供应链管理并列为重点，一项滞后会拖累全过程",
                en: "The policy names platforms, logistics and supply chains together; one that lags holds up all"),
            unitOfMeasure: .percent,
            statements: ["M2", "M4", "M5"],
            variables: [
                .eCommerceEnterprises, .logisticsEnterprises, .supplyChainEnterprises, .surveyedEnterprises,
            ],
            examples: [
                IndicatorExample(
                    BilingualText(
                        zh: "占比12%、16%和44%：平均24%，最小为其一半",
                        en: "12 %, 16 % and 44 %: the mean is 24 %, the smallest is half of it"),
                    [
                        .eCommerceEnterprises: 300, .logisticsEnterprises: 400, .supplyChainEnterprises: 1100,
                        .surveyedEnterprises: 2500,
                    ], gives: 50),
                IndicatorExample(
                    BilingualText(zh: "三项相同为100%", en: "Three alike give 100 %"),
                    [
                        .eCommerceEnterprises: 30, .logisticsEnterprises: 30, .supplyChainEnterprises: 30,
                        .surveyedEnterprises: 120,
                    ], gives: 100),
                IndicatorExample(
                    BilingualText(
                        zh: "三项都没有的县为0；缺一项则缺失",
                        en: "A county with none of the three has 0; without one figure it is missing"),
                    units: [county("349901", "甲县", "County A"), county("349902", "乙县", "County B")],
                    variables: [
                        Variable.eCommerceEnterprises.id: [0, 20],
                        Variable.logisticsEnterprises.id: [0, nil],
                        Variable.supplyChainEnterprises.id: [0, 60],
                        Variable.surveyedEnterprises.id: [180, 200],
                    ],
                    expected: [.value(0), .absent(.notSubmitted)]),
            ]),
        formula: .balance([
            .share(.eCommerceEnterprises, of: .surveyedEnterprises),
            .share(.logisticsEnterprises, of: .surveyedEnterprises),
            .share(.supplyChainEnterprises, of: .surveyedEnterprises),
        ]))

    private static func county(_ code: String, _ zh: String, _ en: String) -> AssessedUnit {
        AssessedUnit(code: code, name: BilingualText(zh: zh, en: en), level: "county")
    }
}
