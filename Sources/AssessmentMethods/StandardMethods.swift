public import AssessmentCore

/// The methods that come with the workbench; each folder lists its own.
public struct StandardMethods: MethodProvider {
    /// Creates the provider.
    public init() {}

    /// The optional parts that the package was built with, by the names of its traits.
    public static var parts: Set<String> { LinearProgramme.isAvailable ? ["LinearProgramming"] : [] }

    /// Normalisations and scoring rules.
    public var evaluators: [any Evaluator] { StandardMethods.normalisations + StandardMethods.scoringRules }

    /// Outlier treatments and transforms.
    public var treatments: [any Treatment] { StandardMethods.standardTreatments }

    /// Ways to put in values where there are none.
    public var imputations: [any Imputation] { StandardMethods.standardImputations }

    /// Ways to weight the children of a node.
    public var weightings: [any Weighting] { StandardMethods.standardWeightings }

    /// Ways to form the score of a node from those of its children.
    public var aggregations: [any Aggregation] {
        StandardMethods.standardAggregations + StandardMethods.linearProgrammes
    }
}
