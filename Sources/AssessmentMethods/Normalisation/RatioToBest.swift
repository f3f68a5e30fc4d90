import AssessmentCore

/// The ratio of a value to the best of its reference set, shared by the methods that score by it.
///
/// x / max where more is better, min / x where less is (linear scale transformation, Hwang and Yoon 1981). Without a
/// value where the best is not above zero: the ratio would turn around or lose its meaning.
enum RatioToBest {
    static func formula(_ direction: Direction) -> Formula {
        let value = Formula.input("value")
        switch direction {
        case .higherIsBetter:
            let most = Formula.statistic(.maximum, value)
            return Defined.where(Defined.isLess(0, most), value / most)
        case .lowerIsBetter:
            let least = Formula.statistic(.minimum, value)
            // With a base year as reference a value may lie below every one that it is compared with.
            return Defined.where(Defined.isLess(0, .apply(.minimum, [least, value])), least / value)
        }
    }
}
