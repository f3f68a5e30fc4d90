import AssessmentCore
import AssessmentPipeline
import Testing

@Suite("What happens to missing scores")
struct MissingResolutionTests {
    /// `a` misses the second unit and `b` none; both weigh the same.
    private func fixture(_ rule: MissingRule, history: [Int] = []) -> Fixture {
        var fixture = Fixture(.mean(of: [.leaf("a", missing: rule), .leaf("b", missing: rule)]))
        fixture.history = history
        for year in [2020] + history { fixture.observe("b", [50, 60, 70, 80], in: year) }
        fixture.observe("a", [10, nil, 30, 80])
        return fixture
    }

    @Test("To fail stops the run and names every cell")
    func fail() async throws {
        var fixture = Fixture(.mean(of: [.leaf("a", missing: MissingRule()), .leaf("b", missing: MissingRule())]))
        fixture.observe("a", [10, nil, 30, nil])
        fixture.observe("b", [nil, 2, 3, 4])
        let problems = try await fixture.problems()
        #expect(problems.count == 3)
        for (problem, cell) in zip(problems, ["a: u2", "a: u4", "b: u1"]) {
            #expect(problem.hasPrefix("assessment.yml:7:3: \(cell) "))
            #expect(problem.contains("2020 (not_submitted)") && problem.contains("‘missing’"))
        }
    }

    @Test("Renormalising gives the weight to the others, and a score that makes do without what is missing says so")
    func renormalise() async throws {
        let result = try await fixture(MissingRule(otherwise: .renormalise)).run()
        #expect(try result.scores() == [30, 60, 50, 80])
        #expect(result.ledger.scores(of: "root")?.states == [.measured, .imputed, .measured, .measured])
        #expect(result.ledger.entry(of: "root", .aggregate)?.measuredShares == [1, 0.5, 1, 1])
    }

    @Test("Zero counts with its weight, is marked as put in, and keeps the reason")
    func zero() async throws {
        let result = try await fixture(MissingRule(otherwise: .zero)).run()
        #expect(try result.scores() == [30, 30, 50, 80])
        let column = try #require(result.ledger.scores(of: "a"))
        #expect(column.states[1] == .imputed && column.reasons[1] == .notSubmitted && column.states[0] == .measured)
        #expect(result.ledger.scores(of: "root")?.states == [.measured, .imputed, .measured, .measured])
    }

    @Test("The median is that of the peer group in the period")
    func groupMedian() async throws {
        var fixture = fixture(MissingRule(otherwise: .groupMedian), history: [2019])
        fixture.observe("a", [1, 2, 3, 4], in: 2019)
        #expect(try await fixture.run().scores("a") == [1, 2, 3, 4, 10, 30, 30, 80])
        fixture.peerGroups = [
            PeerGroup(id: "x", name: BilingualText(same: "x"), units: ["u1", "u2", "u4"]),
            PeerGroup(id: "y", name: BilingualText(same: "y"), units: ["u3"]),
        ]
        #expect(try await fixture.run().scores("a") == [1, 2, 3, 4, 10, 45, 30, 80])
    }

    @Test("What has left the framework, or is not assessed at a level, is no concern of a rule that gives no score")
    func noScoreOfOthers() async throws {
        var fixture = Fixture(
            .mean(of: [
                .leaf("a", missing: MissingRule(actions: [.notSubmitted: .leaveFramework], otherwise: .noScore)),
                .leaf("b", missing: MissingRule(otherwise: .noScore)),
            ]))
        fixture.observe("a", [1, 2, nil, 4])
        fixture.observe("b", [50, 60, 70, 80])
        #expect(try await fixture.run().scores() == [50, 60, 70, 80])
        var ofCounties = Fixture(
            .mean(of: [
                .leaf("a", levels: ["county"], missing: MissingRule(otherwise: .noScore)),
                .leaf("b", missing: MissingRule(otherwise: .noScore)),
            ]))
        ofCounties.observe("a", [1, 2, 3, 4])
        ofCounties.observe("b", [50, 60, 70, 80])
        #expect(try await ofCounties.run().scores() == [50, 60, 70, 80])
    }

    @Test("The median of a group is that of scores that are still there, where another level has left")
    func medianWithoutThoseThatLeft() async throws {
        var fixture = Fixture(
            .mean(of: [
                .leaf("a", missing: MissingRule(actions: [.notSubmitted: .leaveFramework], otherwise: .groupMedian)),
                .leaf("b"),
            ]))
        fixture.levels = ["city", "county"]
        fixture.units = fixture.units.enumerated().map { place, unit in
            AssessedUnit(code: unit.code, name: unit.name, level: place < 2 ? "city" : "county")
        }
        fixture.observe("a", [100, nil, 3, nil])
        fixture.observe("b", [50, 60, 70, 80])
        fixture.leaveOut("a", "u4", .notApplicable)
        #expect(try await fixture.run().scores("a") == [nil, nil, 3, 3])
    }

    @Test("A group without any score has no median, and the run stops rather than share out the weight")
    func noMedian() async throws {
        var fixture = fixture(MissingRule(otherwise: .groupMedian))
        fixture.peerGroups = [
            PeerGroup(id: "x", name: BilingualText(same: "x"), units: ["u1", "u3", "u4"]),
            PeerGroup(id: "y", name: BilingualText(same: "y"), units: ["u2"]),
        ]
        let problems = try await fixture.problems()
        #expect(problems.count == 1 && problems[0].contains("u2") && problems[0].contains("not_submitted"))
        #expect(problems[0].contains("its peer group has none to take the median of"))
    }

    @Test("Leaving the framework takes the indicator from everyone, in that period only")
    func leaveFramework() async throws {
        var fixture = fixture(MissingRule(actions: [.notSubmitted: .leaveFramework]), history: [2019])
        fixture.observe("a", [10, 20, 30, 40], in: 2019)
        let result = try await fixture.run()
        #expect(try result.scores("a") == [10, 20, 30, 40, nil, nil, nil, nil])
        #expect(try result.reasons("a").suffix(4) == [.leftFramework, .leftFramework, .leftFramework, .leftFramework])
        #expect(try result.scores() == [30, 40, 50, 60, 50, 60, 70, 80])
        #expect(result.ledger.entry(of: "root", .aggregate)?.measuredShares == [1, 1, 1, 1, 1, 1, 1, 1])
    }

    @Test("Each reason may have its own action")
    func byReason() async throws {
        let rule = MissingRule(
            actions: [.notSubmitted: .zero, .falsified: .zero, .notApplicable: .renormalise], otherwise: .fail)
        var fixture = Fixture(.mean(of: [.leaf("a", missing: rule), .leaf("b", missing: rule)]))
        fixture.observe("a", "u1", 40)
        fixture.leaveOut("a", "u2", .falsified)
        fixture.leaveOut("a", "u3", .notApplicable)
        fixture.observe("b", [60, 60, 60, 60])
        let result = try await fixture.run()
        #expect(try result.scores() == [50, 30, 60, 30])
        #expect(try result.reasons("a") == [nil, .falsified, .notApplicable, .notSubmitted])
    }

    @Test("What is not assessed at a level is no case for any rule")
    func levels() async throws {
        var fixture = Fixture(
            .mean(of: [.leaf("a", levels: ["city"], missing: MissingRule()), .leaf("b", missing: MissingRule())]))
        fixture.units = [Fixture.unit("u1"), Fixture.unit("k1", level: "county")]
        fixture.levels = ["city", "county"]
        fixture.observe("a", [10, nil])
        fixture.observe("b", [20, 30])
        let result = try await fixture.run()
        #expect(try result.scores() == [15, 30])
        #expect(try result.reasons("a") == [nil, .notAssessedAtLevel])
    }

    @Test("A unit has no score where more than the limit of the weight is unmeasured; just the limit is enough")
    func unranked() async throws {
        for (limit, expected) in [(0.5, [30, 30, 50, 80]), (0.49, [30, nil, 50, 80])] as [(Double, [Double?])] {
            var fixture = fixture(MissingRule(otherwise: .zero))
            fixture.framework.unrankedAbove = limit
            fixture.framework.steps.append(.rank(tolerance: 0))
            let result = try await fixture.run()
            #expect(try result.scores() == expected)
            #expect(try result.reasons()[1] == (limit == 0.5 ? nil : .tooMuchMissing))
            #expect(result.ranks()[1] == (limit == 0.5 ? 3 : nil as Int?))
        }
    }

    @Test("A pillar with too much missing is not spread over the others by ‘otherwise’: withholding would pay")
    func withholding() async throws {
        func pillars(_ actions: [Reason: MissingRule.Action]) -> Fixture {
            let rule = MissingRule(actions: actions, otherwise: .renormalise)
            var pillar = FrameworkNode.mean(
                "p", of: [.leaf("a", missing: rule)], role: .weighted(50), then: [.missing(rule)])
            pillar.unrankedAbove = 0.4
            var fixture = Fixture(.mean(of: [pillar, .leaf("b", role: .weighted(50), missing: rule)]))
            fixture.observe("a", [10, nil, 30, 80])
            fixture.observe("b", [50, 60, 70, 80])
            return fixture
        }
        let problems = try await pillars([.notSubmitted: .zero]).problems()
        #expect(problems.count == 1 && problems.first?.contains("u2") == true)
        #expect(problems.first?.contains("too_much_missing") == true)
        let scored = try await pillars([.notSubmitted: .zero, .tooMuchMissing: .zero]).run()
        #expect(try scored.scores() == [30, 30, 50, 80])
    }

    @Test("What does not apply is no missing weight")
    func notApplicableIsNoGap() async throws {
        var fixture = Fixture(.mean(of: [.leaf("a"), .leaf("b")], unrankedAbove: 0.1))
        fixture.observe("b", [50, 60, 70, 80])
        for unit in fixture.units { fixture.leaveOut("a", unit.code, .notApplicable) }
        #expect(try await fixture.run().scores() == [50, 60, 70, 80])
    }

    @Test("A node without any child says what should have been there before what does not apply")
    func nothing() async throws {
        var fixture = Fixture(.mean(of: [.leaf("a"), .leaf("b")]))
        fixture.leaveOut("a", "u1", .notApplicable)
        fixture.leaveOut("b", "u1", .falsified)
        fixture.leaveOut("a", "u2", .notApplicable)
        fixture.leaveOut("b", "u2", .notApplicable)
        let result = try await fixture.run()
        #expect(try result.scores() == [nil, nil, nil, nil])
        #expect(try result.reasons().prefix(2) == [.falsified, .notApplicable])
    }
}
