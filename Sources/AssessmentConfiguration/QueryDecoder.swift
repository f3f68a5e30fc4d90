import AssessmentCore

/// Decodes what a specification asks of a database engine.
struct QueryDecoder {
    let decoder: SpecificationDecoder
    let tables: TableDecoder

    private var problems: DiagnosticCollector { decoder.problems }

    /// The keys that a query has beside those of a table.
    static let keys = [
        Key(
            "query", .path,
            "A SQL file with one SELECT that aggregates, whose answer is read as a table. It is asked only where the user "
                + "allows it by --allow-query."),
        Key(
            "engine", .shape { engineShape },
            "The engines that hold the data; where there are several, --engine chooses one."),
        Key(
            "parameters",
            .named(by: "parameter", .either([.number(), .text()]), matching: "^[a-z][a-z0-9_]*$"),
            "The values that the SQL names as in `:year`: numbers, days and texts. They are never pasted into it."),
        Key(
            "time_limit", .integer(1...86_400, called: "a number of seconds"),
            "How long the engine may take; \(DataQuery.usualSeconds) if nothing."),
    ]

    static let engineShape = Shape(
        name: "an engine",
        summary: "Where the data of a query lie. Passwords stand nowhere here: the clients of the engines keep them.",
        keys: [
            Key("sqlite", .path, "A database file of SQLite."),
            Key("duckdb", .path, "A database file of DuckDB."),
            Key("postgresql", .shape { serviceShape }, "A PostgreSQL server, asked by psql."),
            Key("spark_sql", .shape { sparkShape }, "Spark SQL, asked by spark-sql."),
        ], rules: [.atLeastOne(QueryEngine.names)])

    private static let serviceShape = Shape(
        name: "a service of PostgreSQL",
        summary: "A server as the user's own pg_service.conf describes it, with the password in .pgpass.",
        keys: [
            Key(
                "service", .text("a name", matching: "^[A-Za-z0-9_][A-Za-z0-9_.-]*$"),
                "The name of the service in pg_service.conf.", required: true)
        ])

    private static let sparkShape = Shape(
        name: "what Spark SQL reads",
        summary: "Tables that are Parquet files, or a database that Spark's own settings lead to.",
        keys: [
            Key(
                "tables", .named(by: "table", .path, matching: identifier), "Parquet files, by the names of tables."),
            Key(
                "database", .text("a name", matching: identifier),
                "A database of the catalogue that Spark is set up for."),
        ], rules: [.atLeastOne(["tables", "database"])])

    private static let identifier = "^[A-Za-z_][A-Za-z0-9_]*$"

    /// The names under which answers are kept, each given once.
    struct Results {
        private var names: Set<String> = []

        /// A name for the answer to a SQL file.
        mutating func name(for file: String) -> String {
            let last = file.split(separator: "/").last.map(String.init) ?? file
            let stem = last.lowercased().hasSuffix(".sql") ? String(last.dropLast(4)) : last
            var (name, count) = (stem, 1)
            while !names.insert(name).inserted {
                count += 1
                name = "\(stem)-\(count)"
            }
            return "queries/\(name).csv"
        }
    }

    /// The query; nothing where it cannot be read.
    func query(_ fields: Fields, _ item: YAMLNode, file: String?, _ results: inout Results) -> DataFile? {
        for key in ["engine", "unit"] where fields[key] == nil && !problems.isIncomplete(item.position) {
            problems.report(
                at: item.position, "a query lacks the key ‘\(key)’",
                expected: key == "unit" ? "unit: the column of the codes of units" : "engine: { sqlite: path }")
        }
        let engines = engines(fields)
        let parameters = parameters(fields)
        let seconds = fields["time_limit"].flatMap { node in
            problems.attempt { () throws(Diagnostic) in try node.integer(in: 1...86_400) }
        }
        let form = tables.form(fields, file: nil)
        guard let file, let sql = sql(file, fields), let form, form.unit != nil, !engines.isEmpty else { return nil }
        let query = DataQuery(
            sql: sql, engines: engines, parameters: parameters, seconds: seconds ?? DataQuery.usualSeconds, form: form,
            result: results.name(for: file))
        return DataFile(content: .query(query), file: file, position: item.position)
    }

    private func sql(_ file: String, _ fields: Fields) -> String? {
        do throws(SourceFolder.Refusal) {
            let bytes = try decoder.folder.bytes(file)
            if bytes.count <= 1 << 20, let text = String(validating: bytes, as: UTF8.self) { return text }
            problems.report(
                at: fields.position(of: "query"), "‘\(file)’ is not a text in UTF-8 of at most 1 MiB",
                expected: "a file with one SELECT")
        } catch {
            problems.report(at: fields.position(of: "query"), error.problem, expected: error.expected)
        }
        return nil
    }

    // MARK: Engines

    private func engines(_ fields: Fields) -> [QueryEngine] {
        guard let node = fields["engine"], let engine = Fields(node, QueryDecoder.engineShape, problems) else {
            return []
        }
        if engine.keys.isEmpty {
            problems.report(
                at: node.position, "no engine is named",
                expected: "at least one of " + QueryEngine.names.joined(separator: ", "))
        }
        return engine.keys.compactMap { key in
            switch key {
            case "sqlite": path(key, engine).map { .sqlite(file: $0) }
            case "duckdb": path(key, engine).map { .duckDB(file: $0) }
            case "postgresql": service(engine)
            case "spark_sql": spark(engine)
            default: nil
            }
        }
    }

    /// The path of a database, which need not be where the answer alone is read again.
    private func path(_ key: String, _ fields: Fields) -> String? {
        decoder.path(key, fields, in: decoder.folder, mustExist: false)
    }

    private func service(_ fields: Fields) -> QueryEngine? {
        guard let node = fields["postgresql"], let service = Fields(node, QueryDecoder.serviceShape, problems) else {
            return nil
        }
        return name("service", service, isAllowed: Self.isService).map { .postgreSQL(service: $0) }
    }

    private func spark(_ fields: Fields) -> QueryEngine? {
        guard let node = fields["spark_sql"], let spark = Fields(node, QueryDecoder.sparkShape, problems) else {
            return nil
        }
        if spark["tables"] == nil, spark["database"] == nil, !problems.isIncomplete(node.position) {
            problems.report(
                at: node.position, "Spark SQL is given nothing to read", expected: "tables: { name: path }, or database"
            )
        }
        var tables: [String: String] = [:]
        for entry in spark.entries("tables") {
            guard Self.isIdentifier(entry.key) else {
                reportName(entry.key, at: entry.keyPosition)
                continue
            }
            guard let written = problems.attempt({ () throws(Diagnostic) in try entry.value.text() }) else { continue }
            do throws(SourceFolder.Refusal) {
                tables[entry.key] = try decoder.folder.path(
                    written, namedIn: entry.value.position.file, mustExist: false)
            } catch {
                problems.report(
                    at: entry.value.position, error.problem, expected: error.expected, suggestion: error.suggestion)
            }
        }
        let database = spark["database"] == nil ? nil : name("database", spark, isAllowed: Self.isIdentifier)
        guard !tables.isEmpty || database != nil else { return nil }
        return .sparkSQL(tables: tables, database: database)
    }

    private func name(_ key: String, _ fields: Fields, isAllowed: (String) -> Bool) -> String? {
        guard let name = fields.text(key) else { return nil }
        if isAllowed(name) { return name }
        reportName(name, at: fields.position(of: key))
        return nil
    }

    private func reportName(_ name: String, at position: SourcePosition) {
        problems.report(
            at: position, "\(quoted(name)) is not a name that can be passed on",
            expected: "letters, digits and ‘_’ of the keyboard")
    }

    private static func isIdentifier(_ text: String) -> Bool {
        text.first.map { $0.isASCII && ($0.isLetter || $0 == "_") } == true
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    }

    private static func isService(_ text: String) -> Bool {
        guard let first = text.first, first != ".", first != "-" else { return false }
        return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_.-".contains($0)) }
    }

    // MARK: Parameters

    private func parameters(_ fields: Fields) -> [String: QueryParameter] {
        var parameters: [String: QueryParameter] = [:]
        for entry in fields.entries("parameters") {
            let isName =
                Self.isIdentifier(entry.key) && entry.key.first != "_" && entry.key == entry.key.lowercased()
            guard isName else {
                problems.report(
                    at: entry.keyPosition, "\(quoted(entry.key)) is not the name of a parameter",
                    expected: "small letters, digits and ‘_’, beginning with a letter")
                continue
            }
            parameters[entry.key] = problems.attempt { () throws(Diagnostic) in try entry.value.queryParameter() }
        }
        return parameters
    }
}

extension YAMLNode {
    /// The value of a parameter: without quotes a number or a day where it looks like one, else a text.
    fileprivate func queryParameter() throws(Diagnostic) -> QueryParameter {
        let text = try text()
        guard case .scalar(_, true) = value else { return .text(text) }
        if let date = CalendarDate(text) { return .date(date) }
        guard let number = YAMLNumber(text) else { return .text(text) }
        let expected = "a whole number of at most 18 digits, a decimal number of at most 38 digits, or a text in quotes"
        if number.isWhole {
            guard text.utf8.count <= 18, let integer = Int64(text) else {
                throw Diagnostic(
                    at: position, "\(quoted(text)) has more digits than every engine takes", expected: expected)
            }
            return .integer(integer)
        }
        let digits = text.hasPrefix("+") ? String(text.dropFirst()) : text
        guard digits.count(where: \.isASCIIDigit) <= 38, digits.last != ".", !digits.lowercased().contains("e") else {
            throw Diagnostic(at: position, "\(quoted(text)) is not written in at most 38 digits", expected: expected)
        }
        let unsigned = digits.drop { $0 == "-" }
        return .decimal(unsigned.hasPrefix(".") ? (digits.hasPrefix("-") ? "-0" : "0") + unsigned : digits)
    }
}
