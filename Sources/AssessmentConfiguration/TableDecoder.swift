import AssessmentCore

/// Decodes what a specification says of a table with columns of its own.
struct TableDecoder {
    let decoder: SpecificationDecoder
    /// The assessed period, which a table is of unless it says otherwise; nothing where that cannot be read.
    let assessed: Period?

    private var problems: DiagnosticCollector { decoder.problems }

    /// The keys that a table has beside its path.
    static let keys = [
        Key(
            "at", .place, "The place of the rows in a JSON file: keys, and indices from 0; the whole file if nothing."),
        sheetKey,
        Key("unit", .column, "The column of the codes of units; the number of the row if nothing."),
        Key(
            "period", .either([.year, .shape { periodShape }]),
            "The period of every row, or the column that holds it; the assessed period if nothing."),
        Key(
            "missing",
            .either([
                .oneOrMore(.text("a text"), "texts"), .named(by: "text", .words(reasons.map(\.rawValue))),
            ]),
            "The texts that stand for no value, beside an empty cell; with the reason for each, or not_submitted "
                + "for all."),
        Key("codes", .named(by: "text", .number()), "The numbers that texts stand for, such as answers to a question."),
        Key(
            "columns", .named(by: "variable", .column),
            "The columns of variables that are not named as the variables are."),
        Key("variable", .column, "In a table with a row a value: the column that names the variable."),
        Key("value", .column, "In a table with a row a value: the column that holds the value."),
        Key(
            "other_units", .words(OtherUnits.self),
            "What becomes of rows of units that are not listed; they are refused if nothing."),
    ]

    /// The key of the sheet of a workbook.
    static let sheetKey = Key(
        "sheet", .text("the name of a sheet"), "The sheet of a workbook; the first one that is shown if nothing.")

    private static let periodShape = Shape(
        name: "the period of a table",
        summary: "Where the period stands in the rows themselves.",
        keys: [
            Key("column", .column, "The column that holds the period of each row.", required: true)
        ])

    /// The reasons that a text in a table may stand for: the others are for the workbench to find.
    static let reasons: [Reason] = [.notSubmitted, .falsified, .withdrawn, .notCollected, .notApplicable]

    private enum OtherUnits: String, CaseIterable {
        case ignore, refuse
    }

    /// The form of a table; nothing where it cannot be read.
    func form(_ fields: Fields, file: String?) -> TableForm? {
        let place = self.place(fields, file: file)
        let sheet = TableDecoder.sheet(fields, file: file, problems)
        let layout = layout(fields)
        let missing = missing(fields)
        let codes = codes(fields)
        for text in codes.keys.sorted() where missing[text] != nil {
            problems.report(
                at: fields.position(of: "codes"), "\(quoted(text)) is a code and stands for no value too",
                expected: "one of the two")
        }
        let variables = variables(fields)
        let others = fields.word("other_units", OtherUnits.self)
        guard let layout, let period = period(fields) else { return nil }
        return TableForm(
            place: place, sheet: sheet, unit: fields.text("unit"), period: period, layout: layout, missing: missing,
            codes: codes,
            variables: variables, ignoresOtherUnits: others == .ignore)
    }

    /// The place in a JSON file.
    func place(_ fields: Fields, file: String?) -> String? {
        guard let place = fields.text("at") else { return nil }
        if let file, !file.lowercased().hasSuffix(".json") {
            problems.report(
                at: fields.position(of: "at"), "‘\(file)’ has no places within it",
                expected: "‘at’ with a file whose name ends in .json only")
        }
        return place
    }

    /// The sheet of a workbook.
    static func sheet(_ fields: Fields, file: String?, _ problems: DiagnosticCollector) -> String? {
        guard let sheet = fields.text("sheet") else { return nil }
        if let file, ![".xlsx", ".xlsm"].contains(where: { file.lowercased().hasSuffix($0) }) {
            problems.report(
                at: fields.position(of: "sheet"), "‘\(file)’ has no sheets",
                expected: "‘sheet’ with a file whose name ends in .xlsx or .xlsm only")
        }
        return sheet
    }

    private func period(_ fields: Fields) -> TableForm.PeriodSource? {
        guard let node = fields["period"] else { return assessed.map { .only($0) } }
        if case .mapping = node.value {
            return Fields(node, TableDecoder.periodShape, problems)?.text("column").map { .column($0) }
        }
        return problems.attempt { () throws(Diagnostic) in try node.period() }.map { .only($0) }
    }

    private func layout(_ fields: Fields) -> TableForm.Layout? {
        switch (fields["variable"], fields["value"]) {
        case (nil, nil): return .wide
        case (.some, nil): return incomplete("variable", without: "value", fields)
        case (nil, .some): return incomplete("value", without: "variable", fields)
        case (.some, .some):
            guard let variable = fields.text("variable"), let value = fields.text("value") else { return nil }
            if variable == value {
                problems.report(
                    at: fields.position(of: "value"), "\(quoted(value)) names the variable and holds its value",
                    expected: "a column for each")
            }
            return .long(variable: variable, value: value)
        }
    }

    private func incomplete(_ key: String, without other: String, _ fields: Fields) -> TableForm.Layout? {
        if problems.isIncomplete(fields.position) { return nil }
        problems.report(
            at: fields.position(of: key), "‘\(key)’ is given without ‘\(other)’",
            expected: "both, where a row is a value; or neither, where each variable has a column")
        return nil
    }

    private func missing(_ fields: Fields) -> [String: Reason] {
        guard let node = fields["missing"] else { return [:] }
        guard case .mapping(let entries) = node.value else {
            return Dictionary(
                (fields.texts("missing") ?? []).map { ($0, .notSubmitted) }, uniquingKeysWith: { first, _ in first })
        }
        let words = TableDecoder.reasons.map(\.rawValue)
        var missing: [String: Reason] = [:]
        for entry in entries {
            guard let word = problems.attempt({ () throws(Diagnostic) in try entry.value.text() }) else { continue }
            missing[entry.key] = TableDecoder.reasons.first { $0.rawValue == word }
            if missing[entry.key] == nil {
                problems.report(
                    at: entry.value.position, "\(quoted(word)) is not a reason for which a value is missing",
                    expected: "one of " + words.joined(separator: ", "),
                    suggestion: nearestMatch(to: word, among: words))
            }
        }
        return missing
    }

    private func codes(_ fields: Fields) -> [String: Double] {
        var codes: [String: Double] = [:]
        for entry in fields.entries("codes") {
            codes[entry.key] = problems.attempt { () throws(Diagnostic) in try entry.value.number() }
        }
        return codes
    }

    /// The variables by column.
    private func variables(_ fields: Fields) -> [String: String] {
        var variables: [String: String] = [:]
        for entry in fields.entries("columns") {
            guard let column = problems.attempt({ () throws(Diagnostic) in try entry.value.text() }) else { continue }
            if let other = variables.updateValue(entry.key, forKey: column) {
                problems.report(
                    at: entry.value.position,
                    "the column \(quoted(column)) is that of \(quoted(other)) and of \(quoted(entry.key))",
                    expected: "a column for each variable")
            }
        }
        return variables
    }
}
