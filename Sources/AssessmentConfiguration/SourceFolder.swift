internal import AssessmentCore
internal import Foundation

/// The folder of a specification: the only place that a specification may name files in.
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
        guard target.path != root.path else {
            throw Refusal(problem: "‘\(written)’ is the folder of the specification itself", expected: "a file in it")
        }
        guard let relative = relativePath(target) else {
            throw Refusal(problem: "‘\(written)’ leaves the folder of the specification", expected: inside)
        }
        guard FileManager.default.fileExists(atPath: target.path) else {
            throw Refusal(
                problem: "there is no file ‘\(relative)’", expected: "a file beside the specification",
                suggestion: neighbour(of: target, writtenAs: written))
        }
        let resolved = target.resolvingSymlinksInPath().standardizedFileURL
        guard relativePath(resolved) != nil else {
            throw Refusal(
                problem: "‘\(written)’ is a link that leaves the folder of the specification", expected: inside)
        }
        guard isRegular(resolved) else {
            throw Refusal(problem: "‘\(relative)’ is not a file", expected: "a regular file")
        }
        return relative
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
        guard let data = try? Data(contentsOf: url) else {
            throw Refusal(problem: "‘\(relative)’ cannot be read", expected: "a file that you may read")
        }
        return [UInt8](data)
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

    private func relativePath(_ url: URL) -> String? {
        let prefix = root.path == "/" ? "/" : root.path + "/"
        return url.path.hasPrefix(prefix) ? String(url.path.dropFirst(prefix.count)) : nil
    }
}
