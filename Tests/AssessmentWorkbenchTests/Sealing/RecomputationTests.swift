import AssessmentCore
import AssessmentReview
import AssessmentWorkbench
import Foundation
import Testing

/// Bundles that somebody signed anew: every digest is right, and only computing again tells what is wrong.
@Suite("A sealed run is computed again")
struct RecomputationTests {
    private static let node = "production.digital_finance"

    @Test("A bundle agrees to the last bit, whatever else is asked of it")
    func agrees() async throws {
        let example = try await SealedExample()
        let verification = try await example.workbench.verify(try example.seal(), inputs: [example.path("example")])
        #expect(verification.holds, "\(verification.findings)")
        #expect(verification.notRecomputed.isEmpty)
        #expect(verification.remarks.count == 1)
    }

    @Test("A measured value that was altered is named, and what follows from it too")
    func measured() async throws {
        let example = try await SealedExample()
        let bundle = try await example.forge("forged", signedBy: SigningKey()) {
            try SealedExample.changing(Self.node, "measure", in: $0) { $0 + 0.25 }
        }
        let findings = try await example.workbench.verify(bundle).findings.map(\.description)
        // 222.5723 is the first figure of data/observations.csv, of Hefei in 2016.
        #expect(
            findings.contains(
                "results/result.json: \(Self.node), measure, 340100 合肥市, 2016: recorded 222.8223, measured again from "
                    + "inputs/ 222.5723"), "\(findings)")
        #expect(findings.contains { $0.hasPrefix("results/result.json: \(Self.node), evaluate, 340100 合肥市, 2016: ") })
    }

    @Test("A state that was altered is named")
    func states() async throws {
        let example = try await SealedExample()
        let bundle = try await example.forge("forged", signedBy: SigningKey()) { text in
            text.replacing("\"not_collected\"", with: "\"not_submitted\"", maxReplacements: 1)
        }
        let findings = try await example.workbench.verify(bundle).findings.map(\.description)
        #expect(findings.contains { $0.contains("not_submitted") && $0.contains("not_collected") }, "\(findings)")
    }

    @Test("A probability that was altered is named")
    func robustness() async throws {
        let example = try await SealedExample()
        let altered = try await example.forge("altered", signedBy: example.key) { text in
            let place = try #require(text.range(of: "\"sameRanking\":"))
            let end = try #require(text[place.upperBound...].firstIndex { !"0123456789.e-".contains($0) })
            return text[..<place.upperBound] + "0.987" + text[end...]
        }
        let findings = try await example.workbench.verify(altered).findings.map(\.description)
        #expect(
            findings.contains {
                $0.hasPrefix(
                    "results/result.json: ledger.robustness.dataErrors.sameRanking: recorded 0.987, recomputed ")
            }, "\(findings)")
    }

    @Test("A score that is another by its last bit alone is no difference, and is told")
    func lastBit() async throws {
        let example = try await SealedExample()
        let bundle = try await example.forge("nudged", signedBy: example.key) {
            try SealedExample.changing("total", "aggregate", in: $0) { $0.nextUp }
        }
        let verification = try await example.workbench.verify(bundle)
        #expect(verification.holds, "\(verification.findings)")
        #expect(
            verification.remarks.contains {
                $0.hasPrefix("1 number differs in its last bits alone, by at most 1e-12; ")
                    && $0.contains("The first is total, aggregate, 340100 合肥市, 2016: recorded ")
            }, "\(verification.remarks)")
    }

    @Test("A score that is another by more than its last bits is a difference")
    func moreThanLastBits() async throws {
        let example = try await SealedExample()
        let bundle = try await example.forge("altered", signedBy: example.key) {
            try SealedExample.changing("total", "aggregate", in: $0) { $0 + 1e-9 }
        }
        let findings = try await example.workbench.verify(bundle).findings
        #expect(findings.map(\.place) == ["results/result.json: total, aggregate, 340100 合肥市, 2016"])
    }

    @Test("A result that is written in another way, or says more, is told")
    func otherwise() async throws {
        let example = try await SealedExample()
        let spaced = try await example.forge("spaced", signedBy: example.key) {
            $0.replacing("\"assessment\":", with: "\"assessment\": ")
        }
        #expect(
            try await example.workbench.verify(spaced).findings.map(\.place).first?.hasPrefix("results/result.json:2:")
                == true)
        let more = try await example.forge("more", signedBy: example.key) {
            $0.replacing("\"assessment\":", with: "\"approved\":true,\"assessment\":")
        }
        #expect(
            try await example.workbench.verify(more).findings.map(\.description)
                == ["results/result.json: ledger.approved: recorded true, recomputed nothing"])
    }

    @Test("Where the specification cannot be read by this program, that is told")
    func otherProgram() async throws {
        let example = try await SealedExample()
        let bundle = try await example.seal()
        let findings = try await Workbench(plugins: []).verify(bundle).findings.map(\.description)
        #expect(findings.count == 1)
        #expect(
            findings.first?.hasPrefix(
                "results/result.json: nothing could be computed again: inputs/assessment.yml:") == true, "\(findings)")
    }

    @Test("An input that changed since is named with line and column, and a bundle is never overwritten")
    func changedInput() async throws {
        let example = try await SealedExample()
        let bundle = try await example.seal()
        await #expect(throws: AssessmentFailure.self) {
            try await example.workbench.check(bundle: bundle, for: example.loaded)
        }
        let data = URL(fileURLWithPath: example.path("example/data/observations.csv"))
        let text = try String(contentsOf: data, encoding: .utf8)
        try text.replacing("2016,222.5723", with: "2016,222.5743").write(to: data, atomically: true, encoding: .utf8)
        let changed = try await example.workbench.load(example.path("example"))
        let error = await #expect(throws: DiagnosticList.self) {
            try await example.workbench.check(bundle: bundle, for: changed)
        }
        let told = try #require(error?.diagnostics.first)
        #expect(error?.diagnostics.count == 1)
        #expect(told.position.description == data.path + ":2:51")
        #expect(told.problem.hasPrefix("changed since the run was sealed: byte "))
        #expect(told.problem.contains("column ‘value’ was ‘2’ and is ‘4’"))
        let findings = try await example.workbench.verify(bundle, inputs: [example.path("example")]).findings
        #expect(findings.map(\.place) == [data.path + ":2:51"])
    }
}
