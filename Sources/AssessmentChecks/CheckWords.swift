internal import AssessmentCore
internal import AssessmentStatistics

/// Numbers and phrases of findings.
enum CheckWords {
    /// A number as it was given.
    static func plain(_ number: Double) -> String { Formula.text(of: number) }

    /// A computed number, with about as many digits as a reader needs.
    static func short(_ number: Double) -> String {
        let size = number.magnitude
        let decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 4
        return DecimalRounding.text(number, upTo: decimals)
    }

    /// A share in per cent.
    static func percent(_ share: Double) -> String {
        DecimalRounding.text(100 * share, upTo: 1) + "%"
    }

    /// A probability, which is never told as zero.
    static func probability(_ p: Double) -> String {
        p < 0.0001 ? "< 0.0001" : "= " + DecimalRounding.text(p, upTo: 4)
    }

    /// A value with its unit of measure.
    static func value(_ number: Double, _ unit: UnitOfMeasure) -> BilingualText {
        func text(_ symbol: String) -> String {
            symbol.isEmpty ? plain(number) : symbol == "%" ? "\(plain(number))%" : "\(plain(number)) \(symbol)"
        }
        return BilingualText(zh: text(unit.symbol.zh), en: text(unit.symbol.en))
    }

    /// What is to be said of a ratio that is nearly a power of ten which units of measure differ by.
    static func unitHint(_ ratio: Double) -> BilingualText? {
        for power in [100.0, 1000, 10_000, 100_000_000] {
            for (factor, isMore) in [(power, true), (1 / power, false)] where abs(ratio / factor - 1) <= 0.15 {
                let times = plain(power)
                return BilingualText(
                    zh: "约为\(isMore ? "" : "1/")\(times)\(isMore ? "倍" : "")，疑似计量单位不同",
                    en:
                        "about \(isMore ? "\(times) times as much" : "1/\(times) of it"): perhaps another unit of measure"
                )
            }
        }
        return nil
    }

    /// What chance alone gives of a statistic that a normal distribution follows.
    static func chance(_ z: Double, of count: Int) -> BilingualText {
        let expected = Double(count) * tail(z)
        let text = expected < 0.01 ? "0.01" : DecimalRounding.text(expected, upTo: 2)
        return BilingualText(
            zh: "比较了\(count)个数值；若服从正态分布，偶然超出的约\(expected < 0.01 ? "不到" : "")\(text)个。",
            en: "\(count) values were compared; chance alone, were they normal, would put "
                + "\(expected < 0.01 ? "fewer than" : "about") \(text) so far out.")
    }

    /// The probability that a normal value lies further out than z on either side.
    static func tail(_ z: Double) -> Double { 2 * NormalDistribution.upperTail(z) }
}

extension BilingualText {
    static func + (left: BilingualText, right: BilingualText) -> BilingualText {
        BilingualText(zh: left.zh + right.zh, en: left.en + right.en)
    }
}
