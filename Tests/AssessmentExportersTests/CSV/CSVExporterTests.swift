import AssessmentCore
import Foundation
import Testing

@testable import AssessmentExporters

/// `scores.csv`, on the small assessment and on texts that mean harm.
@Suite("The table of scores")
struct CSVExporterTests {
    static let expected = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Expected/scores.csv")

    @Test("The file is the one that was read through; ASSESSMENT_RECORD=1 writes it anew")
    func expectedOutput() async throws {
        let file = try #require(try await table(Fixture.Texts()))
        if ProcessInfo.processInfo.environment["ASSESSMENT_RECORD"] != nil {
            try Data(file.bytes).write(to: Self.expected)
        }
        #expect(String(decoding: file.bytes, as: UTF8.self) == (try String(contentsOf: Self.expected, encoding: .utf8)))
    }

    @Test("There is a row for each unit, period and node, and as many cells in each as in the heading")
    func shape() async throws {
        let assessment = try await Fixture.assessment()
        let rows = records(try #require(try await table(Fixture.Texts())))
        let nodes = assessment.specification.framework.subtree.count
        #expect(rows.count == 1 + assessment.ledger.panel.rowCount * nodes)
        #expect(rows.allSatisfy { $0.count == rows[0].count })
    }

    @Test("Numbers read back exactly as the ledger has them")
    func fullPrecision() async throws {
        let assessment = try await Fixture.assessment()
        let rows = records(try #require(try await table(Fixture.Texts())))
        let heading = rows[0]
        let (unit, period) = (
            try #require(heading.firstIndex(of: "unit")), try #require(heading.firstIndex(of: "period"))
        )
        let (node, score) = (
            try #require(heading.firstIndex(of: "node")), try #require(heading.firstIndex(of: "score"))
        )
        for row in rows.dropFirst() {
            let year = try #require(Period(row[period]))
            let position = try #require(assessment.ledger.panel.row(unit: row[unit], period: year))
            #expect(Double(row[score]) == assessment.ledger.scores(of: row[node])?[position])
        }
    }

    @Test(
        "A text that a spreadsheet would take for a formula is kept as text",
        arguments: ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "a\"b,c", "two\nlines"])
    func hostileTexts(text: String) async throws {
        let rows = records(try #require(try await table(.all(text))))
        let column = try #require(rows[0].firstIndex(of: "unit_zh"))
        let written = try #require(rows.first { $0[1] == "340100" })[column]
        let isFormula = ["=", "+", "-", "@", "\t", "＝"].contains { text.hasPrefix($0) }
        #expect(written == (isFormula ? "'" : "") + text)
    }

    @Test("The light stands by its colour, and a value that is missing says why, whatever its score")
    func lightsAndStates() async throws {
        let assessment = try await Fixture.assessment(isLit: true)
        let files = CSVExporter().files(for: assessment, languages: [.chinese], options: ParameterValues())
        let table = CSVRecords(try #require(files.first))
        func cell(_ unit: String, _ node: String, _ name: String) -> String? {
            table.row(["period": "2020", "unit": unit, "node": node])?[name]
        }
        // Totals of 85.6, 63, 68.5 and 0; five workshops, two, and no figure.
        #expect(
            ["340100", "340200", "340181", "../../x"].map { cell($0, "total", "light") } == [
                "green", "yellow", "yellow", "red",
            ])
        #expect(["340100", "340200", "340181"].map { cell($0, "workshops", "light") } == ["green", "green", ""])
        #expect(cell("340200", "supply", "light") == "")
        // The income of the second city was not submitted, and its score is zero by the rule.
        #expect(cell("340200", "income", "score") == "0" && cell("340200", "income", "value") == "")
        #expect(cell("340200", "income", "value_state") == "missing")
        #expect(cell("340200", "income", "value_reason") == "not_submitted")
        #expect(cell("340100", "fibre", "value_state") == "measured" && cell("340100", "total", "value_state") == "")
    }

    private func table(_ texts: Fixture.Texts) async throws -> OutputFile? {
        CSVExporter().files(
            for: try await Fixture.assessment(texts), languages: [.chinese], options: ParameterValues()
        ).first
    }

    /// The cells of a file by the rules of RFC 4180.
    private func records(_ file: OutputFile) -> [[String]] {
        var rows: [[String]] = []
        var (row, cell): ([String], String) = ([], "")
        var (isQuoted, mayBeDoubled) = (false, false)
        for character in String(decoding: file.bytes, as: UTF8.self) {
            switch character {
            case "\"":
                if mayBeDoubled { cell.append(character) }
                mayBeDoubled = isQuoted
                isQuoted.toggle()
                continue
            case "," where !isQuoted:
                row.append(cell)
                cell = ""
            case "\n" where !isQuoted:
                rows.append(row + [cell])
                (row, cell) = ([], "")
            default: cell.append(character)
            }
            mayBeDoubled = false
        }
        return rows
    }
}
