import AssessmentCore
import Testing

@testable import AssessmentExporters

@Suite("The tile map and the pillars among the peers")
struct MapTests {
    /// The small assessment with two cities on the map, of which the first has a county.
    private func assessment(_ texts: Fixture.Texts = .init(), isPlaced: Bool = true) async throws -> CompletedAssessment
    {
        let run = try await Fixture.assessment(texts)
        let units = run.ledger.panel.units.enumerated().map { index, unit in
            AssessedUnit(
                code: unit.code, name: unit.name, level: unit.level, parent: index == 2 ? "340100" : unit.parent,
                mapPlace: isPlaced && index < 2 ? MapPlace(row: 1 + index, column: 1) : nil)
        }
        let panel = Panel(units: units, periods: run.ledger.panel.periods)
        return CompletedAssessment(
            specification: run.specification, catalogue: run.catalogue, data: run.data,
            peerGroupOfUnit: run.peerGroupOfUnit, ledger: Ledger(panel: panel, entries: run.ledger.entries),
            coverage: run.coverage, manifest: run.manifest)
    }

    private func pages(_ assessment: CompletedAssessment) -> [String: String] {
        let files = HTMLExporter().files(
            for: assessment, languages: [.chinese, .english], options: ParameterValues())
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    @Test("Each tile has name, total and grade, leads to its scorecard, and is told in words")
    func map() async throws {
        let pages = pages(try await assessment())
        let page = try #require(pages["index.html"])
        let total = try #require(page.firstMatch(of: /甲市 ([0-9.]+) (优秀|合格)；乙市/))
        #expect(page.contains("<a href=\"units/340100.html\"><title>甲市 \(total.1) \(total.2)</title>"))
        #expect(page.contains("<a href=\"units/340181.html\" tabindex=\"-1\"><title>丙县 "))
        #expect(page.contains("<h2>地图</h2>") && page.contains("颜色表示等次；小方格为所辖各单位"))
        let english = try #require(pages["en/index.html"])
        #expect(english.contains("<a href=\"../en/units/340200.html\"><title>Yi City "))
        #expect(english.contains("<h2>Map</h2>"))
        #expect(PageReader(page).problem == nil)
    }

    @Test("Without places there is no map; a template may leave it out")
    func noMap() async throws {
        let plain = try #require(pages(try await assessment(isPlaced: false))["index.html"])
        #expect(!plain.contains("chart-map"))
        let left = try await assessment().shown(by: ReportTemplate(sections: ["history"]))
        #expect(pages(left)["index.html"]?.contains("chart-map") == false)
    }

    @Test("Names are texts on the map", arguments: ["<script>x</script>", "\"><img src=x>", "\u{202E}abc"])
    func hostileNames(name: String) async throws {
        let page = try #require(pages(try await assessment(.all(name)))["index.html"])
        let reader = PageReader(page)
        #expect(reader.problem == nil && reader.fetched == [])
        #expect(!page.contains("<img") && !page.contains("\u{202E}"))
    }

    @Test("The scorecard has the total and the pillars among the peers, with the best of them and the grades")
    func pillars() async throws {
        let pages = pages(try await assessment())
        let page = try #require(pages["en/units/340200.html"])
        #expect(page.contains("id=\"chart-pillars\"") && page.contains(">Excellent 75</text>"))
        #expect(page.contains(">Best of peers</th>") && page.contains(">Targets reached</th>"))
        // Two units: the lowest and the highest are theirs. Of two targets, 98 % and 5 workshops, Yi reaches none.
        #expect(page.contains(">0 of 2</td>"))
        #expect(pages["en/units/340100.html"]?.contains(">2 of 2</td>") == true)
    }
}
