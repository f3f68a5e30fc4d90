/// A key that a mapping of a specification may have.
struct Key: Sendable {
    let name: String
    /// What stands behind it, in words.
    let expects: String
    /// What it means.
    let summary: String
    let isRequired: Bool

    init(_ name: String, _ expects: String, _ summary: String, required: Bool = false) {
        self.name = name
        self.expects = expects
        self.summary = summary
        self.isRequired = required
    }
}

/// The keys that one kind of mapping may have: what is read, what is suggested and what is documented.
struct Shape: Sendable {
    let name: String
    let keys: [Key]
}
