internal import AssessmentCore

extension StandardMethods {
    /// Ways to put in values where there are none.
    static let standardImputations: [any Imputation] = [
        MeanImputation(), MedianImputation(), RowMeanImputation(), RowMedianImputation(), LatestImputation(),
        LinearImputation(), ConstantImputation(), ValueImputation(), NearestNeighbourImputation(),
    ]
}
