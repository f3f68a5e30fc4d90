public import AssessmentCore

/// A file of dated facts on statements of the policy:
/// `statement,unit,as_of,value,unit_of_measure,text_zh,text_en,source`.
public enum FactsFile {
    private static let columns = [
        "statement", "unit", "as_of", "value", "unit_of_measure", "text_zh", "text_en", "source", "note",
    ]

    /// Reads the facts.
    ///
    /// - Parameter statements: the ids of the statements that the plug-ins list.
    /// - Throws: `DiagnosticList` with every problem of the file.
    public static func read(
        _ bytes: [UInt8], file: String, statements: Set<String>, units: UnitTable
    ) throws(DiagnosticList) -> [PolicyFact] {
        var reader = try TableReader(
            bytes: bytes, file: file, required: ["statement", "unit", "text_zh", "text_en"], known: columns)
        var facts: [PolicyFact] = []
        for row in reader.rows {
            guard let statement = reader.filled("statement", row), let unit = reader.filled("unit", row),
                let zh = reader.filled("text_zh", row), let en = reader.filled("text_en", row)
            else { continue }
            if !statements.contains(statement) {
                reader.report(
                    "statement", row, "no plug-in that is listed has the statement \(quoted(statement))",
                    expected: "the number of a statement",
                    suggestion: nearestMatch(to: statement, among: statements.sorted()))
            }
            if units[unit] == nil {
                reader.report(
                    "unit", row, "no unit has the code \(quoted(unit))", expected: "a code of the file of units")
            }
            facts.append(
                PolicyFact(
                    statement: statement, unit: unit, asOf: reader.text("as_of", row),
                    value: reader.number("value", row),
                    unitOfMeasure: reader.text("unit_of_measure", row), text: BilingualText(zh: zh, en: en),
                    origin: reader.origin(
                        "text_zh", row, source: reader.text("source", row),
                        note: reader.text("note", row))))
        }
        try reader.finish()
        return facts
    }
}
