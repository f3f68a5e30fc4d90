import AssessmentCore

/// A value of a YAML file with the place where it was written.
struct YAMLNode: Sendable {
    /// Where the value begins; behind an alias, where its anchor was written, since that is the place to edit.
    var position: SourcePosition
    /// What is written there.
    var value: Value

    /// The three forms a value can have.
    enum Value: Sendable {
        /// One text, and whether it was written without quotes and so may mean a number, a truth value or nothing.
        case scalar(text: String, isPlain: Bool)
        /// A list, in the order of the file.
        case sequence([YAMLNode])
        /// Keys with their values, in the order of the file, without duplicates.
        case mapping([YAMLEntry])
    }
}

/// One key of a mapping with its value.
struct YAMLEntry: Sendable {
    /// The text of the key.
    var key: String
    /// Where the key is written.
    var keyPosition: SourcePosition
    /// What stands behind the key.
    var value: YAMLNode
}

extension YAMLNode {
    /// Whether nothing is written here: an empty value, `~` or `null` without quotes.
    var isNull: Bool {
        guard case .scalar(let text, true) = value else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }
}
