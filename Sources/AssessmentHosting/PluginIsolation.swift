internal import AssessmentCore
internal import Foundation
internal import Subprocess

#if canImport(System)
internal import System
#else
internal import SystemPackage
#endif

/// What keeps a plug-in from the rest of the machine, beyond what every one has: no environment but a few named values, a
/// folder of its own, limits of time and memory.
public enum PluginIsolation: Sendable, Hashable {
    /// Bubblewrap: no network, a file system that it can read only, and no sight of other processes.
    case bubblewrap(path: String)
    /// Nothing, because the system does not allow it.
    case none(because: String)

    /// What a manifest says of it.
    public var text: String {
        switch self {
        case .bubblewrap: "bubblewrap: no network, read-only file system"
        case .none(let cause): "none: \(cause)"
        }
    }

    /// What this system allows, tried on a program that does nothing.
    public static func available() async -> PluginIsolation {
        let paths = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").filter {
            $0.hasPrefix("/")
        }
        guard let path = paths.map({ $0 + "/bwrap" }).first(where: FileManager.default.isExecutableFile(atPath:))
        else { return .none(because: "bubblewrap is not installed") }
        let isolation = PluginIsolation.bubblewrap(path: path)
        let command = isolation.command(["true"], bindings: [])
        guard
            let result = try? await Subprocess.run(
                .path(FilePath(command[0])), arguments: Arguments(Array(command.dropFirst())), input: .none,
                output: .discarded, error: .string(limit: 4096))
        else { return .none(because: "bubblewrap cannot be started") }
        guard case .exited(0) = result.terminationStatus else {
            let said = result.standardError.split(separator: "\n").first.map(String.init)
            return .none(because: said.map(printable) ?? "bubblewrap does not work here")
        }
        return isolation
    }

    /// The command that runs another one in isolation.
    ///
    /// - Parameter bindings: the folders that stay visible below the hidden temporary one, and whether they may be
    ///   written.
    func command(_ words: [String], bindings: [(path: String, isWritable: Bool)]) -> [String] {
        guard case .bubblewrap(let path) = self else { return words }
        let folders = bindings.flatMap { [$0.isWritable ? "--bind" : "--ro-bind", $0.path, $0.path] }
        return [
            path, "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp",
            "--tmpfs", "/run", "--tmpfs", "/var/tmp",
        ] + folders + ["--unshare-all", "--die-with-parent", "--cap-drop", "ALL", "--"] + words
    }
}
