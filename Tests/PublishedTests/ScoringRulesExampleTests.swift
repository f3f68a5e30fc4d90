import AssessmentCore
import AssessmentWorkbench
import Foundation
import Testing

/// The example in which every scoring rule of reviews has a node: each score of each city, worked by hand.
@Suite("Scoring rules, one by one")
struct ScoringRulesExampleTests {
    private static let example = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Examples/scoring-rules")
    private static let cities = ["A", "B", "C", "D", "E"]

    private let worked = PointsByHand.all

    private func run() async throws -> Scores {
        let workbench = try Workbench(plugins: [])
        return Scores(
            assessment: try await workbench.run(await workbench.load(ScoringRulesExampleTests.example.path), threads: 2)
        )
    }

    @Test("Every score of every city at every node, worked by hand")
    func scores() async throws {
        let scores = try await run()
        for node in worked {
            for (city, points) in zip(Self.cities, node.points) {
                // A score is the percentage of the full marks.
                let score = try #require(scores.score(node.id, city), "\(node.id) of \(city)")
                #expect(abs(score - 100 * points / node.marks) <= 1e-9, "\(node.id) of \(city) is \(score)")
            }
        }
        // Pillars of one indicator have its score.
        let single = ["r2": "r2.sales", "r3": "r3.patents", "r4": "r4.literacy", "r6": "r6.income", "r8": "r8.output"]
        for (pillar, indicator) in single {
            for city in Self.cities {
                let (whole, part) = (scores.score(pillar, city), scores.score(indicator, city))
                #expect(abs(try #require(whole) - #require(part)) <= 1e-9, "\(pillar) of \(city)")
            }
        }
        let nodes = scores.assessment.specification.framework.subtree
        #expect(Set(nodes.map(\.id)) == Set(worked.map(\.id)).union(single.keys))
        for node in nodes {
            if let own = worked.first(where: { $0.id == node.id }), node.id != "total" {
                #expect(marks(of: node) == own.marks, "\(node.id)")
            }
        }
    }

    @Test("A deduction in points says what they are out of")
    func marksInWords() async throws {
        let scores = try await run()
        let trace = try #require(
            scores.assessment.trace(of: "r10.products", row: try row("A", scores)))
        #expect(trace.lines.contains { $0.text.en.contains("(deduction −3.5 of 50 points): 100 → 93") })
        #expect(trace.lines.contains { $0.text.zh.contains("（扣分 −3.5分，满分50分）：100 → 93") })
    }

    @Test("Ranks follow the totals, and of five cities one is excellent")
    func standings() async throws {
        let scores = try await run()
        #expect(Self.cities.map { scores.rank("total", $0) } == [1, 2, 3, 4, 5])
        // 99.78, 97.97, 87.22, 75.72 and 57.45; 0.3 · 5 = 1.5 is one place, and without its bonus D had 73.72.
        #expect(try Self.cities.map { try grade($0, scores) } == ["优秀", "良好", "良好", "良好", "不合格"])
    }

    @Test("Lights: 0, 0, 10, 30 and 50 points behind; and 93, 86, 80, 60 and 54 of 100 in three bands")
    func lights() async throws {
        let scores = try await run()
        let ledger = scores.assessment.ledger
        func lights(_ node: String) throws -> [Light.Colour?] {
            try Self.cities.map { ledger.light(of: node, row: try row($0, scores)) }
        }
        #expect(try lights("r1.stations") == [.green, .green, .yellow, .yellow, .red])
        #expect(try lights("r10.service") == [.green, .green, .green, .yellow, .red])
    }

    @Test("A best effort that is not reported, or not begun, takes nothing away")
    func bestEffort() async throws {
        let scores = try await run()
        #expect(scores.reason("best_effort", "C") == .notSubmitted)
        let pillars = scores.assessment.specification.framework.children.filter(\.isWeighted)
        #expect(pillars.count == 12)
        for city in ["A", "C"] {
            // Of 1000 points, with nothing left to be rounded.
            let points = try pillars.map { try #require(marks(of: $0)) * #require(scores.score($0.id, city)) / 1000 }
            #expect(abs(try #require(scores.score("total", city)) - points.reduce(0, +)) <= 1e-9)
        }
    }

    @Test("A target that is exceeded by more than 30 per cent is questioned: those of A and B")
    func questionedTargets() async throws {
        let scores = try await run()
        for (city, rate) in zip(Self.cities, ["200.0", "140.0", nil, nil, nil]) {
            let trace = try #require(scores.assessment.trace(of: "r10.products", row: try row(city, scores)))
            let text = trace.lines.flatMap(\.workings).map(\.zh).joined()
            #expect(text.contains("应核查目标是否偏低") == (rate != nil), "\(city): \(text)")
            if let rate { #expect(text.contains("完成率\(rate)%"), "\(city): \(text)") }
        }
    }

    @Test("The arithmetic in the table of README.md gives its numbers, and so does the program")
    func table() async throws {
        let rows = try self.rows()
        #expect(rows.count == 21)
        // Each rule of the table is computed as a formula; one reads a variable at least, so that it has a row.
        let indicators = rows.enumerated().map { index, row in
            "    - { id: n\(index), weight: 1, formula: \"\(row.arithmetic) + 0 * x\" }"
        }
        let arithmetic = try await SmallAssessment(
            framework: "weights: relative\nevaluate: raw\nindicators:\n" + indicators.joined(separator: "\n"),
            data: "unit,x\nA,1\n"
        ).run()
        let scores = try await run()
        for (index, row) in rows.enumerated() {
            let decimals = try #require(row.result.split(separator: ".").last).count
            // A score is the percentage of the full marks, which are those of the program too.
            let marks = try #require(worked.first { $0.id == row.node }?.marks)
            #expect(row.node == "total" ? row.marks == 100 : row.marks == marks, "\(row.node)")
            let score = try #require(scores.score(row.node, row.city), "\(row.node)")
            for points in [try #require(arithmetic.score("n\(index)", "A")), row.marks * score / 100] {
                let text = DecimalRounding.text(points, decimals: decimals)
                #expect(Double(text) == Double(row.result), "\(row.node) of \(row.city)")
            }
        }
        let named = Set(rows.map { $0.node.prefix { $0 != "." } })
        #expect(named == Set((1...10).map { "r\($0)" } + ["quarters", "two_targets", "best_effort", "total"]))
    }

    /// A row of the table of README.md, with what stands on both sides of the equals sign.
    private struct Row {
        let node: String
        let marks: Double
        let city: String
        let arithmetic: String
        let result: String
    }

    private func rows() throws -> [Row] {
        let text = try String(contentsOf: Self.example.appendingPathComponent("README.md"), encoding: .utf8)
        return try text.split(separator: "\n").filter { $0.hasPrefix("|") }.dropFirst(2).map { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let sides = try #require(cells.last).components(separatedBy: " = ")
            try #require(cells.count == 7 && sides.count == 2, "\(line)")
            return Row(
                node: cells[2].replacing("`", with: ""), marks: try #require(Double(cells[4])), city: cells[5],
                arithmetic: sides[0].replacing("·", with: "*").replacing("−", with: "-"), result: sides[1])
        }
    }

    /// The points that a node is worth.
    private func marks(of node: FrameworkNode) -> Double? {
        switch node.role {
        case .weighted(let points): points
        case .bonus(let points): points
        }
    }

    private func row(_ city: String, _ scores: Scores) throws -> Int {
        try #require(scores.assessment.ledger.panel.row(unit: city, period: Period(year: 2024)))
    }

    private func grade(_ city: String, _ scores: Scores) throws -> String? {
        scores.assessment.ledger.grade(of: "total", row: try row(city, scores))?.name.zh
    }
}
