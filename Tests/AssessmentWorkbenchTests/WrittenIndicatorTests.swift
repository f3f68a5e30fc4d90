import AssessmentCore
import AssessmentWorkbench
import Foundation
import Testing

@Suite("Indicators written as formulas, from the specification to the cell")
struct WrittenIndicatorTests {
    private static let units = """
        code,name_zh,name_en,level,parent
        A,甲,A,city,
        B,乙,B,city,
        A1,甲一,A1,county,A
        A2,甲二,A2,county,A
        B1,乙一,B1,county,B

        """

    private static let observations = """
        unit,variable,period,value,status
        A,pop,2020,200,
        B,pop,2020,50,
        A1,pop,2020,60,
        A2,pop,2020,40,
        B1,pop,2020,,not_submitted
        A1,pop,2019,50,
        A2,pop,2019,40,
        B1,pop,2019,45,
        A,sales,2020-q1,20,
        A,sales,2020-h1,50,
        A,sales,2020-M9,60,
        A,sales,2020,100,
        B,sales,2020-q1,30,
        B,sales,2020-h1,40,
        B,sales,2020-m9,75,
        B,sales,2020,80,

        """

    private static func assessment(_ framework: String) throws -> TemporaryAssessment {
        let head = """
            assessment:
              id: trial
              kind: evaluation
              title: { zh: 试, en: Trial }
              period: 2020
              history: 2019
            units: { file: units.csv, levels: city, in_force_on: 2020-12-31 }
            data:
              - observations: observations.csv
            framework:
              weights: relative
              evaluate: raw

            """
        return try TemporaryAssessment([
            "assessment.yml": head + framework, "units.csv": units, "observations.csv": observations,
        ])
    }

    @Test("The counties of a city are put together, and one that withholds its figure leaves the city without one")
    func overUnits() async throws {
        let assessment = try await Self.assessment(
            """
              missing: { otherwise: renormalise }
              indicators:
                - { id: sum, weight: 1, formula: sum of units (pop) }
                - { id: mean, weight: 1, formula: mean of units (pop) }
                - { id: share, weight: 1, formula: 100 * sum of units (pop) / pop }
                - { id: growth, weight: 1, formula: maximum of units (growth(pop)) }

            """
        ).run()
        #expect(assessment.score("sum", "A") == 100)
        #expect(assessment.score("mean", "A") == 50)
        #expect(assessment.score("share", "A") == 50)
        // 60 against 50, and 40 against 40.
        #expect(try #require(assessment.score("growth", "A")) == 100 * (60.0 / 50 - 1))
        for node in ["sum", "mean", "share", "growth"] {
            #expect(assessment.score(node, "B") == nil)
            #expect(assessment.reason(node, "B") == .notSubmitted)
        }
        let row = try #require(assessment.ledger.panel.row(unit: "A", period: Period(year: 2020)))
        let trace = try #require(assessment.trace(of: "sum", row: row))
        #expect(trace.lines.flatMap(\.cells).map(\.origin.row) == [4, 5])
    }

    @Test("The report periods of a year weigh 15, 25, 25 and 35 per cent")
    func reportPeriods() async throws {
        let assessment = try await Self.assessment(
            """
              missing: { otherwise: no_score }
              indicators:
                - { id: first_quarter, weight: 15, formula: sales@q1 }
                - { id: first_half, weight: 25, formula: sales@h1 }
                - { id: nine_months, weight: 25, formula: sales@m9 }
                - { id: whole_year, weight: 35, formula: sales }

            """
        ).run()
        // (15·20 + 25·50 + 25·60 + 35·100) / 100 and (15·30 + 25·40 + 25·75 + 35·80) / 100
        #expect(try #require(assessment.score("total", "A")) == 65.5)
        #expect(try #require(assessment.score("total", "B")) == 61.25)
    }

    @Test("A node without which the one above gets no score leaves it without one, for its reason")
    func noScore() async throws {
        let assessment = try await Self.assessment(
            """
              missing: { otherwise: no_score }
              indicators:
                - { id: parts, weight: 1, formula: sum of units (pop) }
                - { id: sales, weight: 1, value: sales }

            """
        ).run()
        #expect(assessment.score("total", "A") == 100)
        #expect(assessment.score("total", "B") == nil)
        #expect(assessment.reason("total", "B") == .notSubmitted)
    }

    @Test("Units that only others belong to are assessed by their parts: the mean of two cities by their shares")
    func parents() async throws {
        let assessment = try await TemporaryAssessment([
            "assessment.yml": """
            assessment: { id: cities, kind: evaluation, title: Cities, period: 2020 }
            units: { file: cities.csv, code: city, parent: economy, levels: economy }
            data:
              - { table: cities.csv, unit: city }
            framework:
              weights: relative
              weighting: equal
              evaluate: raw
              indicators:
                - { id: days, formula: "sum of units (share * clip((100 - days) / 99, 0, 1))" }

            """,
            "cities.csv": """
            city,economy,share,days
            Beijing,China,0.45,1
            Shanghai,China,0.55,100
            Tokyo,Japan,0.6,100
            Osaka,Japan,0.4,199

            """,
        ]).run()
        #expect(assessment.ledger.panel.units.map(\.code) == ["China", "Japan"])
        #expect(assessment.score("days", "China") == 0.45)
        #expect(assessment.score("days", "Japan") == 0)
    }

    @Test("A name that no table and no observation has is told at its node, with the nearest one")
    func unknown() async throws {
        let assessment = try Self.assessment(
            """
              indicators:
                - { id: sales, weight: 1, formula: sale / pop }

            """)
        let problems = try await #require(throws: DiagnosticList.self) {
            _ = try await Workbench(plugins: []).load(assessment.folder.path)
        }
        #expect(problems.diagnostics.count == 1)
        #expect("\(problems)".contains("assessment.yml:14:7:"))
        #expect("\(problems)".contains("‘sale’"))
        #expect("\(problems)".contains("did you mean ‘sales’?"))
    }
}
