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
            source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 6",
            formula:
                "w as given")
    }

    /// Each child must have a weight.
    public var needsGivenWeights: Bool { true }

    /// The given weights.
    ///
    /// - Throws: `MethodError` where a child has none.
    public func weights(_ input: WeightingInput) throws -> FittedWeights {
        FittedWeights(
            try zip(input.children, input.given).map { child, weight in
                guard let weight else { throw MethodError("‘\(child)’ has no weight") }
                return weight
            })
    }

    /// A case worked by hand.
    public var examples: [WeightingExample] {
        [
            WeightingExample(
                BilingualText(zh: "10分与30分", en: "10 points and 30 points"), children: ["a", "b"], given: [10, 30],
                expected: [0.25, 0.75])
        ]
    }
}
