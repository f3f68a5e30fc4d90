import AssessmentCore
import AssessmentMethods
import AssessmentPipeline
import Testing

@testable import AssessmentExporters

/// Two pillars of 60 and 40 points with an indicator each, whose score is its value; expected figures are worked by hand.
@Suite("What would lift a total most, and points that add up")
struct LargestLiftTests {
    private static let period = Period(year: 2020)
    private static let coefficient = Adjustment(
        id: "coefficient", name: BilingualText(same: "Coefficient"), effect: .coefficient(from: 1, to: 1.35, upTo: 100))
    private static let award = Adjustment(
        id: "award", name: BilingualText(same: "Award"), effect: .bonus(atMost: 5, upTo: 100))
    private static let override = Adjustment(
        id: "override", name: BilingualText(same: "Override"), effect: .override, nodes: ["i"])

    private struct Decision {
        let adjustment: Adjustment
        let unit: String
        let node: String
        let value: Double
    }

    /// The values of both indicators for each unit; nothing for what was not reported.
    private func run(
        _ values: [String: (Double?, Double?)], _ decisions: [Decision] = [], pillarSteps: [Step] = [],
        missing: MissingRule.Action = .zero, decimals: Int = 2, evaluate: MethodChoice = MethodChoice("completion"),
        direction: Direction? = nil
    ) async throws -> CompletedAssessment {
        let day = try #require(CalendarDate(year: 2020, month: 12, day: 31))
        let mean = Step.aggregate(MethodChoice("arithmetic_mean"), weighting: MethodChoice("given"))
        let rule = Step.missing(MissingRule(otherwise: missing))
        func pillar(_ id: String, _ leaf: String, _ use: String, _ points: Double, _ steps: [Step]) -> FrameworkNode {
            FrameworkNode(
                id: id, name: BilingualText(same: id.uppercased()), role: .weighted(points),
                steps: [mean] + steps + [rule],
                children: [
                    FrameworkNode(
                        id: leaf, name: BilingualText(same: leaf.uppercased()), role: .weighted(points),
                        measure: FrameworkNode.IndicatorUse(use, target: .numbers(NumberTable(100))),
                        direction: direction,
                        steps: [.measure, .evaluate(evaluate), rule]
                            + decisions.filter { $0.node == leaf }.prefix(1).map { .adjust($0.adjustment) })
                ])
        }
        let units = values.keys.sorted()
        let specification = Specification(
            id: "lift", kind: .review, title: BilingualText(same: "Lift"), basis: "", notice: nil, period: Self.period,
            units: UnitSelection(
                file: "units.csv", levels: ["city"], inForceOn: day),
            plugins: ["Fixture"], adjustments: decisions.map(\.adjustment),
            framework: FrameworkNode(
                id: "total", name: BilingualText(same: "Total"),
                steps: [mean, rule] + decisions.filter { $0.node == "total" }.map { .adjust($0.adjustment) }
                    + [.round(decimals: decimals), .rank(tolerance: 0)],
                children: [
                    pillar("p", "i", "fixture.income", 60, pillarSteps),
                    pillar("q", "j", "fixture.centres", 40, []),
                ]))
        var observations: [Observation] = []
        for unit in units {
            let pair = values[unit]
            for (variable, value) in [(FixturePlugin.income.id, pair?.0), (FixturePlugin.centres.id, pair?.1)] {
                let origin = Origin(file: "obs.csv", row: observations.count + 2, column: "value")
                observations.append(
                    value.map {
                        Observation(variable: variable, unit: unit, period: Self.period, value: $0, origin: origin)
                    }
                        ?? Observation(
                            variable: variable, unit: unit, period: Self.period, absent: .notSubmitted, origin: origin))
            }
        }
        let data = CollectedData(
            units: UnitTable(
                units.map { AssessedUnit(code: $0, name: BilingualText(same: $0), level: "city") }),
            observations: observations,
            decisions: decisions.enumerated().map { place, decision in
                AdjustmentDecision(
                    adjustment: decision.adjustment.id, unit: decision.unit, node: decision.node, period: Self.period,
                    value: decision.value, reason: "r", authority: "a", evidence: "e",
                    date: day, decidedBy: "d",
                    origin: Origin(file: "decisions.csv", row: place + 2, column: "value"))
            })
        let catalogue = try Catalogue(
            plugins: [FixturePlugin(pillar: BilingualText(same: "P"))], providers: [StandardMethods()])
        return try await Pipeline(specification, catalogue: catalogue).run(
            data,
            manifest: Manifest(workbench: "1.0.0", platform: "test", plugins: [:], inputs: [], results: ""))
    }

    private func lift(_ assessment: CompletedAssessment, row: Int) -> (indicator: String, gain: String)? {
        LargestLift(Figures(assessment), row: row, isPoints: true).map {
            ($0.indicator, DecimalRounding.text($0.gain, decimals: 2))
        }
    }

    @Test("Plainly: the points that are lacking")
    func plain() async throws {
        // 0.6 × 60 + 0.4 × 80 = 68; full marks in I: 60 + 32 = 92.
        let found = try #require(lift(try await run(["A": (60, 80), "B": (70, 70)]), row: 0))
        #expect(found == ("i", "24.00"))
    }

    @Test("The sentence has the decimals of the template, else no fewer than two")
    func decimalsOfTemplate() async throws {
        // 24 more, as above.
        let run = try await run(["A": (60, 80), "B": (70, 70)], decimals: 0)
        func sentence(_ run: CompletedAssessment) throws -> String {
            try #require(UnitSummary(Figures(run), row: 0, weights: Weights(run, row: 0)).lift?.en)
        }
        #expect(try sentence(run).contains("would add 24.00 points"))
        #expect(try sentence(run.shown(by: ReportTemplate(decimals: 1))).contains("would add 24.0 points"))
    }

    @Test("A coefficient multiplies the gain, and its bound cuts it")
    func coefficient() async throws {
        // 68 × 1.3 = 88.4; (60 + 32) × 1.3 = 119.6, at most 100.
        let bounded = try await run(
            ["A": (60, 80), "B": (70, 70)],
            [Decision(adjustment: Self.coefficient, unit: "A", node: "total", value: 1.3)])
        #expect(try #require(lift(bounded, row: 0)) == ("i", "11.60"))
        // 68 × 1.05 = 71.4; 92 × 1.05 = 96.6.
        let free = try await run(
            ["A": (60, 80), "B": (70, 70)],
            [Decision(adjustment: Self.coefficient, unit: "A", node: "total", value: 1.05)])
        #expect(try #require(lift(free, row: 0)) == ("i", "25.20"))
        // Unit B has no decision: 0.6 × 30 = 18.
        #expect(try #require(lift(free, row: 1)) == ("i", "18.00"))
    }

    @Test("A total at its bound is lifted by nothing")
    func atBound() async throws {
        // 0.6 × 95 + 0.4 × 100 = 97, and 3 more; with full marks in I 100 and 3 more, at most 100.
        let run = try await run(
            ["A": (95, 100), "B": (60, 80)], [Decision(adjustment: Self.award, unit: "A", node: "total", value: 3)])
        #expect(run.ledger.scores(of: "total")?[0] == 100)
        #expect(lift(run, row: 0) == nil)
        let summary = UnitSummary(Figures(run), row: 0, weights: Weights(run, row: 0))
        #expect(summary.lift == nil)
    }

    @Test("An indicator whose score was decided is lifted by nothing, so that another one is named")
    func overridden() async throws {
        // I is 10 whatever is measured: 6 + 36 = 42; full marks in J: 6 + 40 = 46.
        let run = try await run(
            ["A": (10, 90), "B": (60, 80)], [Decision(adjustment: Self.override, unit: "A", node: "i", value: 10)])
        #expect(try #require(lift(run, row: 0)) == ("j", "4.00"))
    }

    @Test("Where a pillar is scored among the units, nothing is said, and its indicator has no points")
    func scoredPillar() async throws {
        let minMax = Step.evaluate(MethodChoice("min_max", reference: .period))
        let run = try await run(["A": (60, 80), "B": (70, 70), "C": (10, 90)], pillarSteps: [minMax])
        #expect(lift(run, row: 0) == nil)
        let weights = Weights(run, row: 0)
        let points = Dictionary(
            uniqueKeysWithValues: run.root.subtree.map { ($0.id, weights.points(of: $0)) })
        // P is 100 × (60 − 10) ÷ (70 − 10) = 83.333, of 60 points: 50; 50 + 32 = 82.
        #expect(points["i"] == .some(nil))
        let pillar = try #require(points["p"] ?? nil)
        #expect((pillar - 50).magnitude < 1e-9 && points["j"] == 32 && points["q"] == 32 && points["total"] == 82)
    }

    @Test("What was not reported is said to be so, with the rule; and counts where siblings share its weight")
    func notReported() async throws {
        // J is zero by rule: 0.6 × 60 = 36; reported with full marks 76.
        let zero = try await run(["A": (60, nil), "B": (70, 70)])
        #expect(try #require(lift(zero, row: 0)) == ("j", "40.00"))
        let summary = UnitSummary(Figures(zero), row: 0, weights: Weights(zero, row: 0))
        #expect(summary.lift?.zh == "提升空间最大的是“J”：未报送，按规则计零分；补报后若得满分，总分可增加40.00分（其他各项不变）。")
        // Q has no score, and P counts for all: 60; with full marks in J 36 + 40 = 76, in I 100.
        let shared = try await run(["A": (60, nil), "B": (70, 70)], missing: .renormalise)
        #expect(try #require(lift(shared, row: 0)) == ("i", "40.00"))
        // 100 alone, and with J 60 + 40.
        let other = try await run(["A": (100, nil), "B": (70, 70)], missing: .renormalise)
        #expect(lift(other, row: 0) == nil)
    }

    @Test("The lines under the points lead from their sum to the total")
    func sums() async throws {
        // 0.6 × 61.11 + 0.4 × 70.07 = 64.694, less rounding 64.7, and 2 for the award before it: 66.694, 66.7.
        let run = try await run(
            ["A": (61.11, 70.07), "B": (60, 80)],
            [Decision(adjustment: Self.award, unit: "A", node: "total", value: 2)],
            decimals: 1)
        let lines = TotalInPoints(Figures(run), row: 0, weights: Weights(run, row: 0)).lines
        #expect(lines.map(\.points) == ["64.694", "+2.00", "+0.006", "66.70"])
        #expect(lines.map(\.name.en) == ["Sum of the points", "Award", "Rounded to 1 decimal", "Total"])
        // 68 needs neither.
        let plain = TotalInPoints(Figures(run), row: 1, weights: Weights(run, row: 1)).lines
        #expect(plain.map(\.points) == ["68.00", "68.00"])
    }

    @Test("A decision on an indicator leaves its points in place; one on a pillar takes those below away")
    func pointsBelowDecisions() async throws {
        let pillarAward = Adjustment(
            id: "award", name: BilingualText(same: "Award"), effect: .bonus(atMost: 5, upTo: 100), nodes: ["p"])
        let run = try await run(
            ["A": (60, 80), "B": (60, 80)], [Decision(adjustment: pillarAward, unit: "A", node: "p", value: 3)],
            pillarSteps: [.adjust(pillarAward)])
        let root = run.root
        func points(_ id: String, _ row: Int) -> Double? {
            root.subtree.first { $0.id == id }.flatMap { Weights(run, row: row).points(of: $0) }
        }
        // 3 points of 60 are 5 of 100: P is 65, of 60 points 39.
        #expect(points("p", 0) == 39 && points("i", 0) == nil && points("j", 0) == 32)
        #expect(points("p", 1) == 36 && points("i", 1) == 36)
        // Full marks in I: 100 and 5, at most 100: 60 + 32 = 92, from 71.
        #expect(try #require(lift(run, row: 0)) == ("i", "21.00"))
    }

    /// P, in thousands: A 10, B 20, C 30; Q: A 9, B 7, C 8. Less is better, so that A is first in P and last in Q.
    @Test("Where less is better the lowest score is first, also in what opens a scorecard")
    func lowerIsBetter() async throws {
        let run = try await run(
            ["A": (10, 9), "B": (20, 7), "C": (30, 8)], evaluate: MethodChoice("raw"), direction: .lowerIsBetter)
        let figures = Figures(run)
        let ranks = ["p", "q", "i", "j"].map { node in (0..<3).map { figures.standing(of: node, row: $0)?.rank } }
        #expect(ranks == [[1, 2, 3], [3, 1, 2], [1, 2, 3], [3, 1, 2]])
        #expect((0..<3).map { run.standing(of: "q", row: $0)?.rank } == [3, 1, 2])
        let summary = UnitSummary(figures, row: 0, weights: Weights(run, row: 0))
        #expect(
            summary.strongest?.en
                == "Placed best among its peers: ‘P’, with a score of 10.00, rank 1 of 3, 10.00 below the median of its peers."
        )
        #expect(
            summary.weakest?.en
                == "Placed lowest among its peers: ‘Q’, with a score of 9.00, rank 3 of 3, 1.00 above the median of its peers."
        )
        #expect(summary.lift == nil)
        // 0.6 × 10 + 0.4 × 9 = 9.6, 14.8 and 21.2: the specification ranks the total itself.
        #expect(run.ranking(ofGroupAt: 0).ranked == [0, 1, 2])
    }

    @Test("Who is first in every part has no part where it is placed lowest")
    func firstEverywhere() async throws {
        let run = try await run(["A": (90, 90), "B": (70, 70)])
        let summary = UnitSummary(Figures(run), row: 0, weights: Weights(run, row: 0))
        #expect(summary.strongest == nil && summary.weakest == nil)
    }
}
