import AssessmentCore
import Testing

@Suite("Rounding as it is done on paper")
struct DecimalRoundingTests {
    @Test(
        "Halves go away from zero, as the decimal is printed",
        arguments: [
            (2.675, 2, 2.68), (1.005, 2, 1.01), (89.995, 2, 90), (89.99499999999999, 2, 90), (0.5, 0, 1), (1.5, 0, 2),
            (2.5, 0, 3), (0.49, 0, 0), (-2.675, 2, -2.68), (-0.5, 0, -1), (-0.4, 0, 0), (89.994, 2, 89.99), (0, 2, 0),
            (1e-20, 15, 0), (0.1 + 0.2, 15, 0.3),
        ])
    func halves(value: Double, decimals: Int, expected: Double) {
        #expect(DecimalRounding.round(value, decimals: decimals) == expected)
    }

    @Test("A number that a half stands far from is not lifted", arguments: [89.99499, 89.994999, 89.9949999999])
    func below(value: Double) {
        #expect(DecimalRounding.round(value, decimals: 2) == 89.99)
    }

    @Test(
        "Numbers too large to have decimals stay as they are",
        arguments: [0x1p49, 0x1p50, 0x1p51, 0x1p52, 0x1p53, 1e15, 1e18, 1e300, .greatestFiniteMagnitude, .infinity])
    func huge(value: Double) {
        for decimals in 0...15 {
            #expect(DecimalRounding.round(value, decimals: decimals) == value)
            #expect(DecimalRounding.round(-value, decimals: decimals) == -value)
        }
    }

    @Test(
        "Whole numbers keep their value at any number of decimals",
        arguments: [600_000_000, 3_865_000_001, 12_345_678_901, 4_503_599_627_371, 1_000_000_000_001])
    func whole(number: Int) {
        for decimals in 0...15 {
            let zeros = decimals == 0 ? "" : "." + String(repeating: "0", count: decimals)
            #expect(DecimalRounding.round(Double(number), decimals: decimals) == Double(number))
            #expect(DecimalRounding.text(Double(number), decimals: decimals) == "\(number)\(zeros)")
        }
    }

    @Test(
        "A text has exactly so many decimals, a true minus, and no negative zero",
        arguments: [
            (90, 2, "90.00"), (2.675, 2, "2.68"), (0.05, 1, "0.1"), (0.04, 1, "0.0"), (-0.04, 1, "0.0"),
            (-0.05, 1, "−0.1"), (12345.6, 0, "12346"), (0.000001, 6, "0.000001"), (-1234.5, 2, "−1234.50"),
            (.nan, 2, "–"), (.infinity, 2, "–"), (1e20, 2, "1e+20"),
        ])
    func text(value: Double, decimals: Int, expected: String) {
        #expect(DecimalRounding.text(value, decimals: decimals) == expected)
    }

    @Test("Decimals beyond 0 to 15 are taken as the nearest of these")
    func limits() {
        #expect(DecimalRounding.text(1.25, decimals: -3) == "1")
        #expect(DecimalRounding.text(1.25, decimals: 40) == "1.250000000000000")
    }

    @Test("A text reads back as the rounded number, and rounding twice changes nothing")
    func readsBack() {
        var generator = SplitMix64(seed: 7)
        for _ in 0..<5000 {
            let value = Double.random(in: -1_000_000...1_000_000, using: &generator)
            let decimals = Int.random(in: 0...9, using: &generator)
            let rounded = DecimalRounding.round(value, decimals: decimals)
            let text = DecimalRounding.text(value, decimals: decimals)
            #expect(Double(text.replacing("−", with: "-")) == rounded)
            #expect(DecimalRounding.round(rounded, decimals: decimals) == rounded)
        }
    }

    @Test(
        "A text of up to so many decimals ends in no zero behind the point",
        arguments: [
            (90, 2, "90"), (2.5, 2, "2.5"), (2.675, 2, "2.68"), (100, 0, "100"), (-1234.5, 6, "−1234.5"), (0, 6, "0"),
            (-0.004, 2, "0"), (1e-6, 6, "0.000001"), (0.1 + 0.2, 15, "0.3"), (1e20, 6, "1e+20"), (.nan, 2, "–"),
            (9_007_199_254_740_994.0, 3, "9007199254740994"),
        ])
    func trimmed(value: Double, decimals: Int, expected: String) {
        #expect(DecimalRounding.text(value, upTo: decimals) == expected)
    }

    /// FNV-1a over the texts of a hundred numbers each, from Python's `decimal` with ROUND_HALF_UP on the `repr` of the
    /// same numbers; every other number is a half or close to one.
    private static let checksums: [UInt64] = [
        0x35ef3f292e52c636, 0xd65221d4e8dff8f7, 0x843a3ed5c80b6d79, 0xab99211e363f621f,
        0x014eb1d62fbb4237, 0x9b0041132c197855, 0xa17a9fe9f0b689f8, 0xd3685e83dd2f5c0a,
        0xc57a97e723aec924, 0xa72f0c7c689a5389, 0xf278e42a9aa88d9e, 0x3b248e41b2eb78df,
        0x5e6b323852f3fc8b, 0x63695e259b8d2e47, 0x8c8ef99aeffdeff7, 0x253e197dd82b171c,
        0x2e576956064f19f0, 0xbe9c8c52ec0295e1, 0x628a6af46b9cc3a5, 0xa3f74c6ee24fd404,
        0x96437808704022ad, 0xe3e305e5d30403e5, 0x230e8a75c1e8c851, 0xe14ca4c24828e008,
        0x6625131dd51e8394, 0xd970d7186cfe65d3, 0xeee4ace7bb2a6ee3, 0xb0627f60bca3bea7,
        0x4b95089c3579f158, 0x5ba981233709b44e, 0x1a5800a5de3a1414, 0x39135893defdfa2d,
        0xb024b365232f5c06, 0x2307352fe0280525, 0x57ef48be5786e67e, 0x46cf6dbf09c27cb8,
        0xc2902196352520cf, 0x8e51c1afae18afb3, 0xf72fc18b76af81ac, 0x6d808d58448df4ce,
    ]

    @Test("Four thousand numbers come out as in decimal arithmetic, by blocks of a hundred")
    func decimalArithmetic() {
        var generator = SplitMix64(seed: 20_180_510)
        for (block, expected) in Self.checksums.enumerated() {
            var checksum: UInt64 = 0xcbf2_9ce4_8422_2325
            for index in 0..<100 {
                var digits = Double(generator.next() % 10_000_000_000)
                let exponent = Int(generator.next() % 9)
                var decimals = Int(generator.next() % 7)
                let isNegative = generator.next() % 4 == 0
                if index % 2 == 0 {
                    digits = (digits / 10).rounded(.down) * 10 + 5
                    decimals = max(0, exponent - 1)
                }
                let magnitude = digits / (0..<exponent).reduce(1.0) { power, _ in power * 10 }
                let text = DecimalRounding.text(isNegative ? -magnitude : magnitude, decimals: decimals)
                for byte in (text + "\n").utf8 { checksum = (checksum ^ UInt64(byte)) &* 0x100_0000_01b3 }
            }
            #expect(checksum == expected, "block \(block)")
        }
    }

    @Test(
        "A share in per cent says neither never of what is seldom nor always of what is not the whole",
        arguments: [
            (0, "0%"), (0.0001, "<0.1%"), (0.0005, "0.1%"), (0.5, "50%"), (0.1234, "12.3%"), (0.9996, "99.9%"),
            (1, "100%"),
        ])
    func shares(share: Double, text: String) {
        #expect(DecimalRounding.percentage(of: share) == text)
    }

    @Test(
        "A number for a reader has no zeros at its end, and never loses those that count",
        arguments: [
            (12.5, "12.5"), (3, "3"), (100, "100"), (-0.25, "−0.25"), (1.5e20, "1.5e+20"), (0.000001, "1e-06"),
            (9_000_000_000, "9000000000"), (0, "0"),
        ])
    func readable(number: Double, text: String) {
        #expect(DecimalRounding.readable(number) == text)
    }
}
