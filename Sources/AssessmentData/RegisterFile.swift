public import AssessmentCore

/// The file of a register: `unit,name,organisation_code,recognised_on,withdrawn_on` and the register's own fields.
public enum RegisterFile {
    private static let columns = [
        "unit", "name", "organisation_code", "recognised_on", "withdrawn_on", "source", "note",
    ]

    /// Reads the entries.
    ///
    /// - Parameter seen: the entries that earlier files of the register hold; those of this file are added. An entry
    ///   that is listed twice would be counted twice.
    /// - Throws: `DiagnosticList` with every problem of the file.
    public static func read(
        _ bytes: [UInt8], file: String, register: RegisterDescription, units: UnitTable,
        seen: inout [Item: Origin]
    ) throws(DiagnosticList) -> [RegisterEntry] {
        let own = register.fields.map(\.id)
        var reader = try TableReader(
            bytes: bytes, file: file,
            required: ["unit", "name", "recognised_on"] + register.fields.filter(\.isRequired).map(\.id),
            known: columns + own)
        var entries: [RegisterEntry] = []
        for row in reader.rows {
            guard let unit = reader.filled("unit", row), let name = reader.filled("name", row) else { continue }
            if units[unit] == nil {
                reader.report(
                    "unit", row, "no unit has the code \(quoted(unit))", expected: "a code of the file of units")
            }
            _ = reader.filled("recognised_on", row)
            let (from, until) = (reader.date("recognised_on", row), reader.date("withdrawn_on", row))
            if let from, let until, until <= from {
                reader.report(
                    "withdrawn_on", row, "the recognition ends before it begins", expected: "a day after \(from)")
            }
            var fields: [String: String] = [:]
            for field in register.fields { fields[field.id] = self.field(field, &reader, row) }
            let entry = RegisterEntry(
                unit: unit, name: name, organisationCode: reader.text("organisation_code", row),
                recognition: Validity(from: from, until: until), fields: fields,
                origin: reader.origin(
                    "name", row, source: reader.text("source", row),
                    note: reader.text("note", row)))
            if let earlier = seen.updateValue(entry.origin, forKey: Item(entry)) {
                reader.report(
                    "name", row, "\(quoted(name)) is listed twice (also \(earlier.file), row \(earlier.row))",
                    expected: "each entry once")
            }
            entries.append(entry)
        }
        try reader.finish()
        return entries
    }

    /// Notes entries that were read in another way.
    ///
    /// - Parameters:
    ///   - file: what they were read from.
    ///   - seen: the entries that earlier files of the register hold; theirs are added.
    /// - Throws: `DiagnosticList` with every entry that is listed before.
    public static func note(
        _ entries: [RegisterEntry], of file: String, seen: inout [Item: Origin]
    ) throws(DiagnosticList) {
        var problems: [Diagnostic] = []
        for entry in entries {
            guard let earlier = seen.updateValue(entry.origin, forKey: Item(entry)) else { continue }
            problems.append(
                Diagnostic(
                    at: SourcePosition(file: file, line: 1, column: 1),
                    "\(quoted(entry.name)) of \(entry.unit) is listed twice (\(entry.origin.file), row "
                        + "\(entry.origin.row), and \(earlier.file), row \(earlier.row))", expected: "each entry once"))
        }
        if !problems.isEmpty { throw DiagnosticList(problems) }
    }

    /// An entry without where it was read, by which two of them are the same.
    public struct Item: Hashable, Sendable {
        let entry: RegisterEntry

        init(_ entry: RegisterEntry) {
            var entry = entry
            entry.origin = Origin(file: "", row: 0, column: "")
            self.entry = entry
        }
    }

    private static func field(
        _ field: RegisterDescription.Field, _ reader: inout TableReader, _ row: CSVTable.Row
    ) -> String? {
        let text = reader.text(field.id, row)
        if text.isEmpty {
            if field.isRequired {
                reader.report(field.id, row, "the field ‘\(field.id)’ is empty", expected: field.name.en)
            }
            return nil
        }
        if !field.accepted.isEmpty, !field.accepted.contains(text) {
            reader.report(
                field.id, row, "\(quoted(text)) is not known here",
                expected: "one of " + field.accepted.joined(separator: ", "),
                suggestion: nearestMatch(to: text, among: field.accepted))
        }
        return text
    }
}
