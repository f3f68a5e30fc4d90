public import AssessmentCore

/// The file of those who act in a review: `id,unit`; one without a unit belongs to the province.
public enum PeopleFile {
    /// Reads the people.
    ///
    /// - Throws: `DiagnosticList` with every problem of the file.
    public static func read(
        _ bytes: [UInt8], file: String, units: UnitTable
    ) throws(DiagnosticList) -> [(id: String, unit: String?)] {
        var reader = try TableReader(
            bytes: bytes, file: file, required: ["id", "unit"], known: ["id", "unit", "note"])
        var seen: Set<String> = []
        var people: [(id: String, unit: String?)] = []
        for row in reader.rows {
            guard let id = reader.filled("id", row) else { continue }
            if !seen.insert(id).inserted {
                reader.report("id", row, "\(quoted(id)) is listed twice", expected: "each person once")
            }
            let unit = reader.text("unit", row).nonEmpty
            if let unit, units[unit] == nil {
                reader.report(
                    "unit", row, "no unit has the code \(quoted(unit))",
                    expected: "a code of the file of units, or nothing")
            }
            for (column, text) in [("id", id), ("unit", unit ?? "")]
            where text.unicodeScalars.contains(where: \.isInvisible) {
                reader.report(
                    column, row, "\(quoted(printable(text))) has an invisible character",
                    expected: "characters that a reader can tell apart")
            }
            people.append((id, unit))
        }
        try reader.finish()
        return people
    }
}
