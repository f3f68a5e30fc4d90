/// A method that forms the score of a node from those of its children, as a formula over `score` and `weight`.
///
/// Children without a score in a row are passed over; whether that is allowed is for the rule on missing values to
/// say, which is applied before.
public protocol Aggregation: Sendable {
    /// What it says of itself.
    var description: MethodDescription { get }
    /// The formula, with ``Formula/overChildren(_:_:)``.
    var formula: Formula { get }
    /// Examples worked by hand or taken from a publication.
    var examples: [AggregationExample] { get }
}

/// A case worked by hand or taken from a publication: the scores of children and that of their node.
public struct AggregationExample: Sendable {
    /// What the case shows, with its source.
    public let title: BilingualText
    /// The scores of the children.
    public let scores: [Double?]
    /// Their weights.
    public let weights: [Double]
    /// The score that must come out.
    public let expected: Double?

    /// Creates an example.
    public init(_ title: BilingualText, scores: [Double?], weights: [Double], expected: Double?) {
        self.title = title
        self.scores = scores
        self.weights = weights
        self.expected = expected
    }
}

/// A method that gives the children of a node their weights.
public protocol Weighting: Sendable {
    /// What it says of itself.
    var description: MethodDescription { get }
    /// Whether the specification must give each child a weight.
    var needsGivenWeights: Bool { get }

    /// The weights of the children, in their order; they need not sum to one.
    ///
    /// - Parameter given: the weights given in the specification, where there are any.
    /// - Throws: ``MethodError`` where no weights can be formed.
    func weights(of children: [String], given: [Double?]) throws -> [Double]
}
