import Testing

@Suite("A specification: what it names")
struct SpecificationNamesTests {
    @Test("A name that is not known is told with the nearest one", arguments: slips)
    func told(slip: Slip) throws {
        #expect(try Trial.problems(after: slip.edits) == slip.expected)
    }

    private static let slips: [Slip] = [
        Slip(
            "unknown plug-in: its indicators are not told too",
            .replacing("[Alpha]", "[Alpa]"),
            expected: """
                assessment.yml:7:11: there is no plug-in ‘Alpa’; expected one of Alpha, Beta; did you mean ‘Alpha’?
                """),
        Slip(
            "unknown plug-in far from any known",
            .replacing("[Alpha]", "[Alpha, Tourism]"),
            expected: "assessment.yml:7:18: there is no plug-in ‘Tourism’; expected one of Alpha, Beta"),
        Slip(
            "plug-in listed twice",
            .replacing("[Alpha]", "[Alpha, Alpha]"),
            expected: "assessment.yml:7:18: the plug-in ‘Alpha’ is listed twice; expected each plug-in once"),
        Slip(
            "indicator of a plug-in that is not listed",
            .replacing("alpha.density", "beta.visitors"),
            expected: """
                assessment.yml:13:12: ‘beta.visitors’ belongs to Beta, which is not listed under plugins; expected \
                plugins: [Beta, …]
                """),
        Slip(
            "unknown indicator",
            .replacing("alpha.density", "alpha.densty"),
            expected: """
                assessment.yml:13:12: there is no indicator ‘alpha.densty’; expected an indicator of ‘assess list \
                indicators’; did you mean ‘alpha.density’?
                """),
        Slip(
            "unknown evaluator",
            .evaluate("{ goalpost: { floor: 0, ceiling: 10 } }"),
            expected: """
                assessment.yml:15:19: there is no evaluator ‘goalpost’; expected an evaluator of ‘assess list \
                methods’; did you mean ‘goalposts’?
                """),
        Slip(
            "no evaluator",
            .replacing(
                "      weight: 40\n      evaluate: { goalposts: { floor: 0, ceiling: 10 } }\n", "      weight: 40\n"),
            expected: """
                assessment.yml:13:7: the indicator has no evaluation; expected evaluate: an evaluator of ‘assess \
                list methods’
                """),
        Slip(
            "two evaluators",
            .evaluate("{ goalposts: { floor: 0, ceiling: 10 }, completion: }"),
            expected: """
                assessment.yml:15:17: one evaluator is needed here; expected its id, or { id: { parameter: value } }
                """),
        Slip(
            "unknown aggregation",
            .framework("aggregate: geometric"),
            expected: """
                assessment.yml:9:14: there is no aggregation ‘geometric’; expected an aggregation of ‘assess list \
                methods’
                """),
        Slip(
            "unknown aggregation with steps",
            .framework("aggregate: geometric_men\n  steps: [aggregate, rank]"),
            expected: """
                assessment.yml:9:14: there is no aggregation ‘geometric_men’; expected an aggregation of ‘assess list \
                methods’; did you mean ‘geometric_mean’?
                """),
        Slip(
            "unknown weighting: missing weights are not told too",
            .framework("weighting: eqal"),
            .replacing("      weight: 60\n", ""),
            expected: """
                assessment.yml:9:14: there is no weighting ‘eqal’; expected a weighting of ‘assess list methods’; did \
                you mean ‘equal’?
                """),
        Slip(
            "unknown format",
            .atEnd("exports: [txt]"),
            expected: """
                assessment.yml:16:11: there is no format ‘txt’; expected one of page, text; did you mean ‘text’?
                """),
        Slip(
            "format listed twice",
            .atEnd("exports: [text, text]"),
            expected: "assessment.yml:16:17: the format ‘text’ is listed twice; expected each format once"),
        Slip(
            "unknown reason",
            .framework("missing: { not_submited: zero }"),
            expected: """
                assessment.yml:9:14: the rule on missing values has no key ‘not_submited’; did you mean \
                ‘not_submitted’?
                """),
        Slip(
            "reason that is not for a rule",
            .framework("missing: { left_framework: zero }"),
            expected: """
                assessment.yml:9:14: the rule on missing values has no key ‘left_framework’; expected one of \
                not_submitted, falsified, withdrawn, not_collected, boundary_changed, series_break, \
                no_earlier_period, too_much_missing, not_applicable, zero_target, zero_denominator, no_target, \
                reference_does_not_vary, outside_domain, refused, otherwise
                """),
        Slip(
            "spreading what has too much missing",
            .framework("missing: { too_much_missing: renormalise }"),
            expected: """
                assessment.yml:9:32: renormalise would reward a unit for what it withholds; expected fail, zero or \
                group_median
                """),
        Slip(
            "unknown action",
            .framework("missing: { not_submitted: nil }"),
            expected: """
                assessment.yml:9:29: ‘nil’ is not known here; expected one of fail, renormalise, zero, \
                group_median, no_score, leave_framework
                """),
        Slip(
            "unknown scope",
            .evaluate("{ min_max: { reference: periods } }"),
            expected: """
                assessment.yml:15:41: ‘periods’ is not known here; expected one of all_rows, period, peer_group, \
                peer_group_and_period, or a year; did you mean ‘period’?
                """),
        Slip(
            "unknown kind",
            .replacing("kind: evaluation", "kind: evalution"),
            expected: """
                assessment.yml:3:9: ‘evalution’ is not known here; expected one of evaluation, review; did you mean \
                ‘evaluation’?
                """),
        Slip(
            "unknown scale of weights",
            .framework("weights: point"),
            expected: """
                assessment.yml:9:12: ‘point’ is not known here; expected one of points, shares, relative; did you \
                mean ‘points’?
                """),
        Slip(
            "unknown variable of a series break",
            .atEnd("series_breaks:\n  - { variable: incomes, from: 2019, note: { zh: 一, en: One } }"),
            expected: """
                assessment.yml:17:17: no plug-in that is listed knows the variable ‘incomes’; expected a variable \
                of ‘assess list variables’; did you mean ‘income’?
                """),
        Slip(
            "register of a plug-in that is not listed",
            .atEnd("data:\n  - { register: guest_books, file: units.csv }"),
            expected: """
                assessment.yml:17:17: the register ‘guest_books’ belongs to Beta, which is not listed under plugins; \
                expected plugins: [Beta, …]
                """),
        Slip(
            "unknown register",
            .atEnd("data:\n  - { register: champions, file: units.csv }"),
            expected: """
                assessment.yml:17:17: no plug-in that is listed knows the register ‘champions’; expected one of \
                prizes
                """),
    ]
}
