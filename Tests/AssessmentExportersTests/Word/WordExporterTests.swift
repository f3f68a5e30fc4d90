import AssessmentCore
import Foundation
import Testing

@testable import AssessmentExporters

#if PDF
/// The Word document of the sample, read back as a zip archive of XML.
@Suite(
    "Word documents",
    .enabled("needs python-docx (Debian package python3-docx)") {
        (try? await DocumentScript.found(among: DocumentScript.pythons())) != nil
    })
struct WordExporterTests {
    private func files(
        _ texts: Fixture.Texts = Fixture.Texts(), languages: [Language] = [.chinese, .english]
    ) async throws -> [OutputFile] {
        try await WordExporter().files(
            for: Fixture.assessment(texts, decided: true), languages: languages, options: ParameterValues())
    }

    private func document(_ language: Language, _ texts: Fixture.Texts = Fixture.Texts()) async throws -> WordReader {
        try WordReader(try #require(try await files(texts, languages: [language]).first))
    }

    @Test("There is a report in each language, once")
    func paths() async throws {
        let files = try await files(languages: [.chinese, .english, .chinese])
        #expect(files.map(\.path) == ["report.zh.docx", "report.en.docx"])
    }

    @Test("The same run gives the same bytes")
    func bytes() async throws {
        #expect(try await files() == (try await files()))
    }

    @Test("Every printed total, rank and grade stands in the table of its unit", arguments: Language.allCases)
    func figures(language: Language) async throws {
        let assessment = try await Fixture.assessment(decided: true)
        let document = try await document(language)
        for (unit, assessed) in assessment.ledger.panel.units.enumerated() {
            let row = assessment.ledger.panel.units.count + unit
            let name = assessed.name[language]
            // The ranking, and the figures below the heading of the unit.
            let ranking = try #require(
                document.rows.first { $0.contains { $0.split(separator: "\n").first == name[...] } },
                "\(name) is in no table")
            let heading = try #require(
                document.paragraphs.firstIndex { $0.style == "Heading2" && $0.text == name }, "\(name)")
            let card = document.paragraphs[heading...].prefix(24).map(\.text)
            let total = assessment.ledger.scores(of: "total")?[row].map { DecimalRounding.text($0, decimals: 1) }
            let rank = assessment.ledger.rank(of: "total", row: row).map { "\($0.rank)" }
            let grade = assessment.ledger.grade(of: "total", row: row)?.name[language]
            for value in [total, rank, grade].compactMap({ $0 }) {
                // Below a grade that was lowered stands why.
                let lines = ranking.map { $0.split(separator: "\n").first.map(String.init) ?? "" }
                #expect(lines.contains(value), "\(value) is not in the row of \(name): \(ranking)")
                #expect(card.contains(value), "\(value) is not on the card of \(name): \(card)")
            }
        }
    }

    @Test("The document says all that the report says, in its order", arguments: Language.allCases)
    func completeness(language: Language) async throws {
        let figures = Figures(try await Fixture.assessment(decided: true))
        let results = figures.rows.map { UnitResult(figures, row: $0) }
        let report = AnnualReport(rendering: Rendering(figures: figures, language: language), results: results).document
        let expected = report.blocks.flatMap { block -> [String] in
            switch block {
            case .cover(let title, let subtitle, let lines): [title, subtitle] + lines
            case .contents(let title), .heading(_, let title): [title]
            case .lead(let text), .paragraph(let text), .note(let text):
                text.split(separator: "\n").map(String.init)
            case .keyFigures(let figures):
                figures.map(\.name) + figures.map(\.value)
                    + (figures.contains { !$0.remark.isEmpty } ? figures.map(\.remark) : [])
            case .table(let table):
                table.columns.map(\.title)
                    + table.rows.flatMap { $0.cells.map { ($0.light == nil ? "" : "● ") + $0.text } }
            case .figures(let figures): figures.map(\.caption) + figures.map { _ in "" }
            case .pageBreak: []
            }
        }
        let written = try await document(language).paragraphs
            .filter { $0.style != "ReportGap" && !$0.style.hasPrefix("TOC") }.map(\.text)
        #expect(written == expected)
    }

    @Test("Headings, contents, heads of tables and whole rows are those of the word processor")
    func structure() async throws {
        let document = try await document(.chinese)
        let text = try document.part("word/document.xml")
        let headings = document.paragraphs.filter { $0.style == "Heading1" || $0.style == "Heading2" }
        let contents = document.paragraphs.filter { $0.style.hasPrefix("TOC") }
        // The entries are there before the field is updated, numbered as the headings are.
        #expect(contents.map(\.style) == headings.map { $0.style == "Heading1" ? "TOC1" : "TOC2" })
        #expect(contents.map(\.text).starts(with: ["一、摘要", "二、排名", "三、各单位成绩单", "（一）甲市", "（二）乙市"]))
        for (entry, heading) in zip(contents, headings) { #expect(entry.text.hasSuffix(heading.text)) }
        #expect(text.contains(#" TOC \o "1-2" \h \z \u "#))
        let rows = document.rows.count
        #expect(text.components(separatedBy: "<w:cantSplit/>").count - 1 == rows)
        let tables = text.components(separatedBy: #"<w:tblStyle w:val="TableGrid"/>"#).count - 1
        let cards = 4
        #expect(text.components(separatedBy: "<w:tblHeader/>").count - 1 == tables - cards)
        #expect(try document.part("word/footer1.xml").contains("— "))
        #expect(try document.part("word/footer1.xml").contains(" PAGE "))
        #expect(!text.contains("w:instrText xml:space=\"preserve\"> PAGE "))
    }

    @Test("Charts are pictures with a text for those who do not see them", arguments: Language.allCases)
    func charts(language: Language) async throws {
        let document = try await document(language)
        let text = try document.part("word/document.xml")
        let pictures = text.components(separatedBy: "<wp:docPr ").dropFirst()
        #expect(!pictures.isEmpty)
        #expect(pictures.allSatisfy { !$0.prefix { $0 != ">" }.contains("descr=\"\"") })
        #expect(pictures.allSatisfy { $0.prefix { $0 != ">" }.contains("descr=") })
        #expect(text.contains(language == .chinese ? "甲市各领域得分：供给" : "Scores of Jia City: Supply"))
        #expect(document.parts.keys.contains { $0.hasPrefix("word/media/") && $0.hasSuffix(".png") })
    }

    @Test("Title, language and date are set; author and clock are not", arguments: Language.allCases)
    func properties(language: Language) async throws {
        let document = try await document(language)
        let core = try document.part("docProps/core.xml")
        let title = language == .chinese ? "信息消费考核（样例）" : "Information consumption review (sample)"
        #expect(core.contains("<dc:title>\(title)</dc:title>"))
        #expect(core.contains("<dc:language>\(language == .chinese ? "zh-CN" : "en")"))
        #expect(core.contains("<cp:keywords>fixture; 2020</cp:keywords>"))
        #expect(core.components(separatedBy: "2020-12-31T00:00:00Z").count == 3)
        #expect(!core.contains("python-docx"))
        let styles = try document.part("word/styles.xml")
        #expect(styles.contains(#"w:eastAsia="zh-CN""#))
        for font in ["方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"] {
            #expect(styles.contains(#"w:eastAsia="\#(font)""#), "\(font) is in no style")
            #expect(try document.part("word/fontTable.xml").contains(#"w:name="\#(font)""#))
        }
        // Nothing leads out of the document.
        #expect(document.parts.values.allSatisfy { !$0.contains("TargetMode=\"External\"") })
    }

    @Test(
        "Hostile texts are texts",
        arguments: [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0",
            "</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\cmd</w:instrText>", "&amp;&#x0;]]>",
            "\\ \u{7F}\u{1}\u{B}\u{FFFF}",
            "\u{202E}evil\u{2066}\u{0}\u{1B}[31m", String(repeating: "很长的单位名称", count: 43),
            String(repeating: "W", count: 300), "a\r\nb\nc\u{2028}d", "👩‍👩‍👧‍👦🏳️‍🌈",
        ])
    func hostile(text: String) async throws {
        let document = try await document(.chinese, .all(text))
        let plain = try await self.document(.chinese)
        let all = document.paragraphs.map(\.text).joined()
        let xml = try document.part("word/document.xml")
        if text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F && $0.value < 0x2028 }) {
            #expect(document.paragraphs.contains { $0.text == text })
        }
        #expect(!all.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" || $0 == "\u{2066}" })
        // As many fields, tables and rows as with harmless texts.
        for element in ["<w:instrText", "<w:tbl>", "<w:tr>", "<w:drawing>"] {
            #expect(
                xml.components(separatedBy: element).count
                    == (try plain.part("word/document.xml"))
                    .components(separatedBy: element).count, "\(element)")
        }
    }

    @Test("A Python that gives up is told with what it said last, and nothing is written")
    func failure() async throws {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("python-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }
        try Data(
            "#!/bin/sh\ncase \"$4\" in 'import docx') exit 0;; esac\ncat > /dev/null; echo one >&2; echo no room >&2; exit 1\n"
                .utf8
        ).write(to: place)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.path)
        let assessment = try await Fixture.assessment()
        let error = await #expect(throws: MethodError.self) {
            try await WordExporter(pythons: [place.path]).files(
                for: assessment, languages: [.chinese], options: ParameterValues())
        }
        #expect(error?.description == "\(place.path) could not write the Word document: no room")
    }
}
#endif

@Suite("Word documents where something is lacking")
struct WordExporterLackingTests {
    private func problem(_ exporter: WordExporter) async throws -> String? {
        let assessment = try await Fixture.assessment()
        let error = await #expect(throws: MethodError.self) {
            try await exporter.files(for: assessment, languages: [.chinese], options: ParameterValues())
        }
        return error?.description
    }

    @Test("The format is known, and is not written unasked")
    func description() {
        #expect(WordExporter().description.id == "word" && !WordExporter().isWrittenUnasked)
        #expect(StandardExporters().exporters.contains { $0.description.id == "word" })
    }

    #if PDF
    @Test("Where no Python has python-docx, or there is none, the message says what to install")
    func python() async throws {
        let without = try await problem(WordExporter(pythons: ["/bin/false", "/no/such/python3"]))
        #expect(
            without
                == "the format word is written with python-docx, which /bin/false and /no/such/python3 do not have; install "
                + "it (Debian and Ubuntu: apt install python3-docx), or take word out of exports")
        #expect(
            try await problem(WordExporter(pythons: []))
                == "the format word is written with python3 and python-docx, and there is no python3; install them (Debian "
                + "and Ubuntu: apt install python3-docx), or take word out of exports")
    }

    @Test("Programs are looked for on the path and in the system's own folder, and never where the user stands")
    func pythons() {
        #expect(DocumentScript.pythons(path: ".:bin::/no/such:").filter { $0 != "/usr/bin/python3" } == [])
        #expect(DocumentScript.pythons(path: "/usr/bin:/usr/bin").count <= 1)
    }
    #else
    @Test("Without the trait PDF, the message says how to build")
    func trait() async throws {
        #expect(try await problem(WordExporter())?.contains("build with --traits PDF (system libraries") == true)
    }
    #endif
}
