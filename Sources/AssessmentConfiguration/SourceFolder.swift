internal import AssessmentCore
internal import Foundation

/// The folder of a specification, or the folder of data that the user names beside it: the only places that a
/// specification may name files in.
public struct SourceFolder: Sendable {
    /// Why a file cannot be read.
    public struct Refusal: Error, Sendable, Hashable {
        /// What is wrong with it.
        public let problem: String
        /// What was expected.
        public let expected: String
        /// The path that may be meant.
        public let suggestion: String?

        init(problem: String, expected: String, suggestion: String? = nil) {
            self.problem = problem
            self.expected = expected
            self.suggestion = suggestion
        }
    }

    /// The largest file that is read, in bytes.
    public static let largestFile = 1 << 30

    private let root: URL
    private let words: Words

    /// What messages say of the folder.
    private struct Words {
        let name: String
        let missing: String
        /// Whether a path is relative to the file that names it, rather than to the folder wherever that file is.
        let startsAtNamingFile: Bool
    }

    /// Creates the folder that holds a specification.
    public init(holding path: String) {
        root = URL(fileURLWithPath: path).deletingLastPathComponent().resolvingSymlinksInPath().standardizedFileURL
        words = Words(
            name: "the folder of the specification", missing: "a file beside the specification",
            startsAtNamingFile: true)
    }

    /// Creates the folder of data, to which the paths of all data are relative.
    ///
    /// - Throws: ``Refusal`` where there is no such folder.
    public init(ofData path: String) throws(Refusal) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            throw Refusal(problem: "there is no folder ‘\(path)’", expected: "the folder of the data")
        }
        root = URL(fileURLWithPath: path, isDirectory: true).resolvingSymlinksInPath().standardizedFileURL
        words = Words(
            name: "the folder of the data",
            missing: "a file in the folder of the data, which the paths of data start from", startsAtNamingFile: false)
    }

    /// What a path names.
    enum Kind: String {
        case file, folder
    }

    /// The path of a file or folder relative to this one, from how a file of the specification names it.
    ///
    /// - Parameters:
    ///   - kind: what it must be where it is there.
    ///   - mustExist: whether it must be there; what is yet to be written need not.
    /// - Throws: ``Refusal`` where the path leaves the folder, also through a symbolic link, or names something else.
    func path(
        _ written: String, namedIn file: String, as kind: Kind = .file, mustExist: Bool = true
    ) throws(Refusal) -> String {
        let inside = "a path that stays inside \(words.name)"
        guard !written.hasPrefix("/"), !written.hasPrefix("~") else {
            throw Refusal(problem: "‘\(written)’ is an absolute path", expected: inside)
        }
        let hidden: [Unicode.GeneralCategory] = [.control, .format, .lineSeparator, .paragraphSeparator]
        guard !written.unicodeScalars.contains(where: { hidden.contains($0.properties.generalCategory) }) else {
            throw Refusal(problem: "the path holds a control character", expected: inside)
        }
        let base = words.startsAtNamingFile ? root.appendingPathComponent(file).deletingLastPathComponent() : root
        let target = base.appendingPathComponent(written).standardizedFileURL
        guard target.path != root.path else {
            throw Refusal(problem: "‘\(written)’ is \(words.name) itself", expected: "a file in it")
        }
        guard let relative = relativePath(target) else {
            throw Refusal(problem: "‘\(written)’ leaves \(words.name)", expected: inside)
        }
        guard FileManager.default.fileExists(atPath: target.path) else {
            let parent = target.deletingLastPathComponent().resolvingSymlinksInPath().standardizedFileURL
            if !mustExist, parent.path == root.path || relativePath(parent) != nil { return relative }
            throw Refusal(
                problem: "there is no \(kind) ‘\(relative)’", expected: words.missing,
                suggestion: neighbour(of: target, writtenAs: written))
        }
        let resolved = target.resolvingSymlinksInPath().standardizedFileURL
        guard relativePath(resolved) != nil else {
            throw Refusal(problem: "‘\(written)’ is a link that leaves \(words.name)", expected: inside)
        }
        guard isRegular(resolved) == (kind == .file), isFolder(resolved) == (kind == .folder) else {
            throw Refusal(
                problem: "‘\(relative)’ is not a \(kind)", expected: kind == .file ? "a regular file" : "a folder")
        }
        return relative
    }

    /// Whether there is a file of a path relative to the folder.
    public func hasFile(_ relative: String) -> Bool {
        isRegular(root.appendingPathComponent(relative).resolvingSymlinksInPath())
    }

    /// Whether a path, relative to the file that names it, leads to a file in the folder.
    func holds(_ written: String, namedIn file: String) -> Bool {
        guard let path = try? path(written, namedIn: file) else { return false }
        return !path.isEmpty
    }

    /// The file that may be meant by a path that leads to none.
    func neighbour(of written: String, namedIn file: String) -> String? {
        do throws(Refusal) {
            _ = try path(written, namedIn: file)
            return nil
        } catch {
            return error.suggestion
        }
    }

    /// The absolute path of a file by its path relative to the folder.
    ///
    /// - Throws: ``Refusal`` where it is not there, is no regular file, or is a link that leaves the folder.
    public func location(of relative: String) throws(Refusal) -> String {
        let url = root.appendingPathComponent(relative).resolvingSymlinksInPath().standardizedFileURL
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw Refusal(problem: "there is no file ‘\(relative)’", expected: words.missing)
        }
        guard relativePath(url) != nil else {
            throw Refusal(
                problem: "‘\(relative)’ is a link that leaves \(words.name)",
                expected: "a path that stays inside \(words.name)")
        }
        guard isRegular(url) else {
            throw Refusal(problem: "‘\(relative)’ is not a file", expected: "a regular file")
        }
        return url.path
    }

    /// The bytes of a file by its path relative to the folder.
    ///
    /// - Throws: ``Refusal`` where it is no regular file, too large, or may not be read.
    public func bytes(_ relative: String) throws(Refusal) -> [UInt8] {
        let url = root.appendingPathComponent(relative).resolvingSymlinksInPath()
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw Refusal(problem: "there is no file ‘\(relative)’", expected: "a file that can be read")
        }
        guard isRegular(url) else {
            throw Refusal(problem: "‘\(relative)’ is not a file", expected: "a regular file")
        }
        let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
        guard let size = attributes?[.size] as? Int, size <= SourceFolder.largestFile else {
            throw Refusal(problem: "‘\(relative)’ is too large", expected: "a file of at most 1 GiB")
        }
        guard let bytes = SourceFolder.read(url.path, size: size) else {
            throw Refusal(problem: "‘\(relative)’ cannot be read", expected: "a file that you may read")
        }
        return bytes
    }

    /// The bytes of a file of some size, which are laid down in memory once.
    private static func read(_ path: String, size: Int) -> [UInt8]? {
        guard let stream = fopen(path, "rb") else { return nil }
        defer { fclose(stream) }
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = fread(buffer.baseAddress, 1, size, stream)
        }
        return bytes.count == size ? bytes : nil
    }

    /// What may be meant by a path that leads to no file: a file of a similar name in the same folder.
    private func neighbour(of target: URL, writtenAs written: String) -> String? {
        let names =
            (try? FileManager.default.contentsOfDirectory(atPath: target.deletingLastPathComponent().path)) ?? []
        return nearestMatch(to: target.lastPathComponent, among: names.sorted()).map { name in
            (written.split(separator: "/").dropLast() + [name[...]]).joined(separator: "/")
        }
    }

    /// Whether a path leads to a file with bytes of its own, rather than to a folder, a pipe or a device.
    private func isRegular(_ url: URL) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
        return attributes?[.type] as? FileAttributeType == .typeRegular
    }

    private func isFolder(_ url: URL) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
        return attributes?[.type] as? FileAttributeType == .typeDirectory
    }

    private func relativePath(_ url: URL) -> String? {
        let prefix = root.path == "/" ? "/" : root.path + "/"
        return url.path.hasPrefix(prefix) ? String(url.path.dropFirst(prefix.count)) : nil
    }
}
