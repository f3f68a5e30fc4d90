import Testing

@Suite("A specification: keys")
struct SpecificationKeysTests {
    @Test("A key or value that does not belong is told with its place", arguments: slips)
    func told(slip: Slip) throws {
        #expect(try Trial.problems(after: slip.edits) == slip.expected)
    }

    private static let slips: [Slip] = [
        Slip(
            "unknown key at the top",
            .replacing("assessment:\n", "tilte: x\nassessment:\n"),
            expected: """
                assessment.yml:1:1: a specification has no key ‘tilte’; expected one of assessment, units, plugins, \
                data, variables, series_breaks, peer_groups, framework, grades, adjustments, tasks, ratings, exports, \
                checks, procedure, statistics, robustness
                """),
        Slip(
            "unknown key far from any known",
            .replacing("assessment:\n", "budget: x\nassessment:\n"),
            expected: """
                assessment.yml:1:1: a specification has no key ‘budget’; expected one of assessment, units, \
                plugins, data, variables, series_breaks, peer_groups, framework, grades, adjustments, tasks, ratings, \
                exports, checks, procedure, statistics, robustness
                """),
        Slip(
            "unknown key in assessment",
            .replacing("  period: 2020", "  periode: 2020"),
            expected: "assessment.yml:5:3: assessment has no key ‘periode’; did you mean ‘period’?"),
        Slip(
            "unknown key in units",
            .replacing("levels: city", "level: city"),
            expected: "assessment.yml:6:27: units has no key ‘level’; did you mean ‘levels’?"),
        Slip(
            "unknown key in a data file",
            .atEnd("data:\n  - { observation: observations.csv }"),
            expected: """
                assessment.yml:17:7: a data file has no key ‘observation’; did you mean ‘observations’?
                """),
        Slip(
            "unknown key in a series break",
            .atEnd("series_breaks:\n  - { variable: income, form: 2019, note: { zh: 一, en: One } }"),
            expected: "assessment.yml:17:25: a series break has no key ‘form’; did you mean ‘from’?"),
        Slip(
            "unknown key in a peer group",
            .atEnd("peer_groups:\n  - { id: all, name: { zh: 一, en: One }, level: city }"),
            expected: "assessment.yml:17:42: a peer group has no key ‘level’; did you mean ‘levels’?"),
        Slip(
            "unknown key in the framework",
            .framework("aggregation: arithmetic_mean"),
            expected: "assessment.yml:9:3: the framework has no key ‘aggregation’; did you mean ‘aggregate’?"),
        Slip(
            "unknown key in a pillar",
            .intoTwoPillars,
            .replacing("    - id: one\n", "    - id: one\n      target: 4\n"),
            expected: """
                assessment.yml:11:7: a pillar has no key ‘target’; expected one of id, name, direction, missing, \
                round, light, ties_within, steps, evaluate, impute, treat, reference, weight, bonus, levels, classes, \
                aggregate, weighting, formula, unranked_above, least_children, indicator_steps, pillars, indicators, \
                values, prefix
                """),
        Slip(
            "unknown key in an indicator",
            .indicator("evalute: completion"),
            expected: "assessment.yml:16:7: an indicator has no key ‘evalute’; did you mean ‘evaluate’?"),
        Slip(
            "misspelt key that an indicator needs",
            .replacing("      weight: 40\n      evaluate:", "      weight: 40\n      evalute:"),
            expected: "assessment.yml:15:7: an indicator has no key ‘evalute’; did you mean ‘evaluate’?"),
        Slip(
            "misspelt weight: its sum is not told too",
            .replacing("weight: 60", "wieght: 60"),
            expected: "assessment.yml:11:7: an indicator has no key ‘wieght’; did you mean ‘weight’?"),
        Slip(
            "unknown key in a grade",
            .atEnd("grades:\n  - { atleast: 90, name: { zh: 优, en: A } }"),
            expected: "assessment.yml:17:7: a grade has no key ‘atleast’; did you mean ‘at_least’?"),
        Slip(
            "unknown key in a text",
            .replacing("en: Trial", "eng: Trial"),
            expected: "assessment.yml:4:19: a text in two languages has no key ‘eng’; did you mean ‘en’?"),
        Slip(
            "unknown key in a line of a table",
            .evaluate("{ goalposts: { floor: [{ unit: \"1\", years: 2020, value: 4 }], ceiling: 10 } }"),
            expected: """
                assessment.yml:15:53: a line of a table has no key ‘years’; expected one of unit, class, period, \
                value
                """),
        Slip(
            "comma in a text",
            .replacing("en: Trial", "en: Conditions, 2020"),
            expected: """
                assessment.yml:4:35: the comma before ‘2020’ ends the text, so that the rest is read as a key; \
                expected the whole text in quotes; did you mean ‘en: "Conditions, 2020"’?
                """),
        Slip(
            "two commas in a text",
            .replacing("en: Trial", "en: Conditions, means, ends"),
            expected: """
                assessment.yml:4:35: the comma before ‘means’ ends the text, so that the rest is read as a key; \
                expected the whole text in quotes; did you mean ‘en: "Conditions, means, ends"’?
                """),
        Slip(
            "comma in a number in a text",
            .replacing("en: Trial", "en: Parks per 10,000 residents"),
            expected: """
                assessment.yml:4:36: the comma before ‘000 residents’ ends the text, so that the rest is read as a key; \
                expected the whole text in quotes; did you mean ‘en: "Parks per 10,000 residents"’?
                """),
        Slip(
            "comma in a text with quotation marks",
            .replacing("en: Trial", "en: The \"second\", edition"),
            expected: """
                assessment.yml:4:37: the comma before ‘edition’ ends the text, so that the rest is read as a key; \
                expected the whole text in quotes; did you mean ‘en: 'The "second", edition'’?
                """),
        Slip(
            "comma in the text before another key",
            .replacing("{ zh: 试, en: Trial }", "{ en: Conditions, 2020, zh: 试 }"),
            expected: """
                assessment.yml:4:28: the comma before ‘2020’ ends the text, so that the rest is read as a key; \
                expected the whole text in quotes; did you mean ‘en: "Conditions, 2020"’?
                """),
        Slip(
            "missing key",
            .replacing("  id: trial\n", ""),
            expected: "assessment.yml:2:3: assessment lacks the key ‘id’; expected id: a lower-case id"),
        Slip(
            "missing section",
            .replacing("plugins: [Alpha]\n", ""),
            expected: """
                assessment.yml:9:12: ‘alpha.income’ belongs to Alpha, which is not listed under plugins; expected \
                plugins: [Alpha, …]
                assessment.yml:12:12: ‘alpha.density’ belongs to Alpha, which is not listed under plugins; expected \
                plugins: [Alpha, …]
                """),
    ]
}
