import AssessmentCore

/// Decodes the sections that say which data are read.
struct DataDecoder {
    let decoder: SpecificationDecoder
    let catalogue: Catalogue

    private var problems: DiagnosticCollector { decoder.problems }

    private static let fileShape = Shape(
        name: "a data file",
        keys: [
            Key("observations", "a path", "A file of values of variables."),
            Key("register", "the id of a register", "A register; its file stands beside it."),
            Key("file", "a path", "The file of a register."),
            Key("targets", "a path", "A file of targets by indicator, unit and period."),
            Key("facts", "a path", "A file of dated facts, shown without scores."),
        ])

    private static let breakShape = Shape(
        name: "a series break",
        keys: [
            Key("variable", "the id of a variable", "The variable whose series begins anew.", required: true),
            Key("from", "a year", "The first period of the new series.", required: true),
            Key("note", "{ zh, en }", "Why.", required: true),
        ])

    /// The data files.
    func files(_ fields: Fields) -> [DataFile] {
        var listed: Set<String> = []
        return fields.items("data").compactMap { item in
            guard let file = file(item) else { return nil }
            if !listed.insert(file.file).inserted {
                problems.report(
                    at: item.position, "the file ‘\(file.file)’ is listed twice", expected: "each file once")
            }
            return file
        }
    }

    private func file(_ item: YAMLNode) -> DataFile? {
        guard let fields = Fields(item, DataDecoder.fileShape, problems) else { return nil }
        let named = ["observations", "register", "targets", "facts"].filter { fields[$0] != nil }
        guard named.count == 1, let content = named.first else {
            if problems.isIncomplete(item.position) { return nil }
            problems.report(
                at: item.position, named.isEmpty ? "a data file must say what it is" : "a data file is one thing only",
                expected: "one of observations, register, targets, facts")
            return nil
        }
        if content == "register" { return register(fields, item) }
        if fields["file"] != nil {
            problems.report(
                at: fields.position(of: "file"), "‘file’ goes with ‘register’ only", expected: "\(content): path")
        }
        guard let file = decoder.path(content, fields) else { return nil }
        let contents: [String: DataFile.Content] = [
            "observations": .observations, "targets": .targets, "facts": .facts,
        ]
        return contents[content].map { DataFile(content: $0, file: file, position: item.position) }
    }

    private func register(_ fields: Fields, _ item: YAMLNode) -> DataFile? {
        if fields["file"] == nil {
            problems.report(at: item.position, "a register needs its file", expected: "file: path")
        }
        let file = decoder.path("file", fields)
        guard let id = fields.text("register") else { return nil }
        guard catalogue.registers[id] != nil else {
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
