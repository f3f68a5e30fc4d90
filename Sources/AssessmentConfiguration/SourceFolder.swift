internal import Foundation

/// The folder of a specification: the only place that a specification may name files in.
public struct SourceFolder: Sendable {
    /// Why a file cannot be read.
    public struct Refusal: Error, Sendable, Hashable {
        /// What is wrong with it.
        public let problem: String
        /// What was expected.
        public let expected: String
    }

    /// The largest file that is read, in bytes.
    public static let largestFile = 1 << 30

    private let root: URL

    /// Creates the folder that holds a file.
    public init(holding path: String) {
        root = URL(fileURLWithPath: path).deletingLastPathComponent().resolvingSymlinksInPath().standardizedFileURL
    }

    /// The path of a file relative to the folder, from how another file in it names it.
    ///
    /// - Throws: ``Refusal`` where the path leaves the folder, also through a symbolic link, or names no regular file.
    public func path(_ written: String, namedIn file: String) throws(Refusal) -> String {
        let inside = "a path that stays inside the folder of the specification"
        guard !written.hasPrefix("/"), !written.hasPrefix("~") else {
            throw Refusal(problem: "‘\(written)’ is an absolute path", expected: inside)
        }
        guard !written.unicodeScalars.contains(where: { $0.value < 32 }) else {
            throw Refusal(problem: "the path holds a control character", expected: inside)
        }
        let base = root.appendingPathComponent(file).deletingLastPathComponent()
        let target = base.appendingPathComponent(written).standardizedFileURL
        guard let relative = relativePath(target) else {
            throw Refusal(problem: "‘\(written)’ leaves the folder of the specification", expected: inside)
        }
        guard FileManager.default.fileExists(atPath: target.path) else {
            throw Refusal(problem: "there is no file ‘\(relative)’", expected: "a file beside the specification")
        }
        guard relativePath(target.resolvingSymlinksInPath().standardizedFileURL) != nil else {
            throw Refusal(
                problem: "‘\(written)’ is a link that leaves the folder of the specification", expected: inside)
        }
        return relative
    }

    /// The bytes of a file by its path relative to the folder.
    ///
    /// - Throws: ``Refusal`` where it is no regular file, too large, or may not be read.
    public func bytes(_ relative: String) throws(Refusal) -> [UInt8] {
        let url = root.appendingPathComponent(relative).resolvingSymlinksInPath()
        let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular else {
            throw Refusal(problem: "‘\(relative)’ is not a file", expected: "a regular file")
        }
        guard let size = attributes?[.size] as? Int, size <= SourceFolder.largestFile else {
            throw Refusal(problem: "‘\(relative)’ is too large", expected: "a file of at most 1 GiB")
        }
        guard let data = try? Data(contentsOf: url) else {
            throw Refusal(problem: "‘\(relative)’ cannot be read", expected: "a file that you may read")
        }
        return [UInt8](data)
    }

    /// The names of the files in the folder of a file, for suggestions.
    func neighbours(of relative: String) -> [String] {
        let folder = root.appendingPathComponent(relative).deletingLastPathComponent()
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }

    private func relativePath(_ url: URL) -> String? {
        let prefix = root.path == "/" ? "/" : root.path + "/"
        return url.path.hasPrefix(prefix) ? String(url.path.dropFirst(prefix.count)) : nil
    }
}
