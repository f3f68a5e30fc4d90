import AssessmentCore

/// The departments of a city that report the variables of this domain.
extension BilingualText {
    static let agricultureBureau = BilingualText(zh: "农业农村局", en: "Agriculture and rural affairs bureau")
    static let civilAffairsBureau = BilingualText(zh: "民政局", en: "Civil affairs bureau")
    static let commerceBureau = BilingualText(zh: "商务局", en: "Commerce bureau")
    static let cultureBureau = BilingualText(zh: "文化和旅游局", en: "Culture and tourism bureau")
    static let customs = BilingualText(zh: "海关", en: "Customs")
    static let educationBureau = BilingualText(zh: "教育局", en: "Education bureau")
    static let healthCommission = BilingualText(zh: "卫生健康委员会", en: "Health commission")
    static let publicityDepartment = BilingualText(zh: "市委宣传部", en: "Publicity department")
    static let statisticsBureau = BilingualText(zh: "统计局", en: "Statistics bureau")
}
