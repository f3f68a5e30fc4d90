import AssessmentCore
import AssessmentSpreadsheets
import Foundation
import Testing

@testable import AssessmentExporters

/// The workbook of the small assessment.
@Suite("The workbook that recomputes")
struct ExcelExporterTests {
    static let hostile = "=cmd|'/c calc'!A0<script>\u{202E}🏙️\n" + String(repeating: "很长", count: 150)

    @Test("Without the trait it says what to build")
    func unavailable() {
        #expect((ExcelExporter().unavailable == nil) == WorkbookFile.isAvailable)
        if let reason = ExcelExporter().unavailable { #expect(reason.contains("--traits Excel")) }
    }

    @Test("Every step of the ledger has a column, and no cell holds more than a cell may")
    func columns() async throws {
        let assessment = try await Fixture.assessment(.all(Self.hostile), decided: true)
        let workbook = WorkbookComposition(assessment, .chinese).workbook()
        let paths = workbook.sheets.flatMap(\.cells).compactMap { cell -> String? in
            if case .text(let text) = cell.cell.content, cell.cell.style.role == .path { text } else { nil }
        }
        for entry in assessment.ledger.entries {
            #expect(paths.contains { $0.hasPrefix("\(entry.node) · \(entry.step.rawValue)") })
        }
        for cell in workbook.sheets.flatMap(\.cells) {
            switch cell.cell.content {
            case .formula(let text, _), .array(let text, _):
                // A text of data may be compared with, within quotation marks; it is never outside of them.
                let bare = text.replacing(/"([^"]|"")*"/, with: "")
                #expect(text.utf8.count <= 8192 && !bare.contains("cmd|"), "\(text.prefix(300))")
            case .number(let number): #expect(number.isFinite)
            case .text, .date, .blank: break
            }
        }
    }

    #if Excel
    @Test("The same run gives the same bytes, and texts of data are no formulas")
    func bytes() async throws {
        let assessment = try await Fixture.assessment(.all(Self.hostile), decided: true)
        func files() throws -> [OutputFile] {
            try ExcelExporter().files(for: assessment, languages: [.chinese, .english], options: ParameterValues())
        }
        let (first, second) = (try files(), try files())
        #expect(first.map(\.path) == ["workbook.zh.xlsx", "workbook.en.xlsx"])
        #expect(first == second)
    }

    @Test("LibreOffice recalculates every formula of the small assessment to what the workbook says")
    func recalculated() async throws {
        guard let python = Self.tool("python3"), Self.tool("soffice") != nil,
            try Self.run(python, "-c", "import openpyxl") == 0
        else {
            print("skipped: soffice, or python3 with openpyxl, is not installed")
            return
        }
        let assessment = try await Fixture.assessment(.all(Self.hostile), decided: true)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try ExcelExporter().files(
            for: assessment, languages: [.chinese], options: ParameterValues())
        let file = folder.appendingPathComponent("workbook.zh.xlsx")
        try Data(try #require(files.first).bytes).write(to: file)
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Scripts/check_workbook.py")
        #expect(try Self.run(python, script.path, file.path) == 0)
    }

    /// The status with which a program ends.
    private static func run(_ program: String, _ words: String...) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = words
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    private static func tool(_ name: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
    #endif
}
