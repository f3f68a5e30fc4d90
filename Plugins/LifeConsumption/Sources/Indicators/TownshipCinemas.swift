import AssessmentCore

/// The share of townships with a digital cinema.
enum TownshipCinemas {
    static let equipped = Variable(
        id: "townships_with_digital_cinema",
        name: BilingualText(zh: "有数字影院的乡镇数", en: "Townships with a digital cinema"),
        definition: BilingualText(
            zh: "年末辖区内至少有一家持电影放映经营许可的固定数字影院的乡镇数，不含流动放映",
            en: "Townships with at least one licensed fixed digital cinema at the end of the year, without mobile "
                + "screenings"),
        unitOfMeasure: .count,
        reportedBy: .publicityDepartment)

    static let townships = Variable(
        id: "townships",
        name: BilingualText(zh: "乡镇数", en: "Townships"),
        definition: BilingualText(
            zh: "年末乡和建制镇个数，不含街道", en: "Townships and towns at the end of the year, without subdistricts"),
        unitOfMeasure: .count,
        reportedBy: .civilAffairsBureau)

    static let checks: [DataCheck] = [
        .count(equipped, "life"),
        .count(townships, "life"),
        .part(equipped, of: townships, "life"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "life.township_cinemas",
            name: BilingualText(zh: "乡镇数字影院覆盖率", en: "Townships with a digital cinema"),
            definition: BilingualText(
                zh: "年末有数字影院的乡镇数 ÷ 年末乡镇数 × 100%",
                en: "Townships with a digital cinema as a share of all townships, end of year"),
            rationale: BilingualText(
                zh: "政策要求加快推进乡镇数字影院建设",
                en: "The policy asks to speed up digital cinemas in townships"),
            unitOfMeasure: .percent,
            statements: ["L7"],
            variables: [equipped, townships],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "80个乡镇中有28个", en: "28 of 80 townships"),
                    [equipped: 28, townships: 80], gives: 35),
                IndicatorExample(
                    BilingualText(zh: "只有街道的区不适用", en: "A district of subdistricts alone is not concerned"),
                    variables: [equipped.id: [0], townships.id: [0]], expected: [.absent(.zeroDenominator)]),
            ]),
        formula: .share(equipped, of: townships))
}
