public import AssessmentCore

/// The file of departments that lead and support tasks: `code,name_zh,name_en,valid_from,valid_until,successor`.
public enum DepartmentsFile {
    private static let columns = [
        "code", "name_zh", "name_en", "valid_from", "valid_until", "successor", "source", "note",
    ]

    /// Reads the departments.
    ///
    /// - Parameter units: the units, with which no department may share a code.
    /// - Throws: `DiagnosticList` with every problem of the file.
    public static func read(_ bytes: [UInt8], file: String, units: UnitTable) throws(DiagnosticList) -> UnitTable {
        var reader = try TableReader(
            bytes: bytes, file: file, required: ["code", "name_zh", "name_en"], known: columns)
        var departments: [AssessedUnit] = []
        var lines: [String: Int] = [:]
        for row in reader.rows {
            let code = reader.filled("code", row)
            let (zh, en) = (reader.filled("name_zh", row), reader.filled("name_en", row))
            if let code, let line = lines.updateValue(row.line, forKey: code) {
                reader.report(
                    "code", row, "the code \(quoted(code)) is listed twice (also at line \(line))",
                    expected: "each department once")
            }
            if let code, let unit = units[code] {
                reader.report(
                    "code", row, "the code \(quoted(code)) is that of the unit \(unit.name.zh)",
                    expected: "a code that no unit has")
            }
            let (from, until) = (reader.date("valid_from", row), reader.date("valid_until", row))
            if let from, let until, until <= from {
                reader.report(
                    "valid_until", row, "the department ends before it begins", expected: "a day after \(from)")
            }
            guard let code, let zh, let en else { continue }
            departments.append(
                AssessedUnit(
                    code: code, name: BilingualText(zh: zh, en: en), level: TaskBodies.departmentLevel,
                    validity: Validity(from: from, until: until), successor: reader.text("successor", row).nonEmpty))
        }
        let table = UnitTable(departments)
        for row in reader.rows { check(row, table, &reader) }
        try reader.finish()
        return table
    }

    private static func check(_ row: CSVTable.Row, _ table: UnitTable, _ reader: inout TableReader) {
        guard let department = table[reader.text("code", row)], let successor = department.successor else { return }
        guard let next = table[successor] else {
            return reader.report(
                "successor", row, "no department has the code \(quoted(successor))",
                expected: "the code of a listed department",
                suggestion: nearestMatch(to: successor, among: table.units.map(\.code)))
        }
        guard let until = department.validity.until else {
            return reader.report(
                "successor", row, "the department has a successor and no day on which it ended",
                expected: "valid_until: the first day on which it is no longer in force")
        }
        if let from = next.validity.from, from > until {
            reader.report(
                "successor", row, "nobody answers for it from \(until) until \(successor) begins on \(from)",
                expected: "a successor that is in force on \(until)")
        }
        if table.answering(for: department.code, on: until) == nil {
            reader.report(
                "successor", row, "the chain of successors does not lead to a department in force",
                expected: "a chain that comes to an end")
        }
    }
}
