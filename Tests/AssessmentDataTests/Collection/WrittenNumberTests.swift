import AssessmentCore
import AssessmentData
import Testing

@Suite("Numbers as people write them are read by declared rules alone")
struct WrittenNumberTests {
    private static let everyRule = Set(NumberRule.allCases)

    /// A number read by every rule, in some unit of measure.
    private func digits(_ text: String, in symbol: String) throws -> String {
        let unit = UnitOfMeasure(BilingualText(zh: symbol, en: symbol))
        return try WrittenNumber(text, in: unit, rules: Self.everyRule).digits
    }

    @Test(
        "Powers of ten move the decimal point, worked by hand",
        arguments: [
            ("0.3亿", "万元", "3000"), ("1.2亿元", "亿元", "1.2"), ("1.2亿", "元", "120000000"), ("3万", "万人", "3"),
            ("5", "万元", "5"), ("12345元", "万元", "1.2345"), ("-7百", "个", "-700"), ("2.5千元", "元", "2500"),
            ("1万亿", "亿元", "10000"), ("0.07万元", "元", "700"), ("3万元", "亿元", "0.0003"),
        ])
    func powers(text: String, symbol: String, expected: String) throws {
        #expect(try digits(text, in: symbol) == expected)
    }

    @Test(
        "Separators, signs of per cent and characters of full width",
        arguments: [
            ("1,234,567.89", "元", "1234567.89"), ("12.5%", "%", "12.5"), ("１２．５", "元", "12.5"),
            ("１，２３４％", "%", "1234"), ("-1,000", "元", "-1000"),
        ])
    func separators(text: String, symbol: String, expected: String) throws {
        #expect(try digits(text, in: symbol) == expected)
    }

    @Test(
        "What is ambiguous or of another unit of measure is refused",
        arguments: [
            ("1,23", "元"), ("1234,567", "元"), ("12.5%", "元"), ("3万人", "元"), ("", "元"), ("约3万", "元"),
            ("1,234,", "元"), ("1e5", "元"), ("十二", "元"), ("1.2.3", "元"), ("--3", "元"), ("3万4千", "元"), ("%", "%"),
            ("NaN", "元"), ("٣", "元"),
        ])
    func refused(text: String, symbol: String) {
        #expect(throws: WrittenNumber.Refusal.self) { try digits(text, in: symbol) }
    }

    @Test(
        "Without a declared rule only digits with a decimal point are a number",
        arguments: ["1,234", "12%", "１２", "3万"])
    func undeclared(text: String) throws {
        #expect(throws: WrittenNumber.Refusal.self) { try WrittenNumber(text, in: .percent, rules: []) }
        #expect(try WrittenNumber("-12.50", in: .percent, rules: []).value == -12.5)
    }

    @Test("The message says which rules are not declared")
    func message() {
        do throws(WrittenNumber.Refusal) {
            _ = try WrittenNumber("1,234", in: .yuan, rules: [.chineseUnits, .fullWidthDigits, .percentSigns])
            Issue.record("the comma was taken")
        } catch {
            #expect(error.problem == "‘1,234’ is not a number")
            #expect(
                error.expected
                    == "digits with a decimal point; ‘numbers’ of the collection does not declare thousands_separators")
        }
    }

    @Test("A word is no number, and not a unit of measure", arguments: ["三十一", "-", "无"])
    func words(text: String) {
        do throws(WrittenNumber.Refusal) {
            _ = try WrittenNumber(text, in: .yuan, rules: Set(NumberRule.allCases))
            Issue.record("\(text) was taken")
        } catch {
            #expect(error.problem == "‘\(text)’ is not a number")
            #expect(
                error.expected.hasSuffix("where there is no value, leave it blank and say why in the column for that"))
        }
    }
}
