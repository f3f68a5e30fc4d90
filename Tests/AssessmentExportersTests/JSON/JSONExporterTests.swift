import AssessmentCore
import Foundation
import Testing

@testable import AssessmentExporters

/// `result.json`: the manifest and the whole ledger.
@Suite("The result file")
struct JSONExporterTests {
    /// The tables, read by a decoder that gives back every number exactly.
    private struct Result: Decodable {
        struct Ledger: Decodable {
            let entries: [Entry]
        }

        struct Entry: Decodable {
            let node: String
            let step: String
            let values: [Double?]
            let states: [String]
        }

        let ledger: Ledger
    }

    @Test("Every table of the ledger is there, row for row, with null where there is no number")
    func tables() async throws {
        let assessment = try await Fixture.assessment()
        let entries = try JSONDecoder().decode(Result.self, from: Data(bytes(assessment))).ledger.entries
        #expect(entries.count == assessment.ledger.entries.count)
        for (written, entry) in zip(entries, assessment.ledger.entries) {
            #expect(written.node == entry.node)
            #expect(written.step == entry.step.rawValue)
            #expect(written.values == entry.column.values.map { $0.isNaN ? nil : $0 })
            #expect(written.states == entry.column.states.map(\.rawValue))
        }
    }

    @Test("A measured value leads to the file and row that it was read from")
    func evidence() async throws {
        let assessment = try await Fixture.assessment()
        let ledger = try #require(try document(assessment)["ledger"] as? [String: Any])
        let entries = try #require(ledger["entries"] as? [[String: Any]])
        let entry = try #require(
            entries.first { $0["step"] as? String == "measure" && $0["node"] as? String == "income" })
        let row = try #require(assessment.ledger.panel.row(unit: "340200", period: Fixture.period))
        let detail = try #require(entry["detail"] as? [String: Any])
        let evidence = try #require((detail["evidence"] as? [String: Any])?[String(row)] as? [String: Any])
        let observation = try #require((evidence["observations"] as? [[String: Any]])?.first)
        let source = try #require(
            assessment.data.observations.first {
                $0.variable == FixturePlugin.income.id && $0.unit == "340200" && $0.period == Fixture.period
            })
        #expect(observation["file"] as? String == source.origin.file)
        #expect(observation["row"] as? Int == source.origin.row)
    }

    @Test("The manifest is written, and the same assessment gives the same bytes")
    func manifest() async throws {
        let assessment = try await Fixture.assessment()
        let manifest = try #require(try document(assessment)["manifest"] as? [String: Any])
        #expect(manifest["results"] as? String == assessment.manifest.results)
        #expect(manifest["platform"] as? String == "test")
        #expect(try bytes(assessment) == (try bytes(try await Fixture.assessment())))
    }

    @Test("The ledger stands in the file byte for byte as its digest is taken")
    func ledgerBytes() async throws {
        let assessment = try await Fixture.assessment()
        let ledger = try LedgerDocument.encode(assessment)
        let file = try bytes(assessment)
        #expect(String(decoding: file, as: UTF8.self).contains(String(decoding: ledger, as: UTF8.self)))
        // Where they are kept from the digest, they are written without being made again.
        #expect(try bytes(assessment.with(assessment.manifest, record: ledger)) == file)
    }

    private func bytes(_ assessment: CompletedAssessment) throws -> [UInt8] {
        try #require(
            try JSONExporter().files(for: assessment, languages: [.chinese], options: ParameterValues()).first
        ).bytes
    }

    private func document(_ assessment: CompletedAssessment) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(bytes(assessment)))
        return try #require(object as? [String: Any])
    }
}
