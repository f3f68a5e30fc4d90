import AssessmentCore

/// The place of a value among those of its reference set, shared by the methods that score by places.
enum Placement {
    /// What equal values share.
    enum Ties: String, CaseIterable {
        /// The first of their places, counted from the bad end: 1, 2, 2, 4.
        case first
        /// The mean of their places: 1, 2.5, 2.5, 4.
        case average
    }

    static let ties = Parameter(
        "ties", BilingualText(zh: "并列者取首位或均位", en: "What equal values share: the first of their places or the mean"),
        .text(oneOf: WordChoice.words(Ties.self)), default: .text(Ties.first.rawValue))
    static let decimals = Parameter(
        "decimals",
        BilingualText(
            zh: "按多少位小数比较；此位数内相同者并列",
            en: "The decimals to which values are compared; those that agree to so many are equal"),
        .number(atLeast: 0, atMost: 15), default: .number(12))

    /// The place from the bad end up, so that the best has the largest.
    static func fromWorst(_ direction: Direction, _ parameters: ParameterValues, method: String) throws -> Formula {
        try place(rising: direction == .higherIsBetter, parameters, method)
    }

    /// The place from the good end down, so that the best has the first.
    static func fromBest(_ direction: Direction, _ parameters: ParameterValues, method: String) throws -> Formula {
        try place(rising: direction == .lowerIsBetter, parameters, method)
    }

    /// The number of values in the reference set.
    static let count = Formula.statistic(.count, .input("value"))

    private static func place(rising: Bool, _ parameters: ParameterValues, _ method: String) throws -> Formula {
        let ties: Ties = try WordChoice.read("ties", parameters, method: method)
        guard let decimals = parameters.number("decimals"), (0...15).contains(decimals),
            decimals == decimals.rounded()
        else { throw MethodError("\(method): decimals must be one whole number from 0 to 15 for all units") }
        // Numbers that came out of sums differ in their last bits where they should be equal.
        let value = Formula.apply(.round, [.input("value"), .number(decimals)])
        return .statistic(ties == .first ? .rank : .averageRank, rising ? value : 0 - value)
    }
}
