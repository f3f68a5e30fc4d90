import AssessmentCore
import AssessmentSpreadsheets
import Foundation
import Testing

@testable import AssessmentData

/// Sheets of workbooks as tables of data.
@Suite("Tables in workbooks")
struct WorkbookTableTests {
    @Test(
        "Numbers are written without an exponent, in digits that give the same number back",
        arguments: [
            (340_100, "340100"), (-2.5, "-2.5"), (0.1 + 0.2, "0.30000000000000004"), (1e-7, "0.0000001"),
            (-1.25e-10, "-0.000000000125"), (1e21, "1000000000000000000000"),
            (1.5e300, "15" + String(repeating: "0", count: 299)),
            (123_456_789.125, "123456789.125"), (0, "0"), (4.5e15, "4500000000000000"),
            (1.2345e16, "12345000000000000"),
        ] as [(Double, String)])
    func plainNumbers(number: Double, text: String) {
        #expect(PlainNumber.text(number) == text)
        #expect(DecimalNumber.parse(PlainNumber.text(number)) == number)
    }

    @Test("Any number comes back to the last bit")
    func anyNumber() {
        var bits: UInt64 = 0x9E37_79B9_7F4A_7C15
        for _ in 0..<20_000 {
            bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let number = Double(bitPattern: bits)
            if number.isFinite { #expect(DecimalNumber.parse(PlainNumber.text(number)) == number) }
        }
    }

    #if !Excel
    @Test("Without the trait it says what to build")
    func unavailable() {
        #expect { try WorkbookTable.read([], file: "a.xlsx", sheet: nil, namedAt: nil) } throws: {
            "\($0)".contains("this build does not read workbooks; expected a build with the trait Excel")
        }
    }
    #else
    private static let position = SourcePosition(file: "assessment.yml", line: 9, column: 3)

    /// A workbook with an empty hidden sheet, then `数据` with some rows from the third on.
    private static func bytes(_ rows: [[Cell.Content?]], merged: [Sheet.Block] = []) throws -> [UInt8] {
        var sheet = Sheet("数据")
        for (row, cells) in rows.enumerated() {
            for (column, content) in cells.enumerated() {
                guard let content else { continue }
                var style = CellStyle(.plain)
                if case .date = content { style.format = "yyyy/m/d" }
                sheet.put(row + 2, column + 1, Cell(content, style))
            }
        }
        sheet.merged = merged
        var hidden = Sheet("说明")
        hidden.isHidden = true
        hidden.put(0, 0, .text("a"))
        var workbook = Workbook()
        workbook.sheets = [hidden, sheet]
        return try WorkbookFile.bytes(of: workbook)
    }

    private static func told(_ body: () throws -> Void) -> String {
        do {
            try body()
            return ""
        } catch {
            return "\(error)"
        }
    }

    @Test("The first visible sheet is read from its first row with something in it")
    func table() throws {
        let day = try #require(CalendarDate("2020-12-31"))
        let bytes = try Self.bytes([
            [.text("code"), .text(" v "), nil, .number(2020), .text("d")],
            [.number(340_100), .number(0.1), nil, .text("-"), .date(day)], [],
            [.text("340200"), nil, nil, .number(1e-7)],
        ])
        let table = try SourceTable(bytes: bytes, file: "t.xlsx", place: nil, namedAt: Self.position)
        #expect(table.sheet == "数据" && table.columns == ["code", "v", "2020", "d"])
        #expect(table.rows.map(\.cells) == [["340100", "0.1", "-", "2020-12-31"], ["340200", "", "0.0000001", ""]])
        #expect(table.rows.map(\.number) == [4, 6])
        #expect(table.position(of: 2, in: table.rows[1]).description == "t.xlsx:数据!E6")
        #expect(
            table.origin(of: 2, in: table.rows[1])
                == Origin(file: "t.xlsx", sheet: "数据", row: 6, column: "2020", cell: "E6"))
        let hidden = try SourceTable(
            bytes: bytes, file: "t.xlsx", place: nil, sheet: "说明", namedAt: Self.position)
        #expect(hidden.columns == ["a"] && hidden.rows.isEmpty)
    }

    @Test("A sheet that is not there is told where the specification names it")
    func noSheet() throws {
        let bytes = try Self.bytes([[.text("a")]])
        let told = Self.told {
            _ = try SourceTable(bytes: bytes, file: "t.xlsx", place: nil, sheet: "数剧", namedAt: Self.position)
        }
        #expect(
            told == "assessment.yml:9:3: the workbook ‘t.xlsx’ has no sheet ‘数剧’; expected one of ‘说明’, ‘数据’; "
                + "did you mean ‘数据’?")
    }

    @Test("What would lose a value without a word is refused at its cell")
    func refused() throws {
        let bytes = try Self.bytes(
            [
                [.text("a"), .text("b"), nil, .text("b")], [.number(1), .number(2), .number(3)],
                [.number(4), .formula("B4", .text(""))],
            ], merged: [Sheet.Block(rows: 5...6, columns: 1...1)])
        let told = Self.told { _ = try SourceTable(bytes: bytes, file: "t.xlsx", place: nil, namedAt: Self.position) }
        #expect(told.contains("t.xlsx:数据!E3: two columns are headed ‘b’"))
        #expect(told.contains("t.xlsx:数据!D4: the cell has no heading above it in row 3"))
        #expect(told.contains("t.xlsx:数据!B6: the cells to B7 are merged, so that only the first of them has a value"))
        let empty = Self.told {
            _ = try SourceTable(bytes: try Self.bytes([]), file: "t.xlsx", place: nil, namedAt: Self.position)
        }
        #expect(empty.contains("t.xlsx:数据!A1: the sheet is empty"))
    }

    @Test("Observations in the workbench's own form may stand in a workbook")
    func observations() throws {
        let bytes = try Self.bytes([
            [.text("unit"), .text("variable"), .text("period"), .text("value"), .text("source")],
            [.number(340_100), .text("gdp"), .number(2020), .number(0.1), .text("年鉴")],
        ])
        let units = UnitTable([AssessedUnit(code: "340100", name: BilingualText(same: "合肥"), level: "city")])
        var seen = HeldObservations()
        let read = try ObservationsFile.read(bytes, file: "o.xlsx", units: units, variables: nil, seen: &seen)
        #expect(read.map(\.value) == [0.1])
        #expect(
            read.first?.origin
                == Origin(file: "o.xlsx", sheet: "数据", row: 4, column: "value", cell: "E4", source: "年鉴"))
    }

    @Test(
        "A number is written as a percentage without a rounded digit",
        arguments: [
            (0.476, "47.6%"), (0.0035, "0.35%"), (-1.2, "-120%"), (1e-20, "0.000000000000000001%"), (0, "0%"),
            (12, "1200%"),
        ] as [(Double, String)])
    func percentage(number: Double, text: String) {
        #expect(PlainNumber.percentage(number) == text)
    }

    @Test("A cell that is shown as a percentage is refused with what it shows, since nothing says what is meant")
    func percentages() throws {
        var sheet = Sheet("数据")
        sheet.put(0, 0, .text("code"))
        sheet.put(0, 1, .text("share"))
        sheet.put(1, 0, .text("340100"))
        sheet.put(1, 1, Cell(.number(0.476), CellStyle(.plain, "0.0%")))
        var workbook = Workbook()
        workbook.sheets = [sheet]
        let period = try #require(Period("2020"))
        let request = ObservationsTable.Request(
            units: UnitTable([AssessedUnit(code: "340100", name: BilingualText(same: "合肥"), level: "city")]),
            variables: ["share"], periods: [period])
        let bytes = try WorkbookFile.bytes(of: workbook)
        let told = Self.told {
            var seen = ReadCells()
            _ = try ObservationsTable.read(
                bytes, file: "t.xlsx", form: TableForm(unit: "code", period: .only(period)), namedAt: Self.position,
                request,
                seen: &seen)
        }
        #expect(told.hasPrefix("t.xlsx:数据!B2: ‘47.6%’ is not a number"))
        #expect(told.contains("without a percent sign, in a cell that is formatted as a number"))
    }

    @Test("Values of a table have their cells as origins, and problems are told at theirs")
    func values() throws {
        let bytes = try Self.bytes([
            [.text("code"), .text("gdp")], [.text("340100"), .number(1.5)], [.text("340200"), .text("约3")],
        ])
        let period = try #require(Period("2020"))
        let request = ObservationsTable.Request(
            units: UnitTable([
                AssessedUnit(code: "340100", name: BilingualText(same: "合肥"), level: "city"),
                AssessedUnit(code: "340200", name: BilingualText(same: "芜湖"), level: "city"),
            ]), variables: ["gdp"], periods: [period])
        func read(_ form: TableForm) throws -> ObservationsTable.Contents {
            var seen = ReadCells()
            return try ObservationsTable.read(
                bytes, file: "t.xlsx", form: form, namedAt: Self.position, request, seen: &seen)
        }
        let told = Self.told { _ = try read(TableForm(unit: "code", period: .only(period))) }
        #expect(told.contains("t.xlsx:数据!C5:"))
        let contents = try read(
            TableForm(sheet: "数据", unit: "code", period: .only(period), missing: ["约3": .notCollected]))
        #expect(contents.observations.map(\.origin.cell) == ["C4", "C5"])
        #expect(contents.observations.map(\.value) == [1.5, nil])
    }
    #endif
}
