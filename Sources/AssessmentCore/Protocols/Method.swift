/// What a method says of itself: its reference page, its help and its checks are read from this.
public struct MethodDescription: Sendable {
    /// The id by which specifications use it, such as `min_max`.
    public let id: String
    /// Its name.
    public let name: BilingualText
    /// What it does.
    public let summary: BilingualText
    /// The publication or practice that it follows.
    public let source: String
    /// Its formula in words and signs, for a method that is not a closed form; empty for one that is, whose formula tree is
    /// shown.
    public let formula: String
    /// The parameters that it takes.
    public let parameters: [Parameter]

    /// Creates a description.
    public init(
        id: String, name: BilingualText, summary: BilingualText, source: String, formula: String = "",
        parameters: [Parameter] = []
    ) {
        self.id = id
        self.name = name
        self.summary = summary
        self.source = source
        self.formula = formula
        self.parameters = parameters
    }
}

/// Why a method cannot be used as it was specified.
public struct MethodError: Error, Sendable, CustomStringConvertible {
    /// What is wrong, what was expected and what to do.
    public let description: String

    /// Creates an error.
    public init(_ description: String) {
        self.description = description
    }
}
