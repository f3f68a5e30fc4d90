/// What an indicator is to reach, by unit and period: numbers that are given, or that follow from a stated rule.
public enum Target: Sendable, Hashable {
    /// Numbers by unit, class and period.
    case numbers(NumberTable)
    /// The path on which a goal is reached at a steady rate of growth.
    case path(TargetPath)
    /// Milestones with dates, the latest one that is due counting.
    case milestones([TargetMilestone])
    /// A total that is shared out among the units of each level, adding up exactly.
    case shared(SharedTarget)

    /// The table that it is written as, where it is one.
    public var table: NumberTable? {
        switch self {
        case .numbers(let table): table
        case .shared(let shared): shared.total.table
        case .path, .milestones: nil
        }
    }
}

/// The path on which a goal is reached at a steady rate of growth.
///
/// value(year) = goal / (1 + growth / 100)^(year of the goal − year), so that a goal of 5,000 in 2020 at 16 % a year
/// asks for 4,310.3 in 2019 and leads back to its base.
public struct TargetPath: Sendable, Hashable {
    /// What is to be reached in the end.
    public var goal: Double
    /// The year in which it is to be reached.
    public var year: Period
    /// The growth in per cent a year.
    public var growth: Double
    /// The decimals that the values of the path are rounded to, half away from zero; none where they are not rounded.
    public var decimals: Int?

    /// Creates a path.
    public init(goal: Double, year: Period, growth: Double, decimals: Int? = nil) {
        self.goal = goal
        self.year = year
        self.growth = growth
        self.decimals = decimals
    }

    /// The value of the path in a period; nothing after the year of the goal.
    public func value(in period: Period) -> Double? {
        let years = year.year - period.year
        guard years >= 0 else { return nil }
        var factor = 1.0
        for _ in 0..<years { factor *= 1 + growth / 100 }
        let value = goal / factor
        return decimals.map { DecimalRounding.round(value, decimals: $0) } ?? value
    }
}

/// What is to be reached by a day.
public struct TargetMilestone: Sendable, Hashable {
    /// The last day on which it may be reached.
    public var by: CalendarDate
    /// The number to be reached.
    public var value: Double
    /// The codes of the units that it is for; all where there are none.
    public var units: [String]
    /// The classes, kinds or levels that it is for; all where there are none.
    public var classes: [String]

    /// Creates a milestone.
    public init(by: CalendarDate, value: Double, units: [String] = [], classes: [String] = []) {
        self.by = by
        self.value = value
        self.units = units
        self.classes = classes
    }

    /// How particularly it names those that it is for: units before classes, and classes before all.
    public var particularity: Int { units.isEmpty ? classes.isEmpty ? 0 : 1 : 2 }

    /// Whether it is for a unit.
    public func applies(to unit: AssessedUnit) -> Bool {
        (units.isEmpty || units.contains(unit.code))
            && (classes.isEmpty
                || classes.contains { unit.classes.contains($0) || unit.kind == $0 || unit.level == $0 })
    }
}

/// A total that is shared out among the units of each level by a key.
///
/// Each unit has its share of the total by the key, rounded down to the stated decimals; what is left goes to the
/// largest remainders, one step each, the unit listed first at a tie (largest remainder method, Hamilton).
public struct SharedTarget: Sendable, Hashable {
    /// What is shared out.
    public enum Total: Sendable, Hashable {
        /// A number, or one a period.
        case numbers(NumberTable)
        /// The path of a goal.
        case path(TargetPath)

        /// The table that it is written as, where it is one.
        public var table: NumberTable? {
            if case .numbers(let table) = self { table } else { nil }
        }
    }

    /// By what it is shared out.
    public enum Key: Sendable, Hashable {
        /// The same share for each.
        case equal
        /// By a variable in a year, such as the resident population.
        case variable(String, Period)
        /// By the value of the indicator itself in a year.
        case base(Period)
    }

    /// What is shared out.
    public var total: Total
    /// By what.
    public var key: Key
    /// The decimals of a share.
    public var decimals: Int

    /// Creates it.
    public init(total: Total, key: Key, decimals: Int = 0) {
        self.total = total
        self.key = key
        self.decimals = decimals
    }

    /// The shares of a total that has no more than the stated decimals.
    ///
    /// - Parameters:
    ///   - total: the total, not below zero.
    ///   - keys: the key of each unit, not below zero and not all zero.
    ///   - decimals: the decimals of a share.
    /// - Returns: nothing where the total has more decimals, or a key is not as stated.
    public static func shares(of total: Double, by keys: [Double], decimals: Int) -> [Double]? {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let steps = DecimalRounding.round(total * scale, decimals: 6)
        let sum = keys.reduce(0, +)
        guard steps >= 0, steps == steps.rounded(), steps < 0x1p53, sum > 0, sum.isFinite,
            keys.allSatisfy({ $0 >= 0 })
        else { return nil }
        let exact = keys.map { steps * ($0 / sum) }
        var shares = exact.map { $0.rounded(.down) }
        // Remainders that differ by the last bits of a quotient are the same.
        let remainders = zip(exact, shares).map { DecimalRounding.round($0 - $1, decimals: 9) }
        let order = keys.indices.sorted { remainders[$0] == remainders[$1] ? $0 < $1 : remainders[$0] > remainders[$1] }
        for place in order.prefix(Int(steps - shares.reduce(0, +))) { shares[place] += 1 }
        return shares.map { $0 / scale }
    }
}
