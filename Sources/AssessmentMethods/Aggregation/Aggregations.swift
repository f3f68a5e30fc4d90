internal import AssessmentCore

extension StandardMethods {
    /// Ways to form the score of a node from those of its children.
    static let standardAggregations: [any Aggregation] = [
        ArithmeticMean(), GeometricMean(), HarmonicMean(), PowerMean(), WeightedSum(), WeightedProduct(), Minimum(),
        Maximum(), Median(), MazziottaParetoIndex(), AdjustedMazziottaParetoIndex(), Topsis(), Vikor(), Promethee2(),
        GreyRelational(), RankSumRatio(), BordaCount(), Copeland(), Outranking(), Aras(), Cocoso(), Codas(), Copras(),
        Edas(), Mabac(), Marcos(), Moora(), Spotis(), Waspas(),
    ]
}
