import AssessmentCore
import AssessmentWorkbench
import Foundation
import Testing

@Suite("Tables with columns of their own, from the specification to the manifest")
struct TablesTests {
    private static let specification = """
        assessment:
          id: trial
          kind: evaluation
          title: { zh: 试, en: Trial }
          period: 2020
        units: { file: wide.csv, code: code, name: name, groups: region, classes: { big: [AUT] } }
        data:
          - table: wide.csv
            unit: code
            columns: { gdp: "GDP (bn)" }
            missing: [NA]
          - { table: matrix.json, at: "cases[0].matrix", columns: { first: "1" }, other_units: ignore }
          - { table: matrix.json, at: more, unit: code, columns: { second: b } }
        framework:
          weights: relative
          evaluate: raw
          missing: { otherwise: renormalise }
          indicators:
            - { value: gdp, weight: 1 }
            - { id: both, weight: 1, formula: gdp + second }

        """

    private static let wide = "name,code,region,GDP (bn),remark\nAustria,AUT,Europe,390.8,?\nJapan,JPN,Asia,NA,?\n"
    private static let matrix = """
        { "cases": [{ "matrix": [[1, 2]] }],
          "more": [{ "code": "AUT", "b": 0.25 }, { "code": "JPN", "b": null }] }
        """
    private static let data = ["wide.csv": wide, "matrix.json": matrix]

    /// What is told of a specification with its data beside it or apart, with the names of the folders shortened.
    private static func told(_ trial: TemporaryAssessment, data: TemporaryAssessment? = nil) async throws -> String {
        try await kept((trial, data)) {
            let workbench = try Workbench(plugins: [])
            do throws(DiagnosticList) {
                _ = try await workbench.load(trial.folder.path, data: data?.folder.path)
                return ""
            } catch {
                let text = error.description.replacingOccurrences(of: trial.folder.path, with: "beside")
                return data.map { text.replacingOccurrences(of: $0.folder.path, with: "apart") } ?? text
            }
        }
    }

    /// The specification with a piece replaced, with its data beside it.
    /// Does something while folders are there.
    private static func kept<Kept, Result>(_ kept: Kept, _ body: () async throws -> Result) async rethrows -> Result {
        let result = try await body()
        withExtendedLifetime(kept) {}
        return result
    }

    private static func trial(_ old: String, _ new: String) throws -> TemporaryAssessment {
        let text = specification.replacingOccurrences(of: old, with: new)
        return try TemporaryAssessment(data.merging(["assessment.yml": text]) { first, _ in first })
    }

    @Test("Values are scored and traced to their cells; a file that is listed twice is one input")
    func run() async throws {
        let files = Self.data.merging(["assessment.yml": Self.specification]) { first, _ in first }
        let assessment = try await TemporaryAssessment(files).run()
        #expect(assessment.score("gdp", "AUT") == 390.8)
        #expect(assessment.score("both", "AUT") == 391.05)
        #expect(assessment.score("gdp", "JPN") == nil)
        #expect(assessment.reason("gdp", "JPN") == .notSubmitted)
        let panel = assessment.ledger.panel
        #expect(panel.units.map(\.name.en) == ["Austria", "Japan"])
        #expect(panel.units.map(\.groups) == [["region": "Europe"], ["region": "Asia"]])
        #expect(panel.units.map(\.classes) == [["big"], []])
        #expect(assessment.manifest.inputs.map(\.file) == ["assessment.yml", "wide.csv", "matrix.json"])
    }

    @Test("A variable of a formula that no table has is told at its node with the nearest column")
    func notThere() async throws {
        #expect(
            try await Self.told(Self.trial("formula: gdp + second", "formula: gdp + secnd")) == """
                beside/assessment.yml:20:7: no table has a column ‘secnd’; expected a column of a table under ‘data’, by \
                its own name or by ‘columns’; or observations of it; did you mean ‘second’?
                """)
    }

    @Test("A file of observations with a heading alone is told as that, instead of what it would hold")
    func noObservations() async throws {
        let trial = try TemporaryAssessment([
            "assessment.yml": """
            assessment: { id: trial, kind: evaluation, title: { zh: 试, en: Trial }, period: 2020 }
            units: { file: units.csv, levels: city, in_force_on: 2020-12-31 }
            data: [{ observations: obs.csv }]
            framework:
              weights: relative
              evaluate: raw
              missing: { otherwise: renormalise }
              indicators: [{ value: gdp, weight: 1 }]

            """,
            "units.csv": "code,name_zh,name_en,level\n1,甲,A,city\n",
            "obs.csv": "unit,variable,period,value,status,source,note\n",
        ])
        #expect(
            try await Self.told(trial).hasSuffix(
                "obs.csv:1:1: the file has a heading and no rows; expected a row a value"))
    }

    @Test("A class that no unit has is told where a node is for it")
    func classes() async throws {
        #expect(
            try await Self.told(Self.trial("{ value: gdp, weight: 1 }", "{ value: gdp, weight: 1, classes: bgi }"))
                == """
                beside/assessment.yml:19:7: ‘gdp’ is for the class ‘bgi’, which no unit has; expected a class or kind of \
                the units; did you mean ‘big’?
                """)
    }

    @Test("With a folder of data of its own, files are read there")
    func dataFolder() async throws {
        let (beside, apart) = (
            try TemporaryAssessment(["assessment.yml": Self.specification]), try TemporaryAssessment(Self.data)
        )
        let workbench = try Workbench(plugins: [])
        let loaded = try await Self.kept((beside, apart)) {
            try await workbench.load(beside.folder.path, data: apart.folder.path)
        }
        let assessment = try await workbench.run(loaded)
        #expect(assessment.score("gdp", "AUT") == 390.8)
        #expect(assessment.manifest.inputs.map(\.file) == ["assessment.yml", "wide.csv", "matrix.json"])
    }

    @Test("Problems of data are named in the folder of the data, those of the specification in its own")
    func places() async throws {
        let beside = try TemporaryAssessment(["assessment.yml": Self.specification])
        let wrong = Self.wide.replacingOccurrences(of: "390.8", with: "many")
        let data = try TemporaryAssessment(["wide.csv": wrong, "matrix.json": Self.matrix])
        #expect(
            try await Self.told(beside, data: data).hasPrefix("apart/wide.csv:2:20: ‘many’ is not a number; expected "))
        let misspelt = try TemporaryAssessment([
            "assessment.yml": Self.specification.replacingOccurrences(of: "code: code, name", with: "code: coed, name")
        ])
        #expect(
            try await Self.told(misspelt, data: TemporaryAssessment(Self.data))
                .hasPrefix("beside/assessment.yml:6:8: the table ‘wide.csv’ has no column ‘coed’; expected one of "))
    }
}
