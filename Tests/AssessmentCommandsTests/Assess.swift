import Foundation
import Testing

/// The built program, run as a person at a terminal runs it.
enum Assess {
    struct Outcome {
        let code: Int32
        let output: String
        let errors: String
    }

    /// The program beside the test bundle.
    private static let program: URL = {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        while folder.pathComponents.count > 1 {
            let candidate = folder.appendingPathComponent("assess")
            if FileManager.default.isExecutableFile(atPath: candidate.path), !candidate.hasDirectoryPath {
                return candidate
            }
            folder.deleteLastPathComponent()
        }
        return folder.appendingPathComponent("assess")
    }()

    /// Runs the program; one that has not ended after two minutes is stopped, and the test fails.
    static func run(
        _ arguments: String..., environment: [String: String] = [:], in folder: URL? = nil
    ) throws -> Outcome {
        try run(program, arguments, environment: environment, in: folder)
    }

    /// Runs the program with a list of arguments.
    static func run(
        _ arguments: [String], environment: [String: String] = [:], in folder: URL? = nil
    ) throws -> Outcome {
        try run(program, arguments, environment: environment, in: folder)
    }

    /// Runs any program.
    static func run(
        _ program: URL, _ arguments: [String], environment: [String: String] = [:], in folder: URL? = nil
    ) throws -> Outcome {
        // Files rather than pipes, which would fill up while nobody reads them.
        let texts = try TemporaryFolder()
        let streams = try ["output", "errors"].map { name in
            try texts.write(name, "")
            return try FileHandle(forWritingTo: texts.url.appendingPathComponent(name))
        }
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.currentDirectoryURL = folder ?? texts.url
        process.standardInput = FileHandle.nullDevice
        (process.standardOutput, process.standardError) = (streams[0], streams[1])
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        if ended.wait(timeout: .now() + 120) == .timedOut {
            process.terminate()
            Issue.record("‘\(arguments.joined(separator: " "))’ did not end")
        }
        return Outcome(
            code: process.terminationStatus, output: try texts.text("output"), errors: try texts.text("errors"))
    }
}

/// A temporary folder that goes away with the value.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appendingPathComponent("assess-commands-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func path(_ path: String) -> String { url.path + "/" + path }

    func write(_ path: String, _ text: String) throws {
        try Data(text.utf8).write(to: url.appendingPathComponent(path))
    }

    func text(_ path: String) throws -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }

    func bytes(_ path: String) throws -> Data {
        try Data(contentsOf: url.appendingPathComponent(path))
    }

    /// The names of what the folder holds, hidden ones too.
    func names(_ path: String = "") throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: url.appendingPathComponent(path).path).sorted()
    }

    /// Replaces a piece of a file, which must be there.
    func edit(_ path: String, _ old: String, _ new: String) throws {
        var text = try self.text(path)
        let range = try #require(text.range(of: old), "‘\(old)’ is not in \(path)")
        text.replaceSubrange(range, with: new)
        try write(path, text)
    }

    /// A folder with a copy of the evaluation of 2020 as `example`, which is replicated a few times only.
    static func withExample() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        try FileManager.default.copyItem(
            at: root.appendingPathComponent("Examples/anhui-2020"), to: folder.url.appendingPathComponent("example"))
        try folder.edit("example/assessment.yml", "  seed: 20201231\n", "  seed: 20201231\n  draws: 20\n")
        try folder.edit("example/assessment.yml", "  sensitivity: { base: 128 }\n", "")
        return folder
    }
}
