import AssessmentCore

/// The share of the elderly living alone who have an emergency call device.
enum EmergencyCallCoverage {
    static let equipped = Variable(
        id: "elders_alone_with_emergency_call",
        name: BilingualText(zh: "配备紧急呼叫设备的独居老年人", en: "Elderly living alone with an emergency call"),
        definition: BilingualText(
            zh: "年末家中装有或随身配有接入应急平台的一键呼叫设备的独居老年人，一人只计一次",
            en: "Elderly persons living alone, each counted once, who at the end of the year have a one-button call at "
                + "home or on them that is connected to an emergency platform"),
        unitOfMeasure: .persons,
        reportedBy: .civilAffairsBureau)

    static let alone = Variable(
        id: "elders_living_alone",
        name: BilingualText(zh: "独居老年人", en: "Elderly living alone"),
        definition: BilingualText(
            zh: "年末在册的60周岁及以上独居老年人", en: "Registered persons of 60 and over living alone, end of year"),
        unitOfMeasure: .persons,
        reportedBy: .civilAffairsBureau)

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "eldercare.emergency_call_coverage",
            name: BilingualText(zh: "独居老年人紧急呼叫覆盖率", en: "Emergency call coverage of the elderly living alone"),
            definition: BilingualText(
                zh: "配备紧急呼叫设备的独居老年人 ÷ 独居老年人 × 100%，年末数",
                en: "Elderly living alone with an emergency call as a share of all living alone, end of year"),
            rationale: BilingualText(
                zh: "政策要求推广智能产品应用；独居老年人最需要一键呼叫",
                en: "The policy wants smart products in use; those who live alone need a one-button call most"),
            unitOfMeasure: .percent,
            statements: ["EC2"],
            variables: [equipped, alone],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "5万人中3.2万人", en: "32,000 of 50,000"), [equipped: 32_000, alone: 50_000],
                    gives: 64),
                IndicatorExample(
                    BilingualText(zh: "分子未报送", en: "The numerator was not submitted"),
                    variables: [equipped.id: [nil], alone.id: [50_000]], expected: [.absent(.notSubmitted)]),
            ]),
        formula: .share(equipped, of: alone))
}
