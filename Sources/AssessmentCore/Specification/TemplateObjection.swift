/// What a format cannot follow of a template.
public struct TemplateObjection: Sendable, Hashable {
    /// The key of the template.
    public var key: String
    /// What is wrong with it.
    public var problem: String
    /// What was expected.
    public var expected: String

    /// Creates an objection.
    public init(_ key: String, _ problem: String, expected: String) {
        self.key = key
        self.problem = problem
        self.expected = expected
    }
}
