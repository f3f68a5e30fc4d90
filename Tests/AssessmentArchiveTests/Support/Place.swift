import Foundation

/// A temporary folder that goes away with the value.
final class Place {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appendingPathComponent("assess-archive-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The path of something in the folder; of an archive, where nothing is named.
    func path(_ path: String = "runs.archive") -> String { url.path + "/" + path }

    func bytes(_ path: String = "runs.archive") throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: self.path(path))))
    }

    func write(_ bytes: some Sequence<UInt8>, to path: String = "runs.archive") throws {
        try Data(bytes).write(to: URL(fileURLWithPath: self.path(path)))
    }

    func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

    /// The names of all that it holds, hidden files too.
    func names() throws -> [String] { try FileManager.default.subpathsOfDirectory(atPath: url.path).sorted() }
}
