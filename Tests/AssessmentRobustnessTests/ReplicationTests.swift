import AssessmentCore
import AssessmentPipeline
import Testing

@testable import AssessmentRobustness

@Suite("Replications are computed as the single run is")
struct ReplicationTests {
    private static let zScore = MethodVariation.Alternative.steps([
        .evaluate(
            MethodChoice(
                "z_score",
                parameters: ["mean": .number(NumberTable(50)), "standard_deviation": .number(NumberTable(10))]))
    ])
    private static let variation = MethodVariation(
        weights: .within(0.25),
        choices: [
            MethodVariation.Choice(.normalisation, [.asGiven, zScore]),
            MethodVariation.Choice(
                .aggregation,
                [.asGiven, .steps([.aggregate(MethodChoice("power_mean", parameters: power), weighting: given)])]),
        ], without: ["a", "q"])
    private static let power = ["exponent": ParameterValue.number(NumberTable(2))]
    private static let given = MethodChoice("given")

    private func varied(_ own: Case, _ variation: MethodVariation) throws -> VariedSpecification {
        VariedSpecification(specification: own.specification, catalogue: try own.catalogue, variation: variation)
    }

    private func replications(_ own: Case, draws count: Int, seed: UInt64 = 1) async throws -> Replications {
        let varied = try varied(own, Self.variation)
        let design = MethodDesign(Self.variation, own.framework)
        let draws = try Draws(seed: seed)
        return try await Replications(varied, design, measured: try await own.measured(), count: count) { index in
            (0..<design.coordinateCount).map { draws.number(index, $0) }
        }
    }

    /// The score of the root and its rank in every replication, by bits.
    private func picture(_ replications: Replications, threads: Int) async throws -> [String] {
        try await replications.run(threads: threads, start: [String]()) { lines, outcome, point in
            for (score, rank) in zip(outcome.scores, outcome.ranks) {
                lines.append("\(point) \(score.bitPattern) \(rank)")
            }
        }.flatMap { $0 }
    }

    @Test("The methods as given have the bits of the single run", arguments: [false, true])
    func asGiven(missing: Bool) async throws {
        let own = Case.six(missing: missing)
        let complete = try await own.complete()
        let variants = try await AssessmentVariants(
            [own.specification], catalogue: try own.catalogue, measured: try await own.measured())
        // Once with everything done beforehand, and once with everything done in the run.
        for (parents, leaves) in [([], []), (["root", "p", "q"], ["a", "b", "c", "d", "e", "f"])] as [(Set, Set)] {
            var run = try VariantRun(variants, weightsBelow: parents, leaves: leaves)
            try run.run(0)
            for node in ["root", "p", "q", "a", "f"] {
                let scores = try #require(complete.ledger.scores(of: node))
                for row in 0..<20 {
                    #expect(run.score(of: node, in: 0, row: row).bitPattern == (scores[row] ?? .nan).bitPattern)
                }
            }
            for row in 0..<20 {
                #expect(Int(run.rank(in: 0, row: row)) == complete.ledger.rank(of: "root", row: row)?.rank)
            }
        }
    }

    @Test("A replication has the bits of a specification with its methods and weights written out")
    func written() async throws {
        let own = Case.six()
        let replications = try await replications(own, draws: 12)
        let varied = try varied(own, Self.variation)
        for index in 0..<12 {
            let point = replications.point(index)
            let setting = replications.design.setting(point)
            var written = own
            written.framework = try varied.specification(of: setting).framework
            let variants = try await AssessmentVariants(
                [written.specification], catalogue: try own.catalogue, measured: try await own.measured())
            var weights: [String: Double] = [:]
            for family in variants.families(of: 0) {
                let drawn = try #require(replications.design.weights(of: family, at: point))
                for (child, weight) in zip(family.children, drawn) { weights[child] = weight }
            }
            written.framework = Self.weighted(written.framework, weights)
            let complete = try await written.complete()
            let found = try replications.replay(index)
            let scores = try #require(complete.ledger.scores(of: "root"))
            for row in 0..<20 {
                #expect(found.scores[row].bitPattern == scores[row]?.bitPattern)
                #expect(Int(found.ranks[row]) == complete.ledger.rank(of: "root", row: row)?.rank)
            }
        }
    }

    private static func weighted(_ node: FrameworkNode, _ weights: [String: Double]) -> FrameworkNode {
        var changed = node
        if let weight = weights[node.id] { changed.role = .weighted(weight) }
        changed.children = node.children.map { weighted($0, weights) }
        return changed
    }

    @Test("Any number of threads, and any replication alone, gives the same bits")
    func threads() async throws {
        let replications = try await replications(.six(), draws: 60)
        let one = try await picture(replications, threads: 1)
        #expect(one.count == 1200)
        #expect(try await picture(replications, threads: 3) == one)
        #expect(try await picture(replications, threads: 64) == one)
        for index in [0, 17, 59] {
            let found = try replications.replay(index)
            let lines = zip(found.scores, found.ranks).map { "\(index) \($0.bitPattern) \($1)" }
            #expect(lines == Array(one[index * 20..<(index + 1) * 20]))
        }
        // More replications begin as fewer do.
        let more = try await self.replications(.six(), draws: 90)
        #expect(Array(try await picture(more, threads: 2).prefix(1200)) == one)
        let other = try await self.replications(.six(), draws: 60, seed: 2)
        #expect(try await picture(other, threads: 1) != one)
    }

    @Test(
        "Weighted means done together have the bits of those done one by one, in peer groups and with ties",
        arguments: [
            ["arithmetic_mean", "arithmetic_mean"], ["geometric_mean", "geometric_mean"],
            ["geometric_mean", "arithmetic_mean"], ["arithmetic_mean", "geometric_mean"],
        ])
    func blocks(methods: [String]) async throws {
        var own = Case.six(then: [.rank(tolerance: 5)])
        let means = methods.map { Step.aggregate(MethodChoice($0), weighting: MethodChoice("given")) }
        own.framework.steps[0] = means[0]
        for pillar in own.framework.children.indices {
            own.framework.children[pillar].steps[0] = means[1]
            for leaf in own.framework.children[pillar].children.indices {
                // Above zero, so that every score has a logarithm.
                own.framework.children[pillar].children[leaf].steps[1] = .evaluate(
                    MethodChoice(
                        "min_max", parameters: ["low": .number(NumberTable(1))], reference: .allRows))
            }
        }
        own.framework.children[1].steps.append(.missing(MissingRule(otherwise: .renormalise)))
        let variation = MethodVariation(weights: .simplex)
        let design = MethodDesign(variation, own.framework)
        let draws = try Draws(seed: 6)
        let replications = try await Replications(
            try varied(own, variation), design, measured: try await own.measured(), count: 700
        ) { index in (0..<design.coordinateCount).map { draws.number(index, $0) } }
        #expect(replications.blockCount == 1)
        let lines = try await picture(replications, threads: 2)
        for index in stride(from: 0, to: 700, by: 23) {
            let found = try replications.replay(index)
            #expect(
                zip(found.scores, found.ranks).map { "\(index) \($0.bitPattern) \($1)" }
                    == Array(lines[index * 20..<(index + 1) * 20]))
        }
    }

    @Test("A geometric mean over a score of zero is left to the plain run")
    func zero() async throws {
        var own = Case.six()
        own.framework.steps[0] = .aggregate(MethodChoice("geometric_mean"), weighting: MethodChoice("given"))
        own.framework.children[0].steps[0] = own.framework.steps[0]
        own.framework.steps.insert(.missing(MissingRule(otherwise: .zero)), at: 1)
        own.framework.children[0].steps.append(.missing(MissingRule(otherwise: .renormalise)))
        let design = MethodDesign(MethodVariation(weights: .simplex), own.framework)
        let draws = try Draws(seed: 6)
        let replications = try await Replications(
            try varied(own, MethodVariation(weights: .simplex)), design, measured: try await own.measured(), count: 3
        ) { index in (0..<design.coordinateCount).map { draws.number(index, $0) } }
        #expect(replications.blockCount == 0)
        // Units at the foot of an indicator have no score of the pillar, and that of the other pillar in its place.
        let lines = try await picture(replications, threads: 1)
        #expect(lines.count == 60 && !lines.contains { $0.contains(" \(Double.nan.bitPattern) ") })
    }

    @Test("What settings have in common is there once")
    func shared() async throws {
        let counts = try await replications(.six(), draws: 200).operationCounts
        // 12 settings of 6 measured columns and a few steps each: less than a third of the operations differ.
        #expect(counts.different * 3 < counts.all)
    }

    @Test("A replication that fails stops the probe and says which one, by which methods and why")
    func failure() async throws {
        var own = Case.six(missing: true)
        // A rule on missing values that stops a run, once the imputation is taken away.
        own.framework.children[0].children[1].steps = [
            .measure, .impute(MethodChoice("mean", reference: .allRows), reasons: [.notSubmitted]),
            .evaluate(MethodChoice("min_max", reference: .allRows)), .missing(MissingRule()),
        ]
        let request = RobustnessRequest(
            draws: 50, seed: 1,
            methods: MethodVariation(choices: [MethodVariation.Choice(.imputation, [.asGiven, .steps([])])]))
        let problem = await problem { _ = try await own.probe().report(request) }
        #expect(problem.hasPrefix("replication "), "\(problem)")
        #expect(problem.contains("(imputation: none)"), "\(problem)")
        #expect(problem.contains("b: u4 Unit 4 has no score in 2020 (not_submitted)"), "\(problem)")
        let threads = await self.problem { _ = try await own.probe(threads: 4).report(request) }
        #expect(threads == problem)
    }

    private func problem(_ work: () async throws -> Void) async -> String {
        do {
            try await work()
            return ""
        } catch {
            return "\(error)"
        }
    }

    @Test("What a process scores is held fixed and named, or the probe is refused")
    func process() async throws {
        var own = Case.six()
        own.framework.children[0].children[0] = .leaf("a", evaluate: MethodChoice("apart"))
        let methods = try await own.probe().report(
            RobustnessRequest(
                draws: 20, seed: 1,
                methods: MethodVariation(choices: [MethodVariation.Choice(.normalisation, [Self.zScore])])))
        #expect(methods.held.map(\.en) == ["a: a process scores it, so that its methods are held fixed"])
        let errors = try await own.probe().report(
            RobustnessRequest(draws: 20, seed: 1, dataErrors: [DataError(leaves: ["a", "b"], .relative(0.1))]))
        #expect(errors.held.map(\.en) == ["a: a process scores it, so that no errors of its data are counted"])
        // Its values move through an imputation that reads another indicator.
        own.framework.children[0].children[0].steps.insert(
            .impute(MethodChoice("row_mean", reference: .allRows), reasons: [.notSubmitted]), at: 1)
        let refused = await problem {
            _ = try await own.probe().report(
                RobustnessRequest(draws: 20, seed: 1, dataErrors: [DataError(leaves: ["b"], .relative(0.1))]))
        }
        #expect(refused.contains("a: ‘apart’ is the work of a process"), "\(refused)")
    }

    @Test("A review refuses a variation of methods, and nothing that varies is refused too")
    func review() async throws {
        var own = Case.six()
        own.kind = .review
        let refused = await problem {
            _ = try await own.probe().report(RobustnessRequest(seed: 1, methods: Self.variation))
        }
        #expect(refused.hasPrefix("a review announces its weights and methods beforehand"), "\(refused)")
        let nothing = await problem { _ = try await own.probe().report(RobustnessRequest(seed: 1)) }
        #expect(nothing.hasPrefix("nothing varies"), "\(nothing)")
    }
}
