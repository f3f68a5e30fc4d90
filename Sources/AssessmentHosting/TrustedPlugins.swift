internal import Foundation

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The digests of programs that a user allows to run.
///
/// They are kept in a file of the user's own, never in a specification: a line for each, the SHA-256 in hexadecimal,
/// then what the user notes about it. A line that begins with `#` is a remark.
public struct TrustedPlugins: Sendable {
    /// Why the file cannot be used.
    public struct Refusal: Error, Sendable, CustomStringConvertible {
        /// What is wrong and what to do.
        public let description: String
    }

    private var digests: Set<String>

    /// Creates a list of digests.
    public init(_ digests: [String] = []) {
        self.digests = Set(digests.map { $0.lowercased() })
    }

    /// Whether a program may run.
    public func allows(_ digest: String) -> Bool { digests.contains(digest.lowercased()) }

    /// Whether a text is a SHA-256 in hexadecimal.
    public static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64 && text.allSatisfy { $0.isASCII && $0.isHexDigit }
    }

    /// The path of the user's file.
    ///
    /// - Parameter environment: where the folder of settings is looked up, by `XDG_CONFIG_HOME`, else `HOME`.
    public static func path(_ environment: [String: String]) -> String? {
        let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/.config" }
        let folder = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home
        return folder.map { $0 + "/assessment-workbench/trusted-plugins" }
    }

    /// Reads a file of digests; there may be none.
    ///
    /// - Throws: ``Refusal`` where others than its owner may write it, or a line is no digest.
    public static func read(_ path: String) throws(Refusal) -> TrustedPlugins {
        guard FileManager.default.fileExists(atPath: path) else { return TrustedPlugins() }
        // Behind a link it is the file that counts.
        let path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let mode = attributes?[.posixPermissions] as? Int, mode & 0o022 == 0 else {
            throw Refusal(description: "\(path): others than you may write this file; expected chmod go-w")
        }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Refusal(description: "\(path): cannot be read as text")
        }
        var digests: [String] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let word = line.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
            if word.isEmpty || word.hasPrefix("#") { continue }
            guard isDigest(word) else {
                throw Refusal(
                    description: "\(path):\(index + 1):1: ‘\(word.prefix(80))’ is no digest; expected a SHA-256 of 64 "
                        + "hexadecimal digits, then a note")
            }
            digests.append(word)
        }
        return TrustedPlugins(digests)
    }

    /// Adds a digest to a file of digests, which is made where there is none.
    ///
    /// - Throws: ``Refusal`` where the file cannot be read or written.
    public static func add(_ digest: String, note: String, to path: String) throws(Refusal) {
        guard try !read(path).allows(digest) else { return }
        let url = URL(fileURLWithPath: path)
        let line = digest + "  " + note.map { $0.isNewline ? " " : String($0) }.joined() + "\n"
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            // At the end and in one piece, so that two who allow something at once both find it there.
            let target = url.resolvingSymlinksInPath().path
            let file = open(target, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
            guard file >= 0 else { throw CocoaError(.fileWriteNoPermission) }
            defer { close(file) }
            let endsOpen = FileManager.default.contents(atPath: target)?.last.map { $0 != UInt8(ascii: "\n") } ?? false
            let bytes = Array(((endsOpen ? "\n" : "") + line).utf8)
            guard write(file, bytes, bytes.count) == bytes.count else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            throw Refusal(description: "\(path): cannot be written: \(error.localizedDescription)")
        }
    }

    /// The list with further digests.
    public func adding(_ digests: [String]) -> TrustedPlugins {
        TrustedPlugins(Array(self.digests) + digests)
    }
}
