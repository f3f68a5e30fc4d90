import AssessmentCore
import Foundation
import Testing

@testable import AssessmentExporters

/// The page and the tables of statistics, on the small assessment.
@Suite("Statistics in files")
struct StatisticsExporterTests {
    private static let table = StatisticsTable(
        id: "descriptive_values", title: BilingualText(zh: "描述统计", en: "Descriptive statistics"),
        rows: ["fibre", "=cmd"], columns: ["minimum", "available", "supply"],
        values: [[0.123456789012345, 3, -0.75], [nil, 12, 0.0001]],
        remarks: [BilingualText(zh: "“光纤”数据偏少", en: "‘Fibre’ has <little> data")])

    private func assessment(
        _ tables: [StatisticsTable] = [table], exports: [ExportChoice] = []
    ) async throws -> CompletedAssessment {
        let run = try await Fixture.assessment()
        var specification = run.specification
        specification.exports = exports
        return CompletedAssessment(
            specification: specification, catalogue: run.catalogue, data: run.data,
            peerGroupOfUnit: run.peerGroupOfUnit, ledger: run.ledger, coverage: run.coverage, statistics: tables,
            manifest: run.manifest)
    }

    private func files(_ assessment: CompletedAssessment) -> [String: String] {
        let files = StatisticsExporter().files(
            for: assessment, languages: [.chinese, .english, .chinese], options: ParameterValues())
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    @Test("Each table is a file of its own in full precision, kept from being taken for formulas")
    func tables() async throws {
        let files = files(try await assessment())
        #expect(
            files.keys.sorted() == [
                "en/statistics.html", "site.css", "statistics.html", "statistics/descriptive_values.csv",
            ])
        #expect(
            files["statistics/descriptive_values.csv"] == """
                name,minimum,available,supply
                fibre,0.123456789012345,3,-0.75
                '=cmd,,12,0.0001

                """)
    }

    @Test("No id of a table leads out of its folder", arguments: ["../x", "/x", "..", "a/b", ""])
    func hostileIds(id: String) throws {
        let table = StatisticsTable(id: id, title: BilingualText(same: id), rows: [], columns: [], values: [])
        let path = StatisticsExporter.path(of: table)
        #expect(path.hasPrefix("statistics/") && path.count { $0 == "/" } == 1 && !path.contains(".."))
    }

    @Test("The page names nodes and statistics in its language, rounds sensibly, and lists what is to be noticed")
    func page() async throws {
        let files = files(try await assessment())
        let english = try #require(files["en/statistics.html"])
        for text in [
            "<h2>Descriptive statistics</h2>", ">Minimum</th>", ">supply</th>", "<span class=\"measure\">fibre</span>",
            "<td class=\"number\">0.123</td>", "<td class=\"number\">3</td>", "<td class=\"number\">−0.750</td>",
            "<td class=\"number\">—</td>", "<td class=\"number\">&lt;\u{2009}0.001</td>", ">=cmd</th>",
            "<li>‘Fibre’ has &lt;little&gt; data</li>",
        ] { #expect(english.contains(text), "\(text)") }
        let chinese = try #require(files["statistics.html"])
        for text in ["<h1>统计分析</h1>", ">最小值</th>", "<li>“光纤”数据偏少</li>"] { #expect(chinese.contains(text), "\(text)") }
        for (path, page) in files where path.hasSuffix(".html") {
            let reader = PageReader(page)
            #expect(reader.problem == nil, "\(path)")
            #expect(reader.fetched == [] && reader.headingsWithoutScope == 0 && reader.tables == reader.captions)
        }
    }

    @Test("Where no statistics are asked for nothing is written; a format that is listed by name says so on its page")
    func none() async throws {
        #expect(files(try await assessment([])).isEmpty)
        let files = files(try await assessment([], exports: [ExportChoice("statistics")]))
        #expect(files.keys.sorted() == ["en/statistics.html", "site.css", "statistics.html"])
        #expect(files["statistics.html"]?.contains("本评价没有要求统计分析") == true)
        let empty = StatisticsTable(
            id: "collinear", title: BilingualText(same: "Pairs"), rows: [], columns: ["correlation"], values: [])
        let pairs = self.files(try await assessment([empty]))
        #expect(pairs["en/statistics.html"]?.contains("Nothing to report.") == true)
    }

    @Test("Pages lead to one another where they are written in the same run")
    func links() async throws {
        func index(_ assessment: CompletedAssessment) -> String {
            HTMLExporter().files(for: assessment, languages: [.english], options: ParameterValues())
                .first { $0.path == "index.html" }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
        }
        let (html, own) = (ExportChoice("html"), ExportChoice("statistics"))
        let both = try await assessment(exports: [html, own])
        #expect(index(both).contains("href=\"statistics.html\""))
        #expect(files(both)["statistics.html"]?.contains("href=\"index.html\"") == true)
        let alone = try await assessment(exports: [own])
        let references = try #require(files(alone)["statistics.html"].map { PageReader($0).references })
        #expect(
            Set(references) == [
                "#content", "site.css", "statistics.html", "en/statistics.html", "statistics/descriptive_values.csv",
            ])
        #expect(!index(try await assessment(exports: [html])).contains("statistics.html"))
        #expect(!index(try await assessment([])).contains("statistics.html"))
    }

    @Test("The page looks as the template of the site says, and leads to no page that it leaves out")
    func template() async throws {
        let template = ReportTemplate(
            title: BilingualText(zh: "年度<成绩单>", en: "Year <book>"), footer: BilingualText(zh: "领导小组", en: "Office"),
            sections: ["map"])
        let page = try #require(
            files(
                try await assessment(exports: [ExportChoice("html", template: template), ExportChoice("statistics")])
            )["en/statistics.html"])
        #expect(page.contains("Year &lt;book&gt;") && page.contains("<p>Office</p>") && page.contains("index.html"))
        #expect(!page.contains("compare.html") && !page.contains("search.html"))
    }

    @Test("result.json has the tables beside the ledger, whose digest they leave alone")
    func json() async throws {
        func root(_ assessment: CompletedAssessment) throws -> [String: Any] {
            let file = try #require(
                try JSONExporter().files(for: assessment, languages: [], options: ParameterValues()).first)
            return try #require(try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any])
        }
        let tables = try #require(try root(try await assessment())["statistics"] as? [[String: Any]])
        #expect(tables.first?["id"] as? String == "descriptive_values")
        #expect((tables.first?["values"] as? [[Any]])?[1][0] is NSNull)
        #expect(try root(try await assessment([]))["statistics"] == nil)
    }
}
