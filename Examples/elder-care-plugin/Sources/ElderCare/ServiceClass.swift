import AssessmentCore

/// A class of requests that the elderly make of the platform, each with its own time limit.
enum ServiceClass: String, CaseIterable {
    case emergency
    case medical
    case daily

    /// Its name.
    var name: BilingualText {
        switch self {
        case .emergency: BilingualText(zh: "紧急救助", en: "emergency help")
        case .medical: BilingualText(zh: "上门医护", en: "medical visits")
        case .daily: BilingualText(zh: "生活照料", en: "daily help")
        }
    }

    /// The time within which somebody must have arrived.
    private var limit: BilingualText {
        switch self {
        case .emergency: BilingualText(zh: "30分钟", en: "30 minutes")
        case .medical: BilingualText(zh: "4小时", en: "4 hours")
        case .daily: BilingualText(zh: "24小时", en: "24 hours")
        }
    }

    /// The requests of the class; emergencies are counted for the response time too.
    var requests: Variable {
        if self == .emergency { return EmergencyResponseMinutes.calls }
        return Variable(
            id: "elder_\(rawValue)_requests",
            name: BilingualText(zh: "\(name.zh)请求", en: "Requests for \(name.en)"),
            definition: BilingualText(
                zh: "全年平台受理的老年人\(name.zh)请求，撤销的不计",
                en: "Requests of the elderly for \(name.en) that the platform took in the year, without those cancelled"
            ),
            unitOfMeasure: .requests,
            reportedBy: .civilAffairsBureau)
    }

    /// The requests that were answered in time.
    var answeredInTime: Variable {
        Variable(
            id: "elder_\(rawValue)_in_time",
            name: BilingualText(zh: "按时响应的\(name.zh)请求", en: "Requests for \(name.en) answered in time"),
            definition: BilingualText(
                zh: "受理后\(limit.zh)内有人到场的\(name.zh)请求",
                en: "Those requests for \(name.en) at which somebody arrived within \(limit.en)"),
            unitOfMeasure: .requests,
            reportedBy: .civilAffairsBureau)
    }
}
