import AssessmentCore

/// The share of online retail sales that is ordered on mobile devices.
enum MobileECommerce {
    static let mobile = Variable(
        id: "mobile_online_retail_sales",
        name: BilingualText(zh: "移动端网络零售额", en: "Online retail sales on mobile devices"),
        definition: BilingualText(
            zh: "网络零售额中消费者通过手机、平板等移动终端下单的部分，全年数",
            en: "The part of the year's online retail sales that consumers ordered on telephones or tablets"),
        unitOfMeasure: .hundredMillionYuan,
        reportedBy: .commerceBureau)

    static let total = Variable(
        id: "online_retail_sales",
        name: BilingualText(zh: "网络零售额", en: "Online retail sales"),
        definition: BilingualText(
            zh: "全年本地网络零售店铺（企业与个人）通过网络交易平台实现的商品和服务零售额，按卖方所在地统计",
            en: "Whole-year retail sales of goods and services of local online sellers, by place of the seller"),
        unitOfMeasure: .hundredMillionYuan,
        reportedBy: .commerceBureau)

    static let checks: [DataCheck] = [
        .amount(mobile, "life"),
        .amount(total, "life"),
        .part(mobile, of: total, "life"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "life.mobile_e_commerce",
            name: BilingualText(zh: "移动端网络零售额占比", en: "Share of mobile devices in online retail"),
            definition: BilingualText(
                zh: "移动端网络零售额 ÷ 网络零售额 × 100%，全年数",
                en: "Online retail sales on mobile devices as a share of online retail sales, whole year"),
            rationale: BilingualText(
                zh: "政策要求加快发展移动电子商务，占比反映网络零售中移动端的份量",
                en: "The policy wants mobile e-commerce; the share is its weight in online retail"),
            unitOfMeasure: .percent,
            statements: ["L6"],
            variables: [mobile, total],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "150亿元中移动端120亿元", en: "CNY 12bn of 15bn"),
                    [mobile: 120, total: 150], gives: 80)
            ]),
        formula: .share(mobile, of: total))
}
