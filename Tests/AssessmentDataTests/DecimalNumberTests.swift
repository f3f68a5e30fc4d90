import AssessmentCore
import Testing

@testable import AssessmentData

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

@Suite("Decimal numbers to the nearest binary one")
struct DecimalNumberTests {
    @Test(
        "Hard cases give what the C library gives",
        arguments: [
            "0", "-0", "0.1", "0.3", "1", "9007199254740991", "9007199254740992", "9007199254740993",
            "9007199254740994", "9007199254740995", "90071992547409925", "5e-324", "2.4703282292062327e-324",
            "2.4703282292062328e-324", "2.2250738585072011e-308", "2.2250738585072014e-308", "1.7976931348623157e308",
            "1.00000000000000011102230246251565404236316680908203125",
            "1.00000000000000011102230246251565404236316680908203124",
            "1.00000000000000011102230246251565404236316680908203126", "6929495644600919.5", "6929495644600919500",
            "3.518437208883201171875e13", "62.5364939768271845828", "8.10109172351e-10", "1e22", "1e23",
            "1.50000000000000011102230246251565", "123456789012345678901234567890", "0.000000000000000000000000000001",
            "8765432109876543210987.6543210", "9999999999999999999999", "7450580596923828125e-27", "0.1e-400",
            "4503599627370496.5", "4503599627370497.5", "0000000000000000000000000000123.456000000000000000000000",
        ])
    func hard(text: String) throws {
        let expected = strtod(text, nil)
        let number = try #require(DecimalNumber.parse(text, by: .program))
        #expect(number.bitPattern == (expected == 0 ? 0 : expected.bitPattern))
    }

    @Test("So do random ones of every length and place of the point")
    func random() {
        var generator = SplitMix64(seed: 754)
        for _ in 0..<200_000 {
            let digits = (0..<Int.random(in: 1...25, using: &generator)).map { _ in
                Character(String(Int.random(in: 0...9, using: &generator)))
            }
            let point = Int.random(in: 1...digits.count, using: &generator)
            let text =
                (Bool.random(using: &generator) ? "-" : "") + String(digits[..<point])
                + (point < digits.count ? "." + String(digits[point...]) : "")
            let expected = strtod(text, nil)
            let number = DecimalNumber.parse(text)
            if number?.bitPattern != (expected == 0 ? 0 : expected).bitPattern { Issue.record("\(text)") }
        }
        // Halfway between two numbers that follow one another, and a little above and below.
        for _ in 0..<20_000 {
            let low = Double(UInt64.random(in: 1 << 52..<1 << 53, using: &generator))
            for text in ["\(Int(low)).5", "\(Int(low)).50000000000000000001", "\(Int(low)).49999999999999999999"] {
                if DecimalNumber.parse(text) != strtod(text, nil) { Issue.record("\(text)") }
            }
        }
    }

    @Test(
        "What is written in another way is no number",
        arguments: [
            "", "-", ".", "1.", ".5", "-.5", "+1", "1e5", "1E5", "0x10", "inf", "nan", "1,5", "1 ", " 1", "1.2.3",
            "--1",
            "1-", "１", "1e", "٣", "1_000", "1\u{0}", "1\u{301}",
        ])
    func others(text: String) {
        #expect(DecimalNumber.parse(text) == nil)
    }

    @Test("What is too large for a number is none, however it is written")
    func tooLarge() {
        #expect(DecimalNumber.parse("1e309", by: .program) == nil)
        #expect(DecimalNumber.parse("1e99999999999999999999", by: .program) == nil)
        #expect(DecimalNumber.parse(String(repeating: "9", count: 400)) == nil)
        #expect(DecimalNumber.parse("0." + String(repeating: "0", count: 100_000) + "1") == 0)
        #expect(DecimalNumber.parse(".5e-1", by: .program) == 0.05)
    }
}
