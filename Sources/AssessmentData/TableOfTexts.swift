public import AssessmentCore

/// A table of any form as texts by the names of its columns.
public struct TableOfTexts: Sendable {
    /// The names of the columns.
    public let columns: [String]
    /// The cells of each row, as many as there are columns.
    public let rows: [[String]]

    /// Reads a file: JSON where its name ends in `.json`, a workbook where it ends in `.xlsx` or `.xlsm`, else CSV.
    ///
    /// - Parameters:
    ///   - place: the place of the rows in a JSON file.
    ///   - sheet: the sheet of a workbook; the first one that is shown where none is named.
    ///   - position: where the file is named.
    /// - Throws: `DiagnosticList` with what cannot be read.
    public init(
        bytes: [UInt8], file: String, place: String?, sheet: String? = nil, namedAt position: SourcePosition
    ) throws(DiagnosticList) {
        let table = try SourceTable(bytes: bytes, file: file, place: place, sheet: sheet, namedAt: position)
        columns = table.columns
        rows = table.rows.map(\.cells)
    }

    /// The number that a text stands for, where it is one.
    public static func number(_ text: String) -> Double? { DecimalNumber.parse(text, by: .program) }
}
