import AssessmentCore
import AssessmentWorkbench
import Foundation
import Testing

@testable import full_review_data

@Suite("The specification of the whole review")
struct SpecificationTests {
    /// The example in a folder of its own, with generated data, which is replicated a few times only.
    static func copied() throws -> (folder: URL, specification: String) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("full-review-\(UUID().uuidString)")
        let example = DataSetTests.package.appendingPathComponent("Examples/full-review")
        let data = folder.appendingPathComponent("data")
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        for name in ["assessment.yml", "framework", "decisions", "scheme.json"] {
            try FileManager.default.copyItem(
                at: example.appendingPathComponent(name), to: folder.appendingPathComponent(name))
        }
        let path = folder.appendingPathComponent("assessment.yml")
        let text = try String(contentsOf: path, encoding: .utf8)
        try text.replacing("  draws: 400\n", with: "  draws: 20\n").write(to: path, atomically: true, encoding: .utf8)
        for file in try DataSetTests.data(seed: 20_180_212).files {
            try Data(file.text.utf8).write(to: data.appendingPathComponent(file.name))
        }
        return (folder, path.path)
    }

    @Test("It measures every statement of the policy, and runs to grades of several kinds without a tie of all")
    func whole() async throws {
        let (folder, path) = try Self.copied()
        defer { try? FileManager.default.removeItem(at: folder) }
        let workbench = try Workbench(plugins: RuleCheck.plugins)
        let loaded = try await workbench.load(path)
        let used = loaded.specification.framework.subtree.compactMap(\.measure?.indicator)
            .compactMap { workbench.catalogue.indicators[$0]?.description }
        #expect(Set(used.flatMap(\.statements)) == Set(workbench.catalogue.statements.keys))
        let generated = Set(VariableRule.all.map(\.variable))
        for variable in Set(used.flatMap(\.variables).map(\.id)).subtracting(generated) {
            Issue.record("the review reads ‘\(variable)’: give it a rule in Examples/full-review/Generator/Rules")
        }
        // What the policy names as data for cities alone must be assessed for cities alone, or nobody would be judged.
        let citiesOnly = Set(VariableRule.all.filter(\.citiesOnly).map(\.variable))
        for node in loaded.specification.framework.subtree {
            // What reviewers rate, and the completion of a task, are no indicators of a plug-in.
            guard let use = node.measure,
                let description = workbench.catalogue.indicators[use.indicator]?.description
            else { continue }
            if description.variables.contains(where: { citiesOnly.contains($0.id) }) {
                #expect(node.levels == ["city"], "\(node.id)")
            }
        }

        let assessment = try await workbench.run(loaded)
        // Only errors of data, around the ranks and grades of the ledger.
        let report = try #require(assessment.robustness)
        #expect(report.methods == nil && report.sensitivity == nil && report.dataErrors != nil)
        let first = assessment.ledger.panel.rowCount - report.units.count
        for (unit, standing) in report.nominal.enumerated() {
            #expect(standing.rank == assessment.ledger.rank(of: "total", row: first + unit)?.rank)
            let bands = assessment.ledger.entries(of: "total").last { $0.step.givesGrade }?.detail.gradeBands ?? []
            #expect(
                standing.grade.map { bands[$0].name } == assessment.ledger.grade(of: "total", row: first + unit)?.name)
        }

        let panel = assessment.ledger.panel
        let grades = try #require(assessment.ledger.entries.last { $0.node == "total" && $0.step == .grade })
        let year = try #require(panel.periods.firstIndex(of: Period(year: 2020)))
        let bands = panel.rows(ofPeriodAt: year).compactMap { grades.column[$0] }
        #expect(bands.count == panel.units.count)
        #expect(Set(bands).isSuperset(of: [0, 1, 2]))
        for node in loaded.specification.framework.subtree where node.measure != nil {
            let ranks = try #require(assessment.ledger.entries.last { $0.node == node.id && $0.step == .rank })
            let places = panel.rows(ofPeriodAt: year).compactMap { ranks.column[$0] }
            #expect(places.count == 1 || Set(places) != [1], "\(node.id): everybody is tied")
        }
    }
}
