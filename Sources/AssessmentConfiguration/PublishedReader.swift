public import AssessmentCore
internal import Foundation

/// Reads a list of published tables with which specifications beside it must agree.
public struct PublishedReader: Sendable {
    /// A list of published tables.
    public struct List: Sendable {
        /// The tables.
        public let tables: [PublishedTable]
        /// Whether the list's own folder holds the tables and the data, whatever folder of data the user names.
        public let isSelfContained: Bool
    }

    /// Creates a reader.
    public init() {}

    private enum Home: String, CaseIterable {
        case beside, given
    }

    static let listShape = Shape(
        name: "a list of published tables",
        summary: "The published tables that the specifications of a folder reproduce.",
        keys: [
            Key(
                "data", .words(Home.self),
                "Whether the data stand beside the list or in the folder that the user names."),
            Key("tables", .list(.shape { shape }, of: "tables"), "The tables.", required: true),
        ])

    private static let shape = Shape(
        name: "a published table",
        summary: "A table, and what of the results it is compared with.",
        keys: [
            Key("name", .text(), "What the table holds.", required: true),
            Key("specification", .path, "The specification whose results are compared; assessment.yml if not said."),
            Key("file", .path, "The file of the table, in the folder of data.", required: true),
            Key("at", .text("a place such as data.rows"), "The place of the rows in a JSON file."),
            TableDecoder.sheetKey,
            Key("unit", .column, "The column of the codes of units; the number of the row where there is none."),
            Key(
                "period", .either([.year, .shape { periodShape }]),
                "The period of the rows; the assessed one where nothing is said."),
            Key(
                "columns", .named(by: "column", .either([.node, .shape { comparisonShape }])),
                "The node, or { node, show }, that each column is compared with."),
            Key("nodes", results, "Compares every column that is the id of a node.", said: "what is shown"),
            Key("vectors", .named(by: "place", .node), "Compares lists of a JSON file, a number a unit."),
            Key(
                "weight_vectors", .named(by: "place", .node),
                "Compares lists of a JSON file, the share of weight of each node below."),
            Key("weights_of", .node, "Compares the shares of weight of the nodes below."),
            Key("child", .column, "The column of the ids of the nodes below, for weights; else they are in order."),
            Key("column", .column, "The column of the shares, for weights."),
            Key("statistics", .text("the id of a table"), "Compares a table of statistics."),
            Key("row", .column, "The column of the names of rows, for statistics."),
            Key("beside", .column, "The column of the names of columns, where a row is a cell of statistics."),
            Key("unsigned", .flag, "Whether only magnitudes are compared, such as of components."),
            Key("only", .named(by: "column", .text()), "The rows that are compared."),
            Key("missing", .oneOrMore(.text(), "texts"), "The texts that stand for nothing published."),
            Key("decimals", .decimals, "The numbers agree when they are rounded so."),
            Key("within", .positive, "The numbers agree when they differ by at most so much."),
            Key("absences", .flag, "Whether it counts that there is no result where nothing is published."),
            Key("at_least", .integer(0...Int.max), "How many values are reproduced, where not all are."),
            Key(
                "needs", .text("a trait of the package"),
                "The optional part without which the table is passed over."),
            Key("note", .text(), "Why not all are, or what else is to be said."),
        ])

    private static let comparisonShape = Shape(
        name: "what a column is compared with",
        summary: "A node, and which of its results.",
        keys: [
            Key("node", .node, "The node.", required: true),
            Key(
                "show", results, "The result of the node; its score where nothing is said.",
                said: "score, value or a step"),
        ])

    private static let periodShape = Shape(
        name: "a period",
        summary: "Where the period stands in the rows themselves.",
        keys: [Key("column", .column, "The column of the period.", required: true)])

    private static let words = ["score", "value", "measured_share"] + Step.Kind.allCases.map(\.rawValue)
    private static let results = ValueForm.words(words)

    /// Reads a list.
    ///
    /// - Throws: `DiagnosticList` with every problem found.
    public func read(_ path: String) throws(DiagnosticList) -> List {
        let name = URL(fileURLWithPath: path).lastPathComponent
        let problems = DiagnosticCollector()
        var resolver = IncludeResolver(SourceFolder(holding: path), problems)
        let root = resolver.read(name, at: SourcePosition(file: name, line: 1, column: 1))
        var tables: [PublishedTable] = []
        var home: Home?
        if let root, let fields = Fields(root, PublishedReader.listShape, problems) {
            tables = fields.items("tables").compactMap { table($0, problems) }
            home = fields.word("data", Home.self)
        }
        let found = problems.sorted(files: resolver.files.map(\.path))
        if !found.isEmpty { throw DiagnosticList(found) }
        return List(tables: tables, isSelfContained: home == .beside)
    }

    private func table(_ node: YAMLNode, _ problems: DiagnosticCollector) -> PublishedTable? {
        guard let fields = Fields(node, PublishedReader.shape, problems), let name = fields.text("name"),
            let file = fields.text("file"), let subject = subject(fields, problems)
        else { return nil }
        let precision: PublishedTable.Precision
        switch (fields["decimals"], fields.positive("within")) {
        case (let decimals?, nil):
            precision = .decimals(
                problems.attempt { () throws(Diagnostic) in try decimals.integer(in: 0...15) } ?? 0)
        case (nil, let within?): precision = .within(within)
        default:
            problems.report(
                at: node.position, "it is not said how closely the numbers must agree",
                expected: "one of decimals and within")
            return nil
        }
        let atLeast = fields["at_least"].flatMap { node in
            problems.attempt { () throws(Diagnostic) in try node.integer(in: 0...Int.max) }
        }
        let absences = fields["absences"].flatMap { node in
            problems.attempt { () throws(Diagnostic) in try node.boolean() }
        }
        var table = PublishedTable(
            name: name, specification: fields.text("specification") ?? "assessment.yml", file: file,
            place: fields.text("at"), subject: subject, missing: fields.texts("missing") ?? [""],
            precision: precision, countsAbsences: absences ?? false, atLeast: atLeast, needs: fields.text("needs"),
            note: fields.text("note") ?? "", position: node.position)
        table.sheet = TableDecoder.sheet(fields, file: file, problems)
        table.only = fields["only"].flatMap { mapping($0, problems) } ?? [:]
        return table
    }

    private func subject(_ fields: Fields, _ problems: DiagnosticCollector) -> PublishedTable.Subject? {
        if let node = fields.text("weights_of") {
            return .weights(node: node, child: fields.text("child"), column: fields.text("column") ?? "1")
        }
        if let vectors = fields["vectors"] { return mapping(vectors, problems).map { .vectors($0) } }
        if let vectors = fields["weight_vectors"] { return mapping(vectors, problems).map { .weightVectors($0) } }
        if let table = fields.text("statistics") { return statistics(table, fields, problems) }
        var comparisons: [PublishedTable.Comparison] = []
        if let columns = fields["columns"] {
            guard case .mapping(let entries) = columns.value else {
                problems.report(at: columns.position, "the columns must be a mapping", expected: "{ column: node }")
                return nil
            }
            comparisons = entries.compactMap { comparison($0, problems) }
        }
        let everyNode = fields["nodes"].flatMap { result($0, problems) }
        guard !comparisons.isEmpty || everyNode != nil else {
            problems.report(
                at: fields.position, "it is not said what the table is compared with",
                expected: "columns, nodes, weights_of or statistics")
            return nil
        }
        return .units(
            unit: fields.text("unit"), period: fields["period"].flatMap { period($0, problems) }, comparisons,
            everyNode: everyNode)
    }

    private func statistics(
        _ table: String, _ fields: Fields, _ problems: DiagnosticCollector
    ) -> PublishedTable.Subject {
        let isUnsigned = fields["unsigned"].flatMap { node in
            problems.attempt { () throws(Diagnostic) in try node.boolean() }
        }
        let cells: PublishedTable.StatisticsCells
        if let row = fields.text("row"), let beside = fields.text("beside"), let value = fields.text("column") {
            cells = .long(row: row, column: beside, value: value)
        } else {
            cells = .wide(
                row: fields.text("row"), columns: fields["columns"].flatMap { mapping($0, problems) } ?? [:])
        }
        return .statistics(table, cells, isUnsigned: isUnsigned ?? false)
    }

    private func mapping(_ node: YAMLNode, _ problems: DiagnosticCollector) -> [String: String]? {
        guard case .mapping(let entries) = node.value else {
            problems.report(at: node.position, "the lists must be a mapping", expected: "{ place: node }")
            return nil
        }
        let pairs = entries.compactMap { entry in
            problems.attempt { () throws(Diagnostic) in (entry.key, try entry.value.text()) }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    private func comparison(_ entry: YAMLEntry, _ problems: DiagnosticCollector) -> PublishedTable.Comparison? {
        if case .scalar = entry.value.value {
            return problems.attempt { () throws(Diagnostic) in try entry.value.text() }
                .map { PublishedTable.Comparison(column: entry.key, node: $0, result: .score) }
        }
        guard let fields = Fields(entry.value, PublishedReader.comparisonShape, problems),
            let node = fields.text("node")
        else { return nil }
        return PublishedTable.Comparison(
            column: entry.key, node: node, result: fields["show"].flatMap { result($0, problems) } ?? .score)
    }

    private func result(_ node: YAMLNode, _ problems: DiagnosticCollector) -> PublishedTable.Result? {
        guard let text = problems.attempt({ () throws(Diagnostic) in try node.text() }) else { return nil }
        switch text {
        case "score": return .score
        case "value": return .value
        case "measured_share": return .measuredShare
        default:
            if let kind = Step.Kind(rawValue: text) { return .step(kind) }
            let words = PublishedReader.words
            problems.report(
                at: node.position, "‘\(text)’ is not known here", expected: "one of " + words.joined(separator: ", "),
                suggestion: nearestMatch(to: text, among: words))
            return nil
        }
    }

    private func period(_ node: YAMLNode, _ problems: DiagnosticCollector) -> TableForm.PeriodSource? {
        if case .mapping = node.value {
            return Fields(node, PublishedReader.periodShape, problems)?.text("column").map { .column($0) }
        }
        return problems.attempt { () throws(Diagnostic) in .only(try node.period()) }
    }
}
