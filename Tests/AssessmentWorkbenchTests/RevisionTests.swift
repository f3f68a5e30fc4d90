import AssessmentCore
import AssessmentWorkbench
import Foundation
import Testing

@Suite("Data are read as of a revision, and the manifest names what held them then")
struct RevisionTests {
    private static let specification = """
        assessment: { id: trial, kind: evaluation, title: { zh: 试, en: Trial }, period: 2020 }
        units: { file: units.csv, code: code, name: name }
        data: [{ collection: collected }]
        variables:
          income: { name: { zh: 收入, en: Income }, unit_of_measure: { zh: 元, en: yuan } }
        framework:
          weights: relative
          evaluate: raw
          missing: { otherwise: renormalise }
          indicators: [{ value: income, weight: 1 }]

        """

    @Test("Values and digests of an earlier revision are those that it had when it was the last one")
    func earlier() async throws {
        let trial = try TemporaryAssessment([
            "assessment.yml": Self.specification, "units.csv": "code,name\na,A\nb,B\n",
        ])
        let workbench = try Workbench(plugins: [])
        func collect(_ number: Int) async throws {
            let text = "unit,variable,period,value\na,income,2020,\(number)\n"
            let loaded = try await workbench.load(trial.folder.path, collecting: true)
            _ = try workbench.collect([("report-\(number).csv", Array(text.utf8))], into: loaded)
        }
        func run(asOf revision: Int?) async throws -> CompletedAssessment {
            try await workbench.run(try await workbench.load(trial.folder.path, asOf: revision))
        }
        try await collect(1)
        let then = try await run(asOf: nil)
        try await collect(2)
        let (first, second, last) = (
            try await run(asOf: 1), try await run(asOf: 2), try await run(asOf: nil)
        )
        #expect(first.score("income", "a") == 1)
        #expect(first.manifest == then.manifest)
        #expect(second.score("income", "a") == 2)
        #expect(second.manifest == last.manifest)
        let refusal = try await #require(throws: DiagnosticList.self) { try await run(asOf: 3) }
        #expect(refusal.description.contains("has no revision 3; expected a revision from 1 to 2"))
    }
}
