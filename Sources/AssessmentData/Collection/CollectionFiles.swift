public import AssessmentCore

/// The files of a collection: how its contents are read and how revisions are added.
///
/// A collection is a folder. `files.csv` lists what was taken in, a row a revision; `observations.csv` holds the values with
/// their revisions and source cells; `registers/ID.csv` the entries of a register; `originals` every file that was taken in,
/// named by its SHA-256. A revision counts from the moment that `files.csv` lists it, which is written last.
public enum CollectionFiles {
    /// The list of what was taken in.
    public static let sources = "files.csv"
    /// The values.
    public static let observations = "observations.csv"

    /// The file of the entries of a register.
    public static func register(_ id: String) -> String { "registers/\(OutputFile.safeName(id)).csv" }

    static let sourceColumns = ["revision", "file", "sha256", "unit", "period", "standard", "registers"]
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
    /// an apostrophe before it, which reading takes away.
    static func written(_ text: String) -> String { CSVCell.text(text.hasPrefix("'") ? "'" + text : text) }

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

extension CollectionContents {
    /// The rows of a later state of the collection that its files lack, to be put behind what they hold.
    ///
    /// - Parameters:
    ///   - revision: the last revision that the files have.
    ///   - registers: the registers whose entries are held.
    /// - Returns: the rows by the path of the file within the folder; each file has its heading where it begins.
    public func rows(
        after revision: Int, registers: [String: RegisterDescription]
    ) -> [(file: String, heading: String, rows: String)] {
        let newSources = sources.filter { $0.revision > revision }.map { source in
            [
                String(source.revision), CollectionFiles.written(source.file), source.sha256, source.unit,
                source.period, source.standard, source.registers.joined(separator: ";"),
            ]
        }
        let newValues = values.filter { $0.revision > revision }.map { value in
            [
                String(value.revision), value.place.unit, value.place.variable, value.place.period.description,
                CSVCell.number(value.number), value.reason?.rawValue ?? "", CollectionFiles.written(value.origin.note),
            ] + CollectionFiles.place(value.origin, sha256: value.sha256)
        }
        var files = [(CollectionFiles.observations, CollectionFiles.valueColumns, newValues)]
        for (id, entries) in entries.sorted(by: { $0.key < $1.key }) {
            guard let register = registers[id] else { continue }
            let rows = entries.filter { $0.revision > revision }.map { CollectionContents.row($0, of: register) }
            files.append((CollectionFiles.register(id), CollectionFiles.columns(of: register), rows))
        }
        // The list comes last: what it does not name does not count yet.
        files.append((CollectionFiles.sources, CollectionFiles.sourceColumns, newSources))
        return files.map { file, columns, rows in
            (file, CollectionFiles.heading(columns), rows.map { $0.joined(separator: ",") + "\n" }.joined())
        }
    }

    private static func row(_ held: Entry, of register: RegisterDescription) -> [String] {
        let entry = held.entry
        return [
            String(held.revision), held.reporter, entry.unit, CollectionFiles.written(entry.name),
            CollectionFiles.written(entry.organisationCode), entry.recognition.from?.description ?? "",
            entry.recognition.until?.description ?? "",
        ] + register.fields.map { CollectionFiles.written(entry.fields[$0.id] ?? "") }
            + [CollectionFiles.written(entry.origin.note)]
            + CollectionFiles.place(entry.origin, sha256: held.sha256)
    }
}
