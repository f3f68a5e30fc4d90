import AssessmentCore

/// The share of public transport trips that are paid with the ride code.
enum RideCodeTrips {
    private static let tenThousandTrips = UnitOfMeasure(BilingualText(zh: "万人次", en: "10,000 trips"), decimals: 2)

    static let paid = Variable(
        id: "transit_trips_by_ride_code",
        name: BilingualText(zh: "乘车码支付客运量", en: "Trips paid with the ride code"),
        definition: BilingualText(
            zh: "全年扫描手机乘车码（含微信乘车码）支付的公共汽电车和城市轨道交通客运量",
            en: "Whole-year trips by bus, trolleybus and urban rail paid with a mobile ride code, WeChat's among them"),
        unitOfMeasure: tenThousandTrips,
        reportedBy: .transportBureau)

    static let trips = Variable(
        id: "transit_trips",
        name: BilingualText(zh: "公共交通客运量", en: "Public transport trips"),
        definition: BilingualText(
            zh: "全年公共汽电车和城市轨道交通客运量，含免费乘客",
            en: "Whole-year trips by bus, trolleybus and urban rail, free riders included"),
        unitOfMeasure: tenThousandTrips,
        reportedBy: .transportBureau)

    static let checks: [DataCheck] = [
        .amount(paid, "public"),
        .amount(trips, "public"),
        .part(paid, of: trips, "public"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "public.ride_code_trips",
            name: BilingualText(zh: "乘车码支付占比", en: "Trips paid with the ride code"),
            definition: BilingualText(
                zh: "乘车码支付客运量 ÷ 公共交通客运量 × 100%，全年数",
                en: "Trips paid with the ride code as a share of public transport trips, whole year"),
            rationale: BilingualText(
                zh: "线路可用之外，占比反映乘客是否真正使用乘车码",
                en: "Beyond the lines that take it, the share shows whether riders use the code"),
            unitOfMeasure: .percent,
            statements: ["S4"],
            variables: [paid, trips],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "2亿人次中6400万", en: "64 of 200 million trips"),
                    [paid: 6400, trips: 20_000], gives: 32)
            ]),
        formula: .share(paid, of: trips))
}
