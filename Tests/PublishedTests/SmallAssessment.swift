import AssessmentCore
import AssessmentWorkbench
import Foundation

/// A specification of a few lines with its data, written into a temporary folder and run.
struct SmallAssessment {
    /// What stands below `framework:`.
    let framework: String
    /// The table of the values, with a row a unit, or a row a unit and year where it has a column `year`.
    let data: String
    /// The periods before 2024 that are assessed beside it.
    var history: String?
    /// The columns of the table that group units.
    var groups: [String] = []

    private static let file = "assessment.yml"

    private var specification: String {
        let heading = data.prefix { $0 != "\n" }.split(separator: ",")
        let period = heading.contains("year") ? ", period: { column: year }" : ""
        let values = heading.filter { !["unit", "year"].contains($0) && !groups.contains(String($0)) }
        let columns = values.map { "\($0): \($0)" }.joined(separator: ", ")
        return """
            assessment:
              id: small
              kind: evaluation
              title: { zh: 小例, en: A small case }
              period: 2024
            \(history.map { "  history: \($0)\n" } ?? "")\
            units: { file: data.csv, code: unit\(groups.isEmpty ? "" : ", groups: [\(groups.joined(separator: ", "))]") }
            data:
              - { table: data.csv, unit: unit\(period), columns: { \(columns) } }
            framework:
            \(framework.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))

            """
    }

    /// The place of a text in the specification, as problems name it.
    func place(of text: String) -> String? {
        for (index, line) in specification.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if let range = line.range(of: text) {
                let column = line.distance(from: line.startIndex, to: range.lowerBound)
                return "\(SmallAssessment.file):\(index + 1):\(column + 1):"
            }
        }
        return nil
    }

    /// Loads and runs it.
    func run() async throws -> Scores {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("small-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent(SmallAssessment.file)
        try Data(specification.utf8).write(to: file)
        try Data(data.utf8).write(to: folder.appendingPathComponent("data.csv"))
        let workbench = try Workbench(plugins: [])
        return Scores(assessment: try await workbench.run(await workbench.load(file.path)))
    }

    /// What is said of it where it cannot be loaded or run, with the file named as it is called; nothing where it can.
    func refusal() async -> String? {
        do {
            _ = try await run()
            return nil
        } catch {
            return "\(error)".split(separator: "\n").map { line in
                line.range(of: "/\(SmallAssessment.file):").map { String(line[$0.lowerBound...].dropFirst()) }
                    ?? String(line)
            }.joined(separator: "\n")
        }
    }
}

/// The scores of a run, by node, unit and year.
struct Scores {
    let assessment: CompletedAssessment

    private var ledger: Ledger { assessment.ledger }

    private func row(_ unit: String, _ year: Int) -> Int? {
        ledger.panel.row(unit: unit, period: Period(year: year))
    }

    /// The final score.
    func score(_ node: String, _ unit: String, _ year: Int = 2024) -> Double? {
        row(unit, year).flatMap { ledger.scores(of: node)?[$0] }
    }

    /// Why there is no score, or why one was put in.
    func reason(_ node: String, _ unit: String, _ year: Int = 2024) -> Reason? {
        row(unit, year).flatMap { ledger.scores(of: node)?.reasons[$0] }
    }

    /// The rank in all units of the year.
    func rank(_ node: String, _ unit: String, _ year: Int = 2024) -> Int? {
        row(unit, year).flatMap { ledger.rank(of: node, row: $0)?.rank }
    }

    /// Whether a node has these scores to within 1e-12 of each, in the order of the units' letters; nothing stands for
    /// no score.
    func match(_ node: String, _ expected: [Double?], year: Int = 2024) -> Bool {
        zip("ABCDEFGHIJKL", expected).allSatisfy { unit, number in
            switch (score(node, String(unit), year), number) {
            case (nil, nil): true
            case (let score?, let number?): abs(score - number) <= 1e-12 * max(1, abs(number))
            default: false
            }
        }
    }
}
