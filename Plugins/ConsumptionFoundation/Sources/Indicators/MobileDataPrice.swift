import AssessmentCore

/// What a unit of mobile traffic costs.
enum MobileDataPrice {
    static let revenue = Variable(
        id: "mobile_data_revenue",
        name: BilingualText(zh: "移动数据及互联网业务收入", en: "Revenue from mobile data"),
        definition: BilingualText(
            zh: "全年基础电信企业移动数据及互联网业务收入，不含增值税",
            en: """
                The whole year’s revenue of the telecom operators from mobile data and internet service, without \
                value-added tax
                """),
        unitOfMeasure: .tenThousandYuan,
        reportedBy: Department.communications)

    static let checks: [DataCheck] = [.amount(revenue, "foundation")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.mobile_data_price",
            name: BilingualText(zh: "移动流量平均资费", en: "Average price of mobile data"),
            definition: BilingualText(
                zh: "全年移动数据及互联网业务收入 ÷ 全年移动互联网接入流量（元/GB），越低越好；只到市级",
                en: """
                    Revenue from mobile data over mobile internet traffic, both of the whole year; lower is better; \
                    for cities only
                    """),
            rationale: BilingualText(
                zh: "降费的成效在于每单位流量实际支付的价格",
                en: "Whether networks became cheaper shows in what is paid for a unit of traffic"),
            unitOfMeasure: .yuanPerGigabyte,
            direction: .lowerIsBetter,
            statements: ["G4"],
            variables: [revenue, .mobileDataTraffic],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "18亿元、4亿GB", en: "CNY 1.8 billion for 400 million GB"),
                    [revenue: 180000, .mobileDataTraffic: 40000], gives: 4.5)
            ]),
        formula: .rate(revenue, of: .mobileDataTraffic))
}
