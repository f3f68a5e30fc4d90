import Foundation

/// A file of published results as records: its texts and its numbers by column. Fields hold no commas.
struct PublishedRecords {
    /// The names of the columns.
    let heading: [String]
    private let lines: [[String]]

    /// Reads a file by its path in the folder of published results.
    init(_ path: String) throws {
        guard let url = PublishedTable.folder?.appendingPathComponent("\(path).csv") else {
            throw CocoaError(.fileNoSuchFile)
        }
        let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        heading = lines.first ?? []
        self.lines = Array(lines.dropFirst())
    }

    /// The fields of a column.
    func texts(_ column: String) throws -> [String] {
        guard let index = heading.firstIndex(of: column) else { throw CocoaError(.coderValueNotFound) }
        return lines.map { $0[index] }
    }

    /// The numbers of a column; nothing where it says `NA`.
    func numbers(_ column: String) throws -> [Double?] {
        try texts(column).map { Double($0) }
    }
}
