import AssessmentCore
import Foundation
import Testing

@testable import AssessmentExporters

@Suite("What printed documents cannot follow of a template")
struct TemplateObjectionTests {
    private static let page = [PDFExporter().objections, ExcelExporter().objections]

    @Test("A footer for which there is no room is refused, in either language, and one that fits is not")
    func footer() {
        for objections in Self.page {
            let long = ReportTemplate(footer: BilingualText(zh: String(repeating: "长", count: 101), en: "short"))
            #expect(
                objections(long).map(\.problem)
                    == ["the footer takes the room of 202 letters (a Chinese character that of two)"])
            #expect(objections(long).map(\.key) == ["footer"])
            #expect(objections(ReportTemplate(footer: BilingualText(same: String(repeating: "a", count: 200)))) == [])
            #expect(objections(ReportTemplate()) == [])
        }
    }

    @Test("A workbook refuses a logo that is cut off")
    func workbookLogo() {
        let whole = PNG.pixel
        #expect(ExcelExporter().objections(to: ReportTemplate(logo: .init(file: "a.png", png: whole))) == [])
        let cut = ReportTemplate(logo: .init(file: "a.png", png: Array(whole.prefix(40))))
        #expect(
            ExcelExporter().objections(to: cut)
                == [
                    TemplateObjection(
                        "logo", "the logo ‘a.png’ cannot be read as a PNG",
                        expected: "a picture in the format PNG that can be read")
                ])
    }

    #if PDF
    @Test("Print refuses a logo that Cairo cannot read")
    func printLogo() {
        #expect(PDFExporter().objections(to: ReportTemplate(logo: .init(file: "a.png", png: PNG.pixel))) == [])
        let cut = ReportTemplate(logo: .init(file: "a.png", png: Array(PNG.pixel.prefix(40))))
        let objections = PDFExporter().objections(to: cut)
        #expect(objections.map(\.key) == ["logo"])
        #expect(objections.first?.problem.hasPrefix("the logo ‘a.png’ cannot be read as a PNG") == true)
    }
    #endif
}

#if PDF
@Suite("PDF documents by a template", .enabled(if: Poppler.isInstalled, "needs poppler-utils"))
struct PrintTemplateTests {
    private func files(_ template: ReportTemplate) async throws -> [String: OutputFile] {
        let assessment = try await Fixture.assessment(decided: true).shown(by: template)
        let files = try PDFExporter().files(for: assessment, languages: [.english], options: ParameterValues())
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0) })
    }

    private func report(_ template: ReportTemplate) async throws -> OutputFile {
        try #require(try await files(template)["report.en.pdf"])
    }

    @Test("The title is on the cover and at the head of pages, the footer at the foot of each")
    func titleAndFooter() async throws {
        let files = try await files(
            ReportTemplate(
                title: BilingualText(same: "Yearbook of Jia"), footer: BilingualText(same: "Office for the review")))
        for (path, file) in files {
            let text = try Poppler.text(of: file)
            #expect(text.contains("Yearbook of Jia"), "\(path)")
            let pages = try #require(
                text.split(separator: "Page ").last?.split(separator: " ").first.flatMap { Int($0) })
            let covers = path.hasPrefix("report") ? 1 : 0
            #expect(text.ranges(of: "Office for the review").count == pages - covers, "\(path)")
        }
    }

    @Test("The logo is on the cover of the report and on no other page")
    func logo() async throws {
        let file = try await report(ReportTemplate(logo: .init(file: "a.png", png: PNG.pixel)))
        let lines = try Poppler.run("pdfimages", ["-list"], on: file).split(separator: "\n").dropFirst(2)
        #expect(lines.count == 1 && lines.first?.split(separator: " ").first == "1", "\(lines)")
        let plain = try Poppler.run("pdfimages", ["-list"], on: try await report(ReportTemplate()))
        #expect(plain.split(separator: "\n").count == 2)
    }

    @Test("Headings and charts are in the accent, and nothing is in the format's own")
    func accent() async throws {
        // The colours of a page in PostScript, in parts of one: 8A 1C 1C, and 0B 5C AD of the format itself.
        let file = try #require(
            try await files(ReportTemplate(accent: Colour("#8a1c1c")))["scorecards/340100.en.pdf"])
        let drawn = try Poppler.run("pdftops", on: file, ["-"])
        #expect(drawn.contains("0.5412 0.1098 0.1098"))
        #expect(!drawn.contains("0.0431 0.3608 0.6784"))
    }

    @Test("Decimals are those of the template where no step rounds")
    func decimals() async throws {
        let assessment = try await Fixture.assessment(decided: true)
        let leaf = try #require(assessment.root.indicators.first)
        let row = assessment.ledger.panel.units.count
        let score = try #require(assessment.ledger.scores(of: leaf.id)?[row])
        let file = try #require(try await files(ReportTemplate(decimals: 6))["scorecards/340100.en.pdf"])
        #expect(try Poppler.text(of: file).contains(DecimalRounding.text(score, decimals: 6)))
    }

    @Test("What is left out is not there", arguments: PDFExporter().sections.map(\.id))
    func sections(left: String) async throws {
        let words = [
            "scorecards": Wording.howToRead, "methods": Wording.methodsAndWeights, "data_notes": Wording.dataNotes,
            "history": Wording.totalOverTime, "missing": Wording.missing,
        ]
        // Four units of two groups are too few for a chart of their totals.
        guard let word = words[left]?[.english] else { return }
        let others = PDFExporter().sections.map(\.id).filter { $0 != left }
        let (whole, some) = (try await files(ReportTemplate()), try await files(ReportTemplate(sections: others)))
        let all = try whole.values.map { try Poppler.text(of: $0) }.joined()
        let rest = try some.values.map { try Poppler.text(of: $0) }.joined()
        #expect(all.contains(word), "\(left)")
        #expect(!rest.contains(word), "\(left)")
    }
}
#endif

/// A picture of one red pixel.
enum PNG {
    static let pixel = Array(
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC")
            ?? Data())
}
