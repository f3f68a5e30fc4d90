import AssessmentCore
import Foundation
import Testing

@testable import AssessmentExporters

/// A result.json that is read back, of which nothing is believed.
@Suite("A result that is read back")
struct ResultDocumentTests {
    private func text() async throws -> String {
        let assessment = try await Fixture.assessment()
        let files = try JSONExporter().files(for: assessment, languages: [.chinese], options: ParameterValues())
        return String(decoding: try #require(files.first).bytes, as: UTF8.self)
    }

    @Test("What was written is read back, to the last byte of the ledger")
    func roundTrip() async throws {
        let assessment = try await Fixture.assessment()
        let document = try ResultDocument(Array(try await text().utf8), file: "result.json")
        #expect(try JSONWriter.bytes(of: document.ledger) == (try LedgerDocument.encode(assessment)))
        #expect(document.manifest == ManifestDocument(assessment.manifest))
    }

    @Test(
        "What does not fit together is refused, and said",
        arguments: [
            ("\"values\":[", "\"values\":[1,", "has not"),
            ("\"entries\":", "\"entry\":", "‘entries’ is missing at ledger"),
            (
                "\"period\":\"2020\",\"periods", "\"period\":\"1820\",\"periods",
                "the period 1820 is not among its periods"
            ),
            ("{\"manifest\"", "{", "it cannot be read as JSON"),
            ("\"node\":\"", "\"node\":\"no.", "belongs to no node"),
        ])
    func contradictions(whole: String, broken: String, said: String) async throws {
        let text = try await text()
        let place = try #require(text.range(of: whole))
        let bytes = Array(text.replacingCharacters(in: place, with: broken).utf8)
        let problem = #expect(throws: DiagnosticList.self) { try ResultDocument(bytes, file: "result.json") }
        #expect(problem.map { "\($0)" }?.contains(said) == true, "\(String(describing: problem))")
    }
}
