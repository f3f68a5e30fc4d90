import AssessmentCore
import Testing

@Suite("A specification: checks on the data")
struct SpecificationChecksTests {
    private static let end = "plugins: [Alpha]\n"

    private func checks(_ lines: String) throws -> [CheckChoice] {
        try Trial.specification(after: [(Self.end, Self.end + lines)]).checks.map { choice in
            var choice = choice
            choice.position = nil
            return choice
        }
    }

    @Test("A mapping and a list say the same: a severity alone, or with parameters")
    func forms() throws {
        let expected = [
            CheckChoice("jump", severity: .warning, parameters: ["factor": .number(4)]),
            CheckChoice("peers", parameters: ["logarithms": .flag(false)]),
            CheckChoice("alpha.income_range", severity: .off), CheckChoice("benford", severity: .note),
        ]
        #expect(
            try checks(
                """
                checks:
                  jump: { severity: warning, factor: 4 }
                  peers: { logarithms: false }
                  alpha.income_range: off
                  benford: note

                """) == expected)
        #expect(
            try checks(
                """
                checks:
                  - jump: { severity: warning, factor: 4 }
                  - peers: { logarithms: false }
                  - alpha.income_range: off
                  - benford: note

                """) == expected)
        #expect(try checks("") == [])
        #expect(
            try checks("checks: { register_dates: { not_before: 2018-01-01 } }\n") == [
                CheckChoice("register_dates", parameters: ["not_before": .text("2018-01-01")])
            ])
    }

    @Test("Slips are told with what was meant", arguments: mistakes)
    func slips(_ slip: Slip) throws {
        #expect(try Trial.problems(after: [(Self.end, Self.end + slip.lines)]) == slip.expected)
    }

    struct Slip: Sendable, CustomTestStringConvertible {
        let lines: String
        let expected: String
        var testDescription: String { lines }
    }

    static let mistakes = [
        Slip(
            lines: "checks: { jmp: note }\n",
            expected: "assessment.yml:8:11: there is no rule or check ‘jmp’; expected one of "
                + CheckRule.all.map(\.id).joined(separator: ", ")
                + ", or a check of ‘assess list checks’; did you mean ‘jump’?"),
        Slip(
            lines: "checks: { alpha.income_rang: note }\n",
            expected: "assessment.yml:8:11: there is no rule or check ‘alpha.income_rang’; expected one of "
                + CheckRule.all.map(\.id).joined(separator: ", ")
                + ", or a check of ‘assess list checks’; did you mean ‘alpha.income_range’?"),
        Slip(
            lines: "checks: { jump: warn }\n",
            expected: "assessment.yml:8:17: ‘warn’ is not known here; expected one of stop, warning, note, off"),
        Slip(
            lines: "checks: { jump: { facter: 3 } }\n",
            expected: "assessment.yml:8:19: ‘jump’ has no parameter ‘facter’; expected one of z, least_change, factor, "
                + "at_least, severity; did you mean ‘factor’?"),
        Slip(
            lines: "checks: { jump: { factor: 0.5 } }\n",
            expected: "assessment.yml:8:27: 0.5 is out of bounds; expected a number from 1"),
        Slip(
            lines: "checks: { jump: { factor: { 2020: 3 } } }\n",
            expected: "assessment.yml:8:27: ‘factor’ is a table; expected one number for every unit"),
        Slip(
            lines: "checks: { register_dates: { not_before: soon } }\n",
            expected: "assessment.yml:8:41: ‘soon’ is no day; expected a day such as 2018-01-01"),
        Slip(
            lines: "checks: [jump]\n",
            expected: "assessment.yml:8:10: an item of ‘checks’ must be a mapping; expected a rule or check with its "
                + "severity, such as { jump: warning }"),
        Slip(
            lines: "checks:\n  - jump: note\n  - jump: off\n",
            expected: "assessment.yml:10:5: ‘jump’ is set twice; expected each rule or check once"),
        Slip(
            lines: "checks: all\n",
            expected: "assessment.yml:8:9: ‘checks’ must be a mapping; expected rules and checks with their "
                + "severities, such as { jump: warning }"),
    ]
}
