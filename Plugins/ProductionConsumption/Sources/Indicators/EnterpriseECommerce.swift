import AssessmentCore

/// The share of surveyed enterprises that trade over the internet.
enum EnterpriseECommerce {
    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "production.enterprise_ecommerce",
            name: BilingualText(zh: "有电子商务交易活动的企业占比", en: "Enterprises with e-commerce transactions"),
            definition: BilingualText(
                zh: "有电子商务交易活动的企业数 ÷ 一套表调查企业数 × 100%",
                en: "Enterprises that sold or purchased over the internet as a share of surveyed enterprises"),
            rationale: BilingualText(
                zh: "政策推进企业在线采购、销售和服务平台，该占比反映企业使用网络平台的普及程度",
                en: "The policy promotes online purchasing, sales and service platforms; "
                    + "the share shows how many enterprises use them"),
            unitOfMeasure: .percent,
            statements: ["M2"],
            variables: [.eCommerceEnterprises, .surveyedEnterprises],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "2500家企业中有300家", en: "300 of 2,500 enterprises"),
                    [.eCommerceEnterprises: 300, .surveyedEnterprises: 2500], gives: 12)
            ]),
        formula: .share(.eCommerceEnterprises, of: .surveyedEnterprises))
}
