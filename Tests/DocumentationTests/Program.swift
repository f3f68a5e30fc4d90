import Foundation

/// A program that is run to its end.
enum Program {
    struct Outcome {
        let code: Int32
        /// What it printed, errors last.
        let output: String
    }

    /// Runs a program that is found on the path.
    static func run(
        _ words: [String], in folder: URL, environment: [String: String] = [:]
    ) throws -> Outcome {
        // Files rather than pipes, which would fill up while nobody reads them.
        let names = ["output", "errors"].map {
            FileManager.default.temporaryDirectory.appendingPathComponent("documentation-\(UUID().uuidString)-\($0)")
        }
        defer { for name in names { try? FileManager.default.removeItem(at: name) } }
        let streams = try names.map { name in
            try Data().write(to: name)
            return try FileHandle(forWritingTo: name)
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        (process.standardOutput, process.standardError) = (streams[0], streams[1])
        try process.run()
        process.waitUntilExit()
        let output = try names.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }.joined()
        return Outcome(code: process.terminationStatus, output: output)
    }

    /// Whether a program is found on the path.
    static func isFound(_ name: String) -> Bool {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }
}
