import AssessmentCore

extension SpecificationDecoder {
    /// The keys of units, of which some must be there in the workbench's own form.
    static func unitsShape(isTable: Bool) -> Shape {
        Shape(
            name: "units",
            summary:
                "The units that are assessed. Their file is in the workbench's own form, or a table with columns of its "
                + "own.",
            keys: [
                Key("file", .path, "The CSV or JSON file or workbook that lists the units.", required: true),
                Key(
                    "levels", .levels,
                    "The levels of units that are assessed, such as city; every unit of a table if nothing.",
                    required: !isTable),
                Key(
                    "in_force_on", .date,
                    "The day on which an assessed unit must exist; a table has no days.", required: !isTable),
                Key("code", .column, "In a table: the column of codes; the number of the row if nothing."),
                Key("name", .column, "In a table: the column of names; the code if nothing."),
                Key("parent", .column, "In a table: the column of the unit that each unit belongs to."),
                Key(
                    "groups", .oneOrMore(.column, "columns"),
                    "In a table: the columns that group units, such as a region; reference sets may name them."),
                Key(
                    "classes", .named(by: "class", .oneOrMore(.unit, "codes", atLeast: 0)),
                    "In a table: the units that belong to each class."),
                Key("at", .place, "In a JSON file: the place of the rows; the whole file if nothing."),
                TableDecoder.sheetKey,
            ],
            rules: [.needed(["levels", "in_force_on"], unless: tableKeys), .apart("in_force_on", from: tableKeys)])
    }

    /// The keys that say that the file has columns of its own.
    private static let tableKeys = ["code", "name", "parent", "groups", "classes", "at", "sheet"]

    /// Which units are assessed.
    func units(_ fields: Fields) -> UnitSelection? {
        guard let node = fields["units"] else { return nil }
        let isTable = isTableOfUnits(node)
        guard let units = Fields(node, SpecificationDecoder.unitsShape(isTable: isTable), problems) else { return nil }
        let file = path("file", units)
        let levels = units.texts("levels")
        let day = units["in_force_on"].flatMap { node in
            problems.attempt { () throws(Diagnostic) in try node.date() }
        }
        let table = isTable ? tableOfUnits(units, file: file) : nil
        guard let file else { return nil }
        if !isTable, levels == nil || day == nil { return nil }
        if let file = isTable && units["in_force_on"] != nil ? file : nil {
            problems.report(
                at: units.position(of: "in_force_on"), "the units of ‘\(file)’ have no days on which they are in force",
                expected: "no in_force_on with a table that has columns of its own")
        }
        return UnitSelection(
            file: file, table: table, levels: levels ?? [], inForceOn: day, position: units.position(of: "levels"))
    }

    /// Whether a file of units has columns of its own: one that names them, or one that is JSON.
    private func isTableOfUnits(_ node: YAMLNode) -> Bool {
        guard case .mapping(let entries) = node.value else { return false }
        return entries.contains { entry in
            if SpecificationDecoder.tableKeys.contains(entry.key) { return true }
            guard entry.key == "file", let file = try? entry.value.text() else { return false }
            return file.lowercased().hasSuffix(".json")
        }
    }

    private func tableOfUnits(_ units: Fields, file: String?) -> UnitTableForm {
        let tables = TableDecoder(decoder: self, assessed: nil)
        var classes: [String: [String]] = [:]
        for entry in units.entries("classes") {
            classes[entry.key] = codes(entry.value)
        }
        return UnitTableForm(
            place: tables.place(units, file: file), sheet: TableDecoder.sheet(units, file: file, problems),
            code: units.text("code"),
            name: units.text("name"),
            parent: units.text("parent"),
            groups: units.texts("groups") ?? [], classes: classes)
    }

    /// The codes of a class: one, or a list.
    private func codes(_ node: YAMLNode) -> [String] {
        let items: [YAMLNode] = if case .sequence(let items) = node.value { items } else { [node] }
        return items.compactMap { item in problems.attempt { () throws(Diagnostic) in try item.text() } }
    }
}
