import AssessmentCore

/// The share of surveyed enterprises that manage logistics by information systems.
enum LogisticsInformation {
    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "production.logistics_information",
            name: BilingualText(zh: "物流配送信息化管理企业占比", en: "Enterprises that manage logistics by software"),
            definition: BilingualText(
                zh: "物流配送信息化管理的企业数 ÷ 一套表调查企业数 × 100%",
                en: "Enterprises that manage logistics and delivery by information systems as a share of those surveyed"
            ),
            rationale: BilingualText(
                zh: "现代物流区别于传统运输之处在于信息化管理，该占比反映生产经营中的普及程度",
                en: "What makes logistics modern is its management by information systems; the share shows its spread"),
            unitOfMeasure: .percent,
            statements: ["M4"],
            variables: [.logisticsEnterprises, .surveyedEnterprises],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "2500家企业中有350家", en: "350 of 2,500 enterprises"),
                    [.logisticsEnterprises: 350, .surveyedEnterprises: 2500], gives: 14)
            ]),
        formula: .share(.logisticsEnterprises, of: .surveyedEnterprises))
}
