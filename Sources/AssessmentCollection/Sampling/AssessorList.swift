public import AssessmentCore
internal import AssessmentData

/// The list of those who may be drawn to verify: `assessor` and, where they have any, `may_not_visit`, the codes of units
/// parted by semicolons.
public enum AssessorList {
    /// Reads the list.
    ///
    /// - Throws: `DiagnosticList` with every problem of the file.
    public static func read(
        _ bytes: [UInt8], file: String, units: UnitTable
    ) throws(DiagnosticList) -> [VerificationSample.Assessor] {
        let start = SourcePosition(file: file, line: 1, column: 1)
        let table = try TableOfTexts(bytes: bytes, file: file, place: nil, namedAt: start)
        guard let name = table.columns.firstIndex(of: "assessor") else {
            throw DiagnosticList([
                Diagnostic(
                    at: start, "the column ‘assessor’ is missing", expected: "the columns assessor, may_not_visit")
            ])
        }
        let excluded = table.columns.firstIndex(of: "may_not_visit")
        var problems: [Diagnostic] = []
        var seen: Set<String> = []
        let assessors = table.rows.enumerated().map { index, row -> VerificationSample.Assessor in
            let position = SourcePosition(file: file, line: index + 2, column: 1)
            let codes = excluded.map { row[$0].split(separator: ";").map(String.init) } ?? []
            for code in codes where units[code] == nil {
                problems.append(
                    Diagnostic(
                        at: position, "no unit has the code ‘\(printable(code))’",
                        expected: "codes of the file of units",
                        suggestion: nearestMatch(to: code, among: units.units.map(\.code))))
            }
            if row[name].isEmpty || !seen.insert(row[name]).inserted {
                problems.append(
                    Diagnostic(
                        at: position,
                        row[name].isEmpty ? "an assessor has no name" : "‘\(printable(row[name]))’ is listed twice",
                        expected: "each assessor once"))
            }
            return VerificationSample.Assessor(name: row[name], mayNotVisit: Set(codes))
        }
        if !problems.isEmpty { throw DiagnosticList(problems) }
        return assessors
    }
}
