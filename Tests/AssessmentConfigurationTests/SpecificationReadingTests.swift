import AssessmentCore
import Testing

@testable import AssessmentConfiguration

@Suite("A specification that is right, and one with many mistakes")
struct SpecificationReadingTests {
    @Test("Ten mistakes are told at once, in the order of the lines")
    func tenMistakes() throws {
        let told = try Trial.problems(after: [
            ("id: trial", "id: Trial"),
            ("kind: evaluation", "kind: evalution"),
            ("en: Trial }", "eng: Trial }"),
            ("period: 2020", "period: soon"),
            ("levels: city", "level: city"),
            ("2020-12-31", "2020-13-31"),
            ("[Alpha]", "[Alpha, Tourism]"),
            ("weight: 60", "weight: sixty"),
            ("floor: 0", "flor: 0"),
            ("alpha.density", "alpha.densty"),
        ])
        let places = told.split(separator: "\n").map { $0.split(separator: ":").prefix(3).joined(separator: ":") }
        #expect(
            places == [
                "assessment.yml:2:7", "assessment.yml:3:9", "assessment.yml:4:19", "assessment.yml:5:11",
                "assessment.yml:6:27", "assessment.yml:6:53", "assessment.yml:7:18", "assessment.yml:11:15",
                "assessment.yml:12:32", "assessment.yml:13:12",
            ])
    }

    @Test("Weights that add up but for binary fractions are right")
    func fractions() throws {
        let third = """
            framework:
              weights: shares
              indicators:
                - { use: alpha.champions, weight: 0.7, evaluate: { goalposts: { floor: 0, ceiling: 1 } } }
            """
        let root = try Trial.specification(after: [
            ("framework:\n  indicators:", third), ("weight: 60", "weight: 0.1"), ("weight: 40", "weight: 0.2"),
        ]).framework
        #expect(root.children.map(\.role) == [.weighted(0.7), .weighted(0.1), .weighted(0.2)])
    }

    @Test("Shares may add up to 100 as well as to 1, and relative weights to anything")
    func scales() throws {
        #expect(try Trial.problems(after: [("framework:\n", "framework:\n  weights: shares\n")]) == "")
        #expect(
            try Trial.problems(after: [
                ("framework:\n", "framework:\n  weights: relative\n"), ("weight: 60", "weight: 7"),
            ]) == "")
        #expect(
            try Trial.problems(after: [
                ("framework:\n", "framework:\n  full_marks: 110\n"), ("weight: 60", "weight: 70"),
            ]) == "")
    }

    @Test("A table of numbers by period holds a line for each")
    func tableByPeriod() throws {
        let table = try target("{ 2019: 3, 2020: 4.5 }")
        #expect(
            table?.lines == [
                NumberTable.Line(period: Period(year: 2019), value: 3),
                NumberTable.Line(period: Period(year: 2020), value: 4.5),
            ])
    }

    @Test("A table of numbers by unit and class holds what each line names")
    func tableByUnit() throws {
        let table = try target(
            #"[{ unit: "340100", period: 2020, value: 1 }, { class: county, value: 2 }, { value: 3 }]"#)
        #expect(
            table?.lines == [
                NumberTable.Line(unit: "340100", period: Period(year: 2020), value: 1),
                NumberTable.Line(unitClass: "county", value: 2), NumberTable.Line(value: 3),
            ])
    }

    @Test("Steps are done in the order in which they are listed, with rounding midway")
    func steps() throws {
        let specification = try Trial.specification(after: [
            ("weight: 60", "weight: 60\n      steps: [measure, evaluate, round: 1, rank, missing, round: 0]")
        ])
        let steps = specification.framework.children[0].steps
        #expect(steps.map(\.kind) == [.measure, .evaluate, .round, .rank, .missing, .round])
        #expect(steps[2] == .round(decimals: 1))
        #expect(steps[5] == .round(decimals: 0))
    }

    @Test("The usual steps of a review end in rounding, ranking and grading the total")
    func usualSteps() throws {
        let specification = try Trial.specification(after: [
            ("kind: evaluation", "kind: review"), ("framework:\n", "framework:\n  round: 2\n"),
            (
                "plugins:",
                "grades: [{ at_least: 90, name: { zh: 优, en: A } }, { at_least: 0, name: { zh: 中, en: C } }]\nplugins:"
            ),
            ("alpha.density", "alpha.champions"), ("weight: 40", "bonus: 5"), ("weight: 60", "weight: 100"),
        ])
        #expect(specification.framework.steps.map(\.kind) == [.aggregate, .bonus, .round, .rank, .grade])
        #expect(specification.framework.children.map(\.role) == [.weighted(100), .bonus(points: 5)])
    }

    @Test("A rule on missing values is inherited and changed reason by reason")
    func missing() throws {
        let specification = try Trial.specification(after: [
            ("framework:\n", "framework:\n  missing: { falsified: zero, otherwise: renormalise }\n"),
            ("weight: 60", "weight: 60\n      missing: { not_submitted: group_median }"),
        ])
        let rules = specification.framework.children.map { node -> MissingRule? in
            for case .missing(let rule) in node.steps { return rule }
            return nil
        }
        #expect(
            rules == [
                MissingRule(actions: [.falsified: .zero, .notSubmitted: .groupMedian], otherwise: .renormalise),
                MissingRule(actions: [.falsified: .zero], otherwise: .renormalise),
            ])
    }

    private func target(_ written: String) throws -> NumberTable? {
        let specification = try Trial.specification(after: [
            (
                "weight: 60\n      evaluate: { goalposts: { floor: 0, ceiling: 10 } }",
                "weight: 60\n      target: \(written)\n      evaluate: completion"
            )
        ])
        return specification.framework.children[0].measure?.target?.table
    }
}
