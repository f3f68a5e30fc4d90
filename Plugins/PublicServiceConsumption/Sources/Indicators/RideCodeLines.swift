import AssessmentCore

/// The share of public transport lines that take the ride code.
enum RideCodeLines {
    static let accepting = Variable(
        id: "transit_lines_with_ride_code",
        name: BilingualText(zh: "可用乘车码的公共交通线路数", en: "Public transport lines that take the ride code"),
        definition: BilingualText(
            zh: "年末全部车辆或站点均可扫描手机乘车码（含微信乘车码）支付的公共汽电车和城市轨道交通线路条数",
            en: "Bus, trolleybus and urban rail lines on which, at the end of the year, every vehicle or station takes "
                + "a mobile ride code, WeChat's among them"),
        unitOfMeasure: .lines,
        reportedBy: .transportBureau)

    static let lines = Variable(
        id: "transit_lines",
        name: BilingualText(zh: "公共交通线路数", en: "Public transport lines"),
        definition: BilingualText(
            zh: "年末运营的公共汽电车线路与城市轨道交通线路条数之和；没有轨道交通的市即公交线路数",
            en: "Bus, trolleybus and urban rail lines in operation at the end of the year; where there is no rail, the "
                + "bus lines"),
        unitOfMeasure: .lines,
        reportedBy: .transportBureau)

    static let checks: [DataCheck] = [
        .count(accepting, "public"),
        .count(lines, "public"),
        .part(accepting, of: lines, "public"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "public.ride_code_lines",
            name: BilingualText(zh: "乘车码线路覆盖率", en: "Lines that take the ride code"),
            definition: BilingualText(
                zh: "可用乘车码的公共交通线路数 ÷ 公共交通线路数 × 100%，年末数",
                en: "Lines that take the ride code as a share of public transport lines, end of year"),
            rationale: BilingualText(
                zh: "政策支持乘车码在全省各市推广，线路覆盖率反映一市推广到什么程度",
                en: "The policy wants the ride code in every city; the share of lines says how far a city has come"),
            unitOfMeasure: .percent,
            statements: ["S4"],
            variables: [accepting, lines],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "197条公交和3条轨道线路中190条", en: "190 of 197 bus and 3 rail lines"),
                    [accepting: 190, lines: 200], gives: 95)
            ]),
        formula: .share(accepting, of: lines))
}
