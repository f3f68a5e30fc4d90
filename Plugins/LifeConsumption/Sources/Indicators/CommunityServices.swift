import AssessmentCore

/// The share of urban communities whose residents order online and are served in their community.
enum CommunityServices {
    static let served = Variable(
        id: "communities_with_online_services",
        name: BilingualText(zh: "线上线下融合服务社区数", en: "Communities with online-to-offline services"),
        definition: BilingualText(
            zh: "年末居民可线上下单或预约、在本社区内获得家政、维修、配送、快递收寄、养老照料中至少三类服务的城市社区数",
            en: "Urban communities where, at the end of the year, residents order online and receive in the community "
                + "at least three of housekeeping, repair, delivery, parcels and care of the elderly"),
        unitOfMeasure: .count,
        reportedBy: .commerceBureau)

    static let communities = Variable(
        id: "urban_communities",
        name: BilingualText(zh: "城市社区数", en: "Urban communities"),
        definition: BilingualText(
            zh: "年末社区居民委员会个数，不含村民委员会",
            en: "Residents' committees at the end of the year, without villagers' committees"),
        unitOfMeasure: .count,
        reportedBy: .civilAffairsBureau)

    static let checks: [DataCheck] = [
        .count(served, "life"),
        .count(communities, "life"),
        .part(served, of: communities, "life"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "life.community_services",
            name: BilingualText(zh: "社区线上线下融合服务覆盖率", en: "Communities with online-to-offline services"),
            definition: BilingualText(
                zh: "年末线上线下融合服务社区数 ÷ 年末城市社区数 × 100%",
                en: "Urban communities with online-to-offline services as a share of all urban communities, end of year"
            ),
            rationale: BilingualText(
                zh: "政策要求发展面向社区生活的线上线下融合服务，覆盖率反映多少社区的居民用得上",
                en: "The policy asks for online-to-offline services for community life; this says how many have them"),
            unitOfMeasure: .percent,
            statements: ["L1"],
            variables: [served, communities],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "640个社区中有400个", en: "400 of 640 communities"),
                    [served: 400, communities: 640], gives: 62.5)
            ]),
        formula: .share(served, of: communities))
}
