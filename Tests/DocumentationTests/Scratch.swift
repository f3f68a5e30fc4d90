import Foundation

/// A temporary folder in which a reader of the documents might work: a copy of the examples, the files that documents read
/// and do not show, and those that their blocks are the text of.
final class Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appendingPathComponent("documentation-\(UUID().uuidString)")
        let files = FileManager.default
        try files.createDirectory(at: url, withIntermediateDirectories: true)
        try files.copyItem(
            at: Repository.root.appendingPathComponent("Examples"), to: url.appendingPathComponent("Examples"))
        let beside = Repository.root.appendingPathComponent("Tests/DocumentationTests/Files")
        for name in try files.contentsOfDirectory(atPath: beside.path) {
            try files.copyItem(at: beside.appendingPathComponent(name), to: url.appendingPathComponent(name))
        }
        for block in Document.all.flatMap(\.blocks) {
            guard let file = block.file, !Repository.exists(file) else { continue }
            try write(file, block.text)
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func path(_ path: String) -> String { url.appendingPathComponent(path).path }

    func write(_ path: String, _ text: String) throws {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
}
