public import AssessmentCore

/// A file of values of variables: `unit,variable,period,value,status,source,note`, a row a value.
///
/// A row without a value says in `status` why: one of the reasons of a missing or inapplicable cell. A value with the
/// status `falsified` is read as missing. The period is a year, or a report period such as `2020-q1`, whose values are
/// those of a variable of its own in the year: see ``ReportPeriod``.
public enum ObservationsFile {
    private static let columns = ["unit", "variable", "period", "value", "status", "source", "note"]
    private static let statuses: [Reason] = [.notSubmitted, .falsified, .withdrawn, .notCollected, .notApplicable]

    /// Reads the observations.
    ///
    /// - Parameters:
    ///   - variables: the variables that the plug-ins of the specification declare; any name is one where there are none
    ///     given, since the specification then writes indicators over variables of its own.
    ///   - seen: the cells that earlier files hold, with their origins; those of this file are added.
    /// - Throws: `DiagnosticList` with every problem of the file.
    public static func read(
        _ bytes: [UInt8], file: String, units: UnitTable, variables: [String: Variable]?, seen: inout [Cell: Origin]
    ) throws(DiagnosticList) -> [Observation] {
        var reader = try TableReader(
            bytes: bytes, file: file, required: ["unit", "variable", "period", "value"], known: columns)
        var observations: [Observation] = []
        var suggestions = Suggestions(variables?.keys.sorted() ?? [])
        let declared = Set((variables ?? [:]).keys.flatMap { [$0, ReportPeriod.base(of: $0)] })
        for row in reader.rows {
            let (unit, variable) = (reader.filled("unit", row), reader.filled("variable", row))
            let period = reader.reportPeriod("period", row)
            if let unit, units[unit] == nil {
                reader.report(
                    "unit", row, "no unit has the code \(quoted(unit))", expected: "a code of the file of units")
            }
            if let variable, variables != nil, !declared.contains(ReportPeriod.base(of: variable)) {
                reader.report(
                    "variable", row, "no plug-in that is listed declares the variable \(quoted(variable))",
                    expected: "a variable of ‘assess list variables’",
                    suggestion: suggestions.nearest(to: variable))
            }
            guard let unit, let variable = period?.variable(variable), let period = period?.year else { continue }
            let origin = reader.origin(
                "value", row, source: reader.text("source", row),
                note: reader.text("note", row))
            if let earlier = seen.updateValue(origin, forKey: Cell(unit: unit, variable: variable, period: period)) {
                reader.report(
                    "value", row,
                    "\(variable) of \(unit) in \(period) is given twice (also \(earlier.file), row "
                        + "\(earlier.row))", expected: "one value")
            }
            if let observation = observation(&reader, row, unit, variable, period, origin) {
                observations.append(observation)
            }
        }
        try reader.finish()
        return observations
    }

    /// Notes the cells of observations that were read in another way.
    ///
    /// - Parameters:
    ///   - file: what they were read from.
    ///   - seen: the cells that earlier files hold; theirs are added.
    /// - Throws: `DiagnosticList` with every value that an earlier file has too.
    public static func note(
        _ observations: [Observation], of file: String, seen: inout [Cell: Origin]
    ) throws(DiagnosticList) {
        var problems: [Diagnostic] = []
        for observation in observations {
            let cell = Cell(unit: observation.unit, variable: observation.variable, period: observation.period)
            guard let earlier = seen.updateValue(observation.origin, forKey: cell) else { continue }
            problems.append(
                Diagnostic(
                    at: SourcePosition(file: file, line: 1, column: 1),
                    "\(cell.variable) of \(cell.unit) in \(cell.period) is given twice (also \(earlier.file), row "
                        + "\(earlier.row))", expected: "one value"))
        }
        if !problems.isEmpty { throw DiagnosticList(problems) }
    }

    /// A unit, variable and period, of which there is one value.
    public struct Cell: Hashable, Sendable {
        let unit: String
        let variable: String
        let period: Period
    }

    private static func observation(
        _ reader: inout TableReader, _ row: CSVTable.Row, _ unit: String, _ variable: String, _ period: Period,
        _ origin: Origin
    ) -> Observation? {
        let value = reader.number("value", row)
        let status = reader.text("status", row)
        if status.isEmpty {
            if let value {
                return Observation(variable: variable, unit: unit, period: period, value: value, origin: origin)
            }
            if reader.text("value", row).isEmpty {
                reader.report(
                    "value", row, "there is neither a value nor a status",
                    expected: "a value, or a status: " + statuses.map(\.rawValue).joined(separator: ", "))
            }
            return nil
        }
        guard let reason = statuses.first(where: { $0.rawValue == status }) else {
            let words = statuses.map(\.rawValue)
            reader.report(
                "status", row, "\(quoted(status)) is not a status", expected: "one of " + words.joined(separator: ", "),
                suggestion: nearestMatch(to: status, among: words))
            return nil
        }
        if value != nil, reason != .falsified {
            reader.report("status", row, "the value is given and called \(status)", expected: "one of the two")
        }
        return Observation(variable: variable, unit: unit, period: period, absent: reason, origin: origin)
    }
}
