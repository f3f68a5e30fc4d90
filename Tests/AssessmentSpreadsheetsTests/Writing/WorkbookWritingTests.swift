#if Excel
import AssessmentCore
import AssessmentSpreadsheets
import Testing

/// What is written is read back, by the reader of this module and as the XML that it is.
@Suite("A workbook that is written")
struct WorkbookWritingTests {
    private static func form() throws -> Workbook {
        var sheet = Sheet("填报表")
        sheet.put(0, 0, .text("指标", .heading))
        sheet.put(1, 0, Cell(.number(0.1), CellStyle(.entry), note: "说明", noteSize: (300, 120)))
        sheet.put(2, 0, Cell(.date(try #require(CalendarDate("2020-12-31"))), CellStyle(.entry)))
        sheet.put(3, 0, Cell(.date(try #require(CalendarDate("1899-12-31"))), CellStyle(.entry)))
        sheet.put(4, 0, Cell(.blank, CellStyle(.entryText)))
        sheet.put(5, 0, Cell(.formula("A2*2", .number(0.2))))
        sheet.isProtected = true
        func block(_ row: Int) -> Sheet.Block { Sheet.Block(rows: row...row, columns: 0...2) }
        sheet.rules = [
            EntryRule(
                block(1), .decimal(atLeast: 0, atMost: 100.5), prompt: ("单位：亿元", "保留两位小数"),
                refusal: ("超出范围", "应在0与100.5之间")),
            EntryRule(block(2), .whole(atLeast: nil, atMost: 9), stops: false),
            EntryRule(block(3), .date(from: CalendarDate("2020-01-01"), to: CalendarDate("2020-12-31"))),
            EntryRule(block(4), .length(atLeast: 1, atMost: 18)),
            EntryRule(block(5), .texts(["是", "否"])),
        ]
        var hidden = Sheet("meta")
        hidden.isHidden = true
        hidden.put(0, 0, .text("=1+1"))
        var workbook = Workbook()
        workbook.title = "填报表"
        workbook.sheets = [hidden, sheet]
        workbook.properties = [("unit", .text("340100")), ("version", .number(2)), ("final", .boolean(false))]
        workbook.names = [("entry", "'填报表'!$A$2")]
        return workbook
    }

    @Test("Cells, names, properties and hidden sheets come back as they were given")
    func roundTrip() throws {
        let file = try SpreadsheetFile(bytes: try WorkbookFile.bytes(of: try Self.form()), name: "f.xlsx")
        #expect(file.sheets.map(\.name) == ["meta", "填报表"])
        #expect(file.sheets.map(\.visibility) == [.hidden, .visible])
        #expect(file.properties == ["unit": .text("340100"), "version": .number(2), "final": .boolean(false)])
        #expect(file.names.map(\.text) == ["填报表!$A$2"] || file.names.map(\.text) == ["'填报表'!$A$2"])
        let table = try file.table(of: try #require(file.firstVisible))
        #expect(table[1, 1].value == .text("指标") && table[2, 1].value == .number(0.1))
        #expect(table[3, 1].isDate && table.day(of: table[3, 1]) == CalendarDate("2020-12-31"))
        #expect(table[4, 1].value == .text("1899-12-31") && table[5, 1] == .empty)
        #expect(table[6, 1] == SpreadsheetCell(value: .number(0.2), hasFormula: true))
        #expect(try file.table(of: file.sheets[0])[1, 1].value == .text("=1+1"))
    }

    @Test("Rules, protection and unlocked cells stand in the file")
    func rules() throws {
        let bytes = try WorkbookFile.bytes(of: try Self.form())
        let sheet = try ZipPart.text("xl/worksheets/sheet2.xml", of: bytes)
        #expect(sheet.contains("<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatColumns=\"0\""))
        #expect(!sheet.contains("password"))
        let decimal = """
            <dataValidation type="decimal" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="超出范围" \
            error="应在0与100.5之间" promptTitle="单位：亿元" prompt="保留两位小数" sqref="A2:C2"><formula1>0</formula1>\
            <formula2>100.5</formula2></dataValidation>
            """
        #expect(sheet.contains(decimal))
        #expect(sheet.contains("type=\"whole\" operator=\"lessThanOrEqual\" errorStyle=\"warning\""))
        #expect(sheet.contains("<formula1>43831</formula1><formula2>44196</formula2>"))
        #expect(sheet.contains("type=\"textLength\"") && sheet.contains("<formula1>\"是,否\"</formula1>"))
        #expect(try ZipPart.text("xl/styles.xml", of: bytes).contains("<protection locked=\"0\"/>"))
        #expect(try ZipPart.text("xl/drawings/vmlDrawing1.vml", of: bytes).contains("width:225pt;height:90pt"))
    }

    @Test("The same workbook gives the same bytes")
    func bytes() throws {
        #expect(try WorkbookFile.bytes(of: try Self.form()) == WorkbookFile.bytes(of: try Self.form()))
    }

    @Test("A list that no program would take, and a workbook without a visible sheet, are refused")
    func refused() throws {
        func told(_ kind: EntryRule.Kind) -> String {
            var sheet = Sheet("A")
            sheet.rules = [EntryRule(Sheet.Block(rows: 1...1, columns: 3...3), kind)]
            var workbook = Workbook()
            workbook.sheets = [sheet]
            do {
                _ = try WorkbookFile.bytes(of: workbook)
                return ""
            } catch {
                return "\(error)"
            }
        }
        #expect(told(.texts(["a,b"])).contains("A!D2: a list of texts"))
        #expect(told(.texts([])).contains("A!D2: a list of texts is empty"))
        #expect(told(.texts((0..<60).map { "名称\($0)号" })).contains("longer than 255 characters"))
        #expect(told(.decimal(atLeast: .nan, atMost: 1)).contains("the range has no number"))
        #expect(told(.decimal(atLeast: nil, atMost: nil)) == "")
        var hidden = Sheet("A")
        hidden.isHidden = true
        var workbook = Workbook()
        workbook.sheets = [hidden]
        #expect(throws: MethodError.self) { try WorkbookFile.bytes(of: workbook) }
    }
}
#endif
