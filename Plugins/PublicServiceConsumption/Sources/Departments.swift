import AssessmentCore

/// The departments of a city that report the variables of this domain.
extension BilingualText {
    static let civilAffairsBureau = BilingualText(zh: "民政局", en: "Civil affairs bureau")
    static let developmentCommission = BilingualText(zh: "发展和改革委员会", en: "Development and reform commission")
    static let economyBureau = BilingualText(zh: "经济和信息化局", en: "Economy and information technology bureau")
    static let educationBureau = BilingualText(zh: "教育局", en: "Education bureau")
    static let environmentBureau = BilingualText(zh: "生态环境局", en: "Ecology and environment bureau")
    static let housingBureau = BilingualText(zh: "住房和城乡建设局", en: "Housing and urban-rural development bureau")
    static let legalAffairsCommission = BilingualText(zh: "市委政法委", en: "Political and legal affairs commission")
    static let publicSecurityBureau = BilingualText(zh: "公安局", en: "Public security bureau")
    static let transportBureau = BilingualText(zh: "交通运输局", en: "Transport bureau")
    static let urbanManagementBureau = BilingualText(zh: "城市管理局", en: "Urban management bureau")
}
