internal import AssessmentCore

/// The files of a collection: how its contents are read and how revisions are added.
///
/// A collection is a folder. `files.csv` lists what was taken in, a row a revision; `observations.csv` holds the values with
/// their revisions and source cells; `registers/ID.csv` the entries of a register; `originals` every file that was taken in,
/// named by its SHA-256; `digests.csv` the SHA-256 of the rows that each revision put behind the other files, so that an
/// edit of them is told. A revision counts from the moment that `files.csv` lists it, which is written last; while rows are
/// put behind the other files, `.adding` says how far those files count, see ``CollectionMark``.
public enum CollectionFiles {
    /// The list of what was taken in.
    public static let sources = "files.csv"
    /// The values.
    public static let observations = "observations.csv"

    /// The digests of the rows of each revision.
    public static let digests = "digests.csv"

    /// The file of the entries of a register.
    public static func register(_ id: String) -> String { "registers/\(OutputFile.safeName(id)).csv" }

    /// Where a file that was taken in may lie: a workbook or a text file.
    public static func originals(of sha256: String) -> [String] {
        [".xlsx", ".csv"].map { "originals/\(OutputFile.safeName(sha256))\($0)" }
    }

    static let sourceColumns = ["revision", "file", "sha256", "unit", "period", "standard", "registers"]
    static let digestColumns = ["revision", "file", "sha256"]
    static let placeColumns = ["file", "sheet", "row", "column", "cell", "sha256"]
    static let valueColumns = ["revision", "unit", "variable", "period", "value", "status", "note"] + placeColumns
    static let entryColumns =
        ["revision", "reporter", "unit", "name", "organisation_code", "recognised_on", "withdrawn_on"]

    static func columns(of register: RegisterDescription) -> [String] {
        entryColumns + register.fields.map(\.id) + ["note"] + placeColumns
    }

    /// The text that a file begins with.
    static func heading(_ columns: [String]) -> String { columns.joined(separator: ",") + "\n" }

    /// The text of a cell: one that a spreadsheet would take for a formula, or that begins with an apostrophe itself, has
    /// an apostrophe before it, which reading takes away; one with white space at its ends is quoted, so that it stays.
    static func written(_ text: String) -> String {
        let cell = CSVCell.text(text.hasPrefix("'") ? "'" + text : text)
        return cell.hasPrefix("\"") || cell.trimmed == cell ? cell : "\"\(cell)\""
    }

    /// The text that a cell stands for.
    static func meant(_ text: String) -> String { text.hasPrefix("'") ? String(text.dropFirst()) : text }

    /// What stands behind a row that a collection holds: where it was read.
    static func place(_ origin: Origin, sha256: String) -> [String] {
        [
            written(origin.file), written(origin.sheet ?? ""), String(origin.row), written(origin.column),
            origin.cell ?? "", sha256,
        ]
    }
}
