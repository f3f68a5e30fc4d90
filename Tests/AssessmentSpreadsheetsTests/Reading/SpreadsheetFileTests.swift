#if Excel
import AssessmentSpreadsheets
import Testing

/// What a workbook says of itself.
@Suite("A workbook that is read")
struct SpreadsheetFileTests {
    private static func file(_ parts: WorkbookParts) throws -> SpreadsheetFile {
        try SpreadsheetFile(bytes: parts.bytes, name: "f.xlsx")
    }

    @Test("Sheets are listed in their order, with which are shown")
    func sheets() throws {
        let sheets = """
            <sheet name="目录" sheetId="1" r:id="rId5" state="hidden"/><sheet name="图" sheetId="4" r:id="rId7"/>\
            <sheet name="A &amp; B" sheetId="2" r:id="rId1"/><sheet name="meta" sheetId="3" r:id="rId6" state="veryHidden"/>
            """
        let parts = WorkbookParts("<row><c><v>1</v></c></row>")
            .with(
                "xl/workbook.xml",
                WorkbookParts.workbook(
                    sheets,
                    names: "<definedNames><definedName name=\"总表\">'A &amp; B'!$A$1</definedName>"
                        + "<definedName name=\"x\" localSheetId=\"2\">1</definedName></definedNames>")
            )
            .with(
                "xl/_rels/workbook.xml.rels",
                WorkbookParts.relationships([
                    ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId5", "worksheet", "worksheets/s2.xml"),
                    ("rId6", "worksheet", "worksheets/s3.xml"), ("rId7", "chartsheet", "chartsheets/c.xml"),
                ]))
        let file = try Self.file(parts)
        #expect(file.sheets.map(\.name) == ["目录", "图", "A & B", "meta"])
        #expect(file.sheets.map(\.visibility) == [.hidden, .visible, .visible, .veryHidden])
        #expect(file.firstVisible?.name == "A & B" && file.sheet(named: "a & b") == nil)
        #expect(file.names.map(\.name) == ["总表", "x"] && file.names.map(\.sheet) == [nil, 2])
        #expect(file.names.first?.text == "'A & B'!$A$1")
        let chart = try #require(file.sheet(named: "图"))
        #expect(throws: SpreadsheetFailure.self) { try file.table(of: chart) }
        let missing = try #require(file.sheet(named: "目录"))
        #expect { try file.table(of: missing) } throws: {
            "\($0)" == "f.xlsx:1:1: sheet ‘目录’: the file lacks this part, which others refer to; expected "
                + "a workbook as a spreadsheet program writes it; open it there and save it again as .xlsx"
        }
    }

    @Test("Properties of the file keep their kinds")
    func properties() throws {
        let parts = WorkbookParts("")
            .with(
                "_rels/.rels",
                WorkbookParts.relationships([
                    ("rId1", "officeDocument", "xl/workbook.xml"), ("rId2", "custom-properties", "docProps/custom.xml"),
                ])
            )
            .with(
                "docProps/custom.xml",
                WorkbookParts.head
                    + """
                    <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" \
                    xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">\
                    <property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="unit">\
                    <vt:lpwstr>340100</vt:lpwstr></property>\
                    <property pid="3" name="n"><vt:r8>0.1</vt:r8></property>\
                    <property pid="4" name="b"><vt:bool>true</vt:bool></property></Properties>
                    """)
        let file = try Self.file(parts)
        #expect(file.properties == ["unit": .text("340100"), "n": .number(0.1), "b": .boolean(true)])
    }

    @Test("Macros are known of, and nothing else")
    func macros() throws {
        let plain = WorkbookParts("<row><c><v>1</v></c></row>")
        let types = plain.text("[Content_Types].xml").replacing(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            with: "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
        let file = try Self.file(
            plain.with("[Content_Types].xml", types).with("xl/vbaProject.bin", "not even unpacked", .wrongChecksum))
        #expect(file.hasMacros)
        #expect(try !Self.file(plain).hasMacros)
        #expect(try file.table(of: file.sheets[0]).count == 1)
    }

    @Test(
        "Entries whose sizes follow them, and those of large archives, are read",
        arguments: [
            ZipBytes.Oddity.descriptor, .zip64,
        ])
    func entries(oddity: ZipBytes.Oddity) throws {
        let parts = WorkbookParts("<row><c><v>7</v></c></row>").with("xl/worksheets/sheet1.xml", oddity)
            .with("xl/workbook.xml", oddity)
        let file = try Self.file(parts)
        #expect(try file.table(of: file.sheets[0])[1, 1].value == .number(7))
    }

    @Test("A workbook in UTF-16, and one of the strict form, are read")
    func otherForms() throws {
        let plain = WorkbookParts("<row><c><v>7</v></c></row>")
        var zip = ZipBytes()
        for part in plain.parts {
            var text = part.text
            if part.name == "xl/worksheets/sheet1.xml" {
                text = text.replacing("UTF-8", with: "UTF-16")
                zip.add(part.name, [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
            } else {
                zip.add(
                    part.name,
                    text.replacing(
                        "http://schemas.openxmlformats.org/officeDocument/2006",
                        with: "http://purl.oclc.org/ooxml/officeDocument"))
            }
        }
        let file = try SpreadsheetFile(bytes: zip.bytes, name: "f.xlsx")
        #expect(try file.table(of: file.sheets[0])[1, 1].value == .number(7))
    }

    @Test("Texts and formats may be missing where no cell uses them")
    func withoutShared() throws {
        let parts = WorkbookParts("<row><c><v>7</v></c></row>")
            .with(
                "xl/_rels/workbook.xml.rels",
                WorkbookParts.relationships([("rId1", "worksheet", "worksheets/sheet1.xml")]))
        let file = try Self.file(parts)
        #expect(try file.table(of: file.sheets[0])[1, 1].value == .number(7))
    }
}
#endif
