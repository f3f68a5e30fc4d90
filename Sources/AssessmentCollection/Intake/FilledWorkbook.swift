internal import AssessmentCore
internal import AssessmentData
internal import AssessmentSpreadsheets

/// A cell of a workbook that came back.
enum FilledCell: Hashable {
    case blank
    case number(Double)
    /// A number that is shown as a percentage: what is held is 0.476 where 47.6% is shown.
    case percent(Double)
    case text(String)
    case truth(Bool)
    case date(CalendarDate)
    /// A time without a day, as the cell shows it.
    case time(String)
    /// An error such as `#DIV/0!`.
    case error(String)
    /// A formula whose result the file does not hold.
    case formulaWithoutResult
    /// A cell that others were merged with.
    case merged

    /// Its text without white space at its ends, however it is stored; nothing where it holds no plain value.
    var plainText: String? {
        switch self {
        case .blank: ""
        case .number(let number): Formula.text(of: number)
        case .percent(let number): PlainNumber.percentage(number)
        case .text(let text): text.filter { $0 != "\r" }.trimmed
        case .truth(let truth): truth ? "TRUE" : "FALSE"
        case .date(let date): date.description
        case .time(let time): time
        case .error, .formulaWithoutResult, .merged: nil
        }
    }
}

/// A sheet that came back: its cells by row and column, from zero.
struct FilledSheet {
    private let table: SpreadsheetTable

    init(_ table: SpreadsheetTable) { self.table = table }

    subscript(row: Int, column: Int) -> FilledCell { content(of: table[row + 1, column + 1], row, column) }

    private func content(of cell: SpreadsheetCell, _ row: Int, _ column: Int) -> FilledCell {
        if cell.lacksResult { return .formulaWithoutResult }
        if cell.isCovered || isMerged(row + 1, column + 1) { return .merged }
        if let day = table.day(of: cell) { return .date(day) }
        if cell.isDate, case .number(let number) = cell.value { return .time(FilledSheet.time(number)) }
        return switch cell.value {
        case .empty: .blank
        case .number(let number): cell.isPercent ? .percent(number) : .number(number)
        case .text(let text): FilledSheet.content(text)
        case .boolean(let truth): .truth(truth)
        case .error(let error): .error(error)
        }
    }

    /// What a cell shows that is formatted as a day or time and holds no day.
    private static func time(_ number: Double) -> String {
        guard (0..<1).contains(number) else { return "\(PlainNumber.text(number)) as a day" }
        let minutes = Int((number * 1440).rounded())
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minutes / 60)):\(two(minutes % 60))"
    }

    /// What a text cell holds: what nobody sees is left out, since it could not be kept in files of text, and a vertical
    /// tab is a line break.
    private static func content(_ text: String) -> FilledCell {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\u{B}" {
                kept.append("\n")
            } else if scalar.properties.generalCategory != .control || ["\n", "\r", "\t"].contains(scalar) {
                kept.append(scalar)
            }
        }
        let text = String(kept)
        return text.trimmed.isEmpty ? .blank : .text(text)
    }

    private func isMerged(_ row: Int, _ column: Int) -> Bool {
        table.merged.contains { $0.rows.contains(row) && $0.columns.contains(column) }
    }

    /// The rows that hold something, from the top.
    var filledRows: [Int] { table.rows.map { $0.number - 1 }.filter { !filledColumns(of: $0).isEmpty } }

    /// The columns of a row that hold something, from the left.
    func filledColumns(of row: Int) -> [Int] {
        guard let held = table.row(row + 1) else { return [] }
        return table.cells(of: held).filter { content(of: $0.cell, row, $0.column - 1) != .blank }.map { $0.column - 1 }
    }
}

/// A workbook that came back.
struct FilledWorkbook {
    /// Its sheets by name.
    let sheets: [String: FilledSheet]
    /// Whether somebody commented on cells.
    let hasComments: Bool

    /// The most merged ranges of a sheet that are looked through for every cell.
    private static let mostMerged = 1_000

    /// Reads a workbook.
    ///
    /// - Throws: `DiagnosticList` where the file is no workbook that can be read, with what to do about it.
    init(_ bytes: [UInt8], file: String) throws(DiagnosticList) {
        var sheets: [String: FilledSheet] = [:]
        var crowded: String?
        do throws(SpreadsheetFailure) {
            let workbook = try SpreadsheetFile(bytes: bytes, name: file)
            for head in workbook.sheets where head.hasCells {
                let table = try workbook.table(of: head)
                if table.merged.count > FilledWorkbook.mostMerged { crowded = head.name }
                sheets[head.name] = FilledSheet(table)
            }
            hasComments = workbook.hasComments
        } catch {
            throw DiagnosticList([error.diagnostic])
        }
        if let crowded {
            throw DiagnosticList([
                Diagnostic(
                    at: SourcePosition(file: file, sheet: crowded, line: 1, column: 1),
                    "the sheet has more than \(FilledWorkbook.mostMerged) merged cells",
                    expected: "the form as it was sent, whose cells to be filled in are not merged")
            ])
        }
        self.sheets = sheets
    }
}
