import AssessmentCore
import AssessmentWorkbench
import Foundation
import Testing

@Suite("Runs in little memory, from files")
struct SparingRunsTests {
    private static let units = "code,name_zh,name_en,level\nA,甲,A,city\nB,乙,B,city\nC,丙,C,city\n"
    private static let heading = "unit,variable,period,value,status\n"

    private static func specification(data: [String], more: String = "") -> String {
        """
        assessment:
          id: trial
          kind: evaluation
          title: { zh: 试, en: Trial }
          period: 2020
          history: 2019
        units: { file: units.csv, levels: city, in_force_on: 2020-12-31 }
        data:
        \(data.map { "  - observations: \($0)" }.joined(separator: "\n"))
        \(more)framework:
          weights: relative
          evaluate: { min_max: { reference: period } }
          pillars:
            - id: p
              weight: 2
              name: { zh: 一, en: One }
              indicators:
                - { id: per_head, weight: 1, formula: sales / pop }
                - { id: sold, weight: 1, formula: sales }
            - id: q
              weight: 1
              name: { zh: 二, en: Two }
              indicators:
                - { id: area_scored, weight: 1, formula: area }
        grades:
          - { name: { zh: 好, en: Good }, at_least: 60 }
          - { name: { zh: 中, en: Fair }, at_least: 0 }

        """
    }

    private static func rows(_ variable: String, _ values: [Double]) -> String {
        zip(["A", "B", "C", "A", "B", "C"], values).enumerated().map { place, row in
            "\(row.0),\(variable),\(place < 3 ? 2019 : 2020),\(row.1),\n"
        }.joined()
    }

    private static let values: [(String, [Double])] = [
        ("sales", [10, 30, 20, 40, 30, 25]), ("pop", [2, 3, 5, 2.5, 3, 5]), ("area", [7, 1, 9, 7, 2, 9]),
    ]

    /// The assessment with a file a variable, or with one for all.
    private static func assessment(apart: Bool) throws -> TemporaryAssessment {
        var files = ["units.csv": units]
        if apart {
            for (variable, values) in values { files["\(variable).csv"] = heading + rows(variable, values) }
        } else {
            files["all.csv"] = heading + values.map { rows($0.0, $0.1) }.joined()
        }
        files["assessment.yml"] = specification(data: files.keys.filter { $0 != "units.csv" }.sorted())
        return try TemporaryAssessment(files)
    }

    private static func written(_ assessment: AggregatedAssessment, _ workbench: Workbench) throws -> [String: String] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sparing-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let paths = try workbench.write(assessment, to: folder.path)
        return try Dictionary(
            uniqueKeysWithValues: paths.map {
                ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8))
            })
    }

    @Test(
        "Files with one variable each are let go and read again, with the numbers of a whole run and of one file for all"
    )
    func sameNumbers() async throws {
        let workbench = try Workbench(plugins: [])
        let (apart, together) = (try Self.assessment(apart: true), try Self.assessment(apart: false))
        let loaded = try await workbench.loadSparingly(apart.folder.path)
        #expect(loaded.filesLetGo == 3)
        let held = try await workbench.loadSparingly(together.folder.path)
        #expect(held.filesLetGo == 0)
        let results = try await workbench.aggregates(loaded)
        let files = try Self.written(results, workbench)
        #expect(
            files.keys.sorted() == ["aggregates-2019.csv", "aggregates-2020.csv", "manifest.json", "parameters.csv"])
        let other = try Self.written(try await workbench.aggregates(held), workbench)
        for name in ["aggregates-2019.csv", "aggregates-2020.csv", "parameters.csv"] {
            #expect(files[name] == other[name], "\(name)")
        }
        let whole = try await together.run()
        let lines = try #require(files["aggregates-2020.csv"]).split(separator: "\n").map { $0.split(separator: ",") }
        #expect(
            lines[0] == [
                "unit", "unit_zh", "unit_en", "peer_group", "p.score", "p.rank", "q.score", "q.rank", "total.score",
                "total.rank", "total.grade_zh", "total.grade_en",
            ])
        for line in lines.dropFirst() {
            let unit = String(line[0])
            let row = try #require(whole.ledger.panel.row(unit: unit, period: Period(year: 2020)))
            #expect(Double(line[4]) == whole.score("p", unit))
            #expect(Double(line[8]) == whole.score("total", unit))
            #expect(Int(line[9]) == whole.ledger.rank(of: "total", row: row)?.rank)
            #expect(String(line[10]) == whole.ledger.grade(of: "total", row: row)?.name.zh)
            #expect(String(line[11]) == whole.ledger.grade(of: "total", row: row)?.name.en)
        }
        // By hand: the least and the most of sales per head in 2020.
        let parameters = try #require(files["parameters.csv"])
        #expect(parameters.contains("per_head,evaluate,minimum(value),period,2020,,5\n"))
        #expect(parameters.contains("per_head,evaluate,maximum(value),period,2020,,16\n"))
        // Every file that was read stands in the manifest, in the order of the specification.
        #expect(
            results.manifest.inputs.map(\.file) == ["assessment.yml", "units.csv", "area.csv", "pop.csv", "sales.csv"])
        #expect(results.manifest.inputs.allSatisfy { $0.sha256.count == 64 })
    }

    @Test("A unit is explained in the words of a whole run, down to its cells")
    func explanation() async throws {
        let workbench = try Workbench(plugins: [])
        let (apart, together) = (try Self.assessment(apart: true), try Self.assessment(apart: false))
        let own = try #require(
            try await workbench.explanation(of: "B", in: try await workbench.loadSparingly(apart.folder.path)))
        let whole = try await together.run()
        let expected = try #require(whole.trace(of: "total", row: 4))
        let found = try #require(own.trace(of: "total", row: 1))
        #expect(found.lines == expected.lines)
        #expect(found.children.map(\.lines) == expected.children.map(\.lines))
        let cells = found.children[0].children[0].lines.flatMap(\.cells)
        #expect(cells.map(\.origin.file) == ["sales.csv", "pop.csv"] && cells.map(\.value.en) == ["30", "3"])
    }

    @Test("A value that two files have is told although each of them could be let go")
    func twice() async throws {
        let workbench = try Workbench(plugins: [])
        let assessment = try TemporaryAssessment([
            "units.csv": Self.units,
            "assessment.yml": Self.specification(data: ["all.csv", "again.csv"]),
            "all.csv": Self.heading + Self.values.map { Self.rows($0.0, $0.1) }.joined(),
            "again.csv": Self.heading + "A,sales,2019,11,\n",
        ])
        await #expect {
            _ = try await workbench.loadSparingly(assessment.folder.path)
        } throws: { error in
            "\(error)".contains("again.csv:2:") && "\(error)".contains("sales of A in 2019 is given twice")
        }
    }

    @Test("What is wrong in a file is told once, with what is wrong in others")
    func wrong() async throws {
        let workbench = try Workbench(plugins: [])
        let assessment = try Self.assessment(apart: true)
        for name in ["pop", "area"] {
            try (Self.heading + "A,\(name),2019,much,\n").write(
                to: assessment.folder.appendingPathComponent("\(name).csv"), atomically: true, encoding: .utf8)
        }
        await #expect {
            _ = try await workbench.loadSparingly(assessment.folder.path)
        } throws: { error in
            let places = (error as? DiagnosticList)?.diagnostics.map { "\($0.position)" } ?? []
            return places.count == 2 && places[0].hasSuffix("area.csv:2:13") && places[1].hasSuffix("pop.csv:2:12")
        }
    }

    @Test("A file that changes between its readings stops the run")
    func changed() async throws {
        let workbench = try Workbench(plugins: [])
        let assessment = try Self.assessment(apart: true)
        let loaded = try await workbench.loadSparingly(assessment.folder.path)
        try (Self.heading + Self.rows("pop", [2, 3, 5, 2.5, 3, 6])).write(
            to: assessment.folder.appendingPathComponent("pop.csv"), atomically: true, encoding: .utf8)
        await #expect {
            _ = try await workbench.aggregates(loaded)
        } throws: { error in
            "\(error)".contains("pop.csv: the file was changed while the assessment was running")
        }
    }

    @Test("A check that stops a run is not passed over")
    func stops() async throws {
        let workbench = try Workbench(plugins: [])
        var files = [
            "units.csv": Self.units, "all.csv": Self.heading + Self.values.map { Self.rows($0.0, $0.1) }.joined(),
        ]
        files["assessment.yml"] = Self.specification(data: ["all.csv"], more: "checks:\n  jump: stop\n")
        let assessment = try TemporaryAssessment(files)
        let loaded = try await workbench.loadSparingly(assessment.folder.path)
        await #expect {
            _ = try await workbench.aggregates(loaded)
        } throws: { error in
            "\(error)".contains("assessment.yml:") && "\(error)".contains("the check ‘jump’ stops a run")
        }
    }
}
