internal import AssessmentCore

extension StandardMethods {
    /// Normalisations: where a value stands among others or between bounds.
    static let normalisations: [any Evaluator] = [
        RawValue(), LinearScale(), MinMax(), Goalposts(), ZScore(),
        RankScore(), BordaScore(), PercentileRankScore(), PercentileBands(), Bands(), Categories(),
        DistanceToMaximum(), DistanceToReference(), DistanceToTarget(),
        FractionOfMaximum(), RatioToStatistic(), AboveBelowMean(),
        MaxNormalisation(), SumNormalisation(), DirectedSumNormalisation(),
        VectorNormalisation(), DirectedVectorNormalisation(),
    ]
}
