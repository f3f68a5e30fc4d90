internal import AssessmentCore

/// What a score does under a mean that has no value for it: a score of zero or less under a geometric or harmonic mean.
enum ZeroRule: String, CaseIterable {
    /// The node has no score.
    case none
    /// The node scores zero.
    case zero
    /// The score is raised to a floor.
    case floor

    /// The parameters of a method that has the rule.
    static let parameters = [
        Parameter(
            "zero",
            BilingualText(
                zh: "零分或负分的处理：none无分，zero本级记零分，floor提高到floor",
                en:
                    "What a score without a mean does: none, the node has no score; zero, the node scores zero; floor, it is raised to the floor"
            ),
            .text(oneOf: allCases.map(\.rawValue)), default: .text(none.rawValue)),
        Parameter(
            "floor",
            BilingualText(
                zh: "零分或负分提高到的数，须大于零；仅与zero: floor同用，0表示未给出",
                en: "What such scores are raised to, above zero; only with zero: floor, where 0 says that none is given"
            ),
            .number(atLeast: 0), default: .number(0)),
    ]

    /// Reads the rule from parameters.
    ///
    /// - Throws: `MethodError` where the floor is missing, not above zero, or given without being asked for.
    init(_ parameters: ParameterValues, method: String) throws {
        let word = parameters.text("zero") ?? ZeroRule.none.rawValue
        guard let rule = ZeroRule(rawValue: word) else {
            throw MethodError("\(method): zero is ‘\(word)’; expected none, zero or floor")
        }
        let floors = parameters.numberTable("floor")?.lines.map(\.value) ?? []
        if rule == .floor, floors.isEmpty || !floors.allSatisfy({ $0 > 0 }) {
            throw MethodError("\(method): zero: floor needs a floor above zero; give `floor`")
        }
        if rule != .floor, !floors.allSatisfy({ $0 == 0 }) {
            throw MethodError("\(method): a floor is given, and zero is \(word); write zero: floor, or leave floor out")
        }
        self = rule
    }

    /// A mean under the rule.
    ///
    /// - Parameters:
    ///   - isAbsent: whether one of the scores has no mean, a formula over children.
    ///   - mean: the mean of some body; it has no value where a score has none.
    func applied(isAbsent: Formula, to mean: (Formula) -> Formula) -> Formula {
        switch self {
        case .none: mean(Children.score)
        case .zero: .apply(.choose, [isAbsent, 0, mean(Children.score)])
        case .floor: mean(.apply(.maximum, [Children.score, .input("floor")]))
        }
    }

    /// Whether the smallest score is zero or less.
    static let someScoreIsNotAboveZero = Formula.apply(
        .lessOrEqual, [.overChildren(.minimum, Children.score), 0])
}
