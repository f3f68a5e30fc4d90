import AssessmentCore

/// How long an emergency call of an elderly person waits for help on average.
enum EmergencyResponseMinutes {
    static let minutes = Variable(
        id: "elder_emergency_minutes",
        name: BilingualText(zh: "紧急呼叫到场用时合计", en: "Minutes until help arrived, added up"),
        definition: BilingualText(
            zh: "全年有效紧急呼叫自接通至救助人员到场的分钟数合计",
            en: "The minutes from the call to the arrival of help, added up over the valid emergency calls of the year"),
        unitOfMeasure: .minutes,
        reportedBy: .civilAffairsBureau)

    static let calls = Variable(
        id: "elder_emergency_calls",
        name: BilingualText(zh: "老年人有效紧急呼叫", en: "Valid emergency calls of the elderly"),
        definition: BilingualText(
            zh: "全年应急平台受理的老年人紧急呼叫，误触和测试不计",
            en: "Emergency calls of the elderly that the platform took in the year, without false alarms and tests"),
        unitOfMeasure: .requests,
        reportedBy: .civilAffairsBureau)

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "eldercare.emergency_response_minutes",
            name: BilingualText(zh: "紧急呼叫平均响应时间", en: "Average response time of emergency calls"),
            definition: BilingualText(
                zh: "紧急呼叫到场用时合计 ÷ 有效紧急呼叫，全年数",
                en: "Minutes until help arrived for each valid emergency call, whole year"),
            rationale: BilingualText(
                zh: "政策要求提升智能服务水平；设备装了，人到得快不快才是服务",
                en: "The policy wants better smart services; a device is a service only if somebody comes quickly"),
            unitOfMeasure: .minutes,
            direction: .lowerIsBetter,
            statements: ["EC3"],
            variables: [minutes, calls],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "400次共6000分钟", en: "6,000 minutes over 400 calls"),
                    [minutes: 6_000, calls: 400], gives: 15),
                IndicatorExample(
                    BilingualText(zh: "全年没有呼叫的不适用", en: "Without a call nobody waited"),
                    variables: [minutes.id: [0], calls.id: [0]], expected: [.absent(.zeroDenominator)]),
                IndicatorExample(
                    BilingualText(zh: "呼叫数未报送", en: "The calls were not submitted"),
                    variables: [minutes.id: [6_000], calls.id: [nil]], expected: [.absent(.notSubmitted)]),
            ]),
        formula: .rate(minutes, of: calls))
}
