import AssessmentCore
import AssessmentMethods
import Testing

@testable import AssessmentConfiguration

@Suite("The levels that a pillar names")
struct FrameworkLevelsTests {
    @Test("hold for every node below that names none of its own")
    func inherited() throws {
        let root = try decoded(
            """
            weights: relative
            weighting: equal
            pillars:
              - id: local
                name: { zh: 市级, en: City level }
                levels: city
                pillars:
                  - id: inner
                    name: { zh: 内, en: Inner }
                    indicators:
                      - { use: example.first, evaluate: { min_max: { reference: period } } }
                  - id: wider
                    name: { zh: 外, en: Outer }
                    levels: [city, county]
                    indicators:
                      - { use: example.second, evaluate: { min_max: { reference: period } } }
              - id: general
                name: { zh: 全部, en: General }
                indicators:
                  - { use: example.third, evaluate: { min_max: { reference: period } } }
            """)
        let levels = Dictionary(uniqueKeysWithValues: root.subtree.map { ($0.id, $0.levels) })
        #expect(levels["example.first"] == ["city"])
        #expect(levels["example.second"] == ["city", "county"])
        #expect(levels["example.third"] == [])
    }

    private func decoded(_ text: String) throws -> FrameworkNode {
        let problems = DiagnosticCollector()
        let tree = try YAMLReader.read(bytes: Array(text.utf8), file: "framework.yml")
        let catalogue = try Catalogue(plugins: [ExamplePlugin()], providers: [StandardMethods()])
        let decoder = FrameworkDecoder(
            catalogue: catalogue, whole: catalogue, problems: problems, kind: .evaluation, period: nil,
            hasTargetsFile: false,
            grades: [], adjustments: [], groupings: [], written: WrittenIndicators(), tasks: nil)
        let root = decoder.decode(tree)?.root
        try #require(problems.diagnostics.map(\.problem) == [])
        return try #require(root)
    }
}

private struct ExamplePlugin: DomainPlugin {
    let description = PluginDescription(
        id: "Example", prefix: "example", version: "1", name: BilingualText(same: "Example"),
        summary: BilingualText(same: "Example"))
    let statements: [PolicyStatement] = []
    let indicators: [any Indicator] = ["first", "second", "third"].map { name in
        FormulaIndicator(
            IndicatorDescription(
                id: "example.\(name)", name: BilingualText(same: name), definition: BilingualText(same: name),
                rationale: BilingualText(same: name), unitOfMeasure: .count, statements: [],
                variables: [.residentPopulation], examples: []),
            formula: .variable(.residentPopulation))
    }
}
