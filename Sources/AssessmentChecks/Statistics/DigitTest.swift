internal import AssessmentStatistics

/// A chi-square test of how often digits stand at a place, against how often they should.
struct DigitTest {
    /// How often each digit was found, from the first one that may stand there.
    let counts: [Int]
    /// The share that each digit should have.
    let expected: [Double]

    /// The number of values.
    var count: Int { counts.reduce(0, +) }

    /// Σ (found − expected)² / expected.
    var statistic: Double {
        let total = Double(count)
        return zip(counts, expected).reduce(0) { sum, digit in
            let due = total * digit.1
            return sum + (Double(digit.0) - due) * (Double(digit.0) - due) / due
        }
    }

    /// The probability of so large a statistic or a larger one where the digits are as they should be.
    var probability: Double {
        ChiSquareDistribution.upperTail(statistic, degreesOfFreedom: Double(counts.count - 1))
    }

    /// The mean absolute deviation of the shares found from those expected.
    var meanAbsoluteDeviation: Double {
        let total = Double(count)
        return zip(counts, expected).reduce(0) { $0 + abs(Double($1.0) / total - $1.1) } / Double(counts.count)
    }

    /// Whether each digit is expected five times or more, below which the distribution is no chi-square.
    var isLargeEnough: Bool { expected.allSatisfy { Double(count) * $0 >= 5 } }

    /// The last digits of whole values, each of which should be as frequent as the others.
    ///
    /// - Parameter values: whole, below 2⁵³.
    static func terminal(_ values: [Double]) -> DigitTest {
        var counts = [Int](repeating: 0, count: 10)
        for value in values { counts[Int(value.magnitude.truncatingRemainder(dividingBy: 10))] += 1 }
        return DigitTest(counts: counts, expected: [Double](repeating: 0.1, count: 10))
    }

    /// log₁₀(1 + 1/d) for the digits 1 to 9, by Benford's law.
    static let benford = [
        0.3010299956639812, 0.17609125905568124, 0.12493873660829993, 0.09691001300805642, 0.07918124604762482,
        0.06694678963061322, 0.05799194697768673, 0.05115252244738129, 0.04575749056067514,
    ]

    /// The first digits of values above zero, which should follow Benford's law.
    static func first(_ values: [Double]) -> DigitTest {
        var counts = [Int](repeating: 0, count: 9)
        for value in values { counts[SignificantDigits.first(of: value) - 1] += 1 }
        return DigitTest(counts: counts, expected: benford)
    }
}

/// The significant digits of a number as it is written shortest.
enum SignificantDigits {
    /// The digits without leading and trailing zeros, point, sign and exponent: `1203` for 120.3 and for 120300.
    static func text(of value: Double) -> String {
        let mantissa = "\(value.magnitude)".prefix { $0 != "e" }
        var digits = mantissa.filter(\.isNumber).drop { $0 == "0" }
        while digits.last == "0" { digits.removeLast() }
        return String(digits)
    }

    /// How many there are; none for zero.
    static func count(of value: Double) -> Int { text(of: value).utf8.count }

    /// The first one, of a value that is not zero.
    static func first(of value: Double) -> Int { text(of: value).first?.wholeNumberValue ?? 1 }
}
