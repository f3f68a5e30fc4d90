import AssessmentCore
import Testing

@testable import AssessmentConfiguration

@Suite("A specification: the rules of a review")
struct SpecificationReviewTests {
    private static let grades = """
        grades:
          - { at_least: 90, name: { zh: 优秀, en: Excellent }, quota: { share: 0.3, groups: { east: 0.25 }, tied: in } }
          - { at_least: 0, name: { zh: 合格, en: Pass } }

        """
    private static let groups = """
        peer_groups:
          - { id: east, name: E, classes: demonstration }
          - { id: west, name: W, without_classes: demonstration }

        """
    private static let adjustments = """
        adjustments:
          - { id: award, name: { zh: 表彰, en: Award }, kind: bonus, at_most: 3, authorities: [A, B] }
          - { id: late, name: L, kind: deduction, at_most: 5 }
          - { id: hard, name: H, kind: coefficient, from: 1, to: 1.35, up_to: 100 }
          - { id: set, name: S, kind: override, nodes: alpha.income }
          - { id: false_figures, name: F, kind: veto, grade: disqualified, rank: last }
          - { id: accident, name: A, kind: veto, grade: { no_better_than: 合格 } }

        """

    @Test("Adjustments, quotas and tie-breaks are read, and become steps in their order")
    func read() throws {
        let specification = try Trial.specification(after: [
            (
                "framework:\n",
                Self.groups + Self.adjustments + Self.grades + "framework:\n  ties_broken_by: [alpha.income]\n"
            )
        ])
        #expect(
            specification.adjustments.map(\.effect) == [
                .bonus(atMost: 3, upTo: nil), .deduction(atMost: 5, downTo: 0),
                .coefficient(from: 1, to: 1.35, upTo: 100),
                .override, .veto(Veto(.disqualified, rank: .last)), .veto(Veto(.noBetterThan(1))),
            ])
        #expect(specification.adjustments[0].authorities == ["A", "B"])
        let root = specification.framework
        #expect(
            root.steps.map(\.kind) == [.aggregate, .adjust, .adjust, .adjust, .rank, .grade, .veto, .veto, .quota])
        #expect(
            root.steps.compactMap(\.adjustment).map(\.id) == ["award", "late", "hard", "false_figures", "accident"])
        #expect(root.children[0].steps.map(\.kind) == [.measure, .evaluate, .missing, .adjust, .rank])
        #expect(root.children[1].steps.map(\.kind) == [.measure, .evaluate, .missing, .rank])
        #expect(root.steps.contains(.rank(tolerance: 1e-9, tieBreaks: ["alpha.income"])))
        let quota = try #require(
            specification.framework.steps.compactMap { step -> Quota? in
                if case .grade(let bands) = step { bands[0].quota } else { nil }
            }.first)
        #expect(quota.share == 0.3 && quota.sharesOfGroups == ["east": 0.25] && quota.tied == .within)
        #expect(specification.peerGroups.map(\.classes) == [["demonstration"], []])
        #expect(specification.peerGroups.map(\.withoutClasses) == [[], ["demonstration"]])
    }

    @Test("Targets that follow from a rule are read")
    func targets() throws {
        func target(_ text: String) throws -> Target? {
            try Trial.specification(after: [
                (
                    "weight: 40\n      evaluate: { goalposts: { floor: 0, ceiling: 10 } }",
                    "weight: 40\n      evaluate: completion\n      target: \(text)"
                )
            ]).framework.children[1].measure?.target
        }
        let year = Period(year: 2020)
        #expect(try target("7") == .numbers(NumberTable(7)))
        #expect(
            try target("{ path: { goal: 5000, in: 2020, growth: 16, decimals: 1 } }")
                == .path(TargetPath(goal: 5000, year: year, growth: 16, decimals: 1)))
        #expect(
            try target("{ milestones: [{ by: 2018-12-31, value: 1, classes: x }, { by: 2020-12-31, value: 2 }] }")
                == .milestones([
                    TargetMilestone(by: try #require(CalendarDate("2018-12-31")), value: 1, classes: ["x"]),
                    TargetMilestone(by: try #require(CalendarDate("2020-12-31")), value: 2),
                ]))
        #expect(
            try target("{ share_out: { total: 700, by: income, of: 2018 } }")
                == .shared(
                    SharedTarget(total: .numbers(NumberTable(700)), key: .variable("income", Period(year: 2018)))))
        #expect(
            try target("{ share_out: { path: { goal: 5, in: 2020, growth: 0 }, by: base, of: 2018, decimals: 2 } }")
                == .shared(
                    SharedTarget(
                        total: .path(TargetPath(goal: 5, year: year, growth: 0)), key: .base(Period(year: 2018)),
                        decimals: 2)))
    }

    @Test("What is wrong is told with its place", arguments: slips)
    func told(slip: Slip) throws {
        #expect(try Trial.problems(after: slip.edits) == slip.expected)
    }

    private static func section(_ name: String, _ text: String, expected: String) -> Slip {
        Slip(name, .replacing("framework:\n", text + "\nframework:\n"), expected: expected)
    }

    private static let slips: [Slip] = [
        section(
            "a veto without grades", "adjustments: [{ id: a, name: A, kind: veto, grade: disqualified }]",
            expected: "assessment.yml:8:52: a veto lowers grades, and there are none; expected grades"),
        section(
            "a coefficient without bounds", "adjustments: [{ id: a, name: A, kind: coefficient }]",
            expected:
                "assessment.yml:8:15: the coefficient has no bounds; expected from: and to:, such as 1 and 1.35"),
        section(
            "a key of another kind", "adjustments: [{ id: a, name: A, kind: override, at_most: 3 }]",
            expected:
                "assessment.yml:8:58: ‘at_most’ goes with bonus and deduction only; expected no at_most with override"),
        section(
            "an unknown node", "adjustments: [{ id: a, name: A, kind: bonus, nodes: alpha.incom }]",
            expected:
                "assessment.yml:8:15: the adjustment ‘a’ names the node ‘alpha.incom’, and there is none; expected the id "
                + "of a node of the framework; did you mean ‘alpha.income’?"),
        section(
            "two of one id",
            "adjustments: [{ id: a, name: A, kind: bonus }, { id: a, name: B, kind: bonus }]",
            expected: "assessment.yml:8:54: two adjustments have the id ‘a’; expected an id of its own"),
        section(
            "a quota of the lowest grade", "grades: [{ at_least: 0, name: P, quota: { share: 0.3 } }]",
            expected:
                "assessment.yml:8:41: the lowest grade has a quota, and there is no grade for those beyond it; expected "
                + "quotas for better grades"),
        section(
            "a quota of a group that is not listed",
            "grades: [{ at_least: 50, name: A, quota: { share: 0.3, groups: { east: 0.2 } } }, { at_least: 0, name: B }]",
            expected:
                "assessment.yml:8:42: the quota names the peer group ‘east’, and there is none; expected peer_groups that "
                + "list it"),
    ]
}
