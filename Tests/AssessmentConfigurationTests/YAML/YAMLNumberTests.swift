import AssessmentCore
import Testing

@testable import AssessmentConfiguration

@Suite("YAML: numbers")
struct YAMLNumberTests {
    @Test(arguments: [
        ("12", "12.0"),
        ("-1.5", "-1.5"),
        ("1e3", "1000.0"),
        ("+1", "1.0"),
        (".5", "0.5"),
        ("1.", "1.0"),
        ("0", "0.0"),
        ("-0", "0.0"),
        ("0.5", "0.5"),
        ("012", "‘012’ has a leading zero; expected a number; did you mean ‘12’?"),
        ("-012", "‘-012’ has a leading zero; expected a number; did you mean ‘-12’?"),
        ("00", "‘00’ has a leading zero; expected a number; did you mean ‘0’?"),
        ("0x1F", "‘0x1F’ is a hexadecimal number; expected a number; did you mean ‘31’?"),
        ("0o17", "‘0o17’ is an octal number; expected a number; did you mean ‘15’?"),
        ("0b11", "‘0b11’ is a binary number; expected a number; did you mean ‘3’?"),
        ("1:30", "‘1:30’ looks like a time; expected a number"),
        ("01:30:00", "‘01:30:00’ looks like a time; expected a number"),
        (
            "1_000",
            """
            ‘1_000’ has ‘_’ between its digits; write the digits alone; expected a number; did you mean \
            ‘1000’?
            """
        ),
        (
            "1,000",
            """
            ‘1,000’ has ‘,’ between its digits; write the digits alone; expected a number; did you mean \
            ‘1000’?
            """
        ),
        (
            "1,0000",
            """
            ‘1,0000’ has ‘,’ between its digits; write the digits alone; expected a number; did you mean \
            ‘10000’?
            """
        ),
        ("1,5", "‘1,5’ has ‘,’ between its digits; write the digits alone; expected a number"),
        (
            "1，000",
            """
            ‘1，000’ is written with signs that only look like those of a number; expected a number; did you \
            mean ‘1000’?
            """
        ),
        (
            "1 000",
            """
            ‘1 000’ has ‘ ’ between its digits; write the digits alone; expected a number; did you mean \
            ‘1000’?
            """
        ),
        ("12%", "‘12%’ has a percent sign; write the number alone; expected a number; did you mean ‘12’?"),
        (
            "１２％",
            """
            ‘１２％’ is written with signs that only look like those of a number; expected a number; did you \
            mean ‘12’?
            """
        ),
        ("12.5 %", "‘12.5 %’ has a percent sign; write the number alone; expected a number; did you mean ‘12.5’?"),
        (".nan", "‘.nan’ is not a finite number; expected a number"),
        ("nan", "‘nan’ is not a finite number; expected a number"),
        ("NaN", "‘NaN’ is not a finite number; expected a number"),
        (".inf", "‘.inf’ is not a finite number; expected a number"),
        ("-.Inf", "‘-.Inf’ is not a finite number; expected a number"),
        ("inf", "‘inf’ is not a finite number; expected a number"),
        (
            "１２",
            """
            ‘１２’ is written with signs that only look like those of a number; expected a number; did you \
            mean ‘12’?
            """
        ),
        (
            "０１２",
            """
            ‘０１２’ is written with signs that only look like those of a number; expected a number; did you \
            mean ‘12’?
            """
        ),
        (
            "−5",
            """
            ‘−5’ is written with signs that only look like those of a number; expected a number; did you \
            mean ‘-5’?
            """
        ),
        ("'12'", "‘12’ is in quotes and so is a text; expected a number, without quotes"),
        ("\"x\"", "‘x’ is in quotes and so is a text; expected a number, without quotes"),
        ("~", "‘~’ means “nothing”; expected a number"),
        ("", "f:1:3: nothing is written here; expected a number"),
        ("null", "‘null’ means “nothing”; expected a number"),
        ("1e999", "‘1e999’ is too large for a number; expected a number"),
        ("1e-999", "‘1e-999’ is too close to zero; expected a number"),
        ("0e9", "0.0"),
        ("abc", "‘abc’ is not a number; expected a number"),
        ("12万", "‘12万’ has ‘万’ behind the number; write it out in digits alone; expected a number"),
        ("12 km", "‘12 km’ has ‘km’ behind the number; write it out in digits alone; expected a number"),
        ("1e", "‘1e’ has ‘e’ behind the number; write it out in digits alone; expected a number"),
        (".", "‘.’ is not a number; expected a number"),
        ("1.2.3", "‘1.2.3’ is not a number; expected a number"),
        ("2020-12-31", "‘2020-12-31’ is not a number; expected a number"),
        ("true", "‘true’ is not a number; expected a number"),
        ("[1]", "a list is written here; expected a number"),
        ("{a: 1}", "a mapping (lines of ‘key: value’) is written here; expected a number"),
        (
            "1,234,567.89",
            """
            ‘1,234,567.89’ has ‘,’ between its digits; write the digits alone; expected a number; did you \
            mean ‘1234567.89’?
            """
        ),
        ("$5", "‘$5’ is not a number; expected a number"),
        (
            "5e３",
            """
            ‘5e３’ is written with signs that only look like those of a number; expected a number; did you \
            mean ‘5e3’?
            """
        ),
        ("1e3x", "‘1e3x’ has ‘e3x’ behind the number; write it out in digits alone; expected a number"),
        ("0.0.1", "‘0.0.1’ is not a number; expected a number"),
    ])
    func number(written: String, result: String) throws {
        #expect(try interpreting(written) { node throws(Diagnostic) in try node.number() } == result)
    }

    @Test(arguments: [
        ("5", "5"),
        ("0", "‘0’ is too small; expected a whole number from 1 to 10"),
        ("11", "‘11’ is too large; expected a whole number from 1 to 10"),
        ("5.0", "‘5.0’ is not written as a whole number; expected a whole number from 1 to 10; did you mean ‘5’?"),
        ("5.5", "‘5.5’ is not written as a whole number; expected a whole number from 1 to 10"),
        ("1e1", "‘1e1’ is not written as a whole number; expected a whole number from 1 to 10; did you mean ‘10’?"),
        ("99999999999999999999", "‘99999999999999999999’ is too large; expected a whole number from 1 to 10"),
        ("-99999999999999999999", "‘-99999999999999999999’ is too small; expected a whole number from 1 to 10"),
        ("05", "‘05’ has a leading zero; expected a whole number from 1 to 10; did you mean ‘5’?"),
        ("五", "‘五’ is not a number; expected a whole number from 1 to 10"),
        ("'5'", "‘5’ is in quotes and so is a text; expected a whole number from 1 to 10, without quotes"),
        ("+5", "5"),
        ("1e30", "‘1e30’ is not written as a whole number; expected a whole number from 1 to 10"),
    ])
    func integer(written: String, result: String) throws {
        #expect(try interpreting(written) { node throws(Diagnostic) in try node.integer(in: 1...10) } == result)
    }

    @Test func integerBounds() throws {
        #expect(try interpreting("3") { node throws(Diagnostic) in try node.integer(in: 0...Int.max) } == "3")
        #expect(
            try interpreting("-1") { node throws(Diagnostic) in try node.integer(in: 0...Int.max) }
                == "‘-1’ is too small; expected a whole number, at least 0")
        #expect(
            try interpreting("9") { node throws(Diagnostic) in try node.integer(in: Int.min...8) }
                == "‘9’ is too large; expected a whole number, at most 8")
        #expect(
            try interpreting("x") { node throws(Diagnostic) in try node.integer(in: Int.min...Int.max) }
                == "‘x’ is not a number; expected a whole number")
        #expect(
            try interpreting("9223372036854775807") { node throws(Diagnostic) in
                try node.integer(in: Int.min...Int.max)
            } == "9223372036854775807")
    }
}
