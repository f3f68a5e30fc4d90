import Testing

@Suite("A specification: weights")
struct SpecificationWeightsTests {
    @Test("A weight that cannot be is told, and a sum that does not fit", arguments: slips)
    func told(slip: Slip) throws {
        #expect(try Trial.problems(after: slip.edits) == slip.expected)
    }

    private static let slips: [Slip] = [
        Slip(
            "negative",
            .replacing("weight: 60", "weight: -60"),
            expected: """
                assessment.yml:11:15: ‘weight’ is -60; expected a number above 0, or leave the node out
                """),
        Slip(
            "zero",
            .replacing("weight: 60", "weight: 0"),
            expected: "assessment.yml:11:15: ‘weight’ is 0; expected a number above 0, or leave the node out"),
        Slip(
            "not a number",
            .replacing("weight: 60", "weight: .nan"),
            expected: "assessment.yml:11:15: ‘.nan’ is not a finite number; expected a number"),
        Slip(
            "without end",
            .replacing("weight: 60", "weight: .inf"),
            expected: "assessment.yml:11:15: ‘.inf’ is not a finite number; expected a number"),
        Slip(
            "points that do not sum",
            .replacing("weight: 60", "weight: 61"),
            expected: "assessment.yml:9:3: the weights of the 2 nodes below ‘total’ sum to 101; expected 100"),
        Slip(
            "points of other full marks",
            .framework("full_marks: 120"),
            expected: "assessment.yml:9:3: the weights of the 2 nodes below ‘total’ sum to 100; expected 120"),
        Slip(
            "full marks of zero",
            .framework("full_marks: 0"),
            expected: "assessment.yml:9:15: ‘full_marks’ is 0; expected a number above 0"),
        Slip(
            "shares that do not sum",
            .framework("weights: shares"),
            .replacing("weight: 60", "weight: 0.6"),
            .replacing("weight: 40", "weight: 0.5"),
            expected: """
                assessment.yml:9:3: the weights of the 2 nodes below ‘total’ sum to 1.1; expected 1 or 100
                """),
        Slip(
            "full marks beside shares",
            .framework("weights: shares\n  full_marks: 100"),
            expected: """
                assessment.yml:10:15: full marks go with weights that are points; expected weights: points
                """),
        Slip(
            "points below a pillar",
            .intoTwoPillars,
            .replacing("use: alpha.density, weight: 40", "use: alpha.density, weight: 100"),
            expected: "assessment.yml:14:7: the only weight below ‘two’ is 100; expected 40"),
        Slip(
            "a sum of three with a millionth too much",
            .replacing("weight: 60", "weight: 60.000001"),
            expected: """
                assessment.yml:9:3: the weights of the 2 nodes below ‘total’ sum to 100.000001; expected 100
                """),
        Slip(
            "missing weight: the sum is not told too",
            .replacing("      weight: 60\n", ""),
            expected: """
                assessment.yml:10:7: ‘alpha.income’ has no weight; expected weight: a number, or weighting: equal \
                above
                """),
        Slip(
            "weight under equal weighting",
            .framework("weighting: equal"),
            expected: """
                assessment.yml:11:7: ‘alpha.income’ has a weight, and the node above weights by another method; \
                expected no weight, or weighting: given above
                assessment.yml:14:7: ‘alpha.density’ has a weight, and the node above weights by another method; \
                expected no weight, or weighting: given above
                """),
        Slip(
            "bonus beside a weight",
            .indicator("bonus: 5"),
            expected: "assessment.yml:16:14: a node has either a weight or a bonus; expected one of the two"),
        Slip(
            "bonus of zero",
            .replacing("weight: 40", "bonus: 0"),
            .replacing("weight: 60", "weight: 100"),
            expected: "assessment.yml:14:14: ‘bonus’ is 0; expected a number above 0"),
        Slip(
            "bonus among shares",
            .framework("weights: shares"),
            .replacing("weight: 40", "bonus: 5"),
            .replacing("weight: 60", "weight: 1"),
            expected: """
                assessment.yml:9:3: a bonus is counted in points, and the weights are not; expected weights: points
                """),
        Slip(
            "nothing but a bonus",
            .replacing("weight: 40", "bonus: 5"),
            .replacing("weight: 60", "bonus: 5"),
            expected: """
                assessment.yml:9:3: every node below ‘total’ is a bonus; expected at least one node with a weight
                """),
        Slip(
            "share of missing weight above one",
            .framework("unranked_above: 40"),
            expected: "assessment.yml:9:19: 40 is out of bounds; expected a number from 0 to 1"),
        Slip(
            "weight that is no number: the sum is not told too",
            .replacing("weight: 60", "weight: many"),
            expected: "assessment.yml:11:15: ‘many’ is not a number; expected a number"),
    ]
}
