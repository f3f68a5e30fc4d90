internal import AssessmentCore

/// How the numbers of one reference set are winsorised until their skewness and kurtosis are within limits.
struct Winsorising: Sendable {
    /// What comes after winsorising that was not enough.
    enum Then: String, CaseIterable, Sendable {
        case none, log
        case logOnOriginal = "log_on_original"
    }

    /// What was found out about a set.
    enum Outcome: Sendable {
        /// Too few numbers, or no variation.
        case notJudged
        /// Within the limits from the start.
        case leftAsItIs
        /// Winsorised; whether that was enough.
        case winsorised(isEnough: Bool)
        /// Transformed, since winsorising was not enough; the shape afterwards, and whether that is enough.
        case transformed(Then, SkewLogarithm, DistributionShape, isEnough: Bool)
    }

    /// The shape before.
    let before: DistributionShape
    /// The shape after winsorising.
    let after: DistributionShape
    /// The largest and the smallest value that were left.
    let bounds: ValueBounds
    /// How many values were above, and how many below.
    let counts: (above: Int, below: Int)
    /// What was done.
    let outcome: Outcome
    private let function: (@Sendable (Double) -> Double)?

    /// Works out what is to be done to some numbers.
    init(_ numbers: [Double], limits: ShapeLimits, atMost: Int, then: Then, logarithm: SkewLogarithm) {
        let before = DistributionShape(numbers)
        self.before = before
        var bounds = ValueBounds()
        var shape = before
        var (above, below) = (0, 0)
        var values = numbers
        while limits.admit(shape) == false, above + below < atMost, let skewness = shape.skewness {
            if skewness >= 0 {
                guard let most = values.max(), let next = values.filter({ $0 < most }).max() else { break }
                bounds.high = next
            } else {
                guard let least = values.min(), let next = values.filter({ $0 > least }).min() else { break }
                bounds.low = next
            }
            values = numbers.map { bounds.clipped($0) }
            above = numbers.count { $0 > bounds.high }
            below = numbers.count { $0 < bounds.low }
            shape = DistributionShape(values)
        }
        after = shape
        self.bounds = bounds
        counts = (above, below)
        guard let isWithin = limits.admit(before) else {
            outcome = .notJudged
            function = nil
            return
        }
        if isWithin {
            outcome = .leftAsItIs
            function = nil
        } else if limits.admit(shape) ?? false || then == .none {
            outcome = .winsorised(isEnough: limits.admit(shape) ?? false)
            function = nil
        } else {
            let basis = then == .log ? values : numbers
            let function = logarithm.function(for: basis)
            let shape = DistributionShape(basis.map(function))
            outcome = .transformed(then, logarithm, shape, isEnough: limits.admit(shape) ?? false)
            self.function = function
        }
    }

    /// Whether values were kept within the bounds.
    private var keepsBounds: Bool {
        if case .transformed(.logOnOriginal, _, _, _) = outcome { false } else { true }
    }

    /// What becomes of a value.
    var treatment: (Double) -> Double {
        let bounds = keepsBounds ? bounds : ValueBounds()
        guard let function else { return bounds.clipped }
        return { function(bounds.clipped($0)) }
    }

    /// What is to be said about a value, where it was winsorised.
    func remark(on value: Double) -> BilingualText? {
        guard keepsBounds, !value.isNaN, bounds.clipped(value) != value else { return nil }
        let text = ClippedCells.text(from: value, to: bounds.clipped(value))
        guard function != nil else { return text }
        return BilingualText(zh: "\(text.zh)，再取对数", en: "\(text.en), then its logarithm")
    }

    /// What is to be said about the set.
    var remark: BilingualText {
        let counted = BilingualText(
            zh: "缩尾\(counts.above + counts.below)个（高端\(counts.above)个，低端\(counts.below)个）",
            en: "\(counts.above + counts.below) winsorised (\(counts.above) from above, \(counts.below) from below)")
        func ending(_ isEnough: Bool) -> BilingualText {
            isEnough ? BilingualText(zh: "", en: "") : BilingualText(zh: "，仍超出限值", en: ", still beyond the limits")
        }
        switch outcome {
        case .notJudged:
            return BilingualText(
                zh: "值太少或无差异，无法判断偏度与峰度，未处理",
                en: "too few values, or no variation, to judge skewness and kurtosis; left as it is")
        case .leftAsItIs:
            return BilingualText(zh: "\(before.text.zh)，未超限值，未处理", en: "\(before.text.en); left as it is")
        case .winsorised(let isEnough):
            let end = ending(isEnough)
            return BilingualText(
                zh: "\(before.text.zh)；\(counted.zh)后\(after.text.zh)\(end.zh)",
                en: "\(before.text.en); \(counted.en): \(after.text.en)\(end.en)")
        case .transformed(let then, let logarithm, let shape, let isEnough):
            let end = ending(isEnough)
            let basis =
                then == .log
                ? BilingualText(zh: "缩尾后的值", en: "the winsorised values")
                : BilingualText(zh: "原值", en: "the values as they were")
            return BilingualText(
                zh: "\(before.text.zh)；\(counted.zh)后\(after.text.zh)，仍超出限值；对\(basis.zh)取对数\(logarithm.rawValue)后"
                    + "\(shape.text.zh)\(end.zh)",
                en: "\(before.text.en); \(counted.en): \(after.text.en), still beyond the limits; logarithm "
                    + "\(logarithm.rawValue) of \(basis.en): \(shape.text.en)\(end.en)")
        }
    }
}
