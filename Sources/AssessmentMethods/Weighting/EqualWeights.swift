public import AssessmentCore

/// The same weight for each child of a node.
public struct EqualWeights: Weighting {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "equal",
            name: BilingualText(zh: "等权", en: "Equal weights"),
            summary: BilingualText(zh: "同一节点下各子项等权", en: "The same weight for each child of a node"),
            source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 6",
            formula:
                "w = 1 / n")
    }

    /// One over the number of children, each.
    public func weights(_ input: WeightingInput) -> FittedWeights {
        FittedWeights(
            [Double](repeating: 1 / Double(max(1, input.children.count)), count: input.children.count))
    }

    /// A case worked by hand.
    public var examples: [WeightingExample] {
        [
            WeightingExample(
                BilingualText(zh: "四个子项各占四分之一", en: "A quarter for each of four"), children: ["a", "b", "c", "d"],
                expected: [0.25, 0.25, 0.25, 0.25])
        ]
    }
}
