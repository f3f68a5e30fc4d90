import Foundation

/// A temporary folder in which a reader of the documents might work: a copy of the examples, the files that documents read
/// and do not show, and those that their blocks are the text of.
final class Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appendingPathComponent("documentation-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for path in try Repository.files(under: "Examples", endingIn: "") where !path.contains("/.") {
            try copy(path, to: path)
        }
        for path in try Repository.files(under: "Tests/DocumentationTests/Files", endingIn: "") + Scratch.plugin {
            try copy(path, to: URL(fileURLWithPath: path).lastPathComponent)
        }
        for block in Document.all.flatMap(\.blocks) {
            guard let file = block.file, !Repository.exists(file) else { continue }
            try write(file, block.text)
        }
    }

    /// The files of a plug-in in Python, which several documents speak of.
    private static let plugin = [
        "Sources/AssessmentScaffolding/Python/assessment_plugin.py", "Examples/elder-care-plugin/elder_care.py",
    ]

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func path(_ path: String) -> String { url.appendingPathComponent(path).path }

    private func copy(_ path: String, to copy: String) throws {
        let (source, target) = (Repository.root.appendingPathComponent(path), url.appendingPathComponent(copy))
        guard try source.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { return }
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: source, to: target)
    }

    func write(_ path: String, _ text: String) throws {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
}
