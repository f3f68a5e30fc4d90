internal import AssessmentCore

/// What the two indices of Mazziotta and Pareto have in common: a mean with a penalty for uneven scores.
enum MazziottaPareto {
    /// The parameters of both.
    static let parameters = [
        Parameter(
            "penalty",
            BilingualText(
                zh: "不均衡的处理：subtract减去（越高越好的现象），add加上（越低越好的现象）",
                en:
                    "What unevenness does: subtract, for something of which more is better; add, for something of which less is"
            ),
            .text(oneOf: ["subtract", "add"]), default: .text("subtract")),
        Parameter(
            "standard_deviation",
            BilingualText(
                zh: "子项间标准差：population除以n，sample除以n−1",
                en: "The standard deviation over the children: population, with n; sample, with n − 1"),
            .text(oneOf: ["population", "sample"]), default: .text("population")),
    ]

    /// M ∓ S² / M, with M and S the mean and the standard deviation of the scores by weight; without a value where M is
    /// not above zero.
    static func formula(_ parameters: ParameterValues) -> Formula {
        let mean = Children.mean(Children.score)
        let deviation = Children.score - mean
        var variance = Children.mean(deviation * deviation)
        if parameters.text("standard_deviation") == "sample" {
            variance = variance * (Children.count / (Children.count - 1))
        }
        let penalty = Children.only(variance / mean, where: .apply(.less, [0, mean]))
        return parameters.text("penalty") == "add" ? mean + penalty : mean - penalty
    }
}
