import AssessmentCore
import AssessmentWorkbench
import Foundation

/// A specification with its data in a folder of its own, which goes away with it.
final class TemporaryAssessment {
    let folder: URL

    /// Writes the files by name.
    init(_ files: [String: String]) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("assessment-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files {
            try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Runs it without any plug-in.
    func run() async throws -> CompletedAssessment {
        let workbench = try Workbench(plugins: [])
        return try await workbench.run(try await workbench.load(folder.path))
    }
}

extension CompletedAssessment {
    /// The score of a node for a unit in the assessed period.
    func score(_ node: String, _ unit: String) -> Double? {
        ledger.panel.row(unit: unit, period: specification.period).flatMap { ledger.scores(of: node)?[$0] }
    }

    /// The reason why a node has no score for a unit in the assessed period.
    func reason(_ node: String, _ unit: String) -> Reason? {
        ledger.panel.row(unit: unit, period: specification.period).flatMap { ledger.scores(of: node)?.reasons[$0] }
    }
}
