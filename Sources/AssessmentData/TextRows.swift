public import AssessmentCore

/// The rows of a text file of comma-separated values as they stand there, whatever they hold: a spreadsheet that is saved
/// as text has its titles above the heading.
public struct TextRows: Sendable {
    /// A row that holds something.
    public struct Row: Sendable, Hashable {
        /// The line of the file that it begins on, from 1.
        public let line: Int
        /// Its cells, without white space around those that are not quoted.
        public let cells: [String]
    }

    /// The rows.
    public let rows: [Row]

    /// Reads a file in UTF-8.
    ///
    /// - Throws: `DiagnosticList` with the first place that cannot be read.
    public init(_ bytes: [UInt8], file: String) throws(DiagnosticList) {
        do throws(Diagnostic) {
            rows = try bytes.withUnsafeBufferPointer { (buffer) throws(Diagnostic) -> [Row] in
                try CSVTable.records(CSVText.body(of: buffer), file: file, separator: CSVSeparator.comma)
                    .map { Row(line: $0.line, cells: $0.cells) }
            }
        } catch {
            throw DiagnosticList([error])
        }
    }
}
