import AssessmentCore
import AssessmentWorkbench
import Foundation
import Testing

/// Published indices, each computed from a specification in Examples/published alone.
@Suite("Published results", .serialized)
struct PublishedTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let published = root.appendingPathComponent("Examples/published")
    private static let folders =
        ((try? FileManager.default.contentsOfDirectory(atPath: published.path))?.sorted() ?? []).filter {
            FileManager.default.fileExists(atPath: published.appendingPathComponent("\($0)/published.yml").path)
        }
    private static let beside = folders.filter { holdsItsData($0) }

    /// The folder of the tables that are not part of this repository.
    private static let given: String? = {
        let named = ProcessInfo.processInfo.environment["ASSESSMENT_TRUTH"]
        let path = named ?? root.appendingPathComponent("../shared/truth").standardizedFileURL.path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }()

    private static func holdsItsData(_ folder: String) -> Bool {
        let list = published.appendingPathComponent("\(folder)/published.yml")
        return (try? String(contentsOf: list, encoding: .utf8))?.contains("\ndata: beside") ?? false
    }

    private func check(_ folder: String, data: String?) async throws {
        let workbench = try Workbench(plugins: [])
        var compared = 0
        try await workbench.reproduce(
            Self.published.appendingPathComponent(folder).path, data: data, threads: 2
        ) { outcome in
            if outcome.isPassedOver { return }
            compared += outcome.compared
            let examples = outcome.differences.prefix(5).map { "\($0.place): \($0.published), not \($0.computed)" }
            #expect(
                outcome.holds,
                "\(folder), \(outcome.table.name): \(outcome.reproduced) of \(outcome.compared); \(examples)")
        }
        #expect(compared > 0)
    }

    @Test("Cases whose data stand beside them are reproduced as far as their list says", arguments: beside)
    func casesBeside(folder: String) async throws {
        try await check(folder, data: nil)
    }

    @Test(
        "Cases on further tables are reproduced as far as their list says", .enabled(if: given != nil),
        arguments: folders.filter { !beside.contains($0) })
    func casesGiven(folder: String) async throws {
        try await check(folder, data: Self.given)
    }
}
