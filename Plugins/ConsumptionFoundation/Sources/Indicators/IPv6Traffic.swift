import AssessmentCore

/// The share of mobile traffic that runs over IPv6.
enum IPv6Traffic {
    static let traffic = Variable(
        id: "ipv6_mobile_traffic",
        name: BilingualText(zh: "移动网络IPv6流量", en: "Mobile IPv6 traffic"),
        definition: BilingualText(
            zh: "全年移动互联网接入流量中经IPv6传输的流量",
            en: "The part of mobile internet traffic of the whole year that ran over IPv6"),
        unitOfMeasure: .tenThousandGigabytes,
        reportedBy: Department.communications)

    static let checks: [DataCheck] = [
        .amount(traffic, "foundation"),
        .part(traffic, of: .mobileDataTraffic, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.ipv6_traffic",
            name: BilingualText(zh: "移动网络IPv6流量占比", en: "IPv6 share of mobile traffic"),
            definition: BilingualText(
                zh: "全年移动网络IPv6流量 ÷ 全年移动互联网接入流量 × 100%；只到市级",
                en: "IPv6 traffic as a share of all mobile internet traffic over the whole year; for cities only"),
            rationale: BilingualText(
                zh: "演进升级的成效在于实际走IPv6的流量",
                en: "How far the migration has come shows in the traffic that runs over IPv6"),
            unitOfMeasure: .percent,
            statements: ["I6"],
            variables: [traffic, .mobileDataTraffic],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "4亿GB中0.6亿GB", en: "60 of 400 million GB"),
                    [traffic: 6000, .mobileDataTraffic: 40000], gives: 15)
            ]),
        formula: .share(traffic, of: .mobileDataTraffic))
}
