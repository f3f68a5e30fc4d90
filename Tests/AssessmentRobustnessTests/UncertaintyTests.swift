import AssessmentCore
import AssessmentPipeline
import AssessmentStatistics
import Testing

@testable import AssessmentRobustness

@Suite("Ranges over methods and probabilities from errors of data")
struct UncertaintyTests {
    /// The scores are the values of one indicator.
    private func values(_ values: [Double], then: [Step] = [.rank(tolerance: 0)]) -> Case {
        Case(framework: .group("root", [.leaf("a", evaluate: MethodChoice("raw"))], then: then), values: ["a": values])
    }

    /// The scores are the means of the values of two indicators.
    private func mean(_ values: [String: [Double?]]) -> Case {
        let raw = MethodChoice("raw")
        return Case(
            framework: .group(
                "root", [.leaf("a", evaluate: raw), .leaf("b", evaluate: raw)], then: [.rank(tolerance: 0)]),
            values: values)
    }

    @Test("Ranges over weights are those of the two ends")
    func ranges() async throws {
        let own = mean(["a": [90, 10, 45], "b": [0, 60, 44]])
        let sets = [("a alone", 1.0, 0.0), ("b alone", 0.0, 1.0), ("alike", 1, 1)].map { name, a, b in
            MethodVariation.WeightSet(name, ["a": a, "b": b])
        }
        let report = try await own.probe().report(
            RobustnessRequest(draws: 64, seed: 4, methods: MethodVariation(weights: .sets(sets))))
        let ranges = try #require(report.methods)
        // By a: 90, 10, 45; by b: 0, 60, 44; alike: 45, 35, 44.5.
        #expect(ranges.ranges.map { $0?.lowestScore } == [0, 10, 44])
        #expect(ranges.ranges.map { $0?.highestScore } == [90, 60, 45])
        #expect(ranges.ranges.map { $0?.bestRank } == [1, 1, 2])
        #expect(ranges.ranges.map { $0?.worstRank } == [3, 3, 2])
        #expect(report.dataErrors == nil && ranges.settings == 1 && ranges.varied.map(\.en) == ["weights"])
    }

    @Test("A normal error gives the interval, the probabilities of ranks and the ties that its distribution says")
    func normal() async throws {
        let report = try await values([100, 98, 80]).probe(threads: 2).report(
            RobustnessRequest(
                draws: 20000, seed: 3, dataErrors: [DataError(leaves: ["a"], .standardError(NumberTable(2)))]))
        let found = try #require(report.dataErrors)
        let first = try #require(found.results[0])
        // The 5th and 95th percentiles lie 1.644 854 standard errors from the value.
        #expect(abs(first.lowScore - (100 - 2 * 1.644854)) < 0.1 && abs(first.highScore - (100 + 2 * 1.644854)) < 0.1)
        // The first is ahead of the second with Φ(2 / √8) = 0.760 25.
        #expect(first.ranks.map(\.place) == [1, 2])
        #expect(abs(first.ranks[0].probability - 0.76025) < 0.01)
        #expect(first.ranks.map(\.probability).reduce(0, +) == 1)
        #expect(found.tied == [[0, 1], [2]])
        #expect(abs(found.sameRanking - 0.76025) < 0.01)
        #expect(report.methods == nil)
    }

    /// The problem that a probe stops with.
    private func problem(_ own: Case, _ request: RobustnessRequest) async throws -> String {
        do {
            _ = try await own.probe().report(request)
            return ""
        } catch let error as RobustnessError {
            return error.description
        }
    }

    @Test("Nodes that measure the same have one error between them, others one each", arguments: ["a", "b"])
    func oneError(variable: String) async throws {
        let raw = MethodChoice("raw")
        let own = Case(
            framework: .group(
                "root",
                [.leaf("first", measuring: "a", evaluate: raw), .leaf("second", measuring: variable, evaluate: raw)],
                then: [.rank(tolerance: 0)]),
            values: ["a": [60, 50], "b": [60, 50]])
        let errors = [DataError(leaves: ["first", "second"], .standardError(NumberTable(2)))]
        let report = try await own.probe().report(RobustnessRequest(draws: 20000, seed: 3, dataErrors: errors))
        let first = try #require(report.dataErrors?.results[0])
        // The mean of two errors of 2 has an error of 2 where they are one, and of √2 where they are independent.
        let expected = 2 * 1.644854 * (variable == "a" ? 2 : 2.0.squareRoot())
        #expect(abs(first.highScore - first.lowScore - expected) < 0.1)
    }

    @Test("A value beyond the bounds of its errors, too few replications and a lost score stop the probe")
    func refusals() async throws {
        func error(_ size: Double, atLeast low: Double? = nil) -> [DataError] {
            [DataError(leaves: ["a"], .standardError(NumberTable(size)), atLeast: low)]
        }
        let own = values([50, 1, 99])
        #expect(
            try await problem(own, RobustnessRequest(draws: 50, seed: 1, dataErrors: error(1, atLeast: 2))).contains(
                "lies beyond the bounds of its errors"))
        #expect(
            try await problem(own, RobustnessRequest(draws: 19, seed: 1, dataErrors: error(1))).contains(
                "expected ‘draws’ of at least 20"))
        #expect(try await problem(own, RobustnessRequest(draws: 20, seed: 1, dataErrors: error(1))) == "")
        var logarithm = FrameworkNode.leaf("a", evaluate: MethodChoice("raw"))
        logarithm.steps.insert(.treat(MethodChoice("log")), at: 1)
        let ofLogarithms = Case(
            framework: .group("root", [logarithm], then: [.rank(tolerance: 0)]), values: ["a": [50, 1, 99]])
        let lost = try await problem(ofLogarithms, RobustnessRequest(draws: 50, seed: 1, dataErrors: error(3)))
        #expect(lost.contains("leaves u1 Unit 1 without a score") && lost.contains("at_least"))
    }

    @Test("What varies nothing is refused and not called firm")
    func nothingVaries() async throws {
        let own = mean(["a": [90, 10, 45], "b": [0, 60, 44]])
        func problem(_ variation: MethodVariation) async throws -> String {
            try await self.problem(own, RobustnessRequest(draws: 40, seed: 4, methods: variation))
        }
        typealias Choice = MethodVariation.Choice
        #expect(
            try await problem(MethodVariation(weights: .within(1), weightsBelow: ["a"])).contains(
                "below ‘a’ there are no nodes"))
        #expect(
            try await problem(MethodVariation(choices: [Choice(.treatment, [.asGiven, .steps([])])])).contains(
                "comes to the same as ‘as_given’"))
        #expect(
            try await problem(MethodVariation(choices: [Choice(.treatment, [.steps([])])])).contains("varies nothing"))
        // A default that is written out is no other method, and neither is one that is listed twice.
        let spelled = MethodChoice("geometric_mean", parameters: ["zero": .text("none")])
        let steps = [MethodChoice("geometric_mean"), spelled].map {
            MethodVariation.Alternative.steps([.aggregate($0, weighting: MethodChoice("given"))])
        }
        #expect(
            try await problem(MethodVariation(choices: [Choice(.aggregation, [.asGiven] + steps)])).contains(
                "comes to the same as ‘geometric_mean’"))
        // What does not read weights is as it was, whatever they are.
        var least = own
        least.framework.steps[0] = .aggregate(MethodChoice("minimum"), weighting: MethodChoice("given"))
        #expect(
            try await self.problem(
                least, RobustnessRequest(draws: 40, seed: 4, methods: MethodVariation(weights: .simplex))
            ).contains("nothing varies in effect"))
        for (weights, expected) in [
            (["a": 0.0, "b": 0.0], "all zero"), (["root": 1], "not below the nodes"), ([:], "names no node"),
        ] {
            let sets = [MethodVariation.WeightSet("x", weights)]
            #expect(try await problem(MethodVariation(weights: .sets(sets))).contains(expected))
        }
        let twice = ["x", "x"].map { MethodVariation.WeightSet($0, ["a": 1]) }
        #expect(
            try await problem(MethodVariation(weights: .sets(twice))).contains("two sets of weights are called ‘x’"))
    }

    @Test("Errors that come to nothing, and numbers that hold for nobody, are refused")
    func noError() async throws {
        let own = mean(["a": [90, 10, 45], "b": [0, 0, 0]])
        func problem(_ error: DataError) async throws -> String {
            try await self.problem(own, RobustnessRequest(draws: 40, seed: 4, dataErrors: [error]))
        }
        let nothing = "comes to nothing"
        #expect(try await problem(DataError(leaves: ["a"], .standardError(NumberTable(0)))).contains(nothing))
        // Every value is zero, and so is a share of it.
        #expect(try await problem(DataError(leaves: ["b"], .relative(0.1))).contains(nothing))
        // So small that no value moves.
        #expect(try await problem(DataError(leaves: ["a"], .relative(1e-300))).contains(nothing))
        let mistyped = NumberTable(lines: [NumberTable.Line(value: 1), NumberTable.Line(unit: "u99", value: 5)])
        #expect(
            try await problem(DataError(leaves: ["a"], .standardError(mistyped))).contains(
                "holds for nobody that is assessed (unit u99)"))
    }

    @Test("Errors that move values and leave every score as it is are an answer: the ranking is firm")
    func hiddenByRounding() async throws {
        // Scores of 45, 35 and 44, rounded to whole numbers: errors of 0.01 do not reach the next one.
        var own = mean(["a": [90, 10, 44], "b": [0, 60, 44]])
        own.framework.steps.insert(.round(decimals: 0), at: 1)
        let error = DataError(leaves: ["a"], .standardError(NumberTable(0.01)))
        let report = try await own.probe().report(RobustnessRequest(draws: 40, seed: 4, dataErrors: [error]))
        #expect(report.dataErrors?.sameRanking == 1)
        #expect(report.dataErrors?.results.map { $0?.lowScore } == [45, 35, 44])
        #expect(report.dataErrors?.neighbours.map(\.probability) == [1, 1])
    }

    @Test("A method that fails on a value stops the probe, also where a rule makes up for missing scores")
    func failingMethod() async throws {
        let own = mean(["a": [90, 10, -4], "b": [1, 60, 44]])
        let variation = MethodVariation(choices: [
            MethodVariation.Choice(.treatment, [.asGiven, .steps([.treat(MethodChoice("log"))])])
        ])
        let text = try await problem(own, RobustnessRequest(draws: 40, seed: 4, methods: variation))
        #expect(text.contains("a of ") && text.contains("expected methods that hold for every value"))
    }

    @Test("A relative error, a sample and bounds are as they are written")
    func sizes() async throws {
        let own = values([50, 1, 99])
        func probe(_ error: DataError) async throws -> [DataErrorProbe.Cell] {
            try DataErrorProbe(
                request: RobustnessRequest(seed: 1, dataErrors: [error]), specification: own.specification,
                catalogue: try own.catalogue, measured: try await own.measured(), nominal: [], threads: 1
            ).cells(without: [])
        }
        #expect(try await probe(DataError(leaves: ["a"], .relative(0.1))).map(\.standardError) == [5, 0.1, 9.9])
        // A share of 50 % of 400 asked has the standard error √(50 · 50 / 400) = 2.5.
        let sample = try await probe(
            DataError(leaves: ["a"], .sample(NumberTable(400), whole: 100), atLeast: 0, atMost: 100))
        #expect(sample.map(\.standardError) == [2.5, (99.0 / 400).squareRoot(), (99.0 / 400).squareRoot()])
        let draws = try Draws(seed: 1)
        for replication in 0..<2000 {
            for cell in sample { #expect((0...100).contains(cell.drawn(draws, replication))) }
        }
        await #expect(throws: RobustnessError.self) {
            try await probe(DataError(leaves: ["a"], .sample(NumberTable(400), whole: 60)))
        }
        let table = NumberTable(lines: [NumberTable.Line(unit: "u0", value: 3)])
        await #expect(throws: RobustnessError.self) {
            try await probe(DataError(leaves: ["a"], .standardError(table)))
        }
    }

    @Test("Grades have the probability of the scores that earn them")
    func grades() async throws {
        let bands = [
            GradeBand(atLeast: 90, name: BilingualText(same: "A")),
            GradeBand(atLeast: -1000, name: BilingualText(same: "B")),
        ]
        var own = values([92, 88], then: [.rank(tolerance: 0), .grade(bands)])
        own.kind = .review
        let report = try await own.probe().report(
            RobustnessRequest(
                draws: 10000, seed: 8, dataErrors: [DataError(leaves: ["a"], .standardError(NumberTable(2)))]))
        let results = try #require(report.dataErrors).results
        // Φ(1) = 0.841 34.
        #expect(abs((results[0]?.grades.first { $0.place == 0 }?.probability ?? 0) - 0.84134) < 0.015)
        #expect(abs((results[1]?.grades.first { $0.place == 0 }?.probability ?? 0) - 0.15866) < 0.015)
        #expect(report.nominal.map(\.grade) == [0, 1])
    }

    @Test("An interval of 90 % holds the true score of nine in ten simulated assessments")
    func calibration() async throws {
        var generator = SplitMix64(seed: 77)
        let (assessments, units, error) = (40, 20, 3.0)
        var held = 0
        for index in 0..<assessments {
            let truth = (0..<units).map { _ in Double.random(in: 20...80, using: &generator) }
            let collected = truth.map { value in
                value + error
                    * (NormalDistribution.quantile(Double.random(in: 0.000001..<0.999999, using: &generator)) ?? 0)
            }
            let report = try await values(collected).probe().report(
                RobustnessRequest(
                    draws: 200, seed: UInt64(index),
                    dataErrors: [DataError(leaves: ["a"], .standardError(NumberTable(error)))]))
            for (result, value) in zip(report.dataErrors?.results ?? [], truth) {
                if let result, result.lowScore <= value, value <= result.highScore { held += 1 }
            }
        }
        // 800 trials at 0.9 have the standard error 0.0106; four of them on either side.
        let share = Double(held) / Double(assessments * units)
        #expect(abs(share - 0.9) < 0.043, "\(share)")
    }
}
