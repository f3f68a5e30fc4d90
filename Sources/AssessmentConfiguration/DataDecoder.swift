import AssessmentCore

/// Decodes the sections that say which data are read.
struct DataDecoder {
    let decoder: SpecificationDecoder
    let catalogue: Catalogue

    private var problems: DiagnosticCollector { decoder.problems }

    static let fileShape = Shape(
        name: "a data file",
        summary:
            "One file that values are read from, by what it holds. A table with columns of its own is described here.",
        keys: [
            Key("observations", .path, "A CSV file or workbook of values of variables, in the workbench's own form."),
            Key("register", .known(.registers), "A list of recognised items (认定名录), in the file that `file` names."),
            Key("file", .path, "The CSV file of the register."),
            Key("targets", .path, "A CSV file of targets by indicator, unit and period."),
            Key(
                "adjustments", .path,
                "A CSV file of decisions that adjust scores and grades, each with its reason and authority."),
            Key("progress", .path, "A CSV file of what lead bodies reported of the progress of tasks."),
            Key("ratings", .path, "A CSV file of ratings of qualitative items by unit, source and assessor."),
            Key(
                "assessors", .path,
                "A CSV file of those who rate: their sources, and the units that they belong to and may not rate."),
            Key("facts", .path, "A CSV file of dated facts about the policy's statements, shown without scores."),
            Key(
                "collection", .path,
                "A folder of values and registers that ‘assess collect’ took in, with every revision; the latest counts."
            ),
            Key(
                "numbers", .list(.words(NumberRule.self), of: "rules", atLeast: 1),
                "With a collection: what is taken for a number besides digits with a decimal point."),
            Key(
                "table", .path, "A CSV or JSON file or workbook with columns of its own, which the keys below describe."
            ),
        ] + QueryDecoder.keys + TableDecoder.keys,
        rules: [
            .exactlyOne(contents), .together(["register"], with: ["file"]), .together(["file"], with: ["register"]),
            .together(["numbers"], with: ["collection"]), .together(["at", "sheet"], with: ["table"]),
            .togetherWithOne(
                TableDecoder.keys.map(\.name).filter { $0 != "at" && $0 != "sheet" }, of: ["table", "query"]),
            .together(["query"], with: ["engine", "unit"]),
            .together(QueryDecoder.keys.map(\.name).filter { $0 != "query" }, with: ["query"]),
            .together(["variable"], with: ["value"]), .together(["value"], with: ["variable"]),
        ])

    private static let contents = [
        "observations", "table", "query", "collection", "register", "targets", "adjustments", "progress", "ratings",
        "assessors", "facts",
    ]

    static let breakShape = Shape(
        name: "a series break",
        summary: "A period from which a variable is counted otherwise.",
        keys: [
            Key("variable", .known(.variables), "The variable whose series begins anew.", required: true),
            Key("from", .year, "The first period of the new series.", required: true),
            Key("note", .bilingual, "Why; explanations say it.", required: true),
        ])

    /// The data files.
    func files(_ fields: Fields) -> [DataFile] {
        var listed: [String: [DataFile.Content]] = [:]
        let tables = TableDecoder(decoder: decoder, assessed: assessed(fields))
        var results = QueryDecoder.Results()
        let files = fields.items("data").compactMap { item -> DataFile? in
            guard let file = file(item, tables, &results) else { return nil }
            // A table may be listed once for each of the tables in it, such as two places of a JSON file.
            let others = listed[file.file, default: []]
            let isAnother = file.content.isTable && others.allSatisfy { $0.isTable && $0 != file.content }
            if !others.isEmpty, !isAnother {
                problems.report(
                    at: item.position, "the file ‘\(file.file)’ is listed twice", expected: "each file once")
            }
            listed[file.file, default: []].append(file.content)
            return file
        }
        for file in files {
            guard case .query(let query) = file.content, listed[query.result] != nil else { continue }
            problems.report(
                at: file.position,
                "the answer of this query is kept as ‘\(query.result)’, which is another file of the data",
                expected: "another name for one of the two")
        }
        return files
    }

    /// The assessed period; what is wrong with it is told where the head is read.
    private func assessed(_ fields: Fields) -> Period? {
        guard case .mapping(let head) = fields["assessment"]?.value,
            let node = head.first(where: { $0.key == "period" })?.value
        else { return nil }
        return try? node.period()
    }

    private func file(
        _ item: YAMLNode, _ tables: TableDecoder, _ results: inout QueryDecoder.Results
    ) -> DataFile? {
        guard let fields = Fields(item, DataDecoder.fileShape, problems) else { return nil }
        let named = DataDecoder.contents.filter { fields[$0] != nil }
        guard named.count == 1, let content = named.first else {
            if problems.isIncomplete(item.position) { return nil }
            problems.report(
                at: item.position, named.isEmpty ? "a data file must say what it is" : "a data file is one thing only",
                expected: "one of " + DataDecoder.contents.joined(separator: ", "))
            return nil
        }
        if content != "table" {
            for key in TableDecoder.keys.map(\.name) where fields[key] != nil && (content != "query" || key == "at") {
                problems.report(
                    at: fields.position(of: key), "‘\(key)’ goes with ‘table’\(key == "at" ? "" : " or ‘query’") only",
                    expected: "\(content): path")
            }
        }
        if content != "query" {
            for key in QueryDecoder.keys.map(\.name) where key != "query" && fields[key] != nil {
                problems.report(
                    at: fields.position(of: key), "‘\(key)’ goes with ‘query’ only", expected: "\(content): path")
            }
        }
        if content == "register" { return register(fields, item) }
        if fields["file"] != nil {
            problems.report(
                at: fields.position(of: "file"), "‘file’ goes with ‘register’ only", expected: "\(content): path")
        }
        if content == "collection" { return collection(fields, item) }
        if fields["numbers"] != nil {
            problems.report(
                at: fields.position(of: "numbers"), "‘numbers’ goes with ‘collection’ only",
                expected: "\(content): path")
        }
        let file = decoder.path(content, fields)
        if content == "query" {
            return QueryDecoder(decoder: decoder, tables: tables).query(fields, item, file: file, &results)
        }
        if content == "table" {
            let form = tables.form(fields, file: file)
            guard let file, let form else { return nil }
            return DataFile(content: .table(form), file: file, position: item.position)
        }
        let contents: [String: DataFile.Content] = [
            "observations": .observations, "targets": .targets, "adjustments": .adjustments,
            "progress": .progress, "ratings": .ratings, "assessors": .assessors, "facts": .facts,
        ]
        guard let file, let content = contents[content] else { return nil }
        return DataFile(content: content, file: file, position: item.position)
    }

    /// A collection, whose folder is there only once something was taken in.
    private func collection(_ fields: Fields, _ item: YAMLNode) -> DataFile? {
        var rules: Set<NumberRule> = []
        for item in fields["numbers"] == nil ? [] : fields.items("numbers") {
            guard let rule = item.word(NumberRule.self, problems) else { continue }
            if !rules.insert(rule).inserted {
                problems.report(
                    at: item.position, "the rule ‘\(rule.rawValue)’ is listed twice", expected: "each one once")
            }
        }
        let folder = decoder.path("collection", fields, in: decoder.folder, as: .folder, mustExist: false)
        return folder.map { DataFile(content: .collection(rules), file: $0, position: item.position) }
    }

    private func register(_ fields: Fields, _ item: YAMLNode) -> DataFile? {
        if fields["file"] == nil {
            problems.report(at: item.position, "a register needs its file", expected: "file: path")
        }
        let file = decoder.path("file", fields)
        guard let id = fields.text("register") else { return nil }
        guard catalogue.registers[id] != nil else {
            let owner = decoder.catalogue.plugins.first { plugin in
                plugin.indicators.contains { $0.description.registers.contains { $0.id == id } }
            }
            if let owner {
                problems.reportUnlisted("the register ‘\(id)’", of: owner, at: fields.position(of: "register"))
                return nil
            }
            let known = catalogue.registers.keys.sorted()
            problems.report(
                at: fields.position(of: "register"), "no plug-in that is listed knows the register ‘\(id)’",
                expected: known.isEmpty ? nil : "one of " + known.joined(separator: ", "),
                suggestion: nearestMatch(to: id, among: known))
            return nil
        }
        return file.map { DataFile(content: .register(id), file: $0, position: item.position) }
    }

    /// The breaks in the series of variables.
    func seriesBreaks(_ fields: Fields) -> [SeriesBreak] {
        fields.items("series_breaks").compactMap { item in
            guard let fields = Fields(item, DataDecoder.breakShape, problems) else { return nil }
            let variable = fields.text("variable")
            if let variable, catalogue.variables[variable] == nil {
                problems.report(
                    at: fields.position(of: "variable"), "no plug-in that is listed knows the variable ‘\(variable)’",
                    expected: "a variable of ‘assess list variables’",
                    suggestion: nearestMatch(to: variable, among: catalogue.variables.keys.sorted()))
            }
            let from = fields["from"].flatMap { node in
                problems.attempt { () throws(Diagnostic) in try node.period() }
            }
            guard let variable, let from, let note = fields.bilingual("note") else { return nil }
            return SeriesBreak(variable: variable, from: from, note: note)
        }
    }
}

extension DataFile.Content {
    /// Whether it has columns of its own.
    var isTable: Bool {
        switch self {
        case .table, .query: true
        default: false
        }
    }
}
