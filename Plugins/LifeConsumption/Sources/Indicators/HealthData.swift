import AssessmentCore

/// The share of hospitals whose records flow into the regional health information platform.
enum HealthData {
    static let connected = Variable(
        id: "hospitals_on_health_platform",
        name: BilingualText(zh: "接入全民健康信息平台的医院数", en: "Hospitals on the health information platform"),
        definition: BilingualText(
            zh: "年末已接入区域全民健康信息平台并逐日上传诊疗数据的二级及以上医院数",
            en: "Hospitals of the second and third grade that upload records daily to the regional health information "
                + "platform at the end of the year"),
        unitOfMeasure: .count,
        reportedBy: .healthCommission)

    static let checks: [DataCheck] = [
        .count(connected, "life"),
        .part(connected, of: .secondaryAndTertiaryHospitals, "life"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "life.health_data",
            name: BilingualText(zh: "医院健康数据接入率", en: "Hospitals on the health information platform"),
            definition: BilingualText(
                zh: "接入全民健康信息平台的二级及以上医院数 ÷ 二级及以上医院数 × 100%，年末数",
                en: "Hospitals on the health information platform as a share of hospitals of the second and third "
                    + "grade, end of year"),
            rationale: BilingualText(
                zh: "政策鼓励健康大数据开发应用，医院数据汇聚是应用的前提",
                en: "The policy encourages the use of health data, for which hospitals must first share it"),
            unitOfMeasure: .percent,
            statements: ["L9"],
            variables: [connected, .secondaryAndTertiaryHospitals],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "50家医院中有42家", en: "42 of 50 hospitals"),
                    [connected: 42, .secondaryAndTertiaryHospitals: 50], gives: 84)
            ]),
        formula: .share(connected, of: .secondaryAndTertiaryHospitals))
}
