import AssessmentCore
import Foundation
import Testing

@testable import AssessmentExporters

@Suite("What the checks found, in the formats")
struct CheckReportTests {
    private static func finding(
        _ severity: CheckSeverity, _ asked: String, variables: [String] = ["centres"], units: [String?] = ["340100"]
    ) -> CheckFinding {
        CheckFinding(
            check: "jump", rule: "jump", name: BilingualText(zh: "突变", en: "Jump"), severity: severity,
            variables: variables, period: Fixture.period, subject: BilingualText(zh: "中心", en: "Centres"),
            question: BilingualText(zh: "请说明", en: "Please explain"),
            askedOf: BilingualText(zh: asked, en: asked),
            cases: units.map { unit in
                CheckFinding.Case(
                    unit: unit, found: 9, atMost: 5, text: BilingualText(zh: "9，应为5", en: "=9, \"expected\" 5"),
                    origins: [Origin(file: "data.csv", row: 7, column: "value")])
            })
    }

    private func assessment(_ findings: [CheckFinding]) async throws -> CompletedAssessment {
        var assessment = try await Fixture.assessment()
        assessment.findings = findings
        return assessment
    }

    private func pages(_ assessment: CompletedAssessment) -> [String: String] {
        let files = HTMLExporter().files(
            for: assessment, languages: [.chinese, .english], options: ParameterValues())
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    @Test("Who has the gravest finding is asked first, and the gravest of each comes first")
    func order() {
        let groups = AskedFindings.groups([
            Self.finding(.note, "A"), Self.finding(.note, "B"), Self.finding(.stop, "B"), Self.finding(.warning, "A"),
        ])
        #expect(groups.map(\.askedOf.en) == ["B", "A"])
        #expect(groups.map { $0.findings.map(\.severity) } == [[.stop, .note], [.warning, .note]])
    }

    @Test("A scorecard marks the value and tells the finding in its workings; other units show nothing")
    func scorecard() async throws {
        let pages = pages(try await assessment([Self.finding(.note, "A")]))
        let page = try #require(pages["en/units/340100.html"])
        #expect(page.contains(">query</a>") && page.contains("Centres (2020): Jump"))
        #expect(page.contains("=9, &quot;expected&quot; 5"))
        #expect(try #require(pages["units/340100.html"]).contains(">待核</a>"))
        #expect(try #require(pages["en/units/340200.html"]).contains(">query</a>") == false)
    }

    @Test("The page of data quality lists them by who is asked; without findings it says nothing of them")
    func quality() async throws {
        let page = try #require(pages(try await assessment([Self.finding(.warning, "局甲")]))["quality.html"])
        #expect(page.contains("请局甲核实") && page.contains("9，应为5") && page.contains("data.csv，第7行，“value”列"))
        #expect(try #require(pages(try await assessment([]))["quality.html"]).contains("数据核查") == false)
    }

    @Test("Findings of all units are no mark on a scorecard")
    func whole() async throws {
        let pages = pages(try await assessment([Self.finding(.note, "A", units: [nil])]))
        #expect(try #require(pages["units/340100.html"]).contains("待核") == false)
        #expect(try #require(pages["quality.html"]).contains("全部单位"))
    }

    @Test("The table has a line a case, quoted, with who is asked and the cells")
    func table() async throws {
        let file = CheckTable(try await assessment([Self.finding(.note, "A", units: ["340100", nil])])).file
        let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        #expect(file.path == "checks.csv" && lines.count == 3)
        #expect(
            lines[1]
                == "note,jump,jump,A,A,中心（2020年）：突变,Centres (2020): Jump,2020,340100,甲市,Jia City,9,,5,\"9，应为5\","
                .replacingOccurrences(of: "\"9，应为5\"", with: "9，应为5")
                + "\"'=9, \"\"expected\"\" 5\",,,请说明,Please explain,centres,,data.csv:7:value")
    }

    @Test("result.json holds them, and leaves the key out where there are none")
    func json() async throws {
        let with = try LedgerDocument.encode(try await assessment([Self.finding(.note, "A")]))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(with)) as? [String: Any])
        let found = try #require((object["checks"] as? [[String: Any]])?.first)
        #expect(found["severity"] as? String == "note" && found["variables"] as? [String] == ["centres"])
        let first = try #require((found["cases"] as? [[String: Any]])?.first)
        #expect(first["found"] as? Double == 9 && first["origins"] as? [String] == ["data.csv:7:value"])
        #expect(first["atLeast"] == nil)
        let without = String(decoding: try LedgerDocument.encode(try await assessment([])), as: UTF8.self)
        #expect(!without.contains("\"checks\""))
    }
}
