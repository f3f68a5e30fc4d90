public import AssessmentCore

/// The weights that the specification gives.
public struct GivenWeights: Weighting {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "given",
            name: BilingualText(zh: "给定权重", en: "Given weights"),
            summary: BilingualText(zh: "采用方案给定的权重", en: "The weights that the specification gives"),
            source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 6")
    }

    /// Each child must have a weight.
    public var needsGivenWeights: Bool { true }

    /// The given weights.
    ///
    /// - Throws: `MethodError` where a child has none.
    public func weights(of children: [String], given: [Double?]) throws -> [Double] {
        try zip(children, given).map { child, weight in
            guard let weight else { throw MethodError("‘\(child)’ has no weight") }
            return weight
        }
    }
}
