import AssessmentCore
import Testing

@testable import AssessmentPipeline

@Suite("An assessment compiled once and run many times")
struct PreparedAssessmentTests {
    private static let year = Period(year: 2020)

    /// Twenty units over three years, drawn at random, in which one value in eight is missing for one of three reasons.
    private func fixture(comparing: Bool, seed: UInt64) throws -> Fixture {
        let rule = MissingRule(actions: [.notCollected: .leaveFramework, .withdrawn: .renormalise], otherwise: .zero)
        var fixture = Fixture(
            .mean(
                of: [
                    .mean(
                        "p",
                        of: [
                            comparing
                                ? .leaf("a", evaluate: MethodChoice("min_max"), reference: .period, missing: rule)
                                : .leaf("a", missing: rule),
                            .leaf(
                                "b", role: .weighted(3), evaluate: MethodChoice("completion"), target: NumberTable(60),
                                missing: comparing ? MissingRule(otherwise: .groupMedian) : rule,
                                then: [.rank(tolerance: 0)]),
                        ], role: .weighted(0.7)),
                    .leaf("c", role: .weighted(0.3), missing: rule),
                ], weighting: comparing ? "entropy" : "given", then: [.round(decimals: 1), .rank(tolerance: 1e-9)]))
        fixture.history = [2018, 2019]
        fixture.units = (0..<20).map { Fixture.unit("u\($0)", level: $0 < 6 ? "county" : "city") }
        fixture.levels = ["city", "county"]
        var generator = SplitMix64(seed: seed)
        for year in 2018...2020 {
            for variable in ["a", "b", "c"] {
                for unit in fixture.units {
                    if Int.random(in: 0..<8, using: &generator) == 0 {
                        let reasons: [Reason] = [.notSubmitted, .withdrawn, .falsified]
                        fixture.leaveOut(
                            variable, unit.code, reasons[Int.random(in: 0..<3, using: &generator)], in: year)
                    } else {
                        fixture.observe(variable, unit.code, Double.random(in: 1...100, using: &generator), in: year)
                    }
                }
            }
        }
        return fixture
    }

    private func measured(_ fixture: Fixture) async throws -> (Pipeline, MeasuredAssessment) {
        let pipeline = Pipeline(try fixture.specification(), catalogue: try fixture.catalogue())
        return (pipeline, try await pipeline.measure(fixture.data))
    }

    /// The scores of every node and the rank of the root, by bits.
    private func picture(_ run: AssessmentRun, row: Int) -> [String] {
        ["a", "b", "c", "p", "root"].map {
            "\($0) \(run.score(of: $0, row: row)?.bitPattern ?? 0) \(run.reason(of: $0, row: row)?.rawValue ?? "")"
        } + ["\(run.rank(of: "root", row: row) ?? 0)"]
    }

    @Test("It gives the bits that a whole run gives", arguments: [false, true])
    func same(comparing: Bool) async throws {
        let fixture = try fixture(comparing: comparing, seed: 5)
        let (pipeline, measured) = try await measured(fixture)
        let complete = try await pipeline.complete(
            measured, manifest: Manifest(workbench: "0", platform: "p", plugins: [:], inputs: []))
        let run = try await pipeline.prepare(measured).run(measured.measurements.mapValues(\.column))
        #expect(run.failures.isEmpty)
        for row in measured.panel.rows {
            for node in ["a", "b", "c", "p", "root"] {
                #expect(run.score(of: node, row: row)?.bitPattern == complete.ledger.scores(of: node)?[row]?.bitPattern)
            }
            #expect(run.rank(of: "root", row: row) == complete.ledger.rank(of: "root", row: row)?.rank)
            #expect(run.rank(of: "b", row: row) == complete.ledger.rank(of: "b", row: row)?.rank)
        }
    }

    @Test("A changed cell gives what a run of the changed columns gives", arguments: [false, true])
    func change(comparing: Bool) async throws {
        let (pipeline, measured) = try await measured(fixture(comparing: comparing, seed: 6))
        let prepared = try await pipeline.prepare(measured)
        var columns = measured.measurements.mapValues(\.column)
        var run = try prepared.run(columns)
        for (leaf, row, value) in [("a", 45, 250.0), ("b", 50, 0.5), ("c", 45, 33), ("a", 45, 12)] {
            columns[leaf]?.measure(value, at: row)
            try run.measure(value, of: leaf, row: row)
            let whole = try prepared.run(columns)
            for row in measured.panel.rows { #expect(picture(run, row: row) == picture(whole, row: row)) }
        }
    }

    /// Where a node is collected nowhere in one of the runs, it leaves the framework for the level there; a single row can
    /// make it leave, or be the only one for which it does not.
    @Test(
        "An exchanged row gives what a run of the exchanged columns gives", arguments: [false, true],
        [7, 8] as [UInt64])
    func exchange(comparing: Bool, seed: UInt64) async throws {
        let (pipeline, measured) = try await measured(fixture(comparing: comparing, seed: seed))
        let prepared = try await pipeline.prepare(measured)
        let columns = measured.measurements.mapValues(\.column)
        var others = columns
        var generator = SplitMix64(seed: seed + 100)
        let rows = measured.panel.rows(ofPeriodAt: 2)
        for leaf in ["a", "b", "c"] {
            for row in rows {
                switch Int.random(in: 0..<8, using: &generator) {
                case 0: others[leaf]?.leaveOut(.notSubmitted, at: row)
                case 1 where leaf == "c": others[leaf]?.leaveOut(.notCollected, at: row)
                default: others[leaf]?.measure(Double.random(in: 1...100, using: &generator), at: row)
                }
            }
        }
        others["a"]?.leaveOut(.notCollected, at: rows.lowerBound + 10)
        let (here, there) = (try prepared.run(columns), try prepared.run(others))
        for (base, other, baseColumns, otherColumns) in [
            (here, there, columns, others), (there, here, others, columns),
        ] {
            var base = base
            let exchange = base.exchange(with: other, in: Self.year)
            let before = measured.panel.rows.map { picture(base, row: $0) }
            for row in rows {
                var mixed = baseColumns
                for leaf in ["a", "b", "c"] {
                    guard let column = otherColumns[leaf] else { continue }
                    if let value = column[row] {
                        mixed[leaf]?.measure(value, at: row)
                    } else {
                        mixed[leaf]?.leaveOut(column.reasons[row] ?? .notCollected, at: row)
                    }
                }
                let whole = try prepared.run(mixed)
                let expected = picture(whole, row: row)
                let found = try base.exchanging(row: row, by: exchange) { picture($0, row: row) }
                #expect(found == expected)
            }
            #expect(measured.panel.rows.map { picture(base, row: $0) } == before)
        }
    }

    @Test("A missing score that must not be is listed, and the others are computed")
    func failures() async throws {
        var fixture = Fixture(.mean(of: [.leaf("a", missing: MissingRule()), .leaf("b")]))
        fixture.observe("a", [1, nil, 3, 4])
        fixture.observe("b", [1, 2, 3, 4])
        let (pipeline, measured) = try await measured(fixture)
        let run = try await pipeline.prepare(measured).run(measured.measurements.mapValues(\.column))
        #expect(run.failures.map(\.node) == ["a"])
        #expect(run.failures.map(\.row) == [1])
        #expect(run.score(of: "root", row: 3) == 4)
    }
}
