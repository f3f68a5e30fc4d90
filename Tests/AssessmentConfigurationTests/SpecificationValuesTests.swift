import Testing

@Suite("A specification: kinds of values")
struct SpecificationValuesTests {
    @Test("A value of another kind is told with its place", arguments: slips)
    func told(slip: Slip) throws {
        #expect(try Trial.problems(after: slip.edits) == slip.expected)
    }

    private static let slips: [Slip] = [
        Slip(
            "list for a mapping",
            .replacing("{ zh: 试, en: Trial }", "[试, Trial]"),
            expected: """
                assessment.yml:4:10: a text in two languages must be a mapping; expected keys such as zh, en
                """),
        Slip(
            "text for a mapping",
            .replacing("{ file: units.csv, levels: city, in_force_on: 2020-12-31 }", "units.csv"),
            expected: """
                assessment.yml:6:8: units must be a mapping; expected keys such as file, levels, in_force_on, code
                """),
        Slip(
            "mapping for a list",
            .replacing("[Alpha]", "{ Alpha: 1 }"),
            expected: "assessment.yml:7:10: ‘plugins’ must be a list; expected items that begin with ‘- ’"),
        Slip(
            "text for a list",
            .replacing("[Alpha]", "Alpha"),
            expected: "assessment.yml:7:10: ‘plugins’ must be a list; expected items that begin with ‘- ’"),
        Slip(
            "text for a list of nodes, told once",
            .replacing(
                """
                  indicators:
                    - use: alpha.income
                      weight: 60
                      evaluate: { goalposts: { floor: 0, ceiling: 10 } }
                    - use: alpha.density
                      weight: 40
                      evaluate: { goalposts: { floor: 0, ceiling: 10 } }

                """, "  indicators: alpha.income\n"),
            expected: "assessment.yml:9:15: ‘indicators’ must be a list; expected items that begin with ‘- ’"),
        Slip(
            "text for a list of languages",
            .replacing("  period: 2020", "  period: 2020\n  languages: zh"),
            expected: "assessment.yml:6:14: ‘languages’ must be a list; expected a list such as [zh, en]"),
        Slip(
            "unknown language",
            .replacing("  period: 2020", "  period: 2020\n  languages: [zh, eng]"),
            expected: """
                assessment.yml:6:19: ‘eng’ is not known here; expected one of zh, en; did you mean ‘en’?
                """),
        Slip(
            "list for a text",
            .replacing("id: trial", "id: [trial]"),
            expected: "assessment.yml:2:7: a list is written here; expected a text"),
        Slip(
            "nothing for a text",
            .replacing("id: trial", "id:"),
            expected: "assessment.yml:2:6: nothing is written here; expected a text"),
        Slip(
            "id that is none",
            .replacing("id: trial", "id: Trial 2020"),
            expected: """
                assessment.yml:2:7: ‘Trial 2020’ cannot be an id; expected lower-case letters, digits, ‘_’, ‘-’ and \
                ‘.’
                """),
        Slip(
            "year that is none",
            .replacing("period: 2020", "period: 20202"),
            expected: "assessment.yml:5:11: ‘20202’ is not a year; expected a year such as 2020"),
        Slip(
            "quarter for a year",
            .replacing("period: 2020", "period: 2020年"),
            expected: """
                assessment.yml:5:11: ‘2020年’ is not a year; expected a year such as 2020; did you mean ‘2020’?
                """),
        Slip(
            "day that is none",
            .replacing("2020-12-31", "2020-02-30"),
            expected: """
                assessment.yml:6:54: ‘2020-02-30’ is not a day of the calendar; expected a date such as 2020-12-31
                """),
        Slip(
            "day written otherwise",
            .replacing("2020-12-31", "2020/12/31"),
            expected: """
                assessment.yml:6:54: ‘2020/12/31’ is not written as a date; expected a date such as 2020-12-31; did \
                you mean ‘2020-12-31’?
                """),
        Slip(
            "history up to the assessed year",
            .replacing("  period: 2020", "  period: 2020\n  history: 2018-2020"),
            expected: """
                assessment.yml:6:12: the history holds 2020, which does not lie before 2020; expected periods \
                before the assessed one
                """),
        Slip(
            "history backwards",
            .replacing("  period: 2020", "  period: 2020\n  history: 2019-2016"),
            expected: """
                assessment.yml:6:12: ‘2019-2016’ ends before it begins; expected a year such as 2020, or a range \
                such as 2016-2019; did you mean ‘2016-2019’?
                """),
        Slip(
            "history without end",
            .replacing("  period: 2020", "  period: 2020\n  history: 1000-2019"),
            expected: "assessment.yml:6:12: the history has 1020 periods; expected at most 100 periods"),
        Slip(
            "time",
            .replacing("weight: 60", "weight: 1:30"),
            expected: "assessment.yml:11:15: ‘1:30’ looks like a time; expected a number"),
        Slip(
            "leading zero",
            .replacing("weight: 60", "weight: 012"),
            expected: "assessment.yml:11:15: ‘012’ has a leading zero; expected a number; did you mean ‘12’?"),
        Slip(
            "word for a truth value",
            .evaluate("{ goalposts: { floor: 0, ceiling: 10, clip: off } }"),
            expected: """
                assessment.yml:15:61: ‘off’ is not a truth value; expected ‘true’ or ‘false’; did you mean ‘false’?
                """),
        Slip(
            "nan as a word",
            .replacing("weight: 60", "weight: nan"),
            expected: "assessment.yml:11:15: ‘nan’ is not a finite number; expected a number"),
        Slip(
            "text for a number",
            .replacing("weight: 60", "weight: sixty"),
            expected: "assessment.yml:11:15: ‘sixty’ is not a number; expected a number"),
        Slip(
            "number in quotes",
            .replacing("weight: 60", "weight: \"60\""),
            expected: """
                assessment.yml:11:15: ‘60’ is in quotes and so is a text; expected a number, without quotes
                """),
        Slip(
            "list for a number",
            .replacing("weight: 60", "weight: [60]"),
            expected: "assessment.yml:11:15: a list is written here; expected a number"),
        Slip(
            "per cent",
            .replacing("weight: 60", "weight: 60%"),
            expected: """
                assessment.yml:11:15: ‘60%’ has a percent sign; write the number alone; expected a number; did you \
                mean ‘60’?
                """),
    ]
}
