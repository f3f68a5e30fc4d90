import AssessmentCore

/// The share of surveyed enterprises that manage purchases, sales and stock by information systems.
enum SupplyChainInformation {
    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "production.supply_chain_information",
            name: BilingualText(
                zh: "购销存信息化管理企业占比", en: "Enterprises that manage their supply chain by software"),
            definition: BilingualText(
                zh: "购销存信息化管理的企业数 ÷ 一套表调查企业数 × 100%",
                en: "Enterprises that manage purchases, sales and stock by information systems as a share of "
                    + "those surveyed"),
            rationale: BilingualText(
                zh: "采购、销售和库存是供应链管理的主要环节，官方统计有连续数据",
                en: "Purchases, sales and stock are what supply-chain management manages, and official statistics "
                    + "cover them"),
            unitOfMeasure: .percent,
            statements: ["M5"],
            variables: [.supplyChainEnterprises, .surveyedEnterprises],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "2500家企业中有1150家", en: "1,150 of 2,500 enterprises"),
                    [.supplyChainEnterprises: 1150, .surveyedEnterprises: 2500], gives: 46)
            ]),
        formula: .share(.supplyChainEnterprises, of: .surveyedEnterprises))
}
