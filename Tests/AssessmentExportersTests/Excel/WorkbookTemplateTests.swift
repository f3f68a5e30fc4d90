import AssessmentCore
import AssessmentSpreadsheets
import Foundation
import Testing

@testable import AssessmentExporters

@Suite("The workbook by a template")
struct WorkbookTemplateTests {
    private func workbook(_ template: ReportTemplate) async throws -> Workbook {
        let assessment = try await Fixture.assessment(decided: true).shown(by: template)
        return WorkbookComposition(assessment, .english).workbook()
    }

    private func texts(_ sheet: Sheet) -> [String] {
        sheet.cells.compactMap { if case .text(let text) = $0.cell.content { text } else { nil } }
    }

    @Test("The title is that of the template on cover, scorecard, ranking and in the properties")
    func title() async throws {
        let workbook = try await workbook(ReportTemplate(title: BilingualText(same: "Yearbook of Jia")))
        #expect(workbook.title == "Yearbook of Jia")
        for sheet in workbook.sheets.prefix(3) {
            #expect(texts(sheet).contains { $0.hasPrefix("Yearbook of Jia") }, "\(sheet.name)")
        }
    }

    @Test("The accent is that of heads, of sheets for reading and of this unit in charts")
    func accent() async throws {
        let workbook = try await workbook(ReportTemplate(accent: Colour("#8a1c1c")))
        #expect(workbook.accent == 0x8A1C1C)
        #expect(workbook.sheets.prefix(3).map(\.tab) == [0x8A1C1C, 0x8A1C1C, 0x8A1C1C])
        let charts = workbook.sheets.flatMap(\.charts)
        #expect(charts.count == 2 && charts.allSatisfy { $0.series.first?.colour == 0x8A1C1C })
    }

    @Test("Decimals of a template change the formats of scores that no step rounds, and no value")
    func decimals() async throws {
        func scores(_ workbook: Workbook) -> (formats: Set<String>, values: [Double]) {
            let cells = workbook.sheets.flatMap(\.cells).map(\.cell)
            let values = cells.compactMap { cell -> Double? in
                if case .formula(_, .number(let number)) = cell.content { number } else { nil }
            }
            return (Set(cells.map(\.style.format)), values)
        }
        let (plain, some) = (
            scores(try await workbook(ReportTemplate())), scores(try await workbook(ReportTemplate(decimals: 5)))
        )
        #expect(plain.values == some.values)
        #expect(!plain.formats.contains("#,##0.00000") && some.formats.contains("#,##0.00000"))
    }

    @Test("What is left out is not there, and the other sheets are")
    func sections() async throws {
        let whole = try await workbook(ReportTemplate())
        #expect(whole.sheets.map(\.name).contains("Scorecard"))
        let plain = try await workbook(ReportTemplate(sections: ["history"]))
        #expect(plain.sheets.map(\.name) == whole.sheets.map(\.name).filter { $0 != "Scorecard" })
        #expect(!texts(plain.sheets[0]).contains { $0.contains("Scorecard") })
        let card = try await workbook(ReportTemplate(sections: ["scorecards"]))
        #expect(card.sheets.flatMap(\.charts).map(\.kind) == [.bars])
    }

    @Test("A picture is shown at the size of its resolution, or smaller where there is no room")
    func picture() throws {
        let picture = try #require(SheetPicture(png: PNG.pixel))
        // One pixel grows to the height of 56.
        #expect(picture.height == 56 && picture.width == 56 && picture.scale == 56)
        #expect(SheetPicture(png: Array(PNG.pixel.dropLast(12))) == nil)
    }

    #if Excel
    @Test("Logo, footer and accent are in the file, and signs of codes in the footer stand for themselves")
    func file() async throws {
        let assessment = try await Fixture.assessment().shown(
            by: ReportTemplate(
                logo: .init(file: "a.png", png: PNG.pixel), accent: Colour("#8a1c1c"),
                footer: BilingualText(same: "2020 R&D <office>")))
        let files = try ExcelExporter().files(for: assessment, languages: [.english], options: ParameterValues())
        let parts = try Unzipped(try #require(files.first).bytes)
        #expect(try parts.bytes("xl/media/image1.png") == PNG.pixel)
        #expect(
            try parts.text("xl/worksheets/sheet1.xml").contains("&amp;C&amp;8 2020 R&amp;&amp;D &lt;office&gt;&amp;R"))
        #expect(try parts.text("xl/styles.xml").contains("FF8A1C1C"))
    }
    #endif
}

#if Excel
/// The parts of an archive, read by unzip.
private struct Unzipped {
    let file: URL

    init(_ bytes: [UInt8]) throws {
        file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx")
        try Data(bytes).write(to: file)
    }

    func bytes(_ path: String) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = [
            "-c", "import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))",
            file.path, path,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Array(data)
    }

    func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }
}
#endif
