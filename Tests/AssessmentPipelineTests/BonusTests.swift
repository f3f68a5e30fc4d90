import AssessmentCore
import AssessmentPipeline
import Testing

@Suite("Best-effort targets")
struct BonusTests {
    /// A node of 100 points with a bonus of up to 5.
    private func scores(_ base: [Double?], bonus: [Double?]) async throws -> [Double?] {
        var fixture = Fixture(.mean(of: [.leaf("a"), .leaf("b", role: .bonus(points: 5))], then: [.bonus]))
        fixture.observe("a", base)
        fixture.observe("b", bonus)
        return try await fixture.run().scores()
    }

    @Test("A bonus rewards by its points and never punishes")
    func reward() async throws {
        #expect(try await scores([80, 80, 80, 80], bonus: [100, 40, 0, -30]) == [85, 82, 80, 80])
        #expect(try await scores([80, 80, 80, 80], bonus: [100, nil, nil, nil]) == [85, 80, 80, 80])
    }

    @Test("A score above full marks earns no more than the points of the bonus")
    func atMost() async throws {
        #expect(try await scores([80, 80, 80, 80], bonus: [100, 130, 200, 99]) == [85, 85, 85, 84.95])
    }

    @Test("A unit is never better off without its bonus, whatever the numbers")
    func property() async throws {
        var generator = SplitMix64(seed: 51)
        for _ in 0..<20 {
            let base = (0..<4).map { _ in Double.random(in: 0...100, using: &generator) }
            let bonus = (0..<4).map { _ in
                Bool.random(using: &generator) ? nil : Double.random(in: -100...100, using: &generator)
            }
            for (score, before) in zip(try await scores(base, bonus: bonus), base) {
                #expect(try #require(score) >= before)
                #expect(try #require(score) <= before + 5)
            }
        }
    }

    @Test("Without a base there is nothing to raise")
    func noBase() async throws {
        #expect(try await scores([80, nil], bonus: [100, 100]).prefix(2) == [85, nil])
    }

    @Test("Points are those of the node, as full marks are divided")
    func nested() async throws {
        var fixture = Fixture(
            .mean(of: [
                .mean("p", of: [.leaf("a"), .leaf("b", role: .bonus(points: 5))], role: .weighted(40), then: [.bonus]),
                .leaf("c", role: .weighted(60)),
            ]))
        for variable in ["a", "c"] { fixture.observe(variable, [50, 50, 50, 50]) }
        fixture.observe("b", [100, 0, 100, 0])
        let result = try await fixture.run()
        // Five points on top of forty are an eighth of the pillar, and five points of the hundred of the whole.
        #expect(try result.scores("p") == [62.5, 50, 62.5, 50])
        #expect(try result.scores() == [55, 50, 55, 50])
    }
}
