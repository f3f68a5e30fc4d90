internal import AssessmentCharts
internal import AssessmentCore
internal import Foundation
internal import Subprocess

#if canImport(System)
internal import System
#else
internal import SystemPackage
#endif

/// The script that writes documents, with a Python that has python-docx to run it.
struct DocumentScript {
    /// The path of the Python.
    let python: String

    private static let mostBytes = 1 << 30

    /// Every `python3` that could run it: those on the path, in its order, and that of the system, for which packages of
    /// the system are installed.
    static func pythons(path: String? = ProcessInfo.processInfo.environment["PATH"]) -> [String] {
        var found: [String] = []
        for folder in (path ?? "").split(separator: ":").filter({ $0.hasPrefix("/") }) + ["/usr/bin"] {
            let program = "\(folder)/python3"
            if !found.contains(program), FileManager.default.isExecutableFile(atPath: program) {
                found.append(program)
            }
        }
        return found
    }

    /// The script with the first of some Pythons that has python-docx.
    ///
    /// - Throws: `MethodError` that says what to install, where none has.
    static func found(among pythons: [String]) async throws -> DocumentScript {
        for python in pythons {
            let tried = try? await run(python, "import docx", input: [], most: 4096)
            if let tried, tried.isDone { return DocumentScript(python: python) }
        }
        throw MethodError(
            pythons.isEmpty
                ? "the format word is written with python3 and python-docx, and there is no python3; install them "
                    + "(Debian and Ubuntu: apt install python3-docx), or take word out of exports"
                : "the format word is written with python-docx, which \(pythons.joined(separator: " and ")) "
                    + "\(pythons.count == 1 ? "does" : "do") not have; install it (Debian and Ubuntu: apt install "
                    + "python3-docx), or take word out of exports")
    }

    /// The document that the script makes of a report.
    ///
    /// - Parameter content: the report, as ``WordContent`` writes it.
    /// - Throws: `MethodError` with the last that Python said, where it gives up.
    func document(of content: [UInt8]) async throws -> [UInt8] {
        let script = String(decoding: PackageResources.report_document_py, as: UTF8.self)
        let run: (isDone: Bool, output: [UInt8], said: String)
        do {
            run = try await Self.run(python, script, input: content, most: Self.mostBytes)
        } catch {
            throw MethodError("\(python) could not write the Word document: \(SafeText.line("\(error)"))")
        }
        guard run.isDone else {
            let last = run.said.split(separator: "\n").last.map { SafeText.line(String($0)) } ?? "it said nothing"
            throw MethodError("\(python) could not write the Word document: \(last)")
        }
        return run.output
    }

    /// Runs a program in Python, isolated from the folder it is in and from the settings of the user; there is no shell.
    private static func run(
        _ python: String, _ program: String, input: [UInt8], most: Int
    ) async throws -> (isDone: Bool, output: [UInt8], said: String) {
        let own = ProcessInfo.processInfo.environment
        var environment: [Environment.Key: String] = ["LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC"]
        // Where versions of Python stand beside each other, what chooses among them looks here.
        for name in ["PATH", "HOME"] { environment[Environment.Key(stringLiteral: name)] = own[name] }
        let result = try await Subprocess.run(
            .path(FilePath(python)), arguments: ["-I", "-B", "-c", program], environment: .custom(environment),
            input: .array(input), output: .bytes(limit: most), error: .string(limit: 1 << 20))
        return (result.terminationStatus == .exited(0), result.standardOutput, result.standardError)
    }
}
