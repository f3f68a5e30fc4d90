/// A language that reports are rendered in.
public enum Language: String, Sendable, Hashable, CaseIterable, Codable {
    /// Chinese, as written on the mainland.
    case chinese = "zh"
    /// English, with British spelling.
    case english = "en"
}
