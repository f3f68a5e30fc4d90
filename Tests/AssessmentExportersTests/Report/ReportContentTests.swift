import AssessmentCharts
import AssessmentCore
import Testing

@testable import AssessmentExporters

/// What printed documents say, before any page is laid out.
@Suite("The content of printed documents")
struct ReportContentTests {
    private func rendering(_ language: Language, decided: Bool = false) async throws -> (Rendering, [UnitResult]) {
        let assessment = try await Fixture.assessment(decided: decided)
        let figures = Figures(assessment)
        let rendering = Rendering(figures: figures, language: language)
        let results = assessment.ledger.panel.units.indices.compactMap { unit in
            assessment.row(ofUnitAt: unit, in: assessment.specification.period).map {
                UnitResult(figures, row: $0)
            }
        }
        return (rendering, results)
    }

    @Test("Every row of every table has a cell for each column", arguments: Language.allCases)
    func tables(language: Language) async throws {
        let (rendering, results) = try await rendering(language, decided: true)
        let blocks = AnnualReport(rendering: rendering, results: results).document.blocks
        let tables = blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
        #expect(tables.count > results.count)
        for table in tables {
            #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count }, "\(table.columns.map(\.title))")
        }
    }

    @Test("Total, rank and grade of a scorecard are those of the ledger", arguments: Language.allCases)
    func keyFigures(language: Language) async throws {
        let (rendering, results) = try await rendering(language)
        let assessment = rendering.assessment
        for result in results {
            let content = ScorecardContent(rendering: rendering, result: result)
            let figures = content.blocks.compactMap { if case .keyFigures(let figures) = $0 { figures } else { nil } }
                .flatMap { $0 }
            let values = figures.map(\.value)
            let total = assessment.ledger.scores(of: "total")?[result.row]
            #expect(values.first == total.map { DecimalRounding.text($0, decimals: 1) } ?? "—")
            if let rank = assessment.ledger.rank(of: "total", row: result.row) {
                #expect(values.contains("\(rank.rank)"))
            }
            if let grade = assessment.ledger.grade(of: "total", row: result.row) {
                #expect(values.contains(grade.name[language]))
            }
        }
    }

    @Test("Adjustments stand on the scorecard of the unit that they were made for, and on no other")
    func decisions() async throws {
        let (rendering, results) = try await rendering(.english, decided: true)
        let decided = results.filter { result in
            ScorecardContent(rendering: rendering, result: result).blocks.contains(
                .heading(.section, "Decisions and places"))
        }
        #expect(decided.map(\.unit.code) == ["340100"])
    }

    @Test("Charts round as the tables do")
    func rounding() throws {
        let caption = ChartCaption(title: "", summary: "", missing: "", empty: "")
        for value in [0, 0.05, 1.005, 2.5, 64.45, 99.995, 1234.5678, -0.04, -0.05, -12.345] as [Double] {
            for decimals in 0...3 {
                let drawing = BarChart(bars: [.init(label: "", value: value)], caption: caption, decimals: decimals)
                    .drawing()
                let svg = drawing.svg(id: "a")
                #expect(
                    svg.contains(">\(DecimalRounding.text(value, decimals: decimals))</text>"), "\(value) \(decimals)")
            }
        }
    }
}
