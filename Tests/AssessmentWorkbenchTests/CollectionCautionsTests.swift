import AssessmentCore
import AssessmentWorkbench
import ConsumptionFoundation
import Foundation
import Testing

@Suite("What must be known of a collection before its figures are used")
struct CollectionCautionsTests {
    private static let specification = """
        assessment: { id: trial, kind: evaluation, title: { zh: 试, en: Trial }, period: 2020 }
        units: { file: units.csv, code: code, name: name }
        plugins: [ConsumptionFoundation]
        data: [{ collection: collected }]
        framework:
          weights: relative
          evaluate: raw
          missing: { otherwise: renormalise }
          indicators: [{ id: income, value: urban_disposable_income, weight: 1 }]

        """

    @Test("What was taken in under another standard is told with its unit, variables and revision")
    func otherStandard() async throws {
        let trial = try TemporaryAssessment([
            "assessment.yml": Self.specification, "units.csv": "code,name\na,A\nb,B\n",
        ])
        let workbench = try Workbench(plugins: [ConsumptionFoundation()])
        let report = "unit,variable,period,value\na,urban_disposable_income,2020,1\n"
        let outcome = try workbench.collect(
            [("report.csv", Array(report.utf8))], into: await workbench.load(trial.folder.path, collecting: true))
        #expect(outcome.refused.isEmpty)
        #expect(try await workbench.load(trial.folder.path).cautionsOnCollections == [])
        // As a form of the unit by another standard would be listed.
        let list = trial.folder.appendingPathComponent("collected/files.csv")
        let text = try String(contentsOf: list, encoding: .utf8).replacingOccurrences(of: ",,,,", with: ",a,2020,0123,")
        try Data(text.utf8).write(to: list)
        try FileManager.default.removeItem(at: trial.folder.appendingPathComponent("collected/digests.csv"))
        #expect(
            try await workbench.load(trial.folder.path).cautionsOnCollections == [
                "taken in under another standard: urban_disposable_income of a A, by revision 1 (report.csv); what is asked "
                    + "has changed since, so send out the form again"
            ])
    }
}
