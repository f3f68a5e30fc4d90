import Testing

@testable import AssessmentChecks

/// Expected values are those of `scipy.stats.chisquare` and `scipy.stats.binomtest`, SciPy 1.17.
@Suite("Tests of digits and of signs")
struct DigitTestTests {
    @Test(
        "Significant digits as a number is written shortest",
        arguments: [
            (120.3, "1203"), (120_300, "1203"), (0.005, "5"), (1e-7, "1"), (0, ""), (-42.5, "425"), (1.5e300, "15"),
        ])
    func digits(value: Double, text: String) {
        #expect(SignificantDigits.text(of: value) == text)
    }

    @Test("Last digits against even ones")
    func terminal() {
        let counts = [4, 9, 3, 5, 7, 18, 2, 4, 5, 3]
        let values = counts.enumerated().flatMap { digit, count in
            (0..<count).map { Double(100 + 10 * $0 + digit) }
        }
        let test = DigitTest.terminal(values)
        #expect(test.counts == counts && test.count == 60 && test.isLargeEnough)
        #expect(abs(test.statistic - 33) < 1e-12)
        #expect(abs(test.probability - 0.000133552063634089) < 1e-12)
        #expect(!DigitTest.terminal(Array(values.prefix(49))).isLargeEnough)
    }

    @Test("The first hundred Fibonacci numbers follow Benford's law, and even digits do not")
    func benford() {
        var numbers = [1.0, 1.0]
        while numbers.count < 100 { numbers.append(numbers[numbers.count - 1] + numbers[numbers.count - 2]) }
        let test = DigitTest.first(numbers)
        #expect(test.counts == [30, 18, 13, 9, 8, 6, 5, 7, 4])
        #expect(abs(test.statistic - 1.028763083462345) < 1e-12)
        #expect(abs(test.probability - 0.9980600364624301) < 1e-10)
        #expect(abs(test.meanAbsoluteDeviation - 0.0063636079646694965) < 1e-14)
        let even = DigitTest(counts: [12, 11, 11, 11, 11, 11, 11, 11, 11], expected: DigitTest.benford)
        #expect(abs(even.statistic - 38.14449315014687) < 1e-10)
        #expect(abs(even.probability - 7.0793547621936245e-06) < 1e-12)
        #expect(abs(even.meanAbsoluteDeviation - 0.05823555362843608) < 1e-14)
    }

    @Test(
        "The one-sided sign test",
        arguments: [
            (5, 5, 0.03125), (8, 9, 0.01953125), (12, 14, 0.0064697265625), (60, 100, 0.028443966820490444),
            (1, 3, 0.875), (0, 4, 1),
        ])
    func signs(successes: Int, total: Int, probability: Double) {
        #expect(abs(SignTest.upperTail(successes, of: total) - probability) < 1e-12)
    }

    @Test("Pairs that are the same by chance: 16 values of 4 digits, C(16, 2) / 9000")
    func pairs() {
        #expect(abs(CopiedUnitRule.chance(16, 4) - 120.0 / 9000) < 1e-15)
    }
}
