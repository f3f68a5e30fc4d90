public import AssessmentCore

/// A text file that reports values: `unit,variable,period,value` and, where it has them, `status,note,standard`, a row a
/// value.
///
/// It is in UTF-8 or GB18030, its cells parted by commas, semicolons or tabs: that by which the heading has the columns.
/// The period is a year, or a report period such as `2020-q1`, as in a file of observations. A row without value and status
/// reports nothing. `standard` names the standard that the values follow, by its digest or the first digits of it, so that a
/// file of last year's definitions is refused.
public enum ReportedFile {
    private static let required = ["unit", "variable", "period", "value"]
    private static let columns = required + ["status", "note", "standard"]
    /// The fewest digits by which a standard is named, as forms print them.
    private static let fewestDigits = 12

    /// What was read.
    public struct Contents: Sendable {
        /// The values in the order of the file.
        public let values: [ReportedValue]
        /// What the file was found to be in.
        public let encoding: TextEncoding
        /// Whether every value names the standard.
        public let namesStandard: Bool
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - units: every unit that data may refer to.
    ///   - variables: the variables that are collected, by id.
    ///   - periods: the periods of the assessment.
    ///   - rules: what is taken for a number besides digits with a decimal point.
    ///   - standard: the digest of the standard.
    /// - Throws: `DiagnosticList` with every problem of the file.
    public static func read(
        _ bytes: [UInt8], file: String, units: UnitTable, variables: [String: Variable], periods: [Period],
        rules: Set<NumberRule>, standard: String
    ) throws(DiagnosticList) -> Contents {
        let (text, encoding) = try TextEncoding.decode(bytes, file: file)
        guard let separator = CSVSeparator.find(in: text, columns: required) else {
            throw DiagnosticList([
                Diagnostic(
                    at: SourcePosition(file: file, line: 1, column: 1),
                    "the first line does not have the columns of reported values",
                    expected: "the columns " + columns.joined(separator: ", ")
                        + ", parted by commas, semicolons or tabs; or a workbook that ‘assess forms’ wrote")
            ])
        }
        var reader = try TableReader(
            bytes: text, file: file, required: required, known: columns, separator: separator)
        var values: [ReportedValue] = []
        var namesStandard = true
        var seen: [CollectionContents.Value.Place: Int] = [:]
        var suggestions = Suggestions(variables.keys.sorted())
        for row in reader.rows {
            guard let code = reader.filled("unit", row), let named = reader.filled("variable", row),
                let written = reader.reportPeriod("period", row)
            else { continue }
            if units[code] == nil {
                reader.report(
                    "unit", row, "no unit has the code \(quoted(code))", expected: "a code of the file of units",
                    suggestion: units.units.first { $0.name.zh == code || $0.name.en == code }?.code)
            }
            let id = written.variable(named) ?? named
            guard let variable = variables[id] else {
                reader.report(
                    "variable", row, "\(quoted(id)) is not collected for this assessment",
                    expected: "a variable of ‘assess standard’", suggestion: suggestions.nearest(to: id))
                continue
            }
            guard periods.contains(written.year) else {
                reader.report(
                    "period", row, "\(written.year) is no period of the assessment",
                    expected: "one of " + periods.map(\.description).joined(separator: ", "))
                continue
            }
            let place = CollectionContents.Value.Place(unit: code, variable: id, period: written.year)
            guard let value = value(&reader, row, of: variable, at: place, file, rules) else { continue }
            let followed = reader.text("standard", row)
            if followed.isEmpty {
                namesStandard = false
            } else if followed.utf8.count < fewestDigits || !standard.hasPrefix(followed.lowercased()) {
                reader.report(
                    "standard", row,
                    "the value follows another standard, \(quoted(followed)): what is asked has changed since",
                    expected:
                        "\(standard.prefix(fewestDigits)), the standard of today, once the value is checked against it")
            }
            if let earlier = seen.updateValue(row.number, forKey: place) {
                reader.report(
                    "value", row, "\(id) of \(code) in \(written.year) is given twice (also row \(earlier))",
                    expected: "one value")
            }
            values.append(value)
        }
        try reader.finish()
        return Contents(values: values, encoding: encoding, namesStandard: namesStandard && !values.isEmpty)
    }

    /// The value of a row; nothing where it has none, or a wrong one.
    private static func value(
        _ reader: inout TableReader, _ row: CSVTable.Row, of variable: Variable,
        at place: CollectionContents.Value.Place, _ file: String, _ rules: Set<NumberRule>
    ) -> ReportedValue? {
        let (text, status) = (reader.text("value", row), reader.text("status", row))
        let origin = Origin(file: file, row: row.number, column: "value", note: reader.text("note", row))
        if !status.isEmpty {
            guard let reason = ReportedValue.reason(meantBy: status) else {
                let words = ReportedValue.reasons.map(\.rawValue)
                reader.report(
                    "status", row, "\(quoted(status)) is not a status",
                    expected: "one of " + words.joined(separator: ", "),
                    suggestion: nearestMatch(to: status, among: words))
                return nil
            }
            if !text.isEmpty {
                reader.report("status", row, "the value is given and called \(status)", expected: "one of the two")
            }
            return ReportedValue(place: place, number: nil, reason: reason, origin: origin)
        }
        guard !text.isEmpty else { return nil }
        do throws(WrittenNumber.Refusal) {
            let number = try WrittenNumber(text, in: variable.unitOfMeasure, rules: rules)
            return ReportedValue(place: place, number: number.value, reason: nil, origin: origin)
        } catch {
            reader.report("value", row, error.problem, expected: error.expected)
            return nil
        }
    }
}
