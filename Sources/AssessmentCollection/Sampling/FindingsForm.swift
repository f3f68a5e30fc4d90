public import AssessmentCore
internal import AssessmentData
internal import AssessmentSpreadsheets

/// The form in which assessors record what they found on site, as it came back: `findings.csv`, `findings.xlsx`, or the
/// latter saved as text.
public struct FindingsForm: Sendable {
    /// The columns of the form.
    enum Column: String, CaseIterable {
        case unit
        case unitName = "unit_name"
        case variable
        case variableName = "variable_name"
        case period, revision, reported
        case unitOfMeasure = "unit_of_measure"
        case source, assessors, found, finding, evidence, note

        /// Its heading in the workbook.
        var heading: String {
            switch self {
            case .unit: "代码\nCode"
            case .unitName: "单位\nUnit"
            case .variable: "指标代码\nVariable"
            case .variableName: "指标\nName"
            case .period: "年度\nPeriod"
            case .revision: "数据修订号\nRevision"
            case .reported: "上报数\nReported"
            case .unitOfMeasure: "计量单位\nUnit of measure"
            case .source: "来源\nSource"
            case .assessors: "核查人员\nAssessors"
            case .found: "核实数\nFound"
            case .finding: "结论\nFinding"
            case .evidence: "佐证材料\nEvidence"
            case .note: "备注\nNote"
            }
        }

        var width: Double {
            switch self {
            case .unit: 10
            case .unitName, .reported, .found: 14
            case .variable, .source: 26
            case .variableName, .evidence, .note: 30
            case .period: 8
            case .revision, .unitOfMeasure: 12
            case .assessors: 18
            case .finding: 22
            }
        }

        /// Those that tell what was drawn and what was found; without the others the form can be read too.
        static let required: [Column] = [.unit, .variable, .reported, .found, .finding, .evidence, .note]
    }

    /// The name of the sheet.
    static let sheet = "核查记录 Findings"

    /// A row with something in it.
    struct Row {
        let line: Int
        /// The cells by column, and why one cannot be read.
        let cells: [Column: String]
        let unreadable: [Column: String]

        subscript(_ column: Column) -> String { cells[column] ?? "" }
    }

    /// The name of the file.
    let file: String
    private let sheetName: String?
    private let places: [Column: Int]
    let rows: [Row]

    /// Reads the form.
    ///
    /// - Throws: `DiagnosticList` where the file cannot be read or is no such form.
    public init(_ bytes: [UInt8], file: String) throws(DiagnosticList) {
        self.file = file
        var lines: [(line: Int, cells: [FilledCell])]
        if ReportedFiles.isWorkbook(bytes) {
            let workbook = try FilledWorkbook(bytes, file: file)
            guard let sheet = workbook.sheets[FindingsForm.sheet] else {
                throw FindingsForm.refusal(
                    file, "the workbook has no sheet ‘\(FindingsForm.sheet)’",
                    expected: "findings.xlsx as ‘assess sample draw’ wrote it, filled in")
            }
            sheetName = FindingsForm.sheet
            lines = sheet.filledRows.map { row in
                let last = sheet.filledColumns(of: row).last ?? 0
                return (row + 1, (0...last).map { sheet[row, $0] })
            }
        } else {
            let (text, _) = try TextEncoding.decode(bytes, file: file)
            sheetName = nil
            lines = try TextRows(text, file: file).rows.map { ($0.line, $0.cells.map { .text($0) }) }
        }
        // Titles stand above the heading of the workbook.
        let headings = lines.prefix(8).map { FindingsForm.columns($0.cells) }
        guard let heading = headings.indices.max(by: { headings[$0].count < headings[$1].count }),
            headings[heading].count > 1
        else {
            throw FindingsForm.refusal(
                file, "there is no heading of the form",
                expected: "findings.csv or findings.xlsx as ‘assess sample draw’ wrote it, filled in")
        }
        let places = headings[heading]
        let missing = Column.required.filter { places[$0] == nil }
        if !missing.isEmpty {
            let start = SourcePosition(file: file, sheet: sheetName, line: lines[heading].line, column: 1)
            throw DiagnosticList(
                missing.map {
                    Diagnostic(
                        at: start, "the column ‘\($0.rawValue)’ is missing",
                        expected: "the columns as they were written"
                    )
                })
        }
        self.places = places
        rows = lines.dropFirst(heading + 1).map { line, cells in
            var (texts, unreadable): ([Column: String], [Column: String]) = ([:], [:])
            for (column, place) in places where cells.indices.contains(place) {
                if let text = cells[place].plainText {
                    texts[column] = text.trimmed
                } else {
                    unreadable[column] = FindingsForm.words(cells[place])
                }
            }
            return Row(line: line, cells: texts, unreadable: unreadable)
        }.filter { !$0.unreadable.isEmpty || $0.cells.values.contains { !$0.isEmpty } }
    }

    /// The revision of the collection that the values were drawn from; nothing where the form does not say.
    ///
    /// - Throws: `DiagnosticList` where its rows do not agree, or say something else.
    public var revision: Int? {
        get throws(DiagnosticList) {
            guard places[.revision] != nil, let first = rows.first, !first[.revision].isEmpty else { return nil }
            let problems = rows.filter { $0[.revision] != first[.revision] || Int($0[.revision]) == nil }.map { row in
                Diagnostic(
                    at: position(.revision, row), "‘\(printable(row[.revision]))’ is not the revision of the sample",
                    expected: "one number in all rows, as it was written")
            }
            if !problems.isEmpty { throw DiagnosticList(problems) }
            return Int(first[.revision])
        }
    }

    /// The place of a cell.
    func position(_ column: Column, _ row: Row) -> SourcePosition {
        SourcePosition(file: file, sheet: sheetName, line: row.line, column: (places[column] ?? 0) + 1)
    }

    /// The beginning of the form.
    var start: SourcePosition { SourcePosition(file: file, sheet: sheetName, line: 1, column: 1) }

    /// The columns that a heading names, by its own words or those of the workbook.
    private static func columns(_ cells: [FilledCell]) -> [Column: Int] {
        let names = cells.map { FindingsForm.name($0.plainText ?? "") }
        let found = Column.allCases.compactMap { column in
            names.firstIndex { $0 == column.rawValue || $0 == name(column.heading) }.map { (column, $0) }
        }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }

    /// A heading without white space at its ends, its lines parted by spaces: programs save line ends otherwise.
    private static func name(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func words(_ cell: FilledCell) -> String {
        switch cell {
        case .error(let error): "the cell holds the error \(printable(error))"
        case .formulaWithoutResult: "the cell holds a formula, and the file not its result"
        default: "the cell was merged with others"
        }
    }

    private static func refusal(_ file: String, _ problem: String, expected: String) -> DiagnosticList {
        DiagnosticList([Diagnostic(at: SourcePosition(file: file, line: 1, column: 1), problem, expected: expected)])
    }
}
