import AssessmentHosting
import Foundation
import Testing

/// The file in which a user keeps what may run.
@Suite("A user's file says which plug-ins may run")
struct TrustedPluginsTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("trust-\(UUID().uuidString)")
    private var path: String { folder.path + "/settings/trusted-plugins" }
    private static let digest = String(repeating: "0a", count: 32)

    @Test("What is added is allowed from then on, in either case of the letters, and nothing else is")
    func adding() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try !TrustedPlugins.read(path).allows(Self.digest))
        try TrustedPlugins.add(Self.digest, note: "a note\nof two lines", to: path)
        try TrustedPlugins.add(Self.digest, note: "again", to: path)
        let trusted = try TrustedPlugins.read(path)
        #expect(trusted.allows(Self.digest.uppercased()))
        #expect(!trusted.allows(String(repeating: "0b", count: 32)))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "\(Self.digest)  a note of two lines\n")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("A file that others may write is not believed")
    func writableByOthers() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try TrustedPlugins.add(Self.digest, note: "", to: path)
        try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: path)
        #expect(throws: TrustedPlugins.Refusal.self) { try TrustedPlugins.read(path) }
    }

    @Test("A line that is no digest is told with its place")
    func wrongLine() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try TrustedPlugins.add(Self.digest, note: "", to: path)
        try "# a remark\n\nnonsense\n".write(toFile: path, atomically: false, encoding: .utf8)
        do {
            _ = try TrustedPlugins.read(path)
            Issue.record("the file was read")
        } catch {
            #expect(error.description.hasPrefix("\(path):3:1: ‘nonsense’ is no digest"))
        }
    }

    @Test("The file stands in the user's folder of settings")
    func place() {
        #expect(
            TrustedPlugins.path(["XDG_CONFIG_HOME": "/settings", "HOME": "/home/a"])
                == "/settings/assessment-workbench/trusted-plugins")
        #expect(
            TrustedPlugins.path(["XDG_CONFIG_HOME": "relative", "HOME": "/home/a"])
                == "/home/a/.config/assessment-workbench/trusted-plugins")
        #expect(TrustedPlugins.path([:]) == nil)
    }

    @Test("Many who allow something at once all find it there")
    func concurrent() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let (path, digests) = (path, (0..<20).map { String(repeating: String(format: "%02x", $0), count: 32) })
        try TrustedPlugins.add(Self.digest, note: "first", to: path)
        await withTaskGroup(of: Void.self) { group in
            for digest in digests { group.addTask { try? TrustedPlugins.add(digest, note: "", to: path) } }
        }
        let trusted = try TrustedPlugins.read(path)
        #expect(digests.allSatisfy(trusted.allows))
    }

    @Test("Lines that end as on Windows are read, and a link is the file that it leads to")
    func otherForms() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try TrustedPlugins.add(Self.digest, note: "a", to: path)
        let other = String(repeating: "0b", count: 32)
        try "\(Self.digest)  a\r\n\(other)  b\r\n".write(toFile: path, atomically: false, encoding: .utf8)
        #expect(try TrustedPlugins.read(path).allows(other))
        let link = folder.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        #expect(try TrustedPlugins.read(link).allows(other))
    }

    @Test("A carriage return before a line feed cannot make the listing of one program that of another")
    func listingOfLineEnds() {
        let file = PluginProgram.File(path: "json.py", bytes: [], sha256: "11")
        let honest = PluginProgram(words: ["python3", "ok\r\n11  json.py"], files: [])
        let other = PluginProgram(words: ["python3", "ok\r"], files: [file])
        #expect(honest.listing != other.listing)
    }

    @Test("The digest of a program is taken of its words and of every file")
    func listing() {
        let file = PluginProgram.File(path: "b/plugin.py", bytes: [1], sha256: "22")
        let other = PluginProgram.File(path: "a.py", bytes: [2], sha256: "11")
        let program = PluginProgram(words: ["python3", "b/plugin.py", "one\ntwo\\"], files: [file, other])
        #expect(
            program.listing
                == "word python3\nword b/plugin.py\nword one\\ntwo\\\\\n11  a.py\n22  b/plugin.py\n")
    }
}

extension String {
    fileprivate func write(toFile path: String, atomically: Bool, encoding: String.Encoding) throws {
        try write(to: URL(fileURLWithPath: path), atomically: atomically, encoding: encoding)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }
}
