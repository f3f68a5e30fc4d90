public import AssessmentCore

/// A value as a filled form or file reports it, not yet held against what a collection has.
public struct ReportedValue: Sendable, Hashable {
    /// What it is of.
    public let place: CollectionContents.Value.Place
    /// The number; nothing where there is a reason.
    public let number: Double?
    /// Why there is none.
    public let reason: Reason?
    /// Where it was read, with what the reporter remarks on it.
    public let origin: Origin

    /// Creates a reported value.
    public init(place: CollectionContents.Value.Place, number: Double?, reason: Reason?, origin: Origin) {
        self.place = place
        self.number = number
        self.reason = reason
        self.origin = origin
    }

    /// Why a reporter may give no number, with the words that forms offer for it.
    public static let reasons: [Reason] = [.notSubmitted, .notApplicable, .withdrawn]

    /// The words that forms offer for each reason.
    public static let words: [Reason: BilingualText] = [
        .notSubmitted: BilingualText(zh: "暂无法提供", en: "cannot be given yet"),
        .notApplicable: BilingualText(zh: "不适用", en: "not applicable"),
        .withdrawn: BilingualText(zh: "撤回原数", en: "earlier figure withdrawn"),
    ]

    /// The reason that a text stands for, in the words of any language or as it is written in files.
    public static func reason(meantBy text: String) -> Reason? {
        reasons.first { reason in
            guard let words = words[reason] else { return false }
            return [reason.rawValue, words.zh, words.en, "\(words.zh) / \(words.en)", "\(words.en) / \(words.zh)"]
                .contains(text)
        }
    }
}
