import AssessmentCore

/// Formulas that have a value only where a condition holds.
enum Defined {
    /// A formula where a condition holds, and no value elsewhere.
    ///
    /// Without it a result might turn around unseen: a value over a maximum below zero is larger the worse it is.
    static func `where`(_ condition: Formula, _ formula: Formula) -> Formula {
        .apply(.choose, [condition, formula, 0 / 0])
    }

    /// The condition that the first is less than the second.
    static func isLess(_ left: Formula, _ right: Formula) -> Formula { .apply(.less, [left, right]) }

    /// A formula where the values of the reference set differ, and no value elsewhere.
    ///
    /// Asking whether their standard deviation is zero would not do: rounding in the mean of equal values lets it come
    /// out as a tiny number.
    static func whereValuesDiffer(_ formula: Formula) -> Formula {
        let value = Formula.input("value")
        return `where`(isLess(.statistic(.minimum, value), .statistic(.maximum, value)), formula)
    }
}
