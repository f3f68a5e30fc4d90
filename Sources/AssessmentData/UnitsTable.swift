public import AssessmentCore

/// Units from a table with columns of its own, CSV, JSON or a workbook, whose rows may be those of units or of units in each year.
///
/// A unit that stands in several rows is one unit: its name is that of its first row, and what groups it must be alike in
/// all of them. Without a column of codes each row is a unit, and its code is its number among the rows, from 1. A column
/// `level` gives levels; without it every unit has the level `unit`.
public enum UnitsTable {
    private struct Unit {
        let code: String
        var name: String
        var level: String
        var groups: [String: String] = [:]
        /// The rows that what groups the unit was read from, by column.
        var rows: [String: Int] = [:]
    }

    /// Reads the units.
    ///
    /// - Parameters:
    ///   - form: which columns hold what.
    ///   - position: where the specification names the file.
    /// - Throws: `DiagnosticList` with every problem of the file and of the form.
    public static func read(
        _ bytes: [UInt8], file: String, form: UnitTableForm, namedAt position: SourcePosition
    ) throws(DiagnosticList) -> UnitTable {
        let table = try SourceTable(bytes: bytes, file: file, place: form.place, sheet: form.sheet, namedAt: position)
        var problems: [Diagnostic] = []
        func index(_ column: String) -> Int? { table.index(of: column, namedAt: position, &problems) }
        let (codes, names) = (form.code.flatMap(index), form.name.flatMap(index))
        var alike: [(name: String, index: Int)] = []
        for name in form.groups {
            if let index = index(name) { alike.append((name, index)) }
        }
        let groups = Set(alike.map(\.name))
        if let parent = form.parent, !groups.contains(parent), let index = index(parent) {
            alike.append((parent, index))
        }
        let level = table.index(of: "level")
        if let level, !groups.contains("level") { alike.append(("level", level)) }
        if !problems.isEmpty { throw DiagnosticList(problems) }

        var units: [Unit] = []
        var places: [String: Int] = [:]
        var varying: [String: Variation] = [:]
        for (number, row) in table.rows.enumerated() {
            let code = codes.map { row.cells[$0] } ?? String(number + 1)
            guard !code.isEmpty else {
                problems.append(
                    Diagnostic(
                        at: table.position(of: codes ?? 0, in: row),
                        "the column \(quoted(form.code ?? "")) is empty", expected: "the code of a unit"))
                continue
            }
            let place = places[code, default: units.count]
            if place == units.count {
                places[code] = place
                let name = names.flatMap { row.cells[$0].nonEmpty } ?? code
                units.append(Unit(code: code, name: name, level: level.flatMap { row.cells[$0].nonEmpty } ?? "unit"))
            }
            for (name, index) in alike {
                guard let text = row.cells[index].nonEmpty else { continue }
                if let earlier = units[place].groups[name] {
                    if earlier == text { continue }
                    let variation = Variation(
                        unit: code, text: text, earlier: earlier, earlierRow: units[place].rows[name] ?? 0,
                        position: table.position(of: index, in: row))
                    varying[name, default: variation].units.insert(code)
                } else {
                    units[place].groups[name] = text
                    units[place].rows[name] = row.number
                }
            }
        }
        problems += varying.map { $1.diagnostic(of: $0) }
        let classes = classes(form, places, file, position, &problems)
        if !problems.isEmpty { throw DiagnosticList(problems.inOrderOfPlace) }
        let listed = units.map { unit in
            AssessedUnit(
                code: unit.code, name: BilingualText(same: unit.name), level: unit.level,
                parent: form.parent.flatMap { unit.groups[$0] },
                classes: classes[unit.code] ?? [], groups: unit.groups.filter { groups.contains($0.key) })
        }
        return UnitTable(wholes(of: listed, form) + listed)
    }

    /// The units that others belong to and that have no row of their own, in order of appearance.
    private static func wholes(of listed: [AssessedUnit], _ form: UnitTableForm) -> [AssessedUnit] {
        guard let level = form.parent else { return [] }
        var known = Set(listed.map(\.code))
        return listed.compactMap(\.parent).filter { known.insert($0).inserted }.map {
            AssessedUnit(code: $0, name: BilingualText(same: $0), level: level)
        }
    }

    /// The classes of each unit, in alphabetical order, by its code.
    private static func classes(
        _ form: UnitTableForm, _ places: [String: Int], _ file: String, _ position: SourcePosition,
        _ problems: inout [Diagnostic]
    ) -> [String: [String]] {
        var classes: [String: [String]] = [:]
        var suggestions = Suggestions(places.keys.sorted())
        for (name, codes) in form.classes.sorted(by: { $0.key < $1.key }) {
            for code in codes where classes[code]?.last != name {
                classes[code, default: []].append(name)
                if places[code] == nil {
                    problems.append(
                        Diagnostic(
                            at: position,
                            "the class \(quoted(name)) names \(quoted(code)), which ‘\(file)’ does not have",
                            expected: "the code of a unit in the table", suggestion: suggestions.nearest(to: code)))
                }
            }
        }
        return classes
    }

    /// A column that should group units and differs among the rows of one; told once for the column.
    private struct Variation {
        let unit: String
        let text: String
        let earlier: String
        let earlierRow: Int
        let position: SourcePosition
        var units: Set<String> = []

        func diagnostic(of column: String) -> Diagnostic {
            let more = units.count == 1 ? "" : " (\(units.count) units differ so)"
            return Diagnostic(
                at: position,
                "\(quoted(column)) of \(quoted(unit)) is \(quoted(text)) here and \(quoted(earlier)) in row "
                    + "\(earlierRow)\(more)",
                expected: "one text in all rows of a unit; a column that changes from row to row, such as with the "
                    + "years, cannot group units")
        }
    }
}
