import AssessmentCore
import AssessmentPipeline
import Testing

@Suite("Which statements have figures")
struct CoverageTests {
    private func coverage(_ fixture: Fixture) async throws -> [String: StatementCoverage] {
        Dictionary(uniqueKeysWithValues: try await fixture.run().coverage.map { ($0.statement, $0) })
    }

    @Test("A unit has a figure where an indicator has all its variables in one period")
    func observations() async throws {
        var fixture = Fixture(.leaf("a"))
        fixture.history = [2019]
        fixture.observe("a", [1, 2, nil, nil])
        fixture.observe("b", [nil, 2, nil, nil])
        fixture.observe("b", [1, nil, nil, nil], in: 2019)
        fixture.leaveOut("a", "u4", .notSubmitted)
        let coverage = try await coverage(fixture)
        #expect(coverage["Sa"]?.unitsWithFigures == 2 && coverage["Sa"]?.indicators == ["fix.a"])
        #expect(coverage["Sshare"]?.unitsWithFigures == 1)
        #expect(coverage["Sc"]?.unitsWithFigures == 0)
        #expect(coverage["Snone"]?.indicators == [] && coverage.count == 7)
    }

    @Test("Dated facts with a number count, those without do not; units that are not assessed do not")
    func facts() async throws {
        var fixture = Fixture(.leaf("a"))
        fixture.facts = [("u1", 5.0), ("u1", 6), ("u2", nil), ("340000", 7)].map { unit, value in
            PolicyFact(
                statement: "Snone", unit: unit, asOf: "2020-04", value: value, unitOfMeasure: "",
                text: BilingualText(same: "fact"), origin: Fixture.origin)
        }
        #expect(try await coverage(fixture)["Snone"]?.unitsWithFigures == 1)
    }

    @Test("A fact later than the assessed period is no figure of it")
    func laterFacts() async throws {
        var fixture = Fixture(.leaf("a"))
        fixture.facts = [("u1", "2020-12"), ("u2", "2021-01"), ("u3", "2023"), ("u4", "2015")].map { unit, date in
            PolicyFact(
                statement: "Snone", unit: unit, asOf: date, value: 1, unitOfMeasure: "",
                text: BilingualText(same: "fact"), origin: Fixture.origin)
        }
        #expect(try await coverage(fixture)["Snone"]?.unitsWithFigures == 2)
    }

    @Test("An entry on a register counts for its unit, and for the city that its county belongs to")
    func registers() async throws {
        var fixture = Fixture(.leaf("a"))
        fixture.units = [
            Fixture.unit("u1"), Fixture.unit("u2"), Fixture.unit("u3"),
            Fixture.unit("k1", level: "county", parent: "u2"),
        ]
        fixture.registers = [
            "parks": ["u1", "u1", "k1"].map { RegisterEntry(unit: $0, name: "park", origin: Fixture.origin) }
        ]
        #expect(try await coverage(fixture)["Sparks"]?.unitsWithFigures == 2)
    }
}
