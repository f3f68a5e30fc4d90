public import AssessmentCore

extension VerificationSample {
    /// What was found of a value, in the words of the form.
    public enum Finding: String, Sendable, Hashable, CaseIterable {
        /// The evidence shows the reported value.
        case confirmed
        /// The evidence shows another value.
        case wrong
        /// There is no evidence that would show it.
        case unverifiable

        /// Its word in both languages.
        public var name: BilingualText {
            switch self {
            case .confirmed: BilingualText(zh: "属实", en: "confirmed")
            case .wrong: BilingualText(zh: "不属实", en: "wrong")
            case .unverifiable: BilingualText(zh: "无法核实", en: "unverifiable")
            }
        }

        /// The word that the form offers, in both languages.
        var choice: String { "\(name.zh) \(name.en)" }

        /// The finding that a word means: that of either language, in small or capital letters, or that of the form.
        init?(meantBy word: String) {
            let word = word.lowercased()
            guard let finding = Finding.allCases.first(where: { [$0.name.zh, $0.name.en, $0.choice].contains(word) })
            else { return nil }
            self = finding
        }

        /// Every word that is understood.
        static let words = allCases.flatMap { [$0.name.zh, $0.name.en] }
    }
}
