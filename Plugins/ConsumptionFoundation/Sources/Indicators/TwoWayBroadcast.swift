import AssessmentCore

/// The share of the cable network that is two-way.
enum TwoWayBroadcast {
    static let twoWay = Variable(
        id: "two_way_cable_households",
        name: BilingualText(zh: "有线电视双向网络覆盖户数", en: "Households reached by two-way cable"),
        definition: BilingualText(
            zh: "年末完成双向化改造的有线电视网络覆盖的家庭户数",
            en: "Households reached by cable that has been made two-way, at the end of the year"),
        unitOfMeasure: .households,
        reportedBy: Department.culture)

    static let all = Variable(
        id: "cable_households",
        name: BilingualText(zh: "有线电视网络覆盖户数", en: "Households reached by cable"),
        definition: BilingualText(
            zh: "年末有线电视网络覆盖的家庭户数，含未开通的",
            en: "Households that the cable network reaches at the end of the year, subscribed or not"),
        unitOfMeasure: .households,
        reportedBy: Department.culture)

    static let checks: [DataCheck] = [
        .count(twoWay, "foundation"),
        .count(all, "foundation"),
        .part(twoWay, of: all, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.two_way_broadcast",
            name: BilingualText(zh: "有线电视双向网覆盖率", en: "Cable network made two-way"),
            definition: BilingualText(
                zh: "年末有线电视双向网络覆盖户数 ÷ 有线电视网络覆盖户数 × 100%",
                en: """
                    Households that the two-way cable network reaches as a share of those that the cable network \
                    reaches, at the end of the year
                    """),
            rationale: BilingualText(
                zh: "下一代广播电视网以双向化为基础",
                en: "The next-generation broadcast network rests on two-way cable"),
            unitOfMeasure: .percent,
            statements: ["I7"],
            variables: [twoWay, all],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "50万户中42.5万户", en: "425,000 of 500,000 households"),
                    [twoWay: 425000, all: 500000], gives: 85)
            ]),
        formula: .share(twoWay, of: all))
}
