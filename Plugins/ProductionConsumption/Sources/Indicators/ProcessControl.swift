import AssessmentCore

/// The share of industry's key processes under numerical control.
enum ProcessControl {
    static let rate = Variable(
        id: "key_process_control_rate",
        name: BilingualText(zh: "关键工序数控化率", en: "Key processes under numerical control"),
        definition: BilingualText(
            zh: "两化融合评估中，参评规模以上工业企业主要生产线关键工序由数控系统控制的比例的平均值，百分数，年末值",
            en: "The average over the industrial enterprises assessed for the integration of informatisation and "
                + "industrialisation: per cent of key processes under numerical control at the end of the year"),
        unitOfMeasure: .percent,
        carrying: .missing,
        reportedBy: .informationTechnologyBureau)

    static let checks: [DataCheck] = [.percentage(rate, "production")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "production.process_control",
            name: rate.name,
            definition: BilingualText(
                zh: "采用两化融合评估公布的关键工序数控化率，不再计算",
                en: "The rate of key processes under numerical control, as published by the assessment"),
            rationale: BilingualText(
                zh: "政策要求信息技术在工业控制、智能工厂等领域应用，数控化率反映生产环节的实际应用",
                en: "The policy asks for information technology in process control and smart factories; "
                    + "the rate shows its use on the production line"),
            unitOfMeasure: .percent,
            statements: ["M1"],
            variables: [rate],
            examples: [
                IndicatorExample(BilingualText(zh: "公布值52.1%", en: "Published as 52.1 %"), [rate: 52.1], gives: 52.1)
            ]),
        formula: .variable(rate))
}
