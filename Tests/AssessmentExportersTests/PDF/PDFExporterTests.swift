import AssessmentCore
import Foundation
import Testing

@testable import AssessmentExporters

#if PDF
/// The printed documents of the sample, read back by the tools of Poppler.
@Suite(
    "PDF documents", .enabled(if: Poppler.isInstalled, "needs pdftotext and pdffonts (Debian package poppler-utils)"))
struct PDFExporterTests {
    private func files(_ texts: Fixture.Texts = Fixture.Texts()) async throws -> [OutputFile] {
        try await PDFExporter().files(
            for: Fixture.assessment(texts, decided: true), languages: [.chinese, .english, .chinese],
            options: ParameterValues())
    }

    @Test("There is a report and a scorecard for every unit in each language, and none lies outside the folder")
    func paths() async throws {
        let names = ["340100", "340181", "340200", "_2e_2e_2f_2e_2e_2fx"].map { "scorecards/\($0)" } + ["report"]
        let expected = ["zh", "en"].flatMap { language in names.map { "\($0).\(language).pdf" } }
        #expect(try await files().map(\.path).sorted() == expected.sorted())
    }

    @Test("The same run gives the same bytes")
    func bytes() async throws {
        #expect(try await files() == (try await files()))
    }

    @Test("Every printed total, rank and grade can be read in the report and on the scorecard")
    func figures() async throws {
        let assessment = try await Fixture.assessment(decided: true)
        let files = try await files()
        for (language, tag) in [(Language.chinese, "zh"), (.english, "en")] {
            let report = try Poppler.text(of: try #require(files.first { $0.path == "report.\(tag).pdf" }))
            for unit in assessment.ledger.panel.units.indices {
                let row = assessment.ledger.panel.units.count + unit
                let code = OutputFile.safeName(assessment.ledger.panel.units[unit].code)
                let file = try #require(files.first { $0.path == "scorecards/\(code).\(tag).pdf" })
                let scorecard = try Poppler.text(of: file)
                var words = [assessment.ledger.panel.units[unit].name[language]]
                if let total = assessment.ledger.scores(of: "total")?[row] {
                    words.append(DecimalRounding.text(total, decimals: 1))
                }
                if let rank = assessment.ledger.rank(of: "total", row: row) {
                    words.append(language == .chinese ? "第\(rank.rank)名" : "rank \(rank.rank) of \(rank.of)")
                }
                if let grade = assessment.ledger.grade(of: "total", row: row) { words.append(grade.name[language]) }
                for word in words {
                    #expect(scorecard.contains(word), "\(word) is not on \(file.path)")
                    #expect(report.contains(word), "\(word) is not in the report")
                }
            }
        }
    }

    @Test("Every font is embedded")
    func fonts() async throws {
        for file in try await files() {
            // Two lines of heads; then `emb` is the third column from the word that follows the encoding.
            let lines = try Poppler.run("pdffonts", on: file).split(separator: "\n").dropFirst(2)
            #expect(!lines.isEmpty)
            for line in lines {
                let columns = line.split(separator: " ")
                #expect(columns.count > 5 && columns[columns.count - 5] == "yes", "\(file.path): \(line)")
            }
        }
    }

    @Test(
        "Hostile texts are printed as texts, and no name is too long for a page",
        arguments: [
            "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "' dest='d1' name='x",
            "\u{202E}evil\u{2066}\u{0}\u{1B}[31m",
            String(repeating: "很长的单位名称", count: 43), String(repeating: "W", count: 300), "a\nb\u{2028}c", "👩‍👩‍👧‍👦🏳️‍🌈",
        ])
    func hostile(text: String) async throws {
        for file in try await files(.all(text)) {
            let info = try Poppler.run("pdfinfo", on: file)
            #expect(info.contains("Pages:"), "\(file.path)")
            let read = try Poppler.text(of: file)
            #expect(!read.unicodeScalars.contains("\u{202E}") && !read.unicodeScalars.contains("\u{1B}"))
            if text.hasPrefix("<script>") { #expect(read.contains("<script>alert(1)</script>"), "\(file.path)") }
        }
    }

    @Test("A file is marked as tagged, and the fonts of a scorecard take less than a quarter of a MiB")
    func tagged() async throws {
        for file in try await files() {
            let info = try Poppler.run("pdfinfo", on: file)
            #expect(info.contains(/Tagged: +yes/), "\(file.path)")
            #expect(file.bytes.count < 250_000, "\(file.path) has \(file.bytes.count) bytes")
        }
    }

    @Test("However many threads write, the bytes are the same")
    func threads() async throws {
        let assessment = try await Fixture.assessment(decided: true)
        let files = try [1, 4].map {
            try PDFExporter(threads: $0).files(for: assessment, languages: [.english], options: ParameterValues())
        }
        #expect(files[0] == files[1])
    }

    @Test("Thousands of different characters end neither the program nor the text")
    func characters() async throws {
        // Cairo's own way through the subroutines of Noto CJK fails an assertion on these.
        let characters = String(String.UnicodeScalarView((0x4E00..<0x5A00).compactMap(Unicode.Scalar.init)))
        let document = ReportDocument(
            title: "T", subject: "S", keywords: [], language: .chinese, date: "2020-12-31",
            blocks: [.paragraph(characters)])
        let bytes = try PDFDocument.bytes(count: 1, language: .chinese, template: ReportTemplate()) { _ in document }
        let text = try Poppler.text(of: OutputFile(path: "x.pdf", bytes: try #require(bytes.first)))
        #expect(characters.allSatisfy { text.contains($0) })
    }

    @Test("A unit whose last page would hold a few lines is set closer")
    func remainder() throws {
        func pages(lines: Int) throws -> Int {
            let document = ReportDocument(
                title: "T", subject: "S", keywords: [], language: .english, date: "2020-12-31",
                blocks: [.heading(.unit, "U")] + (0..<lines).map { .lead("Line \($0)") })
            let bytes = try PDFDocument.bytes(count: 1, language: .english, template: ReportTemplate()) { _ in document
            }
            let info = try Poppler.run("pdfinfo", on: OutputFile(path: "x.pdf", bytes: try #require(bytes.first)))
            let line = try #require(info.split(separator: "\n").first { $0.hasPrefix("Pages:") })
            return try #require(Int(line.dropFirst(6).filter(\.isNumber)))
        }
        // At the usual distance 29 lines of some 23 points fit below the heading, set closest more than 36.
        #expect(try pages(lines: 20) == 1)
        #expect(try pages(lines: 33) == 1)
        #expect(try pages(lines: 60) == 2)
    }

    @Test("Bookmarks, title and date are set, and author and time of writing are not")
    func properties() async throws {
        let files = try await files()
        let report = try #require(files.first { $0.path == "report.en.pdf" })
        let info = try Poppler.run("pdfinfo", on: report)
        #expect(info.contains("Information consumption review (sample)"))
        #expect(info.contains("Dec 31") && info.contains("2020"))
        #expect(!info.contains("Author") && !info.contains("ModDate"))
        let bytes = String(decoding: report.bytes, as: UTF8.self)
        #expect(bytes.contains("/Outlines"))
        #expect(bytes.contains("/StructTreeRoot"))
    }
}

/// The tools that read PDF.
enum Poppler {
    static let isInstalled = ["pdftotext", "pdffonts", "pdfinfo", "pdfimages", "pdftops"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
    }

    static func text(of file: OutputFile) throws -> String { try run("pdftotext", ["-raw"], on: file, ["-"]) }

    static func run(
        _ tool: String, _ options: [String] = [], on file: OutputFile, _ further: [String] = []
    ) throws -> String {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pdf")
        try Data(file.bytes).write(to: place)
        defer { try? FileManager.default.removeItem(at: place) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/\(tool)")
        process.arguments = options + [place.path] + further
        process.environment = ["TZ": "UTC", "LC_ALL": "C.UTF-8"]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
#else
@Suite("A build without the trait PDF")
struct PDFExporterTests {
    @Test("The format is known, is not written unasked, and says what it needs")
    func trait() async throws {
        #expect(PDFExporter().description.id == "pdf" && !PDFExporter().isWrittenUnasked)
        let assessment = try await Fixture.assessment()
        #expect {
            try PDFExporter().files(for: assessment, languages: [.chinese], options: ParameterValues())
        } throws: {
            "\($0)".contains("build with --traits PDF (system libraries libcairo2-dev and libpango1.0-dev")
        }
    }
}
#endif
