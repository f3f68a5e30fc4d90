import Foundation

/// The terminal of a reader who follows the commands of a document.
final class ReaderSession {
    private let scratch: Scratch
    private var directory = ""
    private var isBuilding = false

    init() throws {
        scratch = try Scratch()
    }

    /// Opens the terminal anew in the folder that the reader began in; what was written there stays.
    func open() {
        (directory, isBuilding) = ("", false)
    }

    /// Does what a line says: what is wrong with it, and what it prints.
    func follow(_ line: String) throws -> (problem: String?, output: String) {
        let words = line.split(separator: " ").map(String.init)
        if words[0].hasPrefix("Scripts/") { return (problem(ofScript: words[0]), "") }
        if !directory.isEmpty, isBuilding || words[0] == "swift" {
            // A whole package is built by Scripts/new-plugins, which follows the README of each new plug-in.
            isBuilding = true
            return (try isInReadme(line) ? nil : "is no line of \(directory)/README.md", "")
        }
        switch words[0] {
        case "export" where line == "export PATH=\"$PWD/.build/debug:$PATH\"":
            return (nil, "")
        case "swift" where ["build", "test"].contains(words.dropFirst().first):
            return (
                CheckedScripts.run(words) ? nil : "is run neither by Scripts/check nor by a script that it runs", ""
            )
        case "cd":
            directory = words.dropFirst().joined(separator: " ")
            let isThere = FileManager.default.fileExists(atPath: scratch.path(directory))
            return (isThere ? nil : "leads nowhere", "")
        case "assess", "python3", "{":
            let outcome = try run(line)
            return (outcome.code == 0 ? nil : "ends with \(outcome.code):\n\(outcome.output)", outcome.output)
        default:
            return ("is in no category of lines that are checked", "")
        }
    }

    private func run(_ line: String) throws -> Program.Outcome {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return try Program.run(
            ["sh", "-c", line], in: scratch.url.appendingPathComponent(directory),
            environment: [
                "PATH": "\(Repository.products.path):\(path)", "XDG_CONFIG_HOME": scratch.path(".config"),
                "PYTHONDONTWRITEBYTECODE": "1",
            ])
    }

    private func isInReadme(_ line: String) throws -> Bool {
        guard CheckedScripts.contains("Scripts/new-plugins") else { return false }
        let path = "\(directory)/README.md"
        let text = try String(contentsOfFile: scratch.path(path), encoding: .utf8)
        return Document(path: path, text: text).blocks.flatMap(\.lines).contains(line)
    }

    /// A script must be there, and Scripts/check run it, or continuous integration itself.
    private func problem(ofScript script: String) -> String? {
        let path = Repository.root.appendingPathComponent(script).path
        guard FileManager.default.isExecutableFile(atPath: path) else { return "names no script" }
        let isChecked = CheckedScripts.contains(script) || script == "Scripts/check"
        return isChecked ? nil : "names a script that Scripts/check does not run"
    }
}
