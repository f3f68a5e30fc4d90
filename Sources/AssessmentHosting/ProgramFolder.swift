internal import Foundation

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

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
        root =
            "\(parent.hasSuffix("/") ? String(parent.dropLast()) : parent)/\(ProgramFolder.name)\(getpid())-\(UUID().uuidString)"
        ProgramFolder.sweep(parent)
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
        return program.words.enumerated().map { index, word in
            let path = word.hasPrefix("./") ? String(word.dropFirst(2)) : word
            // A program without a slash is one of the system, also where a file has its name.
            return files.contains(path) && (index > 0 || word.contains("/")) ? "\(code)/\(path)" : word
        }
    }

    /// Takes the folder away, also where the plug-in took its own rights to it.
    func remove() {
        let manager = FileManager.default
        if (try? manager.removeItem(atPath: root)) != nil || !manager.fileExists(atPath: root) { return }
        var folders = [root]
        while let folder = folders.popLast() {
            try? manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
            for name in (try? manager.contentsOfDirectory(atPath: folder)) ?? [] {
                let path = folder + "/" + name
                let type = (try? manager.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
                if type == .typeDirectory { folders.append(path) }
            }
        }
        try? manager.removeItem(atPath: root)
    }

    private static let name = "assess-plugin-"

    /// Takes away the folders of programs that were killed before they could do so themselves.
    private static func sweep(_ parent: String) {
        let manager = FileManager.default
        for name in (try? manager.contentsOfDirectory(atPath: parent)) ?? [] where name.hasPrefix(ProgramFolder.name) {
            let number = name.dropFirst(ProgramFolder.name.count).prefix { $0 != "-" }
            guard let owner = pid_t(number), kill(owner, 0) != 0, errno == ESRCH else { continue }
            try? manager.removeItem(atPath: parent + "/" + name)
        }
    }
}
