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
            source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 6")
    }

    /// No child needs a weight.
    public var needsGivenWeights: Bool { false }

    /// One over the number of children, each.
    public func weights(of children: [String], given: [Double?]) -> [Double] {
        [Double](repeating: 1 / Double(max(1, children.count)), count: children.count)
    }
}
