public import AssessmentCore

/// The methods that come with the workbench.
public struct StandardMethods: MethodProvider {
    /// Creates the provider.
    public init() {}

    /// Normalisations and scoring rules.
    public var evaluators: [any Evaluator] {
        [MinMax(), Goalposts(), Bands(), Completion(), EfficacyCoefficient()]
    }

    /// Ways to weight the children of a node.
    public var weightings: [any Weighting] {
        [GivenWeights(), EqualWeights()]
    }

    /// Ways to form the score of a node from those of its children.
    public var aggregations: [any Aggregation] {
        [ArithmeticMean(), GeometricMean()]
    }
}
