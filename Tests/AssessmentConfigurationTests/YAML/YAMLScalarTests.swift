import AssessmentCore
import Testing

@testable import AssessmentConfiguration

@Suite("YAML: truth values, texts, dates and periods")
struct YAMLScalarTests {
    @Test(arguments: [
        ("true", "true"),
        ("false", "false"),
        ("yes", "‘yes’ is not a truth value; expected ‘true’ or ‘false’; did you mean ‘true’?"),
        ("NO", "‘NO’ is not a truth value; expected ‘true’ or ‘false’; did you mean ‘false’?"),
        ("on", "‘on’ is not a truth value; expected ‘true’ or ‘false’; did you mean ‘true’?"),
        ("Off", "‘Off’ is not a truth value; expected ‘true’ or ‘false’; did you mean ‘false’?"),
        ("True", "‘True’ is not a truth value; expected ‘true’ or ‘false’; did you mean ‘true’?"),
        ("FALSE", "‘FALSE’ is not a truth value; expected ‘true’ or ‘false’; did you mean ‘false’?"),
        ("y", "‘y’ is not a truth value; expected ‘true’ or ‘false’; did you mean ‘true’?"),
        ("1", "‘1’ is not a truth value; expected ‘true’ or ‘false’; did you mean ‘true’?"),
        ("0", "‘0’ is not a truth value; expected ‘true’ or ‘false’; did you mean ‘false’?"),
        ("tru", "‘tru’ is not a truth value; expected ‘true’ or ‘false’; did you mean ‘true’?"),
        ("fals", "‘fals’ is not a truth value; expected ‘true’ or ‘false’; did you mean ‘false’?"),
        ("是", "‘是’ is not a truth value; expected ‘true’ or ‘false’; did you mean ‘true’?"),
        ("'true'", "‘true’ is in quotes and so is a text; expected ‘true’ or ‘false’, without quotes"),
        ("~", "‘~’ means “nothing”; expected ‘true’ or ‘false’"),
        ("maybe", "‘maybe’ is not a truth value; expected ‘true’ or ‘false’"),
        ("[true]", "a list is written here; expected ‘true’ or ‘false’"),
    ])
    func boolean(written: String, result: String) throws {
        #expect(try interpreting(written) { node throws(Diagnostic) in try node.boolean() } == result)
    }

    @Test(arguments: [
        ("a b", "a b"),
        ("340100", "340100"),
        ("1e3", "1e3"),
        ("'~'", "~"),
        ("~", "‘~’ means “nothing”; expected a text, in quotes where the word itself is meant"),
        ("null", "‘null’ means “nothing”; expected a text, in quotes where the word itself is meant"),
        ("Null", "‘Null’ means “nothing”; expected a text, in quotes where the word itself is meant"),
        ("", "f:1:3: nothing is written here; expected a text"),
        ("''", ""),
        ("true", "true"),
        ("[a]", "a list is written here; expected a text"),
        ("{a: b}", "a mapping (lines of ‘key: value’) is written here; expected a text"),
    ])
    func text(written: String, result: String) throws {
        #expect(try interpreting(written) { node throws(Diagnostic) in try node.text() } == result)
    }

    @Test(arguments: [
        ("2020-12-31", "2020-12-31"),
        ("'2020-12-31'", "2020-12-31"),
        (
            "2020/12/31",
            """
            ‘2020/12/31’ is not written as a date; expected a date such as 2020-12-31; did you mean \
            ‘2020-12-31’?
            """
        ),
        (
            "2020-1-5",
            """
            ‘2020-1-5’ is not written as a date; expected a date such as 2020-12-31; did you mean \
            ‘2020-01-05’?
            """
        ),
        (
            "20201231",
            """
            ‘20201231’ is not written as a date; expected a date such as 2020-12-31; did you mean \
            ‘2020-12-31’?
            """
        ),
        (
            "2020年12月31日",
            """
            ‘2020年12月31日’ is not written as a date; expected a date such as 2020-12-31; did you mean \
            ‘2020-12-31’?
            """
        ),
        ("2020-02-30", "‘2020-02-30’ is not a day of the calendar; expected a date such as 2020-12-31"),
        ("2020/02/30", "‘2020/02/30’ is not a day of the calendar; expected a date such as 2020-12-31"),
        ("2020", "‘2020’ is not written as a date; expected a date such as 2020-12-31"),
        ("31.12.2020", "‘31.12.2020’ is not written as a date; expected a date such as 2020-12-31"),
        (
            "２０２０-12-31",
            """
            ‘２０２０-12-31’ is not written as a date; expected a date such as 2020-12-31; did you mean \
            ‘2020-12-31’?
            """
        ),
        ("~", "‘~’ means “nothing”; expected a date such as 2020-12-31"),
        ("[]", "a list is written here; expected a date such as 2020-12-31"),
    ])
    func date(written: String, result: String) throws {
        #expect(try interpreting(written) { node throws(Diagnostic) in try node.date() } == result)
    }

    @Test(arguments: [
        ("2020", "2020"),
        ("'2020'", "2020"),
        ("2020年", "‘2020年’ is not a year; expected a year such as 2020; did you mean ‘2020’?"),
        ("20", "‘20’ is not a year; expected a year such as 2020"),
        ("2020-12-31", "‘2020-12-31’ is not a year; expected a year such as 2020"),
        ("0000", "‘0000’ is not a year; expected a year such as 2020"),
        ("２０２０", "‘２０２０’ is not a year; expected a year such as 2020; did you mean ‘2020’?"),
        ("2016-2019", "‘2016-2019’ is not a year; expected a year such as 2020"),
        ("~", "‘~’ means “nothing”; expected a year such as 2020"),
        ("[2020]", "a list is written here; expected a year such as 2020"),
    ])
    func period(written: String, result: String) throws {
        #expect(try interpreting(written) { node throws(Diagnostic) in try node.period() } == result)
    }

    @Test(arguments: [
        ("2020", "[2020]"),
        ("2016-2019", "[2016, 2017, 2018, 2019]"),
        (
            "2019-2016",
            """
            ‘2019-2016’ ends before it begins; expected a year such as 2020, or a range such as 2016-2019; \
            did you mean ‘2016-2019’?
            """
        ),
        (
            "2016~2018",
            """
            ‘2016~2018’ is neither a year nor a range of years; expected a year such as 2020, or a range \
            such as 2016-2019; did you mean ‘2016-2018’?
            """
        ),
        (
            "2016 - 2018",
            """
            ‘2016 - 2018’ is neither a year nor a range of years; expected a year such as 2020, or a range \
            such as 2016-2019; did you mean ‘2016-2018’?
            """
        ),
        (
            "2016至2018年",
            """
            ‘2016至2018年’ is neither a year nor a range of years; expected a year such as 2020, or a range \
            such as 2016-2019; did you mean ‘2016-2018’?
            """
        ),
        ("[2016, 2018-2019]", "[2016, 2018, 2019]"),
        ("[2016, 2016]", "f:1:11: the year 2016 is listed twice; expected each year once"),
        ("[]", "the list is empty; expected at least one year"),
        (
            "[2016, [2017]]",
            "f:1:11: a list is written here; expected a year such as 2020, or a range such as 2016-2019"
        ),
        (
            "2016, 2017, 2018",
            """
            ‘2016, 2017, 2018’ is neither a year nor a range of years; expected a year such as 2020, or a \
            range such as 2016-2019
            """
        ),
        ("~", "‘~’ means “nothing”; expected a year such as 2020, or a range such as 2016-2019"),
        (
            "{a: 1}",
            """
            a mapping (lines of ‘key: value’) is written here; expected a year such as 2020, or a range \
            such as 2016-2019
            """
        ),
        (
            "2016-19",
            """
            ‘2016-19’ is neither a year nor a range of years; expected a year such as 2020, or a range such \
            as 2016-2019
            """
        ),
    ])
    func periods(written: String, result: String) throws {
        #expect(try interpreting(written) { node throws(Diagnostic) in try node.periods() } == result)
    }
}
