import AssessmentCore
import AssessmentWorkbench
import Foundation
import Testing

@testable import full_review_data

@Suite("The tasks of the whole review")
struct TasksTests {
    @Test("They are the annex of the policy, with each kind of light, and scores as worked by hand")
    func annex() async throws {
        let (folder, path) = try SpecificationTests.copied()
        defer { try? FileManager.default.removeItem(at: folder) }
        let workbench = try Workbench(plugins: RuleCheck.plugins)
        let loaded = try await workbench.load(path)
        let scheme = try #require(loaded.specification.tasks)
        #expect(Set(scheme.tasks.compactMap(\.statement)) == Set((1...7).map { "T\($0)" }))
        let report = try #require(try await workbench.run(loaded).tasks)
        #expect(report.bodies.count { !$0.isDepartment } == 16)
        let department = try #require(report.bodies.first)
        #expect(department.code == "ah-jxt" && department.formerly.map(\.code) == ["ah-jxw"])
        let own = report.lines(of: department)
        // 490 of 700 are 30 points behind, 45 of 50 are 10, 41 of 50 are best effort.
        #expect(own.map(\.light) == [.green, .yellow, .green, .yellow, .green, .grey])
        #expect(own.compactMap(\.current).map(\.behind) == [0, 30, -10, 10, 0, 18])
        #expect(own[1].laterEntries.count == 1)
        // (2·100 + 3·70 + 2·100 + 2·90 + 2·100) / 11 = 990 / 11
        #expect(department.score == 90)
        let lines = report.lines.filter { $0.task == "public_wifi" && $0.body != "ah-txglj" }
        #expect(lines.filter { $0.light == .red }.compactMap(\.current).map(\.behind) == [31])
        let late = report.lines.filter { $0.daysLate > 0 }
        // From 31 March to 18 May 2018: 48 days, in the second month, 2 × 5 points off.
        #expect(late.map(\.task) == ["implementing_rules"] && late.map(\.daysLate) == [48])
        #expect(late.map(\.light) == [.yellow] && late.map(\.score) == [90])
    }
}
