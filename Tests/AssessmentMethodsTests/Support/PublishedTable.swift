import Foundation

/// A table of the published results that methods are held to; they are not part of the repository.
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
            FileManager.default.fileExists(atPath: $0.appendingPathComponent("methods/norm_input.csv").path)
        }
    }()
    static var isThere: Bool { folder != nil }

    private let columns: [String: [String]]

    /// Reads a file of the folder; its fields hold no commas.
    init(_ name: String) throws {
        guard let url = Self.folder?.appendingPathComponent("methods/\(name).csv") else {
            throw CocoaError(.fileNoSuchFile)
        }
        let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let heading = lines.first ?? []
        columns = Dictionary(
            heading.enumerated().map { index, name in (name, lines.dropFirst().map { $0[index] }) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The numbers of a column; nothing where it says `NA`.
    func numbers(_ column: String) -> [Double?] {
        (columns[column] ?? []).map { Double($0) }
    }
}
