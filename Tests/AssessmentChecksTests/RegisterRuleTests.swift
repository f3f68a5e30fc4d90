import AssessmentCore
import Testing

@testable import AssessmentChecks

@Suite("Rules on registers")
struct RegisterRuleTests {
    /// Codes with right check characters, computed by the formula of GB 32100 in Python.
    static let codes = ["91340100MA2MXXXX0P", "91340200TEXT00001G"]

    private func entry(
        _ unit: String, _ name: String, code: String = "", from: String = "2019-05-01", until: String? = nil
    ) -> RegisterEntry {
        RegisterEntry(
            unit: unit, name: name, organisationCode: code,
            recognition: Validity(from: CalendarDate(from), until: until.flatMap { CalendarDate($0) }),
            origin: Origin(file: "prizes.csv", row: 2, column: "name"))
    }

    private func told(
        _ rule: String, _ entries: RegisterEntry..., checks: [CheckChoice] = [], on day: String = "2020-12-31"
    ) throws -> [String] {
        var fixture = Fixture()
        fixture.reviewedOn = CalendarDate(day)
        fixture.checks = checks
        fixture.others = [
            AssessedUnit(
                code: "old", name: Fixture.text("old"), level: "city",
                validity: Validity(until: CalendarDate("2020-06-01")), successor: "c1")
        ]
        fixture.registers = ["prizes": entries]
        return try fixture.findings(of: rule).flatMap(\.cases).map(\.text.en)
    }

    @Test("A wrong code is told with what is wrong; a missing one apart, or once where none has one")
    func codes() throws {
        let wrong = entry("c1", "A", code: "123")
        let without = (entry("c2", "B"), entry("c3", "C"))
        #expect(try told("organisation_code", wrong, without.0) == ["A (123): has 3 characters instead of 18"])
        #expect(try told("organisation_code_missing", wrong, without.0) == ["B"])
        #expect(try told("organisation_code_missing", without.0, without.1) == ["none of its 2 entries has a code"])
        #expect(try told("organisation_code", entry("c1", "A", code: Self.codes[0])) == [])
    }

    @Test("One organisation in two units is told; in one unit, or one after the other, it is not")
    func twice() throws {
        let first = entry("c1", "A", code: Self.codes[0])
        #expect(
            try told("registered_twice", first, entry("c2", "A2", code: Self.codes[0])) == [
                "A (\(Self.codes[0])), also listed in c2 (A2)", "A2 (\(Self.codes[0])), also listed in c1 (A)",
            ])
        #expect(try told("registered_twice", first, entry("c1", "A2", code: Self.codes[0])) == [])
        #expect(try told("registered_twice", first, entry("c2", "A", code: Self.codes[1])) == [])
        let gone = entry("c2", "A", code: Self.codes[0], until: "2020-01-01")
        #expect(try told("registered_twice", first, gone) == [])
        #expect(try told("registered_twice", entry("c1", "A"), entry("c2", "A")).count == 2)
    }

    @Test("Recognition after the review date, before registers existed, and withdrawal in the year are told")
    func dates() throws {
        #expect(try told("register_dates", entry("c1", "A", from: "2020-12-31")) == [])
        #expect(
            try told("register_dates", entry("c1", "A", from: "2021-01-01")) == [
                "A: recognised on 2021-01-01, after the review date 2020-12-31; it does not count"
            ])
        let start = CheckChoice("register_dates", parameters: ["not_before": .text("2018-01-01")])
        #expect(try told("register_dates", entry("c1", "A", from: "2017-12-31")) == [])
        #expect(
            try told("register_dates", entry("c1", "A", from: "2017-12-31"), checks: [start]) == [
                "A: recognised on 2017-12-31, before registers existed (2018-01-01)"
            ])
        #expect(
            try told("register_dates", entry("c1", "A", from: "2020-11-01"), on: "2020-10-31") == [
                "A: recognised on 2020-11-01, after the review date 2020-10-31; it is counted"
            ])
        let withdrawn = entry("c1", "A", until: "2021-01-31")
        #expect(
            try told("register_withdrawn", withdrawn, on: "2021-03-31") == [
                "A: withdrawn on 2021-01-31; it held on 2020-12-31 and is counted"
            ])
        #expect(try told("register_withdrawn", withdrawn) == [], "it is still recognised on the review date")
        #expect(try told("register_withdrawn", entry("c1", "A", until: "2020-12-31"), on: "2021-03-31") == [])
    }

    @Test("Entries of a unit that is no longer in force name its successor")
    func units() throws {
        #expect(
            try told("register_units", entry("old", "A"), entry("old", "C"), entry("c2", "B")) == [
                "not in force on 2020-12-31, with 2 entries; it is c1 (c1) now"
            ])
    }
}
