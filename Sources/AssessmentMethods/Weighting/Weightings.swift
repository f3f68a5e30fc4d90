internal import AssessmentCore

extension StandardMethods {
    /// Ways to weight the children of a node.
    static let standardWeightings: [any Weighting] = [
        GivenWeights(), EqualWeights(), AnalyticHierarchyProcess(), BudgetAllocation(), EntropyWeights(),
        CriticWeights(), StandardDeviationWeights(), VarianceWeights(), CoefficientOfVariationWeights(), MerecWeights(),
        GiniWeights(), AngleWeights(), CilosWeights(), IdocriwWeights(), PrincipalComponentWeights(),
        FactorAnalysisWeights(), EqualCorrelationWeights(), CombinationWeights(),
    ]
}
