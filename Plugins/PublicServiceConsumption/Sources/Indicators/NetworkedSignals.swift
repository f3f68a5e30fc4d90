import AssessmentCore

/// The share of signal-controlled junctions that the traffic command platform controls.
enum NetworkedSignals {
    static let networked = Variable(
        id: "signal_junctions_networked",
        name: BilingualText(zh: "联网控制的信号灯路口数", en: "Junctions with networked signals"),
        definition: BilingualText(
            zh: "年末接入交通指挥平台并可远程调整配时的城市道路信号灯路口数",
            en:
                "Signal-controlled junctions of urban roads whose timing the traffic command platform can change at the "
                + "end of the year"),
        unitOfMeasure: .count,
        reportedBy: .publicSecurityBureau)

    static let junctions = Variable(
        id: "signal_junctions",
        name: BilingualText(zh: "信号灯路口数", en: "Signal-controlled junctions"),
        definition: BilingualText(
            zh: "年末城市道路信号灯控制路口数",
            en: "Signal-controlled junctions of urban roads at the end of the year"),
        unitOfMeasure: .count,
        reportedBy: .publicSecurityBureau)

    static let checks: [DataCheck] = [
        .count(networked, "public"),
        .count(junctions, "public"),
        .part(networked, of: junctions, "public"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "public.networked_signals",
            name: BilingualText(zh: "信号灯联网控制率", en: "Junctions with networked signals"),
            definition: BilingualText(
                zh: "联网控制的信号灯路口数 ÷ 信号灯路口数 × 100%，年末数",
                en: "Junctions with networked signals as a share of signal-controlled junctions, end of year"),
            rationale: BilingualText(
                zh: "政策要求建设交通指挥调度平台，信号灯联网后才能统一调度",
                en: "The policy asks for traffic command platforms, which can steer only the signals they reach"),
            unitOfMeasure: .percent,
            statements: ["S1"],
            variables: [networked, junctions],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "500个路口中360个", en: "360 of 500 junctions"),
                    [networked: 360, junctions: 500], gives: 72)
            ]),
        formula: .share(networked, of: junctions))
}
