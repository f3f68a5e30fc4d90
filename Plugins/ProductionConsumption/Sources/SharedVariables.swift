import AssessmentCore

/// The items that several indicators of this domain read.
extension Variable {
    static let surveyedEnterprises = Variable(
        id: "surveyed_enterprises",
        name: BilingualText(zh: "一套表调查企业数", en: "Enterprises in the integrated survey"),
        definition: BilingualText(
            zh: "年末纳入一套表联网直报、填报信息化和电子商务应用情况的企业法人数："
                + "规模以上工业和服务业、有资质的建筑业、限额以上批发零售和住宿餐饮业、房地产开发经营业",
            en: "Enterprises at the end of the year that answer the official survey on informatisation and e-commerce: "
                + "industry, services, wholesale, retail, hotels and catering above the size limits, "
                + "qualified builders, and property developers"),
        unitOfMeasure: .count,
        reportedBy: .statisticsBureau)

    static let eCommerceEnterprises = Variable(
        id: "enterprises_with_ecommerce",
        name: BilingualText(zh: "有电子商务交易活动的企业数", en: "Enterprises with e-commerce transactions"),
        definition: BilingualText(
            zh: "一套表调查企业中，本年通过互联网接受订单（销售）或发出订单（采购）的企业数",
            en: "Surveyed enterprises that took or placed orders over the internet during the year"),
        unitOfMeasure: .count,
        reportedBy: .statisticsBureau)

    static let logisticsEnterprises = Variable(
        id: "enterprises_managing_logistics_by_software",
        name: BilingualText(zh: "物流配送信息化管理的企业数", en: "Enterprises that manage logistics by software"),
        definition: BilingualText(
            zh: "一套表调查企业中，本年在物流配送管理中使用信息化手段的企业数",
            en: "Surveyed enterprises that managed logistics and delivery by information systems during the year"),
        unitOfMeasure: .count,
        reportedBy: .statisticsBureau)

    static let supplyChainEnterprises = Variable(
        id: "enterprises_managing_supply_by_software",
        name: BilingualText(
            zh: "购销存信息化管理的企业数", en: "Enterprises that manage purchases, sales and stock by software"),
        definition: BilingualText(
            zh: "一套表调查企业中，本年在购销存管理中使用信息化手段的企业数",
            en: "Surveyed enterprises that managed purchases, sales and stock by information systems during the year"),
        unitOfMeasure: .count,
        reportedBy: .statisticsBureau)

    static let industrialEnterprises = Variable(
        id: "industrial_enterprises_above_size",
        name: BilingualText(zh: "规模以上工业企业数", en: "Industrial enterprises above the size limit"),
        definition: BilingualText(
            zh: "年末规模以上工业法人单位数（年主营业务收入2000万元及以上）",
            en: "Industrial enterprises at the end of the year with a main business revenue of CNY 20 million or more"),
        unitOfMeasure: .count,
        reportedBy: .statisticsBureau)
}

extension DataCheck {
    /// What must hold of the variables that several indicators share.
    static let shared: [DataCheck] = [
        .count(.surveyedEnterprises, "production"),
        .count(.eCommerceEnterprises, "production"),
        .count(.logisticsEnterprises, "production"),
        .count(.supplyChainEnterprises, "production"),
        .count(.industrialEnterprises, "production"),
    ]
}
