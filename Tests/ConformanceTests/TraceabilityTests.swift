import AssessmentCore
import Foundation
import Testing

/// The table that says, for each assessable statement of the policy, what covers it.
@Suite("Every assessable statement of the policy is covered")
struct TraceabilityTests {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let table = root.appendingPathComponent("Plugins/traceability.csv")
    static let policy = root.deletingLastPathComponent().appendingPathComponent("shared/policy/coverage.csv")

    static let plugins = PluginConformanceTests.plugins
    static let statements = plugins.flatMap(\.statements)
    static let assessedKinds: Set<String> = ["service", "target", "milestone", "quality"]

    /// The rows of the table. None of its cells holds a line end; some are quoted for a comma.
    static func rows(_ url: URL) throws -> [[String]] {
        try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
            var cells = [""]
            var isQuoted = false
            for character in line {
                switch character {
                case "\"": isQuoted.toggle()
                case "," where !isQuoted: cells.append("")
                default: cells[cells.count - 1].append(character)
                }
            }
            return cells
        }
    }

    static func covering(_ statement: String) -> String {
        plugins.flatMap(\.indicators).map(\.description).filter { $0.statements.contains(statement) }
            .map(\.id).joined(separator: ";")
    }

    @Test("The table names for each statement of the plug-ins the indicators that measure it")
    func coverage() throws {
        let rows = try Self.rows(Self.table)
        if ProcessInfo.processInfo.environment["ASSESSMENT_RECORD"] != nil {
            try record(rows)
            return
        }
        for row in rows where Self.assessedKinds.contains(row[2]) {
            #expect(
                row[6] == Self.covering(row[0]),
                "the row \(row[0]) is stale: ASSESSMENT_RECORD=1 swift test --filter Traceability mends it")
            #expect(!row[6].isEmpty, "no indicator measures \(row[0])")
        }
        #expect(Set(rows.filter { Self.assessedKinds.contains($0[2]) }.map { $0[0] }) == Set(Self.statements.map(\.id)))
    }

    @Test("The other statements name the capability that covers them")
    func capabilities() throws {
        for row in try Self.rows(Self.table) where !Self.assessedKinds.contains(row[2]) {
            #expect(row[6].hasPrefix("capability: "), "the row \(row[0]) names no capability")
        }
    }

    @Test("Kind, strength and clause of the table are those that the plug-ins state")
    func statements() throws {
        let rows = Dictionary(uniqueKeysWithValues: try Self.rows(Self.table).map { ($0[0], $0) })
        for statement in Self.statements {
            let row = try #require(rows[statement.id])
            #expect(row[1] == statement.clause, "\(statement.id)")
            #expect(row[2] == statement.kind.rawValue, "\(statement.id)")
            #expect(row[3] == statement.strength.rawValue, "\(statement.id)")
        }
    }

    @Test(
        "The table has every numbered statement of the policy's reading, with its kind and strength",
        .enabled(
            if: FileManager.default.fileExists(atPath: policy.path),
            "skipped: the numbered reading of the policy (shared/policy/coverage.csv) is not beside the repository"))
    func completeness() throws {
        let expected = try Self.rows(Self.policy)
        let rows = try Self.rows(Self.table)
        #expect(rows.map { $0[0] } == expected.map { $0[0] })
        #expect(rows.map { $0[2] } == expected.map { $0[4] })
        #expect(rows.map { $0[3] } == expected.map { $0[13].isEmpty ? "binding" : $0[13] })
        #expect(rows.count { Self.assessedKinds.contains($0[2]) } == 66)
    }

    private func record(_ rows: [[String]]) throws {
        var text = "statement,clause,kind,strength,text_zh,text_en,covered_by\n"
        for row in rows {
            var cells = row
            if Self.assessedKinds.contains(row[2]) { cells[6] = Self.covering(row[0]) }
            text += cells.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") + "\n"
        }
        try text.write(to: Self.table, atomically: true, encoding: .utf8)
    }
}
