import AssessmentCore
import Testing

@testable import AssessmentConfiguration

@Suite("A specification: tasks")
struct SpecificationTasksTests {
    private static let tasks = """
        tasks:
          departments: units.csv
          as_of: 2020-11-30
          lights: { yellow_from: 5, red_above: 20, late: orange, made_up: blue, made_up_after: late, best_effort: green }
          late: { points: 2, at_most: 20 }
          score_against: whole
          round: 1
          list:
            - id: wifi
              statement: T6
              name: { zh: 无线宽带, en: Wireless }
              lead: [{ level: city }, txglj]
              support: [{ class: demonstration }, { zh: 有关部门, en: Others }]
              start: 2018-02-12
              deadline: 2020-12-31
              deliverable: D
              quantity: [{ class: city, value: 20 }, { unit: txglj, value: 320 }]
              unit_of_measure: { zh: 处, en: places }
              plan: [{ by: 2018-12-31, percent: 30 }, { by: 2019-12-31, percent: 60 }]
              points: 3
            - { id: workshops, name: W, lead: [jxw], start: 2018-02-12, deadline: 2020-12-31, quantity: 50, best_effort: true }
            - { id: rules, name: R, lead: [jxw], start: 2018-02-12, deadline: 2018-03-31 }

        """

    @Test("Tasks and their rules are read, and an indicator may be the completion of one")
    func read() throws {
        let specification = try Trial.specification(after: [
            ("framework:\n", Self.tasks + "framework:\n"),
            ("use: alpha.density\n", "task: wifi\n"),
        ])
        let scheme = try #require(specification.tasks)
        #expect(scheme.departments == "units.csv" && scheme.asOf == CalendarDate("2020-11-30"))
        #expect(
            scheme.lights
                == TaskLights(
                    yellowFrom: 5, redAbove: 20, late: .orange, madeUp: .blue, madeUpAfter: .late, bestEffort: .green))
        #expect(scheme.late == LateDeduction(points: 2, atMost: 20))
        #expect(scheme.measure == .whole && scheme.decimals == 1)
        let wifi = scheme.tasks[0]
        #expect(wifi.lead.map(\.party) == [.level("city"), .body("txglj")])
        #expect(
            wifi.support.map(\.party) == [
                .unitClass("demonstration"), .named(BilingualText(zh: "有关部门", en: "Others")),
            ])
        #expect(wifi.statement == "T6" && wifi.points == 3 && wifi.deliverable == BilingualText(same: "D"))
        #expect(wifi.quantity.lines.map(\.value) == [20, 320])
        #expect(
            wifi.plan
                == .steps([
                    .init(by: try #require(CalendarDate("2018-12-31")), percent: 30),
                    .init(by: try #require(CalendarDate("2019-12-31")), percent: 60),
                ]))
        // With a quantity in step with the days, without one everything at the deadline.
        #expect(scheme.tasks[1].plan == .linear && scheme.tasks[1].isBestEffort)
        #expect(scheme.tasks[2].plan == .atDeadline && scheme.tasks[2].quantity == NumberTable(1))
        let leaf = specification.framework.children[1]
        #expect(leaf.id == "wifi" && leaf.measure?.indicator == "wifi")
        #expect(leaf.name == BilingualText(zh: "无线宽带", en: "Wireless"))
    }

    @Test("Without more, lights and scores follow the usual rules, up to the end of the period")
    func usual() throws {
        let scheme = try #require(
            try Trial.specification(after: [
                (
                    "framework:\n",
                    "tasks: { list: [{ id: a, name: A, lead: [x], start: 2020-01-01, deadline: 2020-06-30 }] }\nframework:\n"
                )
            ]).tasks)
        #expect(scheme.asOf == CalendarDate("2020-12-31") && scheme.lights == TaskLights() && scheme.late == nil)
        #expect(scheme.measure == .plan && scheme.decimals == 2)
    }

    @Test("What is wrong is told with its place", arguments: slips)
    func told(slip: Slip) throws {
        #expect(try Trial.problems(after: slip.edits) == slip.expected)
    }

    private static func section(_ name: String, _ text: String, expected: String) -> Slip {
        Slip(name, .replacing("framework:\n", text + "\nframework:\n"), expected: expected)
    }

    private static func task(_ name: String, _ rest: String, expected: String) -> Slip {
        section(name, "tasks: { list: [{ id: a, name: A, \(rest) }] }", expected: "assessment.yml:8:" + expected)
    }

    private static let slips: [Slip] = [
        section(
            "a review before the period",
            "tasks: { as_of: 2019-12-31, list: [{ id: a, name: A, lead: [x], start: 2019-01-01, deadline: 2020-01-01 }] }",
            expected:
                "assessment.yml:8:17: the tasks are reviewed on 2019-12-31, before the assessed period; expected a day of "
                + "2020, or a later one"),
        section(
            "red before yellow",
            "tasks: { lights: { yellow_from: 40 }, list: [{ id: a, name: A, lead: [x], start: 2019-01-01, deadline: "
                + "2020-01-01 }] }",
            expected:
                "assessment.yml:8:18: red begins at fewer points (30) than yellow (40); expected yellow_from ≤ red_above"
        ),
        task(
            "a deadline before the start", "lead: [x], start: 2019-01-01, deadline: 2018-01-01",
            expected:
                "75: the deadline 2018-01-01 does not lie after the start; expected a day after 2019-01-01"),
        task(
            "a plan that goes back",
            "lead: [x], start: 2019-01-01, deadline: 2020-01-01, plan: [{ by: 2019-05-01, percent: 50 }, { by: 2019-06-01, "
                + "percent: 40 }]",
            expected:
                "127: the plan goes back: 40 % by 2019-06-01 after 50 % by 2019-05-01; expected later dates with larger "
                + "shares"),
        task(
            "a quantity by year", "lead: [x], start: 2019-01-01, deadline: 2020-01-01, quantity: { 2019: 5 }",
            expected:
                "97: the quantity of a task is of the whole of it, and not of a year; expected a number, or numbers by "
                + "unit or class; plan: for what should be done by when"),
        task(
            "nobody in the lead", "lead: [], start: 2019-01-01, deadline: 2020-01-01",
            expected: "41: the list ‘lead’ is empty; expected at least one, or leave the key out"),
        task(
            "a lead body without a code", "lead: [{ zh: 各市, en: Cities }], start: 2019-01-01, deadline: 2020-01-01",
            expected: "44: a group of units has no key ‘zh’; expected one of level, class\n"
                + "assessment.yml:8:52: a group of units has no key ‘en’; expected one of level, class"),
        section(
            "progress of nothing", "data: [{ progress: units.csv }]",
            expected:
                "assessment.yml:8:8: ‘units.csv’ holds the progress of tasks, and the specification has none; expected tasks: "
                + "with a list of them"),
        Slip(
            "an indicator of no task", .replacing("use: alpha.density\n", "task: wifi\n"),
            expected: "assessment.yml:13:13: there is no task ‘wifi’; expected tasks: a list of them"),
        Slip(
            "a best-effort task with a weight in a review",
            .replacing("framework:\n", tasks + "framework:\n  round: 2\n"),
            .replacing("use: alpha.density\n", "task: workshops\n"),
            .replacing("kind: evaluation", "kind: review"),
            expected:
                "assessment.yml:36:7: ‘workshops’ is a best-effort task (力争), which may reward and never punish; expected "
                + "bonus: points, in place of a weight"),
    ]
}
