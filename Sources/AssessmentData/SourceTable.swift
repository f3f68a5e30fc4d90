internal import AssessmentCore

/// The line and the column, in characters, at which a cell begins; both from 1.
struct TablePlace {
    let line: Int
    let column: Int
}

/// A row of a table, without its heading.
struct TableRow {
    /// The number of the row: in CSV that which a spreadsheet shows, from 1 for the heading, which is not the line where
    /// a quoted cell holds line ends; in JSON that among the rows, from 1.
    let number: Int
    /// The cells; in CSV with white space around those that are not quoted removed.
    let cells: [String]
    /// Where each cell begins.
    let places: [TablePlace]

    /// The line of the file that the row begins on.
    var line: Int { places.first?.line ?? 1 }
}

/// A table with named columns, whether a CSV file, a part of a JSON file or a sheet of a workbook holds it.
///
/// What has no value in JSON (`null`, or a key that one row lacks) is an empty cell, as it would be in CSV.
struct SourceTable {
    let file: String
    /// The place of the rows in a JSON file, where one is named.
    let place: String?
    /// The sheet, where the file is a workbook.
    let sheet: String?
    /// The names of the columns.
    let columns: [String]
    let rows: [TableRow]
    private let indices: [String: Int]

    init(file: String, place: String? = nil, sheet: String? = nil, columns: [String], rows: [TableRow]) {
        self.file = file
        self.sheet = sheet
        self.place = place
        self.columns = columns
        self.rows = rows
        indices = Dictionary(columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Reads a file: JSON where its name ends in `.json`, a workbook where it ends in `.xlsx` or `.xlsm`, else CSV.
    ///
    /// - Parameters:
    ///   - place: the place of the rows in a JSON file.
    ///   - sheet: the sheet of a workbook; the first one that is shown where none is named.
    ///   - position: where the specification names the file.
    /// - Throws: `DiagnosticList` with what cannot be read.
    init(
        bytes: [UInt8], file: String, place: String?, sheet: String? = nil, namedAt position: SourcePosition
    ) throws(DiagnosticList) {
        if SourceTable.isJSON(file) {
            self = try JSONTable.read(bytes, file: file, place: place, namedAt: position)
        } else if WorkbookTable.isWorkbook(file) {
            let table = try WorkbookTable.read(bytes, file: file, sheet: sheet, namedAt: position)
            self.init(file: file, sheet: table.sheet, columns: table.heading.cells, rows: table.rows)
        } else {
            let table = try CSVTable(bytes: bytes, file: file)
            self.init(file: file, columns: table.heading.cells, rows: table.rows)
        }
    }

    private static func isJSON(_ file: String) -> Bool { file.lowercased().hasSuffix(".json") }

    /// The index of a column by its name.
    func index(of column: String) -> Int? { indices[column] }

    /// The index of a column that the specification names; where the table does not have it, that is noted.
    func index(
        of column: String, namedAt position: SourcePosition, _ problems: inout [Diagnostic]
    ) -> Int? {
        if let index = indices[column] { return index }
        let shown = columns.prefix(12).map(quoted).joined(separator: ", ") + (columns.count > 12 ? ", …" : "")
        problems.append(
            Diagnostic(
                at: position, "the table ‘\(file)’ has no column \(quoted(column))", expected: "one of \(shown)",
                suggestion: nearestMatch(to: column, among: columns)))
        return nil
    }

    /// The place of a cell of a row.
    func position(of index: Int, in row: TableRow) -> SourcePosition {
        guard row.places.indices.contains(index) else {
            return SourcePosition(file: file, sheet: sheet, line: row.line, column: 1)
        }
        return SourcePosition(
            file: file, sheet: sheet, line: row.places[index].line, column: row.places[index].column)
    }

    /// Where the value of a cell was read.
    func origin(of index: Int, in row: TableRow) -> Origin {
        Origin(
            file: file, sheet: sheet ?? place, row: row.number, column: columns[index],
            cell: sheet.map { _ in cellName(row: row.places[index].line, column: row.places[index].column) })
    }
}

extension [Diagnostic] {
    /// The problems of one file in its order: some checks look at all rows once more, and a person reads from the top.
    var inOrderOfPlace: [Diagnostic] {
        indices.sorted {
            (self[$0].position.line, self[$0].position.column, $0)
                < (self[$1].position.line, self[$1].position.column, $1)
        }.map { self[$0] }
    }
}
