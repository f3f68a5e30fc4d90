import AssessmentCore

/// The departments that report to this domain, by the names that city governments use.
extension BilingualText {
    static let informationTechnologyBureau = BilingualText(
        zh: "经济和信息化局", en: "Economy and information technology bureau")
    static let provincialInformationTechnologyDepartment = BilingualText(
        zh: "省经济和信息化厅", en: "Provincial department of economy and information technology")
    static let statisticsBureau = BilingualText(zh: "统计局", en: "Statistics bureau")
    static let agricultureBureau = BilingualText(zh: "农业农村局", en: "Agriculture and rural affairs bureau")
}
