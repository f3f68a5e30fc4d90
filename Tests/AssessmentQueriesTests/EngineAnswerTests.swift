import AssessmentCore
import AssessmentData
import Testing

@testable import AssessmentQueries

@Suite("The answer of an engine")
struct EngineAnswerTests {
    private static func canonical(_ columns: [String], _ rows: [[String]]) throws -> String {
        String(decoding: try EngineAnswer(version: "1", columns: columns, rows: rows).canonical().bytes, as: UTF8.self)
    }

    @Test("Rows are kept in the order of their bytes, whatever the order of the engine")
    func order() throws {
        let rows = [["b", "1"], ["a", "10"], ["a", "9"], ["", ""]]
        let expected = "unit,n\na,10\na,9\nb,1\n"
        #expect(try Self.canonical(["unit", "n"], rows) == expected)
        #expect(try Self.canonical(["unit", "n"], rows.reversed()) == expected)
    }

    @Test("Texts with commas, quotation marks and line ends stay one cell")
    func quoting() throws {
        #expect(try Self.canonical(["u"], [["a,\"b\"\nc"]]) == "u\n\"a,\"\"b\"\"\nc\"\n")
        #expect(try Self.canonical(["u"], [["  a "]]) == "u\na\n")
    }

    @Test("No rows, and columns without a name of their own, are refused")
    func refused() {
        #expect(throws: QueryFailure.self) { try Self.canonical(["u"], []) }
        #expect(throws: QueryFailure.self) { try Self.canonical(["u", "u"], [["1", "2"]]) }
        #expect(throws: QueryFailure.self) { try Self.canonical(["u", ""], [["1", "2"]]) }
    }

    @Test(
        "A number with an exponent is written out, digit by digit",
        arguments: [
            ("1.00E-8", "0.0000000100"), ("0E-8", "0.00000000"), ("1E+3", "1000"), ("-1.25e2", "-125"),
            ("1.5E10", "15000000000"),
            ("12.30", "12.30"), ("E", "E"), ("1e", "1e"), ("a1e5", "a1e5"), ("-2.5E-1", "-0.25"),
        ])
    func plain(text: String, expected: String) {
        #expect(DecimalNumber.withoutExponent(text) == expected)
    }

    @Test("Rows of Spark SQL are objects of JSON; a text that looks like a number stays as it is")
    func spark() throws {
        let output = """
            4.3.0 abc
            {"unit":"1e5","n":1.00E-2,"d":12.30,"t":"a\\"1e5\\n{}"}
            {"unit":"b","n":null,"d":-3,"t":""}

            """
        let answer = try SparkClient.answer(Array(output.utf8))
        #expect(answer.version == "4.3.0")
        #expect(answer.columns == ["unit", "n", "d", "t"])
        #expect(answer.rows == [["1e5", "0.0100", "12.30", "a\"1e5\n{}"], ["b", "", "-3", ""]])
    }

    @Test("Comma-separated values of psql and duckdb keep every digit")
    func csv() throws {
        let answer = try EngineAnswer(csv: Array("unit,n\na,123456789012345678901234567890.10\nb,\n".utf8))
        #expect(answer.rows == [["a", "123456789012345678901234567890.10"], ["b", ""]])
    }
}
