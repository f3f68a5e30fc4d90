internal import AssessmentCore

/// What the words of a statement may not be, besides what the rights of the connection forbid: Spark SQL has no connection
/// that only reads.
enum StatementRules {
    /// Words that begin something else than reading, wherever they stand.
    private static let forbidden: Set<String> = [
        "ALTER", "COPY", "CREATE", "DELETE", "DROP", "EXECUTE", "INSERT", "INTO", "MERGE", "TRUNCATE", "UPDATE",
    ]

    /// Functions that run programs, or read and write files, on the machine of an engine.
    private static let functions: Set<String> = [
        "COPY_FROM", "DBLINK", "DBLINK_EXEC", "GETENV", "JAVA_METHOD", "LOAD_EXTENSION", "LO_EXPORT", "LO_IMPORT",
        "PG_LS_DIR", "PG_READ_BINARY_FILE", "PG_READ_FILE", "READFILE", "REFLECT", "SET_CONFIG", "TRY_REFLECT",
        "WRITEFILE",
    ]

    /// What is wrong with the words of a statement, in which a text is its mark alone.
    static func problems(words: [String], file: String) -> [Diagnostic] {
        let start = SourcePosition(file: file, line: 1, column: 1)
        guard let first = words.first else {
            return [Diagnostic(at: start, "there is no statement", expected: "one SELECT")]
        }
        guard first == "SELECT" || first == "WITH" else {
            return [
                Diagnostic(
                    at: start, "the statement begins with \(quoted(first))", expected: "SELECT, or WITH … SELECT")
            ]
        }
        var problems = words.filter(forbidden.contains).map {
            Diagnostic(
                at: start, "the statement has the word \($0), and a query may only read",
                expected: "one SELECT; a column of that name stands in double quotation marks")
        }
        for (word, next) in zip(words, words.dropFirst()) {
            if next == "(", functions.contains(word) {
                problems.append(
                    Diagnostic(
                        at: start, "the function \(word.lowercased()) reaches beyond the database",
                        expected: "functions that compute"))
            }
            // So Spark SQL passes rows to a program.
            if word == "USING", next == "'" || next == ":" {
                problems.append(
                    Diagnostic(at: start, "USING with a text runs a program", expected: "USING (column) of a join"))
            }
        }
        return problems
    }

    private static func quoted(_ word: String) -> String { "‘\(printable(word.prefix(40)))’" }
}
