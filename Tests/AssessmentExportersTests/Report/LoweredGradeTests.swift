import AssessmentCore
import Testing

@testable import AssessmentExporters

@Suite("Why a grade is not that of the total")
struct LoweredGradeTests {
    private func pages() async throws -> [String: String] {
        let files = HTMLExporter().files(
            for: try await Fixture.assessment(decided: true), languages: [.chinese, .english],
            options: ParameterValues())
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    /// 87.6 is excellent, if it were not for the veto.
    @Test("The scorecard opens with the veto, on pages and in print")
    func scorecard() async throws {
        let pages = try await pages()
        let page = try #require(pages["units/340100.html"])
        #expect(page.contains("<li>等次为“合格”，因一票否决：统计造假；仅按总分为“优秀”。</li>"))
        #expect(
            pages["en/units/340100.html"]?.contains(
                "Graded ‘Pass’ because of a veto (Falsified statistics); by its total alone it would be ‘Excellent’.")
                == true)
        #expect(pages["units/340200.html"]?.contains("一票否决") == false)
        let assessment = try await Fixture.assessment(decided: true)
        let figures = Figures(assessment)
        let blocks = ScorecardContent(
            rendering: Rendering(figures: figures, language: .english), result: UnitResult(figures, row: 4)
        ).blocks
        let lead = blocks.firstIndex { if case .lead(let text) = $0 { text.hasPrefix("Graded ‘Pass’") } else { false } }
        let section = try #require(blocks.firstIndex(of: .heading(.section, "Decisions and places")))
        let table = try #require(blocks.firstIndex { if case .table = $0 { true } else { false } })
        #expect(try #require(lead) < section && section < table)
    }

    @Test("The ranking marks the grade and says why below")
    func ranking() async throws {
        let page = try #require(try await pages()["index.html"])
        #expect(page.contains("合格</span><sup>a</sup>") && page.contains("a 一票否决：统计造假"))
    }
}
