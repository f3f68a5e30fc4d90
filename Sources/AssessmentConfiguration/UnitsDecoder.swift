import AssessmentCore

extension SpecificationDecoder {
    /// The keys of units, of which some must be there in the workbench's own form.
    private static func unitsShape(isTable: Bool) -> Shape {
        Shape(
            name: "units",
            keys: [
                Key("file", "a path", "The file that lists the units.", required: true),
                Key(
                    "levels", "a level or a list of levels",
                    "The levels that are assessed; every one of a table where none is given.", required: !isTable),
                Key(
                    "in_force_on", "a date", "The day on which an assessed unit must be in force; a table has no days.",
                    required: !isTable),
                Key("code", "a column", "The column of codes in a table; the number of the row where there is none."),
                Key("name", "a column", "The column of names in a table; the code where there is none."),
                Key("parent", "a column", "The column of the unit that each unit of a table belongs to."),
                Key("groups", "a column or a list", "The columns of a table that group units, such as a region."),
                Key("classes", "{ class: codes }", "The units of a table that belong to each class."),
                Key("at", "a place such as data.matrix", "The place of the rows in a JSON file."),
            ])
    }

    /// The keys that say that the file has columns of its own.
    private static let tableKeys = ["code", "name", "parent", "groups", "classes", "at"]

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
        for entry in tables.entries("classes", units, expected: "{ class: codes }") {
            classes[entry.key] = codes(entry.value)
        }
        return UnitTableForm(
            place: tables.place(units, file: file), code: units.text("code"), name: units.text("name"),
            parent: units.text("parent"),
            groups: units.texts("groups") ?? [], classes: classes)
    }

    /// The codes of a class: one, or a list.
    private func codes(_ node: YAMLNode) -> [String] {
        let items: [YAMLNode] = if case .sequence(let items) = node.value { items } else { [node] }
        return items.compactMap { item in problems.attempt { () throws(Diagnostic) in try item.text() } }
    }
}
