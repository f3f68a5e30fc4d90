import Testing

@Suite("A specification: what is there twice, and what a data file is")
struct SpecificationDuplicatesTests {
    @Test("What is there twice or only in part is told with its place", arguments: slips)
    func told(slip: Slip) throws {
        #expect(try Trial.problems(after: slip.edits) == slip.expected)
    }

    private static let slips: [Slip] = [
        Slip(
            "duplicate id of nodes",
            .indicator("id: alpha.income"),
            expected: """
                assessment.yml:13:7: two nodes have the id ‘alpha.income’ (also at line 10); expected an id of its \
                own: id: …
                """),
        Slip(
            "the same indicator twice",
            .replacing("alpha.density", "alpha.income"),
            expected: """
                assessment.yml:13:7: two nodes have the id ‘alpha.income’ (also at line 10); expected an id of its \
                own: id: …
                """),
        Slip(
            "id of a node that is none",
            .indicator("id: 密度, 2"),
            expected: """
                assessment.yml:16:11: ‘密度, 2’ cannot be an id; expected letters, digits, ‘_’, ‘-’ and ‘.’
                """),
        Slip(
            "duplicate id of peer groups",
            .atEnd(
                """
                peer_groups:
                  - { id: all, name: { zh: 一, en: One } }
                  - { id: all, name: { zh: 二, en: Two } }
                """),
            expected: "assessment.yml:18:11: two peer groups have the id ‘all’; expected an id of its own"),
        Slip(
            "grades that leave a gap at the bottom",
            .atEnd("grades:\n  - { at_least: 60, name: { zh: 合格, en: Pass } }"),
            expected: "assessment.yml:17:3: a score below 60 would have no grade; expected a grade that begins at 0"),
        Slip(
            "duplicate grade",
            .atEnd(
                """
                grades:
                  - { at_least: 90, name: { zh: 优, en: A } }
                  - { at_least: 90.0, name: { zh: 良, en: B } }
                  - { at_least: 0, name: { zh: 中, en: C } }
                """),
            expected: """
                assessment.yml:18:17: two grades begin at 90; expected a lowest score of its own for each grade
                """),
        Slip(
            "duplicate key",
            .replacing("  period: 2020", "  period: 2020\n  period: 2021"),
            expected: """
                assessment.yml:6:3: the key ‘period’ is written twice; it is already at line 5, column 3; expected \
                each key once
                """),
        Slip(
            "data file without content",
            .atEnd("data:\n  - { file: units.csv }"),
            expected: """
                assessment.yml:17:5: a data file must say what it is; expected one of observations, table, query, \
                collection, register, targets, adjustments, progress, ratings, assessors, facts
                """),
        Slip(
            "data file with two contents",
            .atEnd("data:\n  - { observations: units.csv, targets: units.csv }"),
            expected: """
                assessment.yml:17:5: a data file is one thing only; expected one of observations, table, query, \
                collection, register, targets, adjustments, progress, ratings, assessors, facts
                """),
        Slip(
            "register without file",
            .atEnd("data:\n  - register: prizes"),
            expected: "assessment.yml:17:5: a register needs its file; expected file: path"),
        Slip(
            "file of no register",
            .atEnd("data:\n  - { observations: units.csv, file: units.csv }"),
            expected: "assessment.yml:17:38: ‘file’ goes with ‘register’ only; expected observations: path"),
        Slip(
            "data file listed twice",
            .atEnd("data:\n  - observations: units.csv\n  - observations: ./units.csv"),
            expected: "assessment.yml:18:5: the file ‘units.csv’ is listed twice; expected each file once"),
    ]
}
