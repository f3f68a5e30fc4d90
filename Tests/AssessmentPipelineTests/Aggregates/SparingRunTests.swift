import AssessmentCore
import Testing

@testable import AssessmentPipeline

@Suite("A run in little memory")
struct SparingRunTests {
    /// Three levels, with what a formula reads of other nodes, a rule that looks at neighbours, a bonus, fitted weights and ranks.
    private func fixture(units count: Int = 40) -> Fixture {
        let rule = MissingRule(otherwise: .groupMedian)
        let pillars = (0..<3).map { pillar -> FrameworkNode in
            .mean(
                "p\(pillar)",
                of: ["a", "b", "c", "d"].map { variable in
                    .leaf(
                        "\(variable)\(pillar)", use: "fix.\(variable)", role: .weighted(Double(pillar + 1)),
                        evaluate: MethodChoice("min_max"), reference: pillar == 1 ? .peerGroupAndPeriod : .period,
                        missing: rule, then: [.rank(tolerance: 1e-9)])
                }, role: .weighted(1), weighting: pillar == 2 ? "standard_deviation" : "given",
                then: [.round(decimals: 9), .rank(tolerance: 1e-9)])
        }
        var fixture = Fixture(
            .mean(
                of: pillars + [.leaf("extra", use: "fix.a", role: .bonus(points: 5))],
                then: [.bonus, .round(decimals: 6), .rank(tolerance: 1e-9)]))
        fixture.history = [2018, 2019]
        fixture.units = (0..<count).map { Fixture.unit("u\($0)") }
        var generator = SplitMix64(seed: 8)
        for year in 2018...2020 {
            for variable in ["a", "b", "c", "d"] {
                let values = fixture.units.map { _ in
                    Int.random(in: 0..<12, using: &generator) == 0
                        ? nil : Double.random(in: 1...100, using: &generator)
                }
                fixture.observe(variable, values, in: year)
            }
        }
        return fixture
    }

    @Test("The scores and ranks of the nodes above have the bits of the run that keeps everything")
    func sameBits() async throws {
        let fixture = fixture()
        let whole = try await fixture.run()
        let asked = Asked()
        let results = try await Pipeline(fixture.specification(), catalogue: fixture.catalogue())
            .aggregates(fixture.data) { variables in
                await asked.note(variables)
                return Observations(fixture.observations.filter { variables.contains($0.variable) })
            }
        #expect(Set(results.tables.map(\.node)) == ["root", "p0", "p1", "p2"])
        for node in ["root", "p0", "p1", "p2"] {
            let expected = try #require(whole.ledger.scores(of: node)).values.map(\.bitPattern)
            #expect(results.scores(of: node)?.map(\.bitPattern) == expected)
            let ranks = try #require(whole.ledger.entry(of: node, .rank)).column.values.map(\.bitPattern)
            #expect(results.table(node, .rank)?.numbers.map(\.bitPattern) == ranks)
        }
        // Each leaf asks for its own variable alone.
        #expect(await asked.variables.count == 13)
        #expect(await asked.variables.allSatisfy { $0.count == 1 })
    }

    @Test(
        "What methods took from the data is kept: the least and the most of each indicator and year, and fitted weights"
    )
    func parameters() async throws {
        let fixture = fixture()
        let results = try await Pipeline(fixture.specification(), catalogue: fixture.catalogue())
            .aggregates(fixture.data)
        let values = fixture.observations.filter { $0.variable == "b" && $0.period.year == 2019 }.compactMap(\.value)
        let own = results.parameters.filter { $0.node == "b0" && $0.set == 1 }
        #expect(own.count == 2)
        #expect(Set(own.map(\.value)) == [values.min(), values.max()])
        #expect(results.parameters.count(where: { $0.node == "b0" }) == 6)
        let weights = try #require(results.weights["p2"]?.first)
        let fitted = weights.fitted.weights
        #expect(fitted.count == 4 && abs(fitted.reduce(0, +) - 1) < 1e-12)
        #expect(results.weights.keys.sorted() == ["p2"])
    }

    @Test("Slots share memory, so that it does not grow with the number of pillars")
    func memory() async throws {
        let fixture = fixture()
        let pipeline = Pipeline(try fixture.specification(), catalogue: try fixture.catalogue())
        let plan = try await pipeline.plan(try await pipeline.measure(fixture.data))
        let root = try #require(plan.operations.lastIndex { $0.step.kind == .rank })
        let order = SparingOrder(plan, wanted: [root])
        // Three pillars, the four children of one, and one step on.
        #expect(order.layout.count <= 3 + 4 + 3)
        #expect(plan.layout.count == plan.operations.count)
        // The ranks of leaves and pillars are nobody's to read.
        #expect(
            !order.operations.contains { plan.operations[$0].node.id == "a0" && plan.operations[$0].step.kind == .rank }
        )
        #expect(Set(order.operations).count == order.operations.count)
    }

    @Test("A slot's memory serves no other one as long as something reads it", arguments: 0..<40)
    func places(seed: Int) async throws {
        let fixture = fixture(units: 5)
        let pipeline = Pipeline(try fixture.specification(), catalogue: try fixture.catalogue())
        let plan = try await pipeline.plan(try await pipeline.measure(fixture.data))
        var generator = SplitMix64(seed: UInt64(seed))
        let wanted = Set(plan.operations.indices.filter { _ in Int.random(in: 0..<6, using: &generator) == 0 })
        let order = SparingOrder(plan, wanted: wanted)
        var holder: [Int: Int] = [:]
        for index in order.operations {
            for slot in Plan.reads(plan.operations[index].work) ?? [] {
                #expect(holder[order.layout.places[slot]] == slot)
            }
            holder[order.layout.places[index]] = index
        }
        #expect(wanted.isSubset(of: order.operations))
    }

    @Test("Missing scores that must not be stop it, all of them told")
    func failures() async throws {
        var fixture = Fixture(
            .mean(of: [
                .leaf("a", missing: MissingRule(otherwise: .fail)), .leaf("b", missing: MissingRule(otherwise: .fail)),
            ]))
        fixture.observe("a", [1, nil, 3, 4])
        fixture.observe("b", [1, 2, 3, nil])
        let whole = try await fixture.problems()
        #expect(whole.count == 2)
        await #expect {
            _ = try await Pipeline(fixture.specification(), catalogue: fixture.catalogue()).aggregates(fixture.data)
        } throws: { error in
            (error as? PipelineError)?.problems.map(\.description) == whole
        }
    }

    @Test("A target that is shared out by a base of all units is refused at its node")
    func sharedTarget() async throws {
        let shared = SharedTarget(total: .numbers(NumberTable(100)), key: .base(Period(year: 2020)))
        var fixture = Fixture(
            .mean(of: [.leaf("a", evaluate: MethodChoice("completion"), rule: .shared(shared))]))
        fixture.observe("a", [1, 2, 3, 4])
        await #expect {
            _ = try await Pipeline(fixture.specification(), catalogue: fixture.catalogue()).aggregates(fixture.data)
        } throws: { error in
            "\(error)".contains("keeps aggregates alone") && "\(error)".contains("assessment.yml:7:3")
        }
    }
}

private actor Asked {
    var variables: [Set<String>] = []

    func note(_ variables: Set<String>) { self.variables.append(variables) }
}
