internal import AssessmentCore

/// Pieces of formulas over the children of a node, shared by the aggregations.
enum Children {
    static let score = Formula.input("score")
    static let weight = Formula.input("weight")
    static let direction = Formula.input("direction")

    /// The score turned so that more is better.
    static let oriented = direction * score
    /// The best oriented score of the child in the reference set.
    static let best = Formula.statistic(.maximum, oriented)
    /// The worst oriented score of the child in the reference set.
    static let worst = Formula.statistic(.minimum, oriented)
    /// How far the score lies above the worst, as a share of the range of the child in the reference set; without a
    /// value where all units agree.
    static let position = (oriented - worst) / (best - worst)
    /// The smallest score of the child in the reference set, whichever way it points.
    static let smallest = Formula.statistic(.minimum, score)

    /// The ratio to the best of the reference set: s / max s where more is better, min s / s where less is. Without a
    /// value for the whole set where a score is below zero, or where one of which less is better is zero.
    static let ratioToBest = Formula.apply(
        .choose,
        [
            .apply(.less, [0, direction]),
            only(score / .statistic(.maximum, score), where: .apply(.lessOrEqual, [0, smallest])),
            only(smallest / score, where: .apply(.less, [0, smallest])),
        ])

    /// The sum of a formula over the children that have a score.
    static func sum(_ body: Formula) -> Formula { .overChildren(.sum, body) }

    /// The sum of the weights of the children that have a score.
    static let totalWeight = sum(weight)

    /// The mean of a formula over the children that have a score, by their weights.
    static func mean(_ body: Formula) -> Formula { sum(weight * body) / totalWeight }

    /// The product of a formula over the children that have a score, each raised to the share of its weight.
    static func product(_ body: Formula) -> Formula {
        .overChildren(.product, .apply(.power, [body, weight / totalWeight]))
    }

    /// Whether the weights are taken as they are given, which some publications do though theirs do not sum to one.
    static let weightsParameter = Parameter(
        "weights",
        BilingualText(zh: "权重：shares按份额，as_given按原值", en: "The weights: shares of their sum, or as_given"),
        .text(oneOf: ["shares", "as_given"]), default: .text("shares"))

    /// Whether parameters say that the weights are taken as they are given.
    static func takesWeightsAsGiven(_ parameters: ParameterValues) -> Bool {
        parameters.text(weightsParameter.name) == "as_given"
    }

    /// The number of children that have a score.
    static let count = Formula.overChildren(.count, 1)

    /// Whether every child has a score; `children` is bound by ``CompleteCaseAggregation``.
    static let isComplete = Formula.apply(.equal, [count, .input("children")])

    /// A formula where a condition holds, and no value where it does not: a condition is 1 or 0, and nothing is divided
    /// by zero. In the formula that readers see, the condition stands behind the last stroke.
    static func only(_ formula: Formula, where condition: Formula) -> Formula { formula / condition }

    /// A formula for the units that have a score of every child, and no value for the others.
    static func complete(_ formula: Formula) -> Formula { only(formula, where: isComplete) }

    /// What every method for complete units says of missing scores.
    static let completeRule = BilingualText(
        zh: "任一子项缺分的单位无得分，但其已有得分仍参与比较",
        en: "a unit that lacks the score of a child has none; the scores that it has are still compared with")

    /// What every method that passes over missing children says of them.
    static let sharedRule = BilingualText(
        zh: "缺分子项的权重由其余子项分担", en: "the others share the weight of a child without a score")
}
