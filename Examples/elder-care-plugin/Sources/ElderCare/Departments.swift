import AssessmentCore

/// The departments of a city that report the variables of this domain.
extension BilingualText {
    static let civilAffairsBureau = BilingualText(zh: "民政局", en: "Civil affairs bureau")
    static let economyBureau = BilingualText(zh: "经济和信息化局", en: "Economy and information technology bureau")
    static let healthCommission = BilingualText(zh: "卫生健康委员会", en: "Health commission")
}
