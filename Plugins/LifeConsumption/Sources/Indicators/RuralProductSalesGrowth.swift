import AssessmentCore

/// The yearly growth of online sales of rural products.
enum RuralProductSalesGrowth {
    static let sales = Variable(
        id: "rural_product_online_sales",
        name: BilingualText(zh: "农村产品网络销售额", en: "Online sales of rural products"),
        definition: BilingualText(
            zh: "全年本地农产品及农村生产加工产品通过网络实现的销售额，当年价格",
            en: "Whole-year online sales of local farm produce and goods made in rural areas, at current prices"),
        unitOfMeasure: .hundredMillionYuan,
        reportedBy: .commerceBureau)

    private static let twoYears = [Period(year: 2019), Period(year: 2020)]

    static let checks: [DataCheck] = [.amount(sales, "life")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "life.rural_product_sales_growth",
            name: BilingualText(zh: "农村产品网络销售额增速", en: "Growth of online sales of rural products"),
            definition: BilingualText(
                zh: "（当年农村产品网络销售额 ÷ 上年 − 1）× 100%，当年价格，未扣除价格因素",
                en: "Change of the year's online sales of rural products against the year before, at current prices"),
            rationale: BilingualText(
                zh: "网点之外，农村产品卖得出去才说明农村电子商务在发展",
                en: "Beyond service points, rural e-commerce advances when rural products sell"),
            unitOfMeasure: .percent,
            statements: ["L6"],
            variables: [sales],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "由40亿元增至50亿元", en: "From CNY 4bn to 5bn"),
                    periods: twoYears, variables: [sales.id: [40, 50]],
                    expected: [.absent(.noEarlierPeriod), .value(25)]),
                IndicatorExample(
                    BilingualText(zh: "2020年口径调整，不可比", en: "The series begins anew in 2020"),
                    periods: twoYears, variables: [sales.id: [40, 50]],
                    seriesBreaks: [sales.id: [Period(year: 2020)]],
                    expected: [.absent(.noEarlierPeriod), .absent(.seriesBreak)]),
            ]),
        formula: .growth(sales))
}
