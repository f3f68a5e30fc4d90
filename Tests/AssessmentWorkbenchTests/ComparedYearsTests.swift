import AssessmentCore
import AssessmentWorkbench
import Testing

@Suite("Totals of different years are compared only on one scale")
struct ComparedYearsTests {
    /// Three indicators, each scored against the rows of a reference set.
    private static func assessment(_ references: [String]) throws -> TemporaryAssessment {
        let indicators = zip(["x", "y", "z"], references).map { variable, reference in
            "- { id: of_\(variable), weight: 1, formula: \(variable), evaluate: { min_max: { reference: \(reference) } } }"
        }
        let rows = ["x", "y", "z"].flatMap { variable in
            [("A", 2019, 1), ("B", 2019, 2), ("A", 2020, 5), ("B", 2020, 3)].map { unit, year, value in
                "\(unit),\(variable),\(year),\(value),"
            }
        }
        return try TemporaryAssessment([
            "units.csv": "code,name_zh,name_en,level\nA,甲,A,city\nB,乙,B,city\n",
            "observations.csv": (["unit,variable,period,value,status"] + rows).joined(separator: "\n") + "\n",
            "assessment.yml": """
            assessment: { id: trial, kind: evaluation, title: { zh: 试, en: Trial }, period: 2020, history: 2019 }
            units: { file: units.csv, levels: city, in_force_on: 2020-12-31 }
            data:
              - observations: observations.csv
            exports: [html]
            framework:
              weights: relative
              pillars:
                - id: p
                  weight: 1
                  name: { zh: 一, en: One }
                  indicators:
                    \(indicators.joined(separator: "\n        "))

            """,
        ])
    }

    @Test(
        "A difference of totals is shown where fewer than half of the indicators are scored within each year",
        arguments: [
            (["all_rows", "all_rows", "all_rows"], true), (["period", "all_rows", "all_rows"], true),
            (["period", "period", "all_rows"], false), (["period", "period", "period"], false),
        ])
    func rule(references: [String], isCompared: Bool) async throws {
        let assessment = try await Self.assessment(references).run()
        #expect(assessment.comparesYears == isCompared)
        let files = try await Workbench(plugins: []).files(of: assessment, languages: [.english])
        let page = try #require(files.first { $0.path.hasPrefix("units/a") || $0.path.hasPrefix("units/A") })
        let text = String(decoding: page.bytes, as: UTF8.self)
        // A went from the last place to the first.
        #expect(text.contains("up 1 place"))
        #expect(text.contains("scores compare within a year only") != isCompared)
        #expect(text.contains("total up by") == isCompared)
    }
}
