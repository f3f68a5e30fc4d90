internal import Foundation

/// The folder that a plug-in runs in: copies of its files that it cannot change, and a folder to work in.
struct ProgramFolder: Sendable {
    let root: String
    /// The folder of the copies.
    var code: String { root + "/code" }
    /// The folder that the plug-in works in.
    var work: String { root + "/work" }

    /// Lays out a program.
    ///
    /// - Throws: where the disk refuses.
    init(_ program: PluginProgram) throws {
        let manager = FileManager.default
        let parent = manager.temporaryDirectory.resolvingSymlinksInPath().path
        root = "\(parent.hasSuffix("/") ? String(parent.dropLast()) : parent)/assess-plugin-\(UUID().uuidString)"
        let own: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
        do {
            try manager.createDirectory(atPath: code, withIntermediateDirectories: true, attributes: own)
            try manager.createDirectory(atPath: work, withIntermediateDirectories: true, attributes: own)
            for file in program.files {
                let path = "\(code)/\(file.path)"
                try manager.createDirectory(
                    atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
                guard
                    manager.createFile(
                        atPath: path, contents: Data(file.bytes), attributes: [.posixPermissions: 0o500])
                else { throw CocoaError(.fileWriteUnknown) }
            }
        } catch {
            remove()
            throw error
        }
    }

    /// The words of the command, with the copies in place of the files.
    func words(of program: PluginProgram) -> [String] {
        let files = Set(program.files.map(\.path))
        return program.words.map { word in
            let path = word.hasPrefix("./") ? String(word.dropFirst(2)) : word
            return files.contains(path) ? "\(code)/\(path)" : word
        }
    }

    /// Takes the folder away.
    func remove() {
        try? FileManager.default.removeItem(atPath: root)
    }
}
