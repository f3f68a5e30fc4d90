import AssessmentCore
import AssessmentWorkbench
import ConsumptionFoundation
import Foundation
import LifeConsumption
import NewProductConsumption
import ProductionConsumption
import PublicServiceConsumption
import Testing

@Suite("Specifications that the documents show can be read")
struct SpecificationBlocksTests {
    @Test("Every block is a specification, or has a place in one", arguments: Document.blocks(in: "yaml"))
    func reads(block: Block) async throws {
        if let problem = try await SpecificationBlocksTests.problem(of: block) {
            Issue.record("\(block.place):\n\(problem)")
        }
    }

    @Test("A wrong key, a wrong id and a wrong value are told, in a specification and in a part of one")
    func mistakes() async throws {
        let parts = [
            "wieghts: relative", "weights: relativ", "aggregate: arithmetic_meen",
            "plugins:\n  - { process: [python3, smart_tourism.py], file: [x.py] }",
            "assessment:\n  id: x\n  kinds: evaluation",
        ]
        for part in parts {
            let block = Document(path: "x.md", text: "```yaml\n\(part)\n```\n").blocks[0]
            #expect(try await SpecificationBlocksTests.problem(of: block) != nil, "\(part)")
        }
        let right = Document(path: "x.md", text: "```yaml\nweights: relative\n```\n").blocks[0]
        #expect(try await SpecificationBlocksTests.problem(of: right) == nil)
    }

    /// What is wrong with a block; nothing where it can be read.
    ///
    /// A whole specification is read where the document says that it is, or else beside the data of Examples/anhui-2020.
    /// A part takes the place of what a small specification has there: at the top, or below `framework`.
    static func problem(of block: Block) async throws -> String? {
        let scratch = try Scratch()
        let isWhole = block.lines.contains("assessment:")
        let path = isWhole ? block.file ?? "Examples/anhui-2020/documented.yml" : "part.yml"
        try scratch.write(path, isWhole ? block.text : specification(with: block.text))
        let workbench = try Workbench(plugins: [
            LifeConsumption(), ProductionConsumption(), PublicServiceConsumption(), NewProductConsumption(),
            ConsumptionFoundation(),
        ])
        do {
            // What a part would collect is not there yet.
            _ = try await workbench.load(scratch.path(path), collecting: true)
            return nil
        } catch {
            // A process that a block lists is none that anybody has allowed.
            let others = error.diagnostics.filter { !$0.problem.contains("since you have not allowed it") }
            return others.isEmpty ? nil : others.map(\.description).joined(separator: "\n")
        }
    }

    private static let small = [
        ("assessment", "assessment: { id: small, kind: evaluation, title: A small one, period: 2020 }"),
        ("units", "units: { file: countries.csv, code: iso3, name: country }"),
        ("plugins", "plugins: [ConsumptionFoundation]"),
        ("data", "data: [{ table: countries.csv, unit: iso3, period: { column: year } }]"),
        ("series_breaks", ""), ("peer_groups", ""), ("framework", ""), ("grades", ""), ("exports", ""),
        ("statistics", ""), ("procedure", ""), ("robustness", ""), ("checks", ""), ("variables", ""),
    ]

    private static func specification(with part: String) -> String {
        let keys = part.split(separator: "\n").filter { $0.first?.isLetter == true }.map { $0.prefix { $0 != ":" } }
        let isAtTop = keys.contains { key in small.contains { $0.0 == key } }
        let indented = part.split(separator: "\n").map { "  \($0)\n" }.joined()
        let below = (isAtTop ? "" : indented) + (keys.contains("weighting") ? "" : "  weighting: equal\n")
        let indicator = "{ use: foundation.resident_market, evaluate: { min_max: { reference: period } } }"
        let framework = "framework:\n\(below)  indicators: [\(indicator)]"
        return small.map { key, text in
            guard !keys.contains(where: { $0 == key }) else { return "" }
            return (key == "framework" ? framework : text) + "\n"
        }.joined() + (isAtTop ? part : "")
    }
}
