public import AssessmentCore

/// The file that lists every unit: `code,name_zh,name_en,level,kind,parent,valid_from,valid_until,successor,classes`, and
/// `map_row,map_column` for its place on a tile map.
public enum UnitsFile {
    private static let columns = [
        "code", "name_zh", "name_en", "level", "kind", "parent", "valid_from", "valid_until", "successor", "classes",
        "map_row", "map_column", "note",
    ]

    /// Reads the units.
    ///
    /// - Throws: `DiagnosticList` with every problem of the file.
    public static func read(_ bytes: [UInt8], file: String) throws(DiagnosticList) -> UnitTable {
        var reader = try TableReader(
            bytes: bytes, file: file, required: ["code", "name_zh", "name_en", "level"], known: columns)
        var units: [AssessedUnit] = []
        var lines: [String: Int] = [:]
        var tiles = MapTiles()
        for row in reader.rows {
            let code = reader.filled("code", row)
            let (zh, en) = (reader.filled("name_zh", row), reader.filled("name_en", row))
            let level = reader.filled("level", row)
            if let code, let line = lines.updateValue(row.line, forKey: code) {
                reader.report(
                    "code", row, "the code \(quoted(code)) is listed twice (also at line \(line))",
                    expected: "each unit once"
                )
            }
            let (from, until) = (reader.date("valid_from", row), reader.date("valid_until", row))
            if let from, let until, until <= from {
                reader.report("valid_until", row, "the unit ends before it begins", expected: "a day after \(from)")
            }
            let place = MapTiles.place(row, &reader)
            guard let code, let zh, let en, let level else { continue }
            let validity = Validity(from: from, until: until)
            if let place { tiles.take(place, level: level, validity, row, &reader) }
            units.append(
                AssessedUnit(
                    code: code, name: BilingualText(zh: zh, en: en), level: level, kind: reader.text("kind", row),
                    parent: reader.text("parent", row).nonEmpty, validity: validity,
                    successor: reader.text("successor", row).nonEmpty,
                    classes: reader.text("classes", row).split(separator: ";").map { String($0).trimmed },
                    mapPlace: place))
        }
        for row in reader.rows {
            for column in ["parent", "successor"] {
                let code = reader.text(column, row)
                if !code.isEmpty, lines[code] == nil {
                    reader.report(
                        column, row, "no unit has the code \(quoted(code))", expected: "the code of a listed unit")
                }
            }
        }
        for column in ["parent", "successor"] {
            for row in circles(reader, column) {
                reader.report(
                    column, row, "the column ‘\(column)’ leads back to the unit itself",
                    expected: "a chain that comes to an end")
            }
        }
        if reader.rows.isEmpty {
            throw DiagnosticList([
                Diagnostic(
                    at: SourcePosition(file: file, line: 1, column: 1), "the file has a heading and no rows",
                    expected: "a row a unit")
            ])
        }
        try reader.finish()
        return UnitTable(units)
    }
}

extension UnitsFile {
    /// The rows from which a column leads from unit to unit back to the same row.
    private static func circles(_ reader: TableReader, _ column: String) -> [CSVTable.Row] {
        let next = Dictionary(
            reader.rows.map { (reader.text("code", $0), reader.text(column, $0)) },
            uniquingKeysWith: { first, _ in first })
        // The walk on which a unit was met; a unit met again on the same walk lies on a circle.
        var walkOf: [String: Int] = [:]
        var circular: Set<String> = []
        for (walk, row) in reader.rows.enumerated() {
            var code = reader.text("code", row)
            while !code.isEmpty, walkOf[code] == nil {
                walkOf[code] = walk
                code = next[code] ?? ""
            }
            while !code.isEmpty, walkOf[code] == walk, circular.insert(code).inserted { code = next[code] ?? "" }
        }
        return reader.rows.filter { circular.contains(reader.text("code", $0)) }
    }
}

extension String {
    /// The text, or nothing where it is empty.
    var nonEmpty: String? { isEmpty ? nil : self }
}
