import Testing

@Suite("A specification: steps and the rules of a review")
struct SpecificationStepsTests {
    @Test("Steps that cannot be done and rules that are broken are told", arguments: slips)
    func told(slip: Slip) throws {
        #expect(try Trial.problems(after: slip.edits) == slip.expected)
    }

    private static let slips: [Slip] = [
        Slip(
            "steps that begin otherwise",
            .indicator("steps: [evaluate, rank]"),
            expected: "assessment.yml:16:14: the first step is ‘evaluate’; expected ‘measure’"),
        Slip(
            "steps without a score",
            .indicator("steps: [measure]"),
            expected: "assessment.yml:16:14: an indicator needs a score; expected [measure, evaluate, …]"),
        Slip(
            "steps in a wrong order",
            .indicator("steps: [measure, rank, evaluate]"),
            expected: """
                assessment.yml:16:14: the step ‘rank’ comes before there is a score; expected [measure, evaluate, …]
                """),
        Slip(
            "unknown step",
            .indicator("steps: [measure, evaluat]"),
            expected: """
                assessment.yml:16:24: ‘evaluat’ is not known here; expected one of measure, screen, impute, \
                treat, evaluate, formula, missing, aggregate, bonus, adjust, round, light, rank, grade, veto, quota; \
                did you mean ‘evaluate’?
                """),
        Slip(
            "step listed twice",
            .indicator("steps: [measure, evaluate, rank, rank]"),
            expected: "assessment.yml:16:14: the step ‘rank’ is listed twice; expected each step once"),
        Slip(
            "a rank before what changes the score",
            .indicator("steps: [measure, evaluate, missing, rank, { formula: value + 1 }]"),
            expected: """
                assessment.yml:16:14: the step ‘rank’ comes before ‘formula’, which changes the score; expected formula \
                before rank
                """),
        Slip(
            "adjustments listed twice",
            .replacing("plugins:", "adjustments: [{ id: x, name: x, kind: deduction }]\nplugins:"),
            .replacing("framework:\n", "framework:\n  steps: [aggregate, adjust, adjust, rank]\n"),
            expected: """
                assessment.yml:10:10: the step ‘adjust’ is listed twice, and each decision would count twice; \
                expected each step once
                """),
        Slip(
            "a graded score that is not the rounded one",
            .replacing(
                "plugins:",
                "grades: [{ at_least: 0, name: A }]\nadjustments: [{ id: x, name: x, kind: bonus }]\nplugins:"),
            .replacing("framework:\n", "framework:\n  steps: [aggregate, { round: 2 }, adjust, rank, grade]\n"),
            expected: """
                assessment.yml:11:10: the step ‘round’ comes before ‘adjust’, so that the graded score would not be \
                the published, rounded one; expected round after adjust
                """),
        Slip(
            "steps that pass over what is missing",
            .indicator("steps: [measure, evaluate, rank]"),
            expected: """
                assessment.yml:16:14: without the step ‘missing’ a missing score would be passed over silently; \
                expected [measure, evaluate, missing, …]
                """),
        Slip(
            "steps that drop a bonus",
            .replacing("weight: 60", "weight: 100"), .replacing("weight: 40", "bonus: 5"),
            .replacing("framework:\n", "framework:\n  steps: [aggregate, rank]\n"),
            expected: """
                assessment.yml:9:10: without the step ‘bonus’ what the specification says of it has no effect; \
                expected the step bonus
                """),
        Slip(
            "steps that drop the grades",
            .replacing("plugins:", "grades: [{ at_least: 0, name: { zh: 优, en: A } }]\nplugins:"),
            .replacing("framework:\n", "framework:\n  steps: [aggregate, rank]\n"),
            expected: """
                assessment.yml:10:10: without the step ‘grade’ what the specification says of it has no effect; \
                expected the step grade
                """),
        Slip(
            "step with nothing to do",
            .indicator("steps: [measure, evaluate, aggregate]"),
            expected: """
                assessment.yml:16:34: the step ‘aggregate’ has nothing to do here; expected one of measure, \
                evaluate, missing, rank
                """),
        Slip(
            "light with a band behind the one that takes all",
            .indicator("light: [{ colour: green }, { colour: red }]"),
            expected: """
                assessment.yml:16:15: the bands behind this one never count, since it holds every number; \
                expected a bound, save for the last band
                """),
        Slip(
            "light that leaves numbers without a colour",
            .indicator("light: [{ colour: green, below: 10 }, { colour: red, below: 20 }]"),
            expected: """
                assessment.yml:16:45: a number that no band holds would show no light; \
                expected a last band without a bound, which takes every number that is left
                """),
        Slip(
            "round without decimals",
            .indicator("steps: [measure, evaluate, round]"),
            expected: """
                assessment.yml:16:34: the step ‘round’ does not say to how many decimals; expected round: decimals, \
                such as round: 2
                """),
        Slip(
            "round with too many decimals",
            .indicator("steps: [measure, evaluate, round: 16]"),
            expected: "assessment.yml:16:41: ‘16’ is too large; expected a whole number from 0 to 15"),
        Slip(
            "no steps",
            .indicator("steps: []"),
            expected: "assessment.yml:16:14: no steps are listed; expected at least one step"),
        Slip(
            "rounding that is none",
            .indicator("round: 1.5"),
            expected: """
                assessment.yml:16:14: ‘1.5’ is not written as a whole number; expected a whole number from 0 to 15
                """),
        Slip(
            "review without rounding",
            .replacing("kind: evaluation", "kind: review"),
            expected: """
                assessment.yml:9:3: the total of a review is ranked and graded as it is published, and nothing \
                rounds it before; expected round: 2
                """),
        Slip(
            "review that ranks before it rounds",
            .replacing("kind: evaluation", "kind: review"),
            .replacing("framework:\n", "framework:\n  steps: [aggregate, rank, round: 2]\n"),
            expected: """
                assessment.yml:9:10: the total of a review is ranked and graded as it is published, and nothing \
                rounds it before; expected [aggregate, round: 2, rank, …]
                """),
        Slip(
            "review whose steps do not round",
            .replacing("kind: evaluation", "kind: review"),
            .replacing("framework:\n", "framework:\n  steps: [aggregate, rank]\n"),
            expected: """
                assessment.yml:9:10: the total of a review is ranked and graded as it is published, and nothing \
                rounds it before; expected [aggregate, round: 2, rank, …]
                """),
        Slip(
            "best-effort target with a weight in a review",
            .replacing("kind: evaluation", "kind: review"),
            .replacing("alpha.density", "alpha.champions"),
            .replacing("framework:\n", "framework:\n  round: 2\n"),
            expected: """
                assessment.yml:14:7: ‘alpha.champions’ measures a best-effort target (力争), which may reward and \
                never punish; expected bonus: points, in place of a weight
                """),
    ]
}
