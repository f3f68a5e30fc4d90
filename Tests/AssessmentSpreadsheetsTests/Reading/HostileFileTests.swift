#if Excel
import AssessmentSpreadsheets
import Testing

/// Files that are damaged, of another kind, or made to harm: each has its own message, and nothing ends the process.
@Suite("Hostile workbooks")
struct HostileFileTests {
    static let sheet = "xl/worksheets/sheet1.xml"
    static let plain = WorkbookParts("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")

    /// What is said where a file is read, whole.
    static func told(_ bytes: [UInt8], _ limits: SpreadsheetLimits = SpreadsheetLimits()) -> String {
        do throws(SpreadsheetFailure) {
            let file = try SpreadsheetFile(bytes: bytes, name: "f.xlsx", limits: limits)
            for sheet in file.sheets { _ = try file.table(of: sheet) }
            return ""
        } catch {
            return error.description
        }
    }

    @Test(
        "Files of other kinds are told from their bytes",
        arguments: [
            ("", "the file is empty"), ("a,b\n1,2\n", "plain text, perhaps a CSV file"),
            ("\u{FEFF}  <html><table>", "a web page"), ("<?xml version=\"1.0\"?><Workbook/>", "is XML"),
            ("<!DOCTYPE html>\n<p>", "a web page"), ("%PDF-1.4", "a PDF document"), ("\u{1}\u{2}", "no workbook"),
            ("PK\u{5}\u{6}" + String(repeating: "\0", count: 18), "without anything in it"),
        ])
    func kinds(text: String, expected: String) {
        #expect(Self.told(Array(text.utf8)).contains(expected))
    }

    @Test("An encrypted workbook and one of the old form are told apart where they can be")
    func compound() {
        func file(_ stream: String) -> [UInt8] {
            [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 508) + stream.utf8.flatMap { [$0, UInt8(0)] }
                + [UInt8](repeating: 0, count: 128)
        }
        #expect(Self.told(file("EncryptedPackage")).contains("encrypted with a password; expected a workbook without"))
        #expect(Self.told(file("Workbook")).contains("of before 2007 (.xls); expected a workbook saved as .xlsx"))
        let both = Self.told(file("x"))
        #expect(both.contains(".xls") && both.contains("encrypted"))
    }

    @Test("Other packages are told by the types of their parts")
    func packages() {
        func main(_ type: String) -> [UInt8] {
            let types = Self.plain.text("[Content_Types].xml").replacing(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", with: type)
            return Self.plain.with("[Content_Types].xml", types).bytes
        }
        #expect(Self.told(main("application/vnd.ms-excel.sheet.binary.macroEnabled.main")).contains("(.xlsb)"))
        #expect(
            Self.told(main("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"))
                .contains("(.docx)"))
        #expect(Self.told(main("application/x")).contains("its main part is no workbook"))
        var ods = ZipBytes()
        ods.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        ods.add("content.xml", "<x/>")
        #expect(Self.told(ods.bytes).contains("OpenDocument one (.ods); expected a workbook saved as .xlsx"))
        var other = ZipBytes()
        other.add("a/b.xlsx", "x")
        #expect(Self.told(other.bytes).contains("an archive that holds workbooks"))
        #expect(Self.told(Self.plain.with("_rels/.rels", nil).bytes).contains("without the parts of a workbook"))
        #expect(
            Self.told(Self.plain.with("xl/workbook.xml", nil).bytes).contains("xl/workbook.xml is missing"))
    }

    @Test("A file that was cut off, at whatever byte, or changed at one, is refused or read as it was")
    func damaged() {
        let bytes = Self.plain.bytes
        for end in stride(from: 4, to: bytes.count - 1, by: 7) {
            let told = Self.told(Array(bytes[..<end]))
            #expect(told.contains("cut off") || told.contains("damaged"), "\(end): \(told)")
        }
        for place in stride(from: 0, to: bytes.count, by: 11) {
            var changed = bytes
            changed[place] ^= 0x55
            _ = Self.told(changed)
        }
    }

    @Test("A checksum that does not fit")
    func checksum() {
        #expect(
            Self.told(Self.plain.with(Self.sheet, .wrongChecksum).bytes).contains(
                "do not have the checksum that is written beside them; expected the file as it was saved"))
    }

    @Test("Encrypted parts, and parts packed in unknown ways")
    func unreadable() {
        #expect(Self.told(Self.plain.with("xl/workbook.xml", .encrypted).bytes).contains("encrypted with a password"))
        #expect(Self.told(Self.plain.with(Self.sheet, .unknownMethod).bytes).contains("packed in a way"))
    }

    @Test("Two parts of one name, also in letters of another case", arguments: [sheet, "XL/Worksheets/Sheet1.XML"])
    func twice(name: String) {
        var zip = ZipBytes()
        for part in Self.plain.parts { zip.add(part.name, part.text) }
        zip.add(name, "<worksheet/>")
        #expect(Self.told(zip.bytes).contains("two parts "))
    }

    @Test("Files that grow by unpacking are stopped by size, by size of all parts and by ratio")
    func bombs() throws {
        let blanks = [UInt8](repeating: 0x20, count: 3 << 20)
        let rows = Array(Self.plain.text(Self.sheet).utf8)
        let parts = Self.plain.parts.map { part in
            (part.name, part.name == Self.sheet ? rows + blanks : Array(part.text.utf8))
        }
        let bytes = try PackedZip.bytes(parts)
        #expect(bytes.count < 20_000)
        #expect(Self.told(bytes) == "")
        var limits = SpreadsheetLimits()
        limits.bytesOfPart = 1 << 20
        #expect(Self.told(bytes, limits).contains("the part unpacks to more than 1 MiB"))
        limits = SpreadsheetLimits()
        limits.bytesOfAllParts = 2 << 20
        #expect(Self.told(bytes, limits).contains("the parts of the file unpack to more than 2 MiB"))
        limits = SpreadsheetLimits()
        limits.bytesWithoutRatio = 1 << 20
        #expect(Self.told(bytes, limits).contains("more than 250 times its size"))
        limits = SpreadsheetLimits()
        limits.parts = 3
        #expect(Self.told(bytes, limits).contains("has 7 parts; expected at most 3"))
    }

    @Test("Declarations of document types are refused, whatever they declare")
    func documentTypes() {
        let laughs = """
            <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">\
            <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><worksheet><sheetData><row r="1"><c r="A1" t="str">\
            <v>&c;</v></c></row></sheetData></worksheet>
            """
        let outside = """
            <!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>
            """
        let entity = """
            <?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet>&f;</worksheet>
            """
        for text in [laughs, outside, entity] {
            #expect(Self.told(Self.plain.with(Self.sheet, text).bytes).contains("declares a document type"))
        }
        #expect(
            Self.told(Self.plain.with("xl/styles.xml", outside).bytes).contains(
                "part xl/styles.xml: the part declares a document type"))
        #expect(
            Self.told(Self.plain.with(Self.sheet, "<worksheet>&undeclared;</worksheet>").bytes).contains(
                "no valid XML (line 1: Entity 'undeclared' not defined)"))
    }

    @Test("XML that is wrong, nested deeply or long")
    func xml() {
        let deep = String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)
        #expect(Self.told(Self.plain.with(Self.sheet, deep).bytes).contains("nested more than 64 deep"))
        #expect(Self.told(Self.plain.with("xl/workbook.xml", deep).bytes).contains("nested more than 64 deep"))
        #expect(Self.told(Self.plain.with(Self.sheet, "<worksheet><sheetData>").bytes).contains("no valid XML"))
        #expect(Self.told(Self.plain.with(Self.sheet, "").bytes).contains("no valid XML"))
        var limits = SpreadsheetLimits()
        limits.elements = 50
        let many = "<workbook>" + String(repeating: "<a/>", count: 60) + "</workbook>"
        #expect(Self.told(Self.plain.with("xl/workbook.xml", many).bytes, limits).contains("more than 50 elements"))
        var bytes = ZipBytes()
        for part in Self.plain.parts {
            bytes.add(part.name, part.name == Self.sheet ? Array("<a>".utf8) + [0xFF, 0xFE] : Array(part.text.utf8))
        }
        #expect(Self.told(bytes.bytes).contains("no valid XML"))
    }

    @Test("Millions of formats, texts, cells and merged ranges are stopped at their limits")
    func many() {
        var limits = SpreadsheetLimits()
        (limits.styles, limits.texts, limits.cells, limits.mergedRanges) = (3, 3, 3, 3)
        func told(_ parts: WorkbookParts) -> String { Self.told(parts.bytes, limits) }
        let five = 1...5
        #expect(
            told(WorkbookParts("", styles: "<cellXfs>\(five.map { _ in "<xf/>" }.joined())</cellXfs>"))
                .contains("more than 3 formats of cells"))
        #expect(
            told(WorkbookParts("", styles: five.map { "<numFmt numFmtId=\"\($0)\" formatCode=\"0\"/>" }.joined()))
                .contains("more than 3 formats of cells"))
        #expect(told(WorkbookParts("", texts: five.map { "<t>\($0)</t>" })).contains("more than 3 texts"))
        #expect(
            told(WorkbookParts("<row>\(five.map { "<c><v>\($0)</v></c>" }.joined())</row>"))
                .contains("数据!D1: more than 3 cells hold something"))
        #expect(
            told(WorkbookParts("", after: five.map { "<mergeCell ref=\"A\($0)\"/>" }.joined()))
                .contains("more than 3 ranges are merged"))
        limits = SpreadsheetLimits()
        limits.bytesOfCell = 10
        #expect(
            told(WorkbookParts("<row><c t=\"str\"><v>01234567890</v></c></row>")).contains(
                "f.xlsx:数据!A1: the text of a cell is longer"))
        #expect(told(WorkbookParts("", texts: ["<t>01234567890</t>"])).contains("the text numbered 0 is longer"))
    }

    @Test("References that lead out of the file are not followed")
    func outside() {
        func told(_ target: String, external: Bool = false) -> String {
            Self.told(
                Self.plain.with(
                    "xl/_rels/workbook.xml.rels",
                    WorkbookParts.relationships([("rId1", "worksheet", target)], external: external)
                ).bytes)
        }
        #expect(told("http://example.org/sheet.xml").contains("outside of the file, and nothing is fetched"))
        #expect(told("file:///etc/passwd").contains("outside of the file, and nothing is fetched"))
        #expect(told("sheet.xml", external: true).contains("outside of the file, and nothing is fetched"))
        #expect(told("../../../etc/passwd").contains("‘../../../etc/passwd’, outside of the file"))
        #expect(told("../xl/./worksheets/sheet1.xml") == "")
        #expect(told("worksheets\\sheet1.xml") == "")
        #expect(told("worksheets/sheet9.xml").contains("the file lacks this part"))
    }

    @Test("Sheets without names, with one name, without a part, and none at all")
    func sheets() {
        func told(_ sheets: String) -> String {
            Self.told(Self.plain.with("xl/workbook.xml", WorkbookParts.workbook(sheets)).bytes)
        }
        let one = "<sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/>"
        #expect(told("").contains("part xl/workbook.xml: the workbook has no sheets"))
        #expect(told(one + "<sheet name=\"a\" sheetId=\"2\" r:id=\"rId1\"/>").contains("two sheets are named ‘a’"))
        #expect(told("<sheet name=\"\" sheetId=\"1\" r:id=\"rId1\"/>").contains("a sheet has no name"))
        #expect(told("<sheet name=\"B\" sheetId=\"1\" r:id=\"rId77\"/>").contains("the sheet ‘B’ has no part"))
        #expect(told(one) == "")
    }

    @Test(
        "Cells that cannot be are told with their names",
        arguments: [
            ("<row r=\"0\"/>", "there is a row 0"), ("<row r=\"1048577\"/>", "there is a row 1048577"),
            ("<row r=\"99999999999\"/>", "whose number ‘99999999999’ is none"), ("<row r=\"x\"/>", "is none"),
            ("<row r=\"2\"/><row r=\"2\"/>", "row 2 stands behind row 2"),
            ("<row r=\"3\"/><row r=\"2\"/>", "row 2 stands behind row 3"),
            ("<row r=\"1\"><c r=\"XFE1\"/></row>", "there is a column 16385"),
            ("<row r=\"1\"><c r=\"ZZZZZ1\"/></row>", "a cell is named ‘ZZZZZ1’"),
            ("<row r=\"1\"><c r=\"A2\"/></row>", "named ‘A2’, which is of another row"),
            ("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>", "f.xlsx:数据!A1: this cell stands behind that of column B"),
            ("<row r=\"1\"><c r=\"B1\"/><c r=\"B1\"/></row>", "this cell stands behind that of column B"),
            ("<row r=\"4\"><c r=\"D4\" t=\"s\"><v>0</v></c></row>", "数据!D4: the cell has the shared text ‘0’"),
            ("<row r=\"4\"><c r=\"D4\" t=\"s\"><v>-1</v></c></row>", "the shared text ‘-1’"),
            ("<row r=\"4\"><c r=\"D4\" s=\"7\"><v>0</v></c></row>", "数据!D4: the cell has the format 7"),
            ("<row r=\"4\"><c r=\"D4\" s=\"x\"><v>0</v></c></row>", "the cell has the format"),
            ("<row r=\"4\"><c r=\"D4\"><v>1,5</v></c></row>", "written ‘1,5’, which is none"),
            ("<row r=\"4\"><c r=\"D4\"><v>NaN</v></c></row>", "written ‘NaN’, which is none"),
            ("<row r=\"4\"><c r=\"D4\"><v>0x10</v></c></row>", "written ‘0x10’, which is none"),
            ("<row r=\"4\"><c r=\"D4\"><v>1e999</v></c></row>", "written ‘1e999’, which is none"),
            ("<row r=\"4\"><c r=\"D4\"><v> 1</v></c></row>", "written ‘ 1’, which is none"),
            ("<row r=\"4\"><c r=\"D4\" t=\"b\"><v>2</v></c></row>", "holds ‘2’ as true or false"),
            ("<row r=\"4\"><c r=\"D4\" t=\"d\"><v>2020-02-30</v></c></row>", "holds ‘2020-02-30’ as a day"),
            ("<row r=\"4\"><c r=\"D4\" t=\"zz\"><v>2</v></c></row>", "of an unknown kind, ‘zz’"),
        ])
    func cells(rows: String, expected: String) {
        let told = Self.told(WorkbookParts(rows).bytes)
        #expect(told.contains(expected), "\(told)")
    }

    @Test(
        "Merged ranges that cannot be",
        arguments: [
            ("<mergeCell ref=\"A0:B2\"/>", "‘A0:B2’"), ("<mergeCell ref=\"B2:A1\"/>", "‘B2:A1’"),
            ("<mergeCell ref=\"A1:XFE1\"/>", "‘A1:XFE1’"), ("<mergeCell/>", "‘’"),
            ("<mergeCell ref=\"A1:C3\"/><mergeCell ref=\"C3:D4\"/>", "数据!C3: a merged range overlaps"),
            ("<mergeCell ref=\"C3:D4\"/><mergeCell ref=\"A1:C3\"/>", "overlaps another one"),
        ])
    func merged(ranges: String, expected: String) {
        #expect(Self.told(WorkbookParts("", after: ranges).bytes).contains(expected))
    }

    @Test("A formula that would start something is a text or a result, and nothing more")
    func formulas() throws {
        let rows = """
            <row r="1"><c r="A1" t="str"><f>WEBSERVICE("http://example.org")</f><v>=cmd|' /C calc'!A0</v></c>\
            <c r="B1"><f>[1]Other!A1</f></c></row>
            """
        let table = try SpreadsheetTableTests.table(WorkbookParts(rows))
        #expect(table[1, 1].value == .text("=cmd|' /C calc'!A0") && table[1, 1].hasFormula)
        #expect(table[1, 2].lacksResult)
    }
}
#endif
