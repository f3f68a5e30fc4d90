import AssessmentCore
import AssessmentData
import Testing

@Suite("Text files that report values are read in every encoding and with every separator that is taken")
struct ReportedFileTests {
    private static let units = UnitTable([
        AssessedUnit(code: "340100", name: BilingualText(zh: "合肥市", en: "Hefei"), level: "city"),
        AssessedUnit(code: "340200", name: BilingualText(zh: "芜湖市", en: "Wuhu"), level: "city"),
    ])
    private static let sales = Variable(
        id: "sales", name: BilingualText(zh: "销售额", en: "Sales"), definition: BilingualText(same: "x"),
        unitOfMeasure: UnitOfMeasure(BilingualText(zh: "万元", en: "10,000 yuan")),
        reportedBy: BilingualText(zh: "商务局", en: "Commerce"))

    private static let standard = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

    private func read(_ bytes: [UInt8], rules: Set<NumberRule> = []) throws -> ReportedFile.Contents {
        try ReportedFile.read(
            bytes, file: "r.csv", units: Self.units, variables: ["sales": Self.sales, "sales@q1": Self.sales],
            periods: [Period(year: 2019), Period(year: 2020)], rules: rules, standard: Self.standard)
    }

    private func problems(_ text: String) -> String {
        do {
            _ = try read(Array(text.utf8))
            return ""
        } catch {
            return "\(error)"
        }
    }

    @Test("Comma, semicolon and tab", arguments: [",", ";", "\t"])
    func separators(separator: String) throws {
        let text =
            "unit,variable,period,value,status,note\n340100,sales,2020,12.5,,x y\n340200,sales,2020,,not_applicable,\n"
        let values = try read(Array(text.map { $0 == "," ? separator : String($0) }.joined().utf8)).values
        #expect(values.map(\.number) == [12.5, nil])
        #expect(values.map(\.reason) == [nil, .notApplicable])
        #expect(values.map(\.origin.row) == [2, 3])
        #expect(values[0].origin.note == "x y")
    }

    @Test("GB18030, as Python’s encoder writes it, and UTF-8 with a byte order mark")
    func encodings() throws {
        // ‘3万,安徽㐀’ by Python 3: "3万,安徽㐀".encode("gb18030").
        let gb: [UInt8] = [0x33, 0xCD, 0xF2, 0x2C, 0xB0, 0xB2, 0xBB, 0xD5, 0x81, 0x39, 0xEE, 0x39]
        let start = Array("unit,variable,period,value,note\n340100,sales,2020,".utf8)
        let contents = try read(start + gb + [0x0D, 0x0A], rules: [.chineseUnits])
        #expect(contents.encoding == .gb18030)
        #expect(contents.values.first?.number == 3)
        #expect(contents.values.first?.origin.note == "安徽㐀")
        let marked = try read([0xEF, 0xBB, 0xBF] + start + Array("3万,安徽㐀".utf8), rules: [.chineseUnits])
        #expect(marked.encoding == .utf8)
        #expect(marked.values.first?.origin.note == "安徽㐀")
    }

    @Test("A column names the standard that values follow: another one is refused, and a file without it says nothing")
    func standards() throws {
        func text(_ first: String, _ second: String = "") -> String {
            "unit,variable,period,value,standard\n340100,sales,2020,1,\(first)\n340200,sales,2020,2,\(second)\n"
        }
        #expect(try read(Array(text(Self.standard, "0123456789AB").utf8)).namesStandard)
        #expect(try !read(Array(text(Self.standard).utf8)).namesStandard)
        #expect(try !read(Array("unit,variable,period,value\n340100,sales,2020,1\n".utf8)).namesStandard)
        for other in ["123456789abc", "0123", "0123456789abd"] {
            #expect(
                problems(text(Self.standard, other))
                    == "r.csv:3:21: the value follows another standard, ‘\(other)’: what is asked has changed since; expected "
                    + "0123456789ab, the standard of today, once the value is checked against it")
        }
    }

    @Test("A whole number beyond 2⁵³ whose last digits no double holds is refused, and one that it holds is taken")
    func digits() throws {
        func row(_ value: String) -> String { "unit,variable,period,value\n340100,sales,2020,\(value)\n" }
        #expect(
            problems(row("9007199254740993"))
                == "r.csv:2:19: ‘9007199254740993’ has more digits than are kept: it would become 9007199254740992; expected "
                + "a number of at most 15 digits; a larger unit of measure, or a text where it is a code")
        for (text, number) in [("9007199254740992", 9007199254740992.0), ("-9007199254740994", -9007199254740994)] {
            #expect(try read(Array(row(text).utf8)).values.map(\.number) == [number])
        }
        // A double is 2⁶⁷, and 147573952589676410000 is what every program prints of it.
        #expect(problems(row("147573952589676412928")).contains("it would become 147573952589676410000;"))
    }

    @Test("Lines in UTF-8 and in GB18030 in one file are told by their lines")
    func mixed() {
        // ‘安徽’ in GB 18030, by Python 3: "安徽".encode("gb18030").
        let gb: [UInt8] = [0xB0, 0xB2, 0xBB, 0xD5]
        let head = Array("unit,variable,period,value,note\n340100,sales,2020,1,合肥市的数\n".utf8)
        let line = Array("340200,sales,2020,1,".utf8) + gb + [0x0A]
        for (bytes, expected) in [
            (head + line, "r.csv:3:1: the line is in GB18030, and line 2 in UTF-8; expected one encoding"),
            ([0xEF, 0xBB, 0xBF] + head + line, "r.csv:3:1: the line is in GB18030, and line 2 in UTF-8"),
            (
                Array("unit,variable,period,value,note\n".utf8) + line + Array("340100,sales,2020,1,合肥市的数\n".utf8),
                "r.csv:2:1: the line is in GB18030, and line 3 in UTF-8"
            ),
        ] {
            do {
                _ = try read(bytes)
                Issue.record("it was taken")
            } catch {
                #expect("\(error)".hasPrefix(expected), "\(error)")
            }
        }
    }

    @Test("Report periods are variables of their own")
    func reportPeriods() throws {
        let values = try read(Array("unit,variable,period,value\n340100,sales,2020-q1,4\n".utf8)).values
        #expect(values.map(\.place.variable) == ["sales@q1"])
        #expect(values.map(\.place.period) == [Period(year: 2020)])
    }

    @Test("Every problem of a file is told with its place")
    func everyProblem() {
        let text = """
            unit,variable,period,value,status
            340100,sales,2020,"1,5",
            340109,sales,2020,1,
            340200,sale,2020,1,
            340200,sales,2018,1,
            340200,sales,2020,1,gone
            340200,sales,2019,1,not_submitted
            340100,sales,2019,2,
            340100,sales,2019,2,
            """
        #expect(
            problems(text) == """
                r.csv:2:19: ‘1,5’ is not a number; expected digits with a decimal point; ‘numbers’ of the collection does not declare thousands_separators, percent_signs, full_width_digits, chinese_units
                r.csv:3:1: no unit has the code ‘340109’; expected a code of the file of units
                r.csv:4:8: ‘sale’ is not collected for this assessment; expected a variable of ‘assess standard’; did you mean ‘sales’?
                r.csv:5:14: 2018 is no period of the assessment; expected one of 2019, 2020
                r.csv:6:21: ‘gone’ is not a status; expected one of not_submitted, not_applicable, withdrawn
                r.csv:7:21: the value is given and called not_submitted; expected one of the two
                r.csv:9:19: sales of 340100 in 2019 is given twice (also row 8); expected one value
                """)
    }

    @Test(
        "Statuses may be written in the words of forms, and the name of a unit in place of its code suggests the code")
    func words() throws {
        let text =
            "unit,variable,period,value,status\n340100,sales,2020,,不适用\n340200,sales,2020,,earlier figure withdrawn\n"
        #expect(try read(Array(text.utf8)).values.map(\.reason) == [.notApplicable, .withdrawn])
        #expect(
            problems("unit,variable,period,value\n芜湖市,sales,2020,1\n").hasSuffix(
                "no unit has the code ‘芜湖市’; expected a code of the file of units; did you mean ‘340200’?"))
    }

    @Test("What is no such file is refused with what was expected")
    func noSuchFile() {
        #expect(
            problems("Region,Value\n1,2\n").hasPrefix(
                "r.csv:1:1: the first line does not have the columns of reported values; expected the columns unit, variable,"
            ))
        #expect(throws: DiagnosticList.self) { try read([0xFF, 0xFE, 0x75, 0x00]) }
        #expect(throws: DiagnosticList.self) {
            try read(Array("unit,variable,period,value\n".utf8) + [0xFF, 0xFF, 0x0A])
        }
    }
}
