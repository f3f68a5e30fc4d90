internal import AssessmentCore
internal import AssessmentSpreadsheets

/// A sheet of a workbook as a table: its first row with something in it is the heading, and each cell is a text.
///
/// A number is written with as many digits as it takes to get the same number back, one that is shown as a percentage as
/// `47.6%`, a day as `2020-12-31`, what is true or
/// false as a word, and the error of a formula as the program shows it. What would lose a value without a word is refused:
/// merged cells within the table, formulas whose results were not stored, and cells without a heading above.
struct WorkbookTable {
    /// The name of the sheet.
    let sheet: String
    let heading: TableRow
    let rows: [TableRow]

    /// Whether a file is a workbook by its name.
    static func isWorkbook(_ file: String) -> Bool {
        let name = file.lowercased()
        return name.hasSuffix(".xlsx") || name.hasSuffix(".xlsm")
    }

    /// Reads a sheet.
    ///
    /// - Parameters:
    ///   - sheet: its name; the first one that is shown where none is given.
    ///   - position: where the specification names the sheet, or the file.
    /// - Throws: `DiagnosticList` with what cannot be read.
    static func read(
        _ bytes: [UInt8], file: String, sheet: String?, namedAt position: SourcePosition?
    ) throws(DiagnosticList) -> WorkbookTable {
        let workbook = try reading { () throws(SpreadsheetFailure) in try SpreadsheetFile(bytes: bytes, name: file) }
        guard let head = sheet.map(workbook.sheet(named:)) ?? workbook.firstVisible else {
            let names = workbook.sheets.filter(\.hasCells).map(\.name)
            throw DiagnosticList([
                Diagnostic(
                    at: position ?? SourcePosition(file: file, line: 1, column: 1),
                    sheet.map { "the workbook ‘\(file)’ has no sheet \(quoted($0))" }
                        ?? "the workbook ‘\(file)’ shows no sheet that has cells",
                    expected: "one of " + names.prefix(12).map(quoted).joined(separator: ", ")
                        + (names.count > 12 ? ", …" : ""),
                    suggestion: sheet.flatMap { nearestMatch(to: $0, among: names) })
            ])
        }
        let table = try reading { () throws(SpreadsheetFailure) in try workbook.table(of: head) }
        return try WorkbookTable(table, file: file)
    }

    private static func reading<Result>(
        _ body: () throws(SpreadsheetFailure) -> Result
    ) throws(DiagnosticList) -> Result {
        do throws(SpreadsheetFailure) {
            return try body()
        } catch {
            throw DiagnosticList([error.diagnostic])
        }
    }

    private init(_ table: SpreadsheetTable, file: String) throws(DiagnosticList) {
        sheet = table.sheet
        func place(_ row: Int, _ column: Int) -> SourcePosition {
            SourcePosition(file: file, sheet: table.sheet, line: row, column: column)
        }
        let filled = table.rows.filter { row in row.cells.contains { table.cell(at: $0).cell.value != .empty } }
        guard let first = filled.first else {
            throw DiagnosticList([
                Diagnostic(at: place(1, 1), "the sheet is empty", expected: "a heading and rows")
            ])
        }
        var names: [String] = []
        var taken: Set<String> = []
        var columns: [Int: Int] = [:]
        var places: [Int] = []
        var problems = WorkbookTable.problems(table, from: first.number, place)
        for (column, cell) in table.cells(of: first) {
            let name = WorkbookTable.text(cell, in: table)
            guard !name.isEmpty else { continue }
            if !taken.insert(name).inserted {
                problems.append(
                    Diagnostic(
                        at: place(first.number, column), "two columns are headed \(quoted(name))",
                        expected: "a heading of its own for each column"))
            }
            columns[column] = names.count
            names.append(name)
            places.append(column)
        }
        heading = TableRow(
            number: first.number, cells: names, places: places.map { TablePlace(line: first.number, column: $0) })
        var rows: [TableRow] = []
        rows.reserveCapacity(filled.count)
        var unheaded = 0
        for row in filled.dropFirst() {
            var texts = [String](repeating: "", count: names.count)
            for (column, cell) in table.cells(of: row) {
                let text = WorkbookTable.text(cell, in: table)
                if let index = columns[column] {
                    texts[index] = text
                } else if !text.isEmpty {
                    unheaded += 1
                    if unheaded == 1 {
                        problems.append(
                            Diagnostic(
                                at: place(row.number, column),
                                "the cell has no heading above it in row \(first.number)",
                                expected: "a heading for each column, in the first row with something in it"))
                    }
                }
            }
            if texts.allSatisfy(\.isEmpty) { continue }
            rows.append(
                TableRow(
                    number: row.number, cells: texts, places: places.map { TablePlace(line: row.number, column: $0) }))
        }
        self.rows = rows
        if !problems.isEmpty { throw DiagnosticList(problems.inOrderOfPlace) }
    }

    /// What of the sheet would be read as no value without a word.
    private static func problems(
        _ table: SpreadsheetTable, from first: Int, _ place: (Int, Int) -> SourcePosition
    ) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        let merged = table.merged.filter { $0.rows.upperBound >= first && ($0.rows.count > 1 || $0.columns.count > 1) }
        if let block = merged.min(by: {
            ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
        }) {
            let last = cellName(row: block.rows.upperBound, column: block.columns.upperBound)
            problems.append(
                Diagnostic(
                    at: place(block.rows.lowerBound, block.columns.lowerBound),
                    "the cells to \(last) are merged" + (merged.count > 1 ? " (\(merged.count) ranges are)" : "")
                        + ", so that only the first of them has a value", expected: "a value in each cell of the table")
            )
        }
        var count = 0
        var earliest: (row: Int, column: Int)?
        for row in table.rows {
            for (column, cell) in table.cells(of: row) where cell.lacksResult {
                count += 1
                if earliest == nil { earliest = (row.number, column) }
            }
        }
        if let earliest {
            problems.append(
                Diagnostic(
                    at: place(earliest.row, earliest.column),
                    "the formula has no result in the file" + (count > 1 ? " (\(count) formulas have none)" : ""),
                    expected: "results; open the file in a spreadsheet program and save it"))
        }
        return problems
    }

    /// What a cell holds as a text.
    private static func text(_ cell: SpreadsheetCell, in table: SpreadsheetTable) -> String {
        switch cell.value {
        case .empty: return ""
        case .text(let text): return text.trimmed
        case .boolean(let value): return value ? "true" : "false"
        case .error(let text): return text
        case .number(let number):
            // A cell that is shown as 47.6% holds 0.476, which nobody who looks at the sheet would read.
            if cell.isPercent { return PlainNumber.percentage(number) }
            guard cell.isDate else { return PlainNumber.text(number) }
            let seconds = Int((number.truncatingRemainder(dividingBy: 1) * 86_400).rounded())
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            let time = "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
            if let day = table.day(of: cell) { return seconds == 0 ? day.description : "\(day) \(time)" }
            // A time without a day, and what is none, are no numbers to whoever looks at the sheet.
            return (0..<1).contains(number) ? time : "\(PlainNumber.text(number)) as a day"
        }
    }
}
