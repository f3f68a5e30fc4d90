import Foundation
import Testing

/// A program of the package that was built beside the tests.
final class Program {
    private let process = Process()
    private let place: Place
    private let ended = DispatchSemaphore(value: 0)

    /// Starts it; what it prints goes into files, which do not fill up while nobody reads them.
    init(_ name: String, _ arguments: [String], in folder: URL? = nil) throws {
        place = try Place()
        let streams = try ["output", "errors"].map { name in
            try place.write([], to: name)
            return try FileHandle(forWritingTo: place.url.appendingPathComponent(name))
        }
        let program: URL = try #require(Program.url(name), "‘\(name)’ is not built")
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder ?? place.url
        process.standardInput = FileHandle.nullDevice
        (process.standardOutput, process.standardError) = (streams[0], streams[1])
        process.terminationHandler = { [ended] _ in ended.signal() }
        try process.run()
    }

    /// Waits for its end, for two minutes at most.
    func end() throws -> (code: Int32, output: String, errors: String) {
        if ended.wait(timeout: .now() + 120) == .timedOut {
            kill(process.processIdentifier, SIGKILL)
            Issue.record("a program did not end")
        }
        return (process.terminationStatus, try output(), try place.text("errors"))
    }

    /// What it has printed so far.
    func output() throws -> String { try place.text("output") }

    /// Ends it at once, wherever it is.
    func stop() throws {
        _ = kill(process.processIdentifier, SIGKILL)
        _ = try end()
    }

    /// Runs a program to its end.
    static func run(
        _ name: String, _ arguments: String..., in folder: URL? = nil
    ) throws -> (code: Int32, output: String, errors: String) {
        try Program(name, arguments, in: folder).end()
    }

    private static func url(_ name: String) -> URL? {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        while folder.pathComponents.count > 1 {
            let candidate = folder.appendingPathComponent(name)
            if FileManager.default.isExecutableFile(atPath: candidate.path), !candidate.hasDirectoryPath {
                return candidate
            }
            folder.deleteLastPathComponent()
        }
        return nil
    }
}
