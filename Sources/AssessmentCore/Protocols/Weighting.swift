/// A method that gives the children of a node their weights.
public protocol Weighting: Sendable {
    /// What it says of itself.
    var description: MethodDescription { get }
    /// Examples worked by hand or taken from a publication; they are its tests and its reference page.
    var examples: [WeightingExample] { get }
    /// Whether the specification must give each child a weight.
    var needsGivenWeights: Bool { get }
    /// Whether it reads the scores of the children; the specification must then name the reference set whose scores it
    /// is fitted on.
    var readsScores: Bool { get }

    /// The weights of the children, in their order; they need not sum to one.
    ///
    /// - Throws: ``MethodError`` where no weights can be formed.
    func weights(_ input: WeightingInput) throws -> FittedWeights
}

extension Weighting {
    /// No weights of their own, unless a method says otherwise.
    public var needsGivenWeights: Bool { false }
    /// No scores, unless a method says otherwise.
    public var readsScores: Bool { false }
}

/// What weights are formed from.
public struct WeightingInput: Sendable {
    /// The ids of the children.
    public let children: [String]
    /// The weights that the specification gives, where it does.
    public let given: [Double?]
    /// For each child whether more of its score is better.
    public let directions: [Direction]
    /// The scores of each child over the rows of one reference set, NaN where there is none; empty for a method that
    /// reads no scores.
    public let scores: [[Double]]
    /// The values of its parameters.
    public let parameters: ParameterValues
    /// The weights by another method, for combinations.
    public let weights: @Sendable (MethodChoice) throws -> FittedWeights

    /// Creates an input.
    public init(
        children: [String], given: [Double?] = [], directions: [Direction] = [], scores: [[Double]] = [],
        parameters: ParameterValues = ParameterValues(),
        weights: @escaping @Sendable (MethodChoice) throws -> FittedWeights = { choice in
            throw MethodError("the weighting ‘\(choice.id)’ is not known here")
        }
    ) {
        self.children = children
        self.given = given.isEmpty ? [Double?](repeating: nil, count: children.count) : given
        self.directions =
            directions.isEmpty ? [Direction](repeating: .higherIsBetter, count: children.count) : directions
        self.scores = scores
        self.parameters = parameters
        self.weights = weights
    }
}

/// Weights with what is to be said about them.
public struct FittedWeights: Sendable, Hashable {
    /// The weights, one a child.
    public var weights: [Double]
    /// How they came about, such as a consistency ratio.
    public var remarks: [BilingualText]
    /// What the reader must be warned of.
    public var warnings: [BilingualText]

    /// Creates weights.
    public init(_ weights: [Double], remarks: [BilingualText] = [], warnings: [BilingualText] = []) {
        self.weights = weights
        self.remarks = remarks
        self.warnings = warnings
    }

    /// The weights as shares of their sum.
    public var shares: [Double] {
        let sum = weights.reduce(0, +)
        return weights.map { $0 / sum }
    }
}

/// A case worked by hand or taken from a publication: scores and judgements, and the weights that must come out.
public struct WeightingExample: Sendable {
    /// What the case shows, with its source.
    public let title: BilingualText
    /// The ids of the children.
    public let children: [String]
    /// The weights that are given.
    public let given: [Double?]
    /// For each child whether more is better; all so where there are none.
    public let directions: [Direction]
    /// The scores, a row a unit.
    public let scores: [[Double?]]
    /// The values of the parameters.
    public let parameters: [String: ParameterValue]
    /// The weights that must come out, as shares of their sum.
    public let expected: [Double]
    /// To how many decimals the source gives them; to full precision where it says nothing.
    public let decimals: Int?

    /// Creates an example.
    public init(
        _ title: BilingualText, children: [String], given: [Double?] = [], directions: [Direction] = [],
        scores: [[Double?]] = [], parameters: [String: ParameterValue] = [:], expected: [Double], decimals: Int? = nil
    ) {
        self.title = title
        self.children = children
        self.given = given
        self.directions = directions
        self.scores = scores
        self.parameters = parameters
        self.expected = expected
        self.decimals = decimals
    }
}
