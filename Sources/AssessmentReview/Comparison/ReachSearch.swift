internal import AssessmentCore
internal import AssessmentPipeline

/// Looks for the smallest change of one measured value with which a goal is reached.
///
/// Values farther and farther from the present one are tried, on the better side first, and on the other one only where the
/// method of scoring may prefer it. The first one that reaches the goal is brought back by bisection towards the last one
/// that did not. Where scores rise with the value that is the smallest change; where they rise and fall again, one that lies
/// between two tried values may be passed over.
struct ReachSearch {
    /// The values that an indicator can take.
    struct Range {
        let least: Double
        let most: Double
        /// Whether there is nothing between the two, as for yes and no.
        let isWhole: Bool
        /// Whether nothing beyond the two is possible, rather than beyond what is worth a try.
        let isPossible: Bool
        /// The least and the largest value of any unit.
        let known: ClosedRange<Double>

        /// What can be said from the unit of measure and the values of all units: ratings are out of 100, shares end at 0 and
        /// 100 where no unit lies outside, and what is nowhere below zero stays so.
        init(_ column: Column, _ unit: UnitOfMeasure, isRated: Bool) {
            let values = (0..<column.count).compactMap { column[$0] }
            let (lowest, highest) = (values.min() ?? 0, values.max() ?? 0)
            let isYesOrNo = unit.isYesOrNo
            // Reports may want other decimals of a share.
            let isShare = unit.isPercentage && lowest >= 0 && highest <= 100
            // Where no bound is known, a thousand times what any unit has is as good as any.
            let far = min(1000 * max(lowest.magnitude, highest.magnitude, 1), .greatestFiniteMagnitude)
            isPossible = isYesOrNo || isShare || isRated
            least = lowest >= 0 || isRated ? 0 : -far
            most = isYesOrNo ? 1 : isShare || isRated ? 100 : far
            isWhole = isYesOrNo
            known = min(lowest, highest)...max(lowest, highest)
        }
    }

    let leaf: String
    let row: Int
    let root: String
    let current: Double
    let range: Range
    let decimals: Int
    let isHigherBetter: Bool
    /// Whether a worse value never scores more.
    let isMonotone: Bool
    let isReached: (AssessmentRun) -> Bool
    private(set) var run: AssessmentRun
    private var best: (total: Double, value: Double)?

    init(
        _ run: AssessmentRun, leaf: String, row: Int, root: String, current: Double, range: Range, decimals: Int,
        isHigherBetter: Bool, isMonotone: Bool, isReached: @escaping (AssessmentRun) -> Bool
    ) {
        self.run = run
        (self.leaf, self.row, self.root, self.current) = (leaf, row, root, current)
        (self.range, self.decimals, self.isReached) = (range, decimals, isReached)
        (self.isHigherBetter, self.isMonotone) = (isHigherBetter, isMonotone)
    }

    /// The value, rounded away from the present one to its decimals and tried as it is then; nothing where none was found.
    mutating func value() -> Double? {
        let better: Double = isHigherBetter ? 1 : -1
        if reaches(current) { return current }
        for side in isMonotone ? [better] : [better, -better] {
            if let found = value(towards: side) { return found }
        }
        return nil
    }

    /// The best total that was met with, and the value that gave it.
    var bestTotal: (total: Double, value: Double)? { best }

    private mutating func value(towards side: Double) -> Double? {
        let end = side > 0 ? range.most : range.least
        guard side > 0 ? current < end : current > end else { return nil }
        if range.isWhole { return reaches(end) ? end : nil }
        let step = max(current.magnitude, 1) * 1e-4
        var (inside, distance) = (current, step)
        while true {
            let next = current + side * distance
            let outside = side > 0 ? min(next, end) : max(next, end)
            if reaches(outside) { return rounded(bisected(inside, outside), side, end) }
            if outside == end { return nil }
            inside = outside
            distance *= 1.3
        }
    }

    /// The value nearest to the present one that still reaches the goal, to a thousandth of the last decimal that is
    /// printed.
    private mutating func bisected(_ inside: Double, _ outside: Double) -> Double {
        var (without, with) = (inside, outside)
        let precision = ReachSearch.unit(decimals) / 1000
        for _ in 0..<100 where (with - without).magnitude > precision {
            let middle = (with + without) / 2
            guard middle != with, middle != without else { break }
            if reaches(middle) { with = middle } else { without = middle }
        }
        return with
    }

    /// The value as it is printed: away from the present one, to as few decimals from its own on as reach the goal.
    private mutating func rounded(_ value: Double, _ side: Double, _ end: Double) -> Double? {
        for places in decimals...max(decimals, 12) {
            let nearest = DecimalRounding.round(value, decimals: places)
            let further = DecimalRounding.round(nearest + side * ReachSearch.unit(places), decimals: places)
            for candidate in [nearest, further] where side > 0 ? candidate <= end : candidate >= end {
                if reaches(candidate) { return candidate }
            }
        }
        return reaches(value) ? value : nil
    }

    private static func unit(_ decimals: Int) -> Double { (0..<decimals).reduce(1) { unit, _ in unit / 10 } }

    private mutating func reaches(_ value: Double) -> Bool {
        // A score below every grade, or weights that cannot be fitted, reach nothing.
        guard (try? run.measure(value, of: leaf, row: row)) != nil else { return false }
        if let total = run.score(of: root, row: row), total > best?.total ?? -.infinity { best = (total, value) }
        return isReached(run)
    }
}
