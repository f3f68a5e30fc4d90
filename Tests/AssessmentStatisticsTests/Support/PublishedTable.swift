import Foundation

/// A table of the published results that statistics are held to; they are not part of the repository.
///
/// The folder is named by the environment variable ASSESSMENT_TRUTH; without it, it is `shared/truth` beside the
/// repository. Tests on it are skipped where there is none.
struct PublishedTable {
    static let folder: URL? = {
        let environment = ProcessInfo.processInfo.environment["ASSESSMENT_TRUTH"].map { URL(fileURLWithPath: $0) }
        let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../../../shared/truth"
        ).standardizedFileURL
        return [environment, beside].compactMap(\.self).first {
            FileManager.default.fileExists(atPath: $0.appendingPathComponent("stats/cronbach_alpha.csv").path)
        }
    }()
    static var isThere: Bool { folder != nil }

    /// The names of the columns.
    let heading: [String]
    private let lines: [[String]]

    /// Reads a file by its path in the folder; a field with commas stands in double quotes.
    init(_ path: String) throws {
        guard let url = Self.folder?.appendingPathComponent("\(path).csv") else { throw CocoaError(.fileNoSuchFile) }
        let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
            .map(Self.fields)
        heading = lines.first ?? []
        self.lines = Array(lines.dropFirst())
    }

    private static func fields(_ line: Substring) -> [String] {
        // Between quotes, every second part of the line, a comma is part of the text.
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().reduce(into: [""]) { fields, part in
            let pieces =
                part.offset.isMultiple(of: 2)
                ? part.element.split(separator: ",", omittingEmptySubsequences: false) : [part.element]
            fields[fields.count - 1] += pieces.first ?? ""
            fields += pieces.dropFirst().map(String.init)
        }
    }

    /// The fields of a column.
    func texts(_ column: String) throws -> [String] {
        guard let index = heading.firstIndex(of: column) else { throw CocoaError(.coderValueNotFound) }
        return lines.map { $0[index] }
    }

    /// The numbers of a column; not-a-number where it says `NA`.
    func numbers(_ column: String) throws -> [Double] {
        try texts(column).map { Double($0) ?? .nan }
    }

    /// The numbers of a column without those that are missing.
    func known(_ column: String) throws -> [Double] {
        try numbers(column).filter { !$0.isNaN }
    }
}
