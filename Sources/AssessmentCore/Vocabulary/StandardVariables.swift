/// The denominators of official statistics that every domain shares.
extension Variable {
    /// The variables that every domain shares.
    public static let standard = [
        residentPopulation, grossRegionalProduct, residentHouseholds, ruralHouseholds, administrativeVillages,
    ]

    private static let statisticsBureau = BilingualText(zh: "统计局", en: "Statistics bureau")

    /// Permanent residents at the end of the year.
    public static let residentPopulation = Variable(
        id: "resident_population",
        name: BilingualText(zh: "常住人口", en: "Permanent residents"),
        definition: BilingualText(
            zh: "年末常住人口；普查年份用普查时点数",
            en: "Permanent residents at the end of the year; in a census year, on the census day"),
        unitOfMeasure: .tenThousandPersons,
        reportedBy: statisticsBureau)

    /// Gross regional product at current prices.
    public static let grossRegionalProduct = Variable(
        id: "gross_regional_product",
        name: BilingualText(zh: "地区生产总值", en: "Gross regional product"),
        definition: BilingualText(zh: "按当年价格计算的地区生产总值", en: "Gross regional product at current prices"),
        unitOfMeasure: .hundredMillionYuan,
        reportedBy: statisticsBureau)

    /// Households that live in the unit.
    public static let residentHouseholds = Variable(
        id: "resident_households",
        name: BilingualText(zh: "常住家庭户数", en: "Resident households"),
        definition: BilingualText(zh: "年末常住家庭户数", en: "Resident households at the end of the year"),
        unitOfMeasure: .households,
        reportedBy: statisticsBureau)

    /// Rural households that live in the unit.
    public static let ruralHouseholds = Variable(
        id: "rural_households",
        name: BilingualText(zh: "农村常住家庭户数", en: "Rural resident households"),
        definition: BilingualText(zh: "年末农村常住家庭户数", en: "Rural resident households at the end of the year"),
        unitOfMeasure: .households,
        reportedBy: statisticsBureau)

    /// Administrative villages.
    public static let administrativeVillages = Variable(
        id: "administrative_villages",
        name: BilingualText(zh: "行政村数", en: "Administrative villages"),
        definition: BilingualText(
            zh: "年末建制村（行政村）个数，不含居委会", en: "Administrative villages at the end of the year, without urban committees"),
        unitOfMeasure: .count,
        reportedBy: BilingualText(zh: "民政局", en: "Civil affairs bureau"))
}
