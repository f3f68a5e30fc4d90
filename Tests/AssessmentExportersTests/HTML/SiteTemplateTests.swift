import AssessmentCore
import Foundation
import Testing

@testable import AssessmentExporters

@Suite("The site by a template")
struct SiteTemplateTests {
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private func files(_ template: ReportTemplate) async throws -> [String: [UInt8]] {
        let assessment = try await Fixture.assessment().shown(by: template)
        let files = HTMLExporter().files(for: assessment, languages: [.english], options: ParameterValues())
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
    }

    private func text(_ bytes: [UInt8]?) throws -> String { String(decoding: try #require(bytes), as: UTF8.self) }

    @Test("Title, logo, accent and footer are on every page, as text where they are text")
    func look() async throws {
        let files = try await files(
            ReportTemplate(
                title: BilingualText(same: "Year <2020>"), logo: ReportTemplate.Logo(file: "emblem.png", png: Self.png),
                accent: Colour("#8a1c1c"), footer: BilingualText(same: "\"><img src=x>")))
        #expect(files["logo.png"] == Self.png)
        let sheet = try text(files["site.css"])
        #expect(sheet.contains("--accent: #8a1c1c;") && sheet.contains("--chart-accent: #8a1c1c;"))
        let pages = try files.filter { $0.key.hasSuffix(".html") }.map { ($0.key, try text($0.value)) }
        #expect(pages.count > 5)
        for (path, page) in pages {
            #expect(page.contains("Year &lt;2020&gt;"), "\(path)")
            #expect(page.contains("<p>&quot;&gt;&lt;img src=x&gt;</p>"), "\(path)")
            let up = String(repeating: "../", count: path.count { $0 == "/" })
            #expect(page.contains("src=\"\(up)logo.png\" alt=\"\""), "\(path)")
        }
    }

    @Test("On dark pages the accent is as light as text must be")
    func darkAccent() async throws {
        let sheet = try text(try await files(ReportTemplate(accent: Colour("#8a1c1c")))["site.css"])
        let dark = try #require(sheet.split(separator: "--accent: ").last?.prefix(7))
        let colour = try #require(Colour(String(dark)))
        #expect(colour.contrast(with: Colour(red: 0x12, green: 0x18, blue: 0x1E)) >= 4.5)
    }

    @Test("What is left out has no page, and nothing leads to it")
    func sections() async throws {
        let whole = try await files(ReportTemplate())
        #expect(whole["compare.html"] != nil && whole["search.html"] != nil && whole["downloads.html"] != nil)
        #expect(try text(whole["index.html"]).contains("Distribution of totals"))
        let some = try await files(ReportTemplate(sections: ["history"]))
        #expect(
            some.keys.sorted()
                == whole.keys.filter { !["compare.html", "search.html", "downloads.html"].contains($0) }.sorted())
        for (path, bytes) in some where path.hasSuffix(".html") {
            let page = try text(bytes)
            #expect(["compare.html", "search.html", "downloads.html"].allSatisfy { !page.contains($0) }, "\(path)")
        }
        #expect(!(try text(some["index.html"]).contains("Distribution of totals")))
        let card = try text(some.first { $0.key.hasPrefix("units/") }?.value)
        #expect(card.contains("Earlier periods") && !card.contains("What is missing"))
    }

    @Test("Decimals are those of the template where no step rounds")
    func decimals() async throws {
        let assessment = try await Fixture.assessment()
        let isRounded = assessment.root.steps.contains { if case .round = $0 { true } else { false } }
        let leaf = try #require(assessment.root.indicators.first)
        let shown = assessment.shown(by: ReportTemplate(decimals: 1))
        #expect(shown.decimals(of: leaf) == 1)
        #expect(!isRounded || shown.decimals(of: shown.root) == assessment.decimals(of: assessment.root))
    }
}
