import AssessmentCore
import Testing

@testable import AssessmentPipeline

@Suite("The same data give the same bits")
struct DeterminismTests {
    private func fixture(reversed: Bool = false) -> Fixture {
        let rule = MissingRule(otherwise: .groupMedian)
        var fixture = Fixture(
            .mean(
                of: [
                    .mean(
                        "p",
                        of: [
                            .leaf("a", evaluate: MethodChoice("min_max"), reference: .period, missing: rule),
                            .leaf(
                                "b", role: .weighted(3), evaluate: MethodChoice("completion"), target: NumberTable(60),
                                missing: rule),
                        ], role: .weighted(0.7)),
                    .leaf("c", role: .weighted(0.3), missing: rule, then: [.rank(tolerance: 1e-9)]),
                    .leaf("d", role: .bonus(points: 5)),
                ], then: [.bonus, .round(decimals: 6), .rank(tolerance: 1e-9)]))
        fixture.history = [2018, 2019]
        fixture.units = (0..<25).map { Fixture.unit("u\($0)") }
        var generator = SplitMix64(seed: 61)
        for year in 2018...2020 {
            for variable in ["a", "b", "c", "d"] {
                let values = fixture.units.map { _ in
                    Int.random(in: 0..<10, using: &generator) == 0
                        ? nil : Double.random(in: 1...100, using: &generator)
                }
                fixture.observe(variable, values, in: year)
            }
        }
        if reversed { fixture.units.reverse() }
        return fixture
    }

    /// What each table says of each unit and period, by bits.
    private func picture(_ assessment: CompletedAssessment) -> [String: [String]] {
        let panel = assessment.ledger.panel
        var picture: [String: [String]] = [:]
        for entry in assessment.ledger.entries {
            for row in 0..<panel.rowCount {
                let (column, reason) = (entry.column, entry.column.reasons[row]?.rawValue ?? "")
                picture["\(panel.unit(ofRow: row).code) \(panel.period(ofRow: row))", default: []].append(
                    "\(entry.node) \(entry.step) \(column.values[row].bitPattern) \(column.states[row]) \(reason)")
            }
        }
        return picture
    }

    @Test("However many threads, and in whichever order the units are listed")
    func threadsAndOrder() async throws {
        let expected = picture(try await fixture().run(threads: 1))
        #expect(expected.count == 75)
        #expect(picture(try await fixture().run(threads: 8)) == expected)
        #expect(picture(try await fixture(reversed: true).run(threads: 3)) == expected)
    }

    @Test("A plan that runs again over the same memory gives the same bits, whatever ran in between")
    func again() async throws {
        let fixture = fixture()
        let specification = try fixture.specification()
        let panel = Panel(units: fixture.units, periods: specification.periods)
        var compiler = PlanCompiler(
            catalogue: try fixture.catalogue(), decisions: [], panel: panel,
            peerGroupOfUnit: [Int](repeating: 0, count: panel.units.count))
        _ = try await compiler.add(
            specification,
            ["b": ResolvedTarget(numbers: [Double](repeating: 60, count: panel.rowCount), workings: [:])])
        let plan = compiler.plan()
        let collection = Collection(fixture.data, panel: panel)
        var workspace = Workspace(plan)
        let load = { (workspace: inout Workspace, factor: Double) in
            for operation in plan.operations where operation.step.kind == .measure {
                var column = collection.column(of: FixturePlugin.variable(operation.node.id)).column
                for row in 0..<column.count {
                    if let value = column[row] { column.measure(value * factor, at: row) }
                }
                workspace.load(column, into: operation.output)
            }
        }
        load(&workspace, 1)
        try plan.run(&workspace)
        let bits = bits(workspace, plan)
        load(&workspace, 0.5)
        try plan.run(&workspace)
        #expect(self.bits(workspace, plan) != bits)
        load(&workspace, 1)
        try plan.run(&workspace)
        #expect(self.bits(workspace, plan) == bits)
    }

    /// Everything that the slots of a plan hold, to the last bit.
    private func bits(_ workspace: Workspace, _ plan: Plan) -> [String] {
        plan.operations.flatMap { operation in
            (0..<plan.rowCount).map { row in
                let cell = workspace.cell(at: operation.output, row)
                return "\(cell.value.bitPattern) \(cell.state) \(cell.reason?.rawValue ?? "") \(cell.share.bitPattern)"
            }
        }
    }
}
