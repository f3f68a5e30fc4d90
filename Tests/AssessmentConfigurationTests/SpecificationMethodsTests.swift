import Testing

@Suite("A specification: methods, targets and references")
struct SpecificationMethodsTests {
    @Test("What a method does not take or lacks is told", arguments: slips)
    func told(slip: Slip) throws {
        #expect(try Trial.problems(after: slip.edits) == slip.expected)
    }

    private static let slips: [Slip] = [
        Slip(
            "method of a plug-in that is not listed",
            .evaluate("beta_score"),
            expected: """
                assessment.yml:15:17: the evaluator ‘beta_score’ belongs to Beta, which is not listed under plugins; \
                expected plugins: [Beta, …]
                """),
        Slip(
            "method of a plug-in where another kind is needed",
            .replacing("framework:\n", "framework:\n  aggregate: beta_score\n"),
            expected: """
                assessment.yml:9:14: there is no aggregation ‘beta_score’; expected an aggregation of ‘assess list \
                methods’
                """),
        Slip(
            "target that nothing looks at",
            .indicator("target: 5"),
            expected: """
                assessment.yml:16:15: ‘goalposts’ does not look at a target; expected no target, or an evaluator \
                that compares with one
                """),
        Slip(
            "evaluator without its target",
            .evaluate("completion"),
            expected: """
                assessment.yml:15:17: ‘completion’ compares with a target, and none is given; expected target: a \
                number or a table here, or a file of targets under data
                """),
        Slip(
            "target that is no number",
            .evaluate("completion"),
            .replacing("    - use: alpha.density\n", "    - use: alpha.density\n      target: five\n"),
            expected: "assessment.yml:14:15: ‘five’ is not a number; expected a number"),
        Slip(
            "reference missing",
            .evaluate("min_max"),
            expected: """
                assessment.yml:15:17: ‘min_max’ compares with a reference set, and none is named; expected { \
                min_max: { reference: one of all_rows, period, peer_group, peer_group_and_period } }
                """),
        Slip(
            "reference needless",
            .evaluate("{ goalposts: { floor: 0, ceiling: 10, reference: period } }"),
            expected: """
                assessment.yml:15:66: ‘goalposts’ compares with no reference set; expected no reference
                """),
        Slip(
            "parameter unknown",
            .evaluate("{ goalposts: { flor: 0, floor: 0, ceiling: 10 } }"),
            expected: """
                assessment.yml:15:32: ‘goalposts’ has no parameter ‘flor’; expected one of floor, ceiling, clip, \
                low, high, reference; did you mean ‘floor’?
                """),
        Slip(
            "parameter misspelt: it is not told to be missing too",
            .evaluate("{ goalposts: { flor: 0, ceiling: 10 } }"),
            expected: """
                assessment.yml:15:32: ‘goalposts’ has no parameter ‘flor’; expected one of floor, ceiling, clip, \
                low, high, reference; did you mean ‘floor’?
                """),
        Slip(
            "parameter missing",
            .evaluate("{ goalposts: { floor: 0 } }"),
            expected: """
                assessment.yml:15:19: ‘goalposts’ needs the parameter ‘ceiling’; expected ceiling: a number
                """),
        Slip(
            "parameters missing",
            .evaluate("goalposts"),
            expected: """
                assessment.yml:15:17: ‘goalposts’ needs the parameter ‘floor’; expected floor: a number
                assessment.yml:15:17: ‘goalposts’ needs the parameter ‘ceiling’; expected ceiling: a number
                """),
        Slip(
            "parameter out of bounds",
            .evaluate("{ completion: { cap: 90 } }"),
            .replacing("    - use: alpha.density\n", "    - use: alpha.density\n      target: 5\n"),
            expected: "assessment.yml:16:38: 90 is out of bounds; expected a number from 100"),
        Slip(
            "parameters that are no mapping",
            .evaluate("{ goalposts: 5 }"),
            expected: """
                assessment.yml:15:30: the parameters of ‘goalposts’ must be a mapping; expected { parameter: value }
                """),
        Slip(
            "records that are no list",
            .evaluate("{ bands: { bands: 5 } }"),
            expected: "assessment.yml:15:35: records must be a list; expected a list of { at_least, score }"),
        Slip(
            "record that is no mapping",
            .evaluate("{ bands: { bands: [5] } }"),
            expected: """
                assessment.yml:15:36: a record must be a mapping; expected a list of { at_least, score }
                """),
        Slip(
            "record without a field",
            .evaluate("{ bands: { bands: [{ at_least: 5 }] } }"),
            expected: "assessment.yml:15:36: a record needs the parameter ‘score’; expected score: a number"),
        Slip(
            "indicator parameter unknown",
            .indicator("with: { areas: 5 }"),
            expected: """
                assessment.yml:16:15: ‘alpha.density’ has no parameter ‘areas’; expected one of area, mode, \
                without; did you mean ‘area’?
                """),
        Slip(
            "indicator parameter out of bounds",
            .indicator("with: { area: -1 }"),
            expected: "assessment.yml:16:21: -1 is out of bounds; expected a number from 0"),
        Slip(
            "indicator parameter out of its words",
            .indicator("with: { mode: nigth }"),
            expected: """
                assessment.yml:16:21: ‘nigth’ is not known here; expected one of day, night; did you mean ‘night’?
                """),
        Slip(
            "indicator parameters that are no mapping",
            .indicator("with: 5"),
            expected: """
                assessment.yml:16:13: the parameters of ‘alpha.density’ must be a mapping; expected { parameter: \
                value }
                """),
        Slip(
            "indicator without parameters",
            .replacing("      weight: 60\n", "      weight: 60\n      with: { area: 1 }\n"),
            expected: "assessment.yml:12:15: ‘alpha.income’ has no parameter ‘area’; expected no parameters"),
        Slip(
            "table by period with a period that is none",
            .evaluate("{ goalposts: { floor: { 2019: 0, soon: 1 }, ceiling: 10 } }"),
            expected: "assessment.yml:15:50: ‘soon’ is not a year; expected a year such as 2020"),
        Slip(
            "table with a line that lacks its value",
            .evaluate("{ goalposts: { floor: [{ unit: \"340100\" }], ceiling: 10 } }"),
            expected: """
                assessment.yml:15:40: a line of a table lacks the key ‘value’; expected value: a number
                """),
        Slip(
            "table out of bounds",
            .indicator("with: { area: { 2019: 1, 2020: -1 } }"),
            expected: "assessment.yml:16:38: -1 is out of bounds; expected a number from 0"),
    ]
}
