import AssessmentCore

/// The departments that report the variables of the foundations, by their names at city level.
enum Department {
    static let statistics = BilingualText(zh: "统计局", en: "Statistics bureau")
    static let surveyTeam = BilingualText(zh: "国家统计局调查队", en: "Survey team of the National Bureau of Statistics")
    static let industry = BilingualText(zh: "经济和信息化局", en: "Economy and information technology bureau")
    static let communications = BilingualText(zh: "通信管理局", en: "Communications administration")
    static let dataResources = BilingualText(zh: "数据资源管理局", en: "Data resources administration")
    static let civilAffairs = BilingualText(zh: "民政局", en: "Civil affairs bureau")
    static let agriculture = BilingualText(zh: "农业农村局", en: "Agriculture and rural affairs bureau")
    static let culture = BilingualText(zh: "文化和旅游局", en: "Culture and tourism bureau")
    static let market = BilingualText(zh: "市场监督管理局", en: "Market supervision administration")
    static let reform = BilingualText(zh: "发展改革委", en: "Development and reform commission")
    static let police = BilingualText(zh: "公安局", en: "Public security bureau")
    static let cyberspace = BilingualText(zh: "网信办", en: "Cyberspace administration")
    static let finance = BilingualText(zh: "财政局", en: "Finance bureau")
    static let tax = BilingualText(zh: "税务局", en: "Tax bureau")
}
