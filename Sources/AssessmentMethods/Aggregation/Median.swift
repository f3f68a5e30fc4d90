public import AssessmentCore

/// Weighted median: the score of the child at which half of the weight is reached, from the lowest score up.
///
/// With equal weights it is the ordinary median. Where exactly half of the weight is reached at a score, the median is
/// the mean of that score and the next. Children without a score or without weight are passed over.
/// Source: Edgeworth, F. Y. (1888), On a new method of reducing observations relating to several quantities,
/// Philosophical Magazine 25, 184–191.
public struct Median: Aggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "median",
            name: BilingualText(zh: "加权中位数", en: "Weighted median"),
            summary: BilingualText(
                zh: "由低到高累计权重达到一半处的子项得分，恰为一半时取与下一得分的平均；缺分子项略过",
                en:
                    "The score at which half of the weight is reached from the lowest up, or the mean of it and the next where it is exactly half; a child without a score is passed over"
            ),
            source: "Edgeworth (1888), Philosophical Magazine 25, 184–191",
            formula:
                "the score at which half of the weight is reached")
    }

    /// Prepares the aggregation.
    public func prepare(_ input: AggregationInput) -> any AggregationKernel {
        // Without reference sets each row is a set of its own.
        SetAggregationKernel(AggregationInput(panel: input.panel, directions: input.directions)) { scores, weights in
            zip(scores, weights).map { Median.median($0, $1) }
        }
    }

    private static func median(_ scores: [Double], _ weights: [Double]) -> Double {
        let present = zip(scores, weights).filter { !$0.isNaN && $1 > 0 }.sorted { $0.0 < $1.0 }
        let total = present.reduce(0) { $0 + $1.1 }
        var reached = 0.0
        for (index, (score, weight)) in present.enumerated() {
            reached += weight
            // Shares such as 0.1 add up to a half only but for the last bits.
            if abs(reached - total / 2) <= 1e-12 * total, index + 1 < present.count {
                return (score + present[index + 1].0) / 2
            }
            if reached > total / 2 { return score }
        }
        return .nan
    }

    /// Cases worked by hand.
    public var examples: [AggregationExample] {
        [
            AggregationExample(
                BilingualText(zh: "三项等权", en: "Three children with equal weights"),
                scores: [30, 10, 90], weights: [1, 1, 1], expected: 30),
            AggregationExample(
                BilingualText(zh: "四项等权取中间两项的平均", en: "Of four with equal weights, the mean of the two in the middle"),
                scores: [40, 10, 90, 20], weights: [1, 1, 1, 1], expected: 30),
            AggregationExample(
                BilingualText(zh: "权重过半者决定", en: "A child with more than half of the weight decides"),
                scores: [40, 10, 90], weights: [1, 1, 3], expected: 90),
            AggregationExample(
                BilingualText(zh: "缺项略过", en: "A missing child is passed over"),
                scores: [nil, 10, 20], weights: [5, 1, 1], expected: 15),
            AggregationExample(
                BilingualText(zh: "全部缺失则无分", en: "Without any child there is no score"),
                scores: [nil, nil], weights: [1, 1], expected: nil),
        ]
    }
}
