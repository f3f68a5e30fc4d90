import AssessmentCore

/// The share of catering revenue that is ordered over public networks.
enum OnlineCatering {
    static let online = Variable(
        id: "catering_revenue_online",
        name: BilingualText(zh: "通过公共网络实现的餐费收入", en: "Catering revenue through public networks"),
        definition: BilingualText(
            zh: "全年限额以上住宿和餐饮业单位通过公共网络（含第三方平台、自建网站、移动应用）取得订单的餐费收入",
            en: "Whole-year catering revenue of hotels and restaurants above the size threshold on orders received "
                + "over public networks: platforms, own sites and mobile applications"),
        unitOfMeasure: .hundredMillionYuan,
        reportedBy: .statisticsBureau)

    static let total = Variable(
        id: "catering_revenue",
        name: BilingualText(zh: "限额以上单位餐费收入", en: "Catering revenue above the size threshold"),
        definition: BilingualText(
            zh: "全年限额以上住宿和餐饮业单位的餐费收入",
            en: "Whole-year catering revenue of hotels and restaurants above the size threshold"),
        unitOfMeasure: .hundredMillionYuan,
        reportedBy: .statisticsBureau)

    static let checks: [DataCheck] = [
        .amount(online, "life"),
        .amount(total, "life"),
        .part(online, of: total, "life"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "life.online_catering",
            name: BilingualText(zh: "餐费收入网络订单占比", en: "Catering revenue ordered online"),
            definition: BilingualText(
                zh: "通过公共网络实现的餐费收入 ÷ 餐费收入 × 100%，全年数，限额以上住宿和餐饮业单位",
                en: "Catering revenue through public networks as a share of catering revenue, whole year, hotels and "
                    + "restaurants above the size threshold"),
            rationale: BilingualText(
                zh: "餐饮线上下单、线下消费，是统计制度已按网络渠道分列的社区生活服务",
                en: "Meals ordered online and served offline are a community service that statistics split by channel"),
            unitOfMeasure: .percent,
            statements: ["L1"],
            variables: [online, total],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "80亿元中网络订单12亿元", en: "CNY 1.2bn of 8bn"),
                    [online: 12, total: 80], gives: 15)
            ]),
        formula: .share(online, of: total))
}
