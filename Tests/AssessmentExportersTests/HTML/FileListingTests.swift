import AssessmentCore
import Testing

@testable import AssessmentExporters

@Suite("What is listed for download")
struct FileListingTests {
    private static let formats: [any Exporter & FileListing] = [
        JSONExporter(), CSVExporter(), ExcelExporter(), PDFExporter(), OpenDataExporter(),
    ]

    @Test("The listed files are those that a format writes", arguments: formats.indices)
    func listed(format: Int) async throws {
        let exporter = Self.formats[format]
        guard exporter.unavailable == nil else { return }
        let assessment = try await Fixture.assessment(decided: true)
        let files = try await exporter.files(
            for: assessment, languages: assessment.languages(of: exporter.description.id),
            options: ParameterValues([:], for: exporter.description.parameters))
        #expect(exporter.paths(for: assessment).sorted() == files.map(\.path).sorted())
    }

    private func page(_ languages: [Language]) async throws -> String {
        var assessment = try await Fixture.assessment()
        assessment.specification.exports = [ExportChoice("html"), ExportChoice("pdf", languages: [.english])]
        var written = assessment
        written.specification.languages = [.chinese, .english]
        written = CompletedAssessment(
            specification: written.specification,
            catalogue: try Catalogue(plugins: assessment.catalogue.plugins, providers: [StandardExporters()]),
            data: written.data, peerGroupOfUnit: written.peerGroupOfUnit, ledger: written.ledger,
            coverage: written.coverage, manifest: written.manifest)
        let files = HTMLExporter().files(for: written, languages: languages, options: ParameterValues())
        return String(decoding: try #require(files.first { $0.path == "downloads.html" }).bytes, as: UTF8.self)
    }

    @Test("Each format in its own languages, and in those of the run where it is told others")
    func languages() async throws {
        let own = try await page([.chinese, .english])
        #expect(own.contains("href=\"report.en.pdf\"") && !own.contains("report.zh.pdf"))
        #expect(own.contains("href=\"scorecards/_2e_2e_2f_2e_2e_2fx.en.pdf\""))
        let told = try await page([.chinese])
        #expect(told.contains("href=\"report.zh.pdf\"") && !told.contains("report.en.pdf"))
    }

    @Test(
        "Examples and other documents are not the policy",
        arguments: [
            ("二（五）·专栏6", true), ("示例", false), ("工信部联电子〔2017〕25号", false), ("皖政〔2018〕20号 一（三）", true),
        ])
    func statements(clause: String, isOfPolicy: Bool) {
        let statement = PolicyStatement(
            id: "X1", clause: clause, kind: .service, text: BilingualText(same: "statement"))
        #expect(statement.isOfPolicy("皖政〔2018〕20号；维度参照其他") == isOfPolicy)
    }
}
