import AssessmentCore

/// The share of households that receive digital radio and television.
enum DigitalBroadcasting {
    static let reached = Variable(
        id: "households_with_digital_broadcasting",
        name: BilingualText(zh: "通数字广播电视的户数", en: "Households with digital broadcasting"),
        definition: BilingualText(
            zh: "年末通过有线数字、直播卫星、地面数字或交互式网络电视（IPTV）至少一种方式收听收看数字广播电视的常住家庭户数，一户只计一次",
            en: "Resident households, each counted once, that at the end of the year receive digital radio and "
                + "television by cable, satellite, terrestrial signal or IPTV"),
        unitOfMeasure: .households,
        reportedBy: BilingualText(zh: "文化和旅游局（广播电视局）", en: "Culture and tourism bureau (broadcasting)"))

    static let checks: [DataCheck] = [.count(reached, "life"), .part(reached, of: .residentHouseholds, "life")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "life.digital_broadcasting",
            name: BilingualText(zh: "数字广播电视户户通率", en: "Households with digital broadcasting"),
            definition: BilingualText(
                zh: "年末通数字广播电视的常住家庭户数 ÷ 年末常住家庭户数 × 100%",
                en: "Households with digital broadcasting as a share of resident households, end of year"),
            rationale: BilingualText(
                zh: "政策要求基本实现数字广播电视户户通；“基本”没有印出数字",
                en: "The policy wants digital broadcasting in basically every household and prints no number"),
            unitOfMeasure: .percent,
            statements: ["L5"],
            variables: [reached, .residentHouseholds],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "25万户中24.5万户", en: "245,000 of 250,000 households"),
                    [reached: 245_000, .residentHouseholds: 250_000], gives: 98)
            ]),
        formula: .share(reached, of: .residentHouseholds))
}
