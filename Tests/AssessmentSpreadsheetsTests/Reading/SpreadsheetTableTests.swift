#if Excel
import AssessmentCore
import AssessmentSpreadsheets
import Testing

/// Cells as ECMA-376 writes them, in workbooks made by hand.
@Suite("Cells of a workbook")
struct SpreadsheetTableTests {
    static func table(_ parts: WorkbookParts) throws -> SpreadsheetTable {
        let file = try SpreadsheetFile(bytes: parts.bytes, name: "f.xlsx")
        return try file.table(of: try #require(file.firstVisible))
    }

    @Test("Each kind of cell is told apart")
    func kinds() throws {
        let table = try Self.table(
            WorkbookParts(
                """
                <row r="2"><c r="A2"><v>1.5</v></c><c r="B2" t="s"><v>1</v></c>\
                <c r="C2" t="inlineStr"><is><t>内联</t></is></c><c r="D2" t="b"><v>1</v></c>\
                <c r="E2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="F2" t="str"><f>"a"</f><v>甲</v></c>\
                <c r="G2" s="0"/><c r="H2"><f>A2*2</f></c><c r="I2"><f>A2</f><v>3</v></c></row>
                """, texts: ["<t>零</t>", "<t>一</t>"]))
        #expect(table[2, 1].value == .number(1.5))
        #expect(table[2, 2].value == .text("一"))
        #expect(table[2, 3].value == .text("内联"))
        #expect(table[2, 4].value == .boolean(true))
        #expect(table[2, 5].value == .error("#DIV/0!") && table[2, 5].hasFormula)
        #expect(table[2, 6].value == .text("甲") && table[2, 6].hasFormula && !table[2, 6].lacksResult)
        #expect(table[2, 7] == .empty)
        #expect(table[2, 8].lacksResult && !table[2, 9].lacksResult && table[2, 9].hasFormula)
        #expect(table[1, 1] == .empty && table[2, 100] == .empty && table[3, 1] == .empty)
        #expect(table.rows.map(\.number) == [2] && table.columns == 1...9)
    }

    @Test("Runs of a text are joined, how it is pronounced is left out, and escaped characters come back")
    func texts() throws {
        let table = try Self.table(
            WorkbookParts(
                """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>\
                <c r="D1" t="inlineStr"><is><r><t>安</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 徽</t></r>\
                <rPh sb="0" eb="1"><t>アン</t></rPh></is></c><c r="E1" t="s"><v>3</v></c></row>
                """,
                texts: [
                    "<r><t>合</t></r><r><rPr><b/></rPr><t>肥</t></r><rPh sb=\"0\" eb=\"2\"><t>ごうひ</t></rPh>",
                    "<t xml:space=\"preserve\">  a &lt;b&gt; &amp;amp; </t>", "<t>a_x000D_b_x005F_x000D_c_x00</t>",
                    "<t><![CDATA[<&>]]>&#x1F600;_xD83D__xDE00_</t>",
                ]))
        #expect(table[1, 1].value == .text("合肥"))
        #expect(table[1, 2].value == .text("  a <b> &amp; "))
        #expect(table[1, 3].value == .text("a\rb_x000D_c_x00"))
        #expect(table[1, 4].value == .text("安 徽"))
        #expect(table[1, 5].value == .text("<&>😀😀"))
    }

    @Test("Places may be left out, and sheets may be sparse")
    func places() throws {
        let table = try Self.table(
            WorkbookParts(
                """
                <row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row><row r="5"><c><v>4</v></c></row>\
                <row><c r="XFD6"><v>5</v></c></row><row r="1048576"><c r="XFD1048576"><v>6</v></c></row>
                """))
        #expect(table[1, 1].value == .number(1) && table[1, 3].value == .number(2) && table[1, 4].value == .number(3))
        #expect(table[5, 1].value == .number(4) && table[6, 16_384].value == .number(5))
        #expect(table[1_048_576, 16_384].value == .number(6) && table.count == 6)
    }

    @Test(
        "Numbers are those nearest to what is written, to the last bit",
        arguments: [
            ("0.1", 0.1), ("-0", 0), ("1E-05", 0.00001), ("0.30000000000000004", 0.1 + 0.2),
            ("123456789012345678", 123_456_789_012_345_680),
            ("1.7976931348623157E+308", Double.greatestFiniteMagnitude),
            ("4.9406564584124654E-324", Double.leastNonzeroMagnitude), ("9007199254740993", 9_007_199_254_740_992),
            ("+.5", 0.5), ("5.", 5), ("8.41470984807896505e-1", 0.841_470_984_807_896_5), ("1e22", 1e22),
            ("1e23", 1e23),
            ("0.000123", 0.000123), ("99999999999999990000000", 9.999999999999999e22),
        ] as [(String, Double)])
    func numbers(text: String, expected: Double) throws {
        let table = try Self.table(WorkbookParts("<row r=\"1\"><c r=\"A1\"><v>\(text)</v></c></row>"))
        guard case .number(let number) = table[1, 1].value else {
            Issue.record("no number")
            return
        }
        #expect(number.bitPattern == expected.bitPattern)
    }

    @Test("Random numbers come back as Swift's own reader reads them")
    func randomNumbers() throws {
        var seed = SplitMixer(state: 7)
        let written = (0..<20_000).map { index -> String in
            let number = Double(bitPattern: seed.next())
            if !number.isFinite { return "1" }
            return index % 2 == 0 ? "\(number)" : "\(Double(Int64(truncatingIfNeeded: seed.next()) >> 20) / 1000)"
        }
        let table = try Self.table(
            WorkbookParts(written.enumerated().map { "<row r=\"\($0 + 1)\"><c><v>\($1)</v></c></row>" }.joined()))
        for (index, text) in written.enumerated() {
            #expect(table[index + 1, 1].value == .number(try #require(Double(text))))
        }
    }

    @Test("The format of a cell says whether it shows a day", arguments: [false, true])
    func days(from1904: Bool) throws {
        let styles = """
            <numFmts count="5"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>\
            <numFmt numFmtId="165" formatCode="[Red]0.00_ ;&quot;day&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/>\
            <numFmt numFmtId="167" formatCode="&quot;米&quot;0\\m"/>\
            <numFmt numFmtId="168" formatCode="[$-804]yyyy/m/d;@"/></numFmts>\
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/>\
            <xf numFmtId="167"/><xf numFmtId="168"/><xf numFmtId="57"/><xf numFmtId="2"/></cellXfs>
            """
        let cells = (0..<9).map { "<c s=\"\($0)\"><v>44196.5</v></c>" }.joined()
        var parts = WorkbookParts(
            "<row r=\"1\">\(cells)<c t=\"d\"><v>2020-12-31T12:00:00</v></c></row>", styles: styles)
        if from1904 {
            parts = parts.with(
                "xl/workbook.xml",
                WorkbookParts.workbook(
                    "<sheet name=\"数据\" sheetId=\"1\" r:id=\"rId1\"/>",
                    properties: "<workbookPr date1904=\"1\"/>"))
        }
        let table = try Self.table(parts)
        #expect(
            (1...9).map { table[1, $0].isDate } == [false, true, true, false, true, false, true, true, false])
        // Four years and a day lie between the two systems.
        #expect(table.day(of: table[1, 2]) == CalendarDate(from1904 ? "2025-01-01" : "2020-12-31"))
        #expect(table.day(of: table[1, 10]) == CalendarDate("2020-12-31"))
        #expect(table.day(of: table[1, 1]) == nil)
    }

    @Test("The format of a cell says whether it shows a percentage")
    func percentages() throws {
        let styles = """
            <numFmts count="3"><numFmt numFmtId="164" formatCode="0.0%"/>\
            <numFmt numFmtId="165" formatCode="0&quot;%&quot;"/><numFmt numFmtId="166" formatCode="0\\%"/></numFmts>\
            <cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/>\
            <xf numFmtId="166"/><xf numFmtId="14"/></cellXfs>
            """
        let cells = (0..<7).map { "<c s=\"\($0)\"><v>0.476</v></c>" }.joined()
        let table = try Self.table(WorkbookParts("<row r=\"1\">\(cells)</row>", styles: styles))
        #expect((1...7).map { table[1, $0].isPercent } == [false, true, true, true, false, false, false])
    }

    @Test("Cells within a merged range are marked, but for its first")
    func merged() throws {
        let rows = (1...4).map { row in
            "<row r=\"\(row)\">" + (1...4).map { "<c><v>\($0)</v></c>" }.joined() + "</row>"
        }.joined()
        let table = try Self.table(
            WorkbookParts(
                rows,
                after: "<mergeCells><mergeCell ref=\"B2:C3\"/><mergeCell ref=\"A4:B4\"/><mergeCell ref=\"D1:D1\"/>"
                    + "<mergeCell ref=\"C4:D9\"/></mergeCells>"))
        let covered = (1...4).flatMap { row in (1...4).filter { table[row, $0].isCovered }.map { "\(row)\($0)" } }
        #expect(covered == ["23", "32", "33", "42", "44"])
        #expect(table.merged.count == 4)
    }

    @Test(
        "Texts that a person reads as numbers are told",
        arguments: [
            ("12", true), (" 1,234.5 ", true), ("１２３", true), ("-3%", true), ("", false), ("1亿", false), ("-", false),
            ("12\u{A0}", true), ("2020年", false), ("abc", false),
        ])
    func lookLikeNumbers(text: String, expected: Bool) {
        #expect(SpreadsheetCell(value: .text(text)).looksLikeNumber == expected)
        #expect(!SpreadsheetCell(value: .number(1)).looksLikeNumber)
    }
}

/// Sebastiano Vigna's SplitMix64.
private struct SplitMixer {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
#endif
