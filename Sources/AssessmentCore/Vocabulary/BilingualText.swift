/// A name or sentence in Chinese and in English.
public struct BilingualText: Sendable, Hashable, Codable {
    /// The text in Chinese.
    public var zh: String
    /// The text in English.
    public var en: String

    /// Creates a text from its two renderings.
    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// Creates a text that reads the same in both languages, such as a symbol or a code.
    public init(same text: String) {
        self.init(zh: text, en: text)
    }

    /// The rendering in one language.
    public subscript(language: Language) -> String {
        switch language {
        case .chinese: zh
        case .english: en
        }
    }
}
