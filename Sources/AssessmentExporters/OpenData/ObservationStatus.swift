internal import AssessmentCore

/// The status of an observation by the SDMX code list of observation status.
enum ObservationStatus: String, CaseIterable {
    case normal = "A"
    case seriesBreak = "B"
    case estimated = "E"
    case imputed = "I"
    case notCollected = "L"
    case cannotExist = "M"
    case missing = "O"
    case suppressed = "Q"

    /// The status of a value.
    static func ofValue(_ state: CellState, _ reason: Reason?, isBreak: Bool) -> ObservationStatus {
        switch state {
        case .measured: isBreak ? .seriesBreak : .normal
        case .imputed: .imputed
        case .missing, .notApplicable, .failed: absent(state, reason)
        }
    }

    /// The status of a score: one that rests on values that were put in, or makes do without some, is estimated.
    static func ofScore(_ state: CellState, _ reason: Reason?) -> ObservationStatus {
        switch state {
        case .measured: .normal
        case .imputed: .estimated
        case .missing, .notApplicable, .failed: absent(state, reason)
        }
    }

    private static func absent(_ state: CellState, _ reason: Reason?) -> ObservationStatus {
        if state == .notApplicable { return .cannotExist }
        return reason == .notCollected ? .notCollected : .missing
    }

    /// Its name.
    var name: BilingualText {
        switch self {
        case .normal: BilingualText(zh: "正常值", en: "Normal value")
        case .seriesBreak: BilingualText(zh: "时间序列中断", en: "Time series break")
        case .estimated: BilingualText(zh: "估计值", en: "Estimated value")
        case .imputed: BilingualText(zh: "插补值", en: "Imputed value")
        case .notCollected: BilingualText(zh: "缺失：存在但未收集", en: "Missing value; data exist but were not collected")
        case .cannotExist: BilingualText(zh: "缺失：不可能存在", en: "Missing value; data cannot exist")
        case .missing: BilingualText(zh: "缺失值", en: "Missing value")
        case .suppressed: BilingualText(zh: "缺失：已抑制", en: "Missing value; suppressed")
        }
    }
}
