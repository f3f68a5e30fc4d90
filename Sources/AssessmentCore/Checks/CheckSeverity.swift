/// How much a finding of a check weighs.
public enum CheckSeverity: String, Sendable, Hashable, CaseIterable {
    /// The data are wrong: nothing is scored until it is mended.
    case stop
    /// The data are hard to believe: somebody is asked.
    case warning
    /// The data look unusual, which chance alone may do.
    case note
    /// It is not looked for.
    case off

    /// The severity in words.
    public var name: BilingualText {
        switch self {
        case .stop: BilingualText(zh: "终止", en: "stop")
        case .warning: BilingualText(zh: "警示", en: "warning")
        case .note: BilingualText(zh: "提示", en: "note")
        case .off: BilingualText(zh: "不查", en: "off")
        }
    }
}
