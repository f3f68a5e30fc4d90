import AssessmentCore
import AssessmentPipeline
import Testing

@Suite("A register that units report is known only of those that did")
struct UnreportedRegisterTests {
    private func run(_ reports: RegisterReports?) async throws -> CompletedAssessment {
        var fixture = Fixture(.mean(of: [.leaf("parks")]))
        fixture.registers = [
            "parks": [
                RegisterEntry(
                    unit: "u1", name: "park", organisationCode: "91110000802100433B", origin: Fixture.origin)
            ]
        ]
        var data = fixture.data
        data.registerReports = reports.map { ["parks": $0] } ?? [:]
        return try await Pipeline(fixture.specification(), catalogue: fixture.catalogue(), threads: 1).run(
            data, manifest: Manifest(workbench: "0", platform: "p", plugins: [:], inputs: []))
    }

    private func measured(_ assessment: CompletedAssessment) throws -> Column {
        try #require(assessment.ledger.entry(of: "parks", .measure)).column
    }

    @Test("An absence of entries is zero on a register that is kept as a whole")
    func kept() async throws {
        let column = try measured(try await run(nil))
        #expect((0..<4).map { column[$0] } == [1, 0, 0, 0] && column.reasons == [nil, nil, nil, nil])
    }

    @Test(
        "A unit that did not report is not submitted, and one that stated that it has none has zero, with its statement"
    )
    func reported() async throws {
        let list = Origin(file: "collected/files.csv", row: 3, column: "registers", note: "u2.xlsx")
        let assessment = try await run(
            RegisterReports([
                "u1": RegisterReports.Report(isEmpty: false, origin: Fixture.origin),
                "u2": RegisterReports.Report(isEmpty: true, origin: list),
            ]))
        let column = try measured(assessment)
        #expect(column[0] == 1 && column[1] == 0 && column[2] == nil && column[3] == nil)
        #expect(column.reasons == [nil, nil, .notSubmitted, .notSubmitted])
        #expect(column.notes[2]?.en.contains("was not reported") == true)
        let stated = try #require(assessment.trace(of: "parks", row: 1)?.lines.last)
        #expect(stated.cells.map(\.value.en) == ["stated to be none"] && stated.cells.first?.origin == list)
        #expect(assessment.trace(of: "parks", row: 2)?.lines.last?.cells == [])
    }

    @Test("A unit that took the place of others has what all of them reported")
    func successors() {
        let units = UnitTable([
            Fixture.unit("old1", until: "2020-07-01", successor: "new"),
            Fixture.unit("old2", until: "2020-07-01", successor: "new"), Fixture.unit("new", from: "2020-07-01"),
        ])
        let none = RegisterReports.Report(isEmpty: true, origin: Fixture.origin)
        let some = RegisterReports.Report(isEmpty: false, origin: Fixture.origin)
        #expect(RegisterReports(["old1": none]).report(of: "new", in: units) == nil)
        #expect(RegisterReports(["old1": none, "old2": some]).report(of: "new", in: units) == some)
        #expect(RegisterReports(["new": none]).report(of: "new", in: units) == none)
        #expect(RegisterReports().report(of: "old1", in: units) == nil)
    }
}
