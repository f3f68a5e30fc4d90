internal import AssessmentCore
internal import AssessmentData

/// What an engine answered: a table of texts, in which a decimal number is what the engine printed, to the last digit.
struct EngineAnswer {
    /// The most rows that are taken: a query aggregates, and what has more is data.
    static let mostRows = 1_000_000
    /// The most bytes that are taken from a client.
    static let mostBytes = 256 << 20

    /// The version of the engine, in its own words.
    var version: String
    /// The names of the columns.
    var columns: [String]
    /// The rows; what has no value is empty.
    var rows: [[String]]

    /// The answer as it is kept and digested: comma-separated values with a heading, every cell without white space
    /// around it, the rows in the order of their bytes, whatever the order in which an engine finds them.
    ///
    /// - Throws: ``QueryFailure`` where it has no rows or too many, or two columns of one name.
    func canonical() throws(QueryFailure) -> (bytes: [UInt8], rows: Int) {
        let columns = columns.map(\.trimmed)
        let rows = rows.map { $0.map(\.trimmed) }.filter { row in row.contains { !$0.isEmpty } }
        guard !rows.isEmpty else {
            throw QueryFailure("the answer has no row", expected: "at least one; look at the conditions of the query")
        }
        guard rows.count <= EngineAnswer.mostRows else { throw EngineAnswer.tooLarge }
        if let twice = columns.first(where: { name in columns.count { $0 == name } > 1 }) {
            throw QueryFailure(
                "two columns of the answer are called ‘\(printable(twice))’",
                expected: "AS with a name of its own for each")
        }
        if let position = columns.firstIndex(where: \.isBlank) {
            throw QueryFailure("column \(position + 1) of the answer has no name", expected: "AS with a name")
        }
        let lines = rows.map { Array(EngineAnswer.line($0).utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
        var bytes = Array(EngineAnswer.line(columns).utf8)
        for line in lines { bytes += line }
        return (bytes, rows.count)
    }

    static let tooLarge = QueryFailure(
        "the answer has more than \(mostRows) rows or \(mostBytes >> 20) MiB",
        expected: "aggregates, such as a row a unit")

    private static func line(_ cells: [String]) -> String {
        cells.map { cell in
            let needsMarks = cell.utf8.contains { [UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13].contains($0) }
            return needsMarks ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
        }.joined(separator: ",") + "\n"
    }
}
