import Foundation
import Testing

@Suite("assess probe")
struct ProbeCommandTests {
    /// The example, with this asked of its robustness in place of what it asks itself.
    private func folder(_ robustness: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder.withExample()
        let file = folder.url.appendingPathComponent("example/assessment.yml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let own = try #require(text.range(of: "\nrobustness:\n"))
        try Data((text[..<own.lowerBound] + "\n" + robustness + "\n").utf8).write(to: file)
        return folder
    }

    private static let both = """
        robustness:
          seed: 7
          draws: 60
          methods: { weights: { within: 0.2 } }
          data_error: [{ indicators: foundation.urban_income, relative: 0.02 }]
        """

    @Test("Ranges and probabilities are told apart, the same whatever the threads")
    func both() throws {
        let folder = try folder(Self.both)
        let outcome = try Assess.run("probe", "example", "--threads", "1", in: folder.url)
        #expect(outcome.code == 0, "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n")
        #expect(
            lines.contains(
                "Over methods that could be defended (weights; 60 replications, seed 7): ranges, no probabilities"))
        #expect(
            lines.contains(
                "With errors of the data (60 replications, seed 7): probabilities and 90% intervals"))
        #expect(try Assess.run("probe", "example", "--threads", "3", in: folder.url).output == outcome.output)
        #expect(try Assess.run("probe", "example", "--seed", "8", in: folder.url).output != outcome.output)
    }

    @Test("Tables are written into a folder of their own")
    func tables() throws {
        let folder = try folder(Self.both)
        let outcome = try Assess.run("probe", "example", "--draws", "20", "--output", "out", in: folder.url)
        #expect(outcome.code == 0, "\(outcome.errors)")
        let table = try String(
            contentsOf: folder.url.appendingPathComponent("out/method_variation.csv"), encoding: .utf8)
        #expect(
            table.hasPrefix(
                "unit,name,score,rank,lowest_score,highest_score,best_rank,worst_rank,median_rank,middle_best_rank,"
                    + "middle_worst_rank\n340100,合肥市,"))
        let names = try FileManager.default.contentsOfDirectory(
            atPath: folder.url.appendingPathComponent("out").path)
        #expect(Set(names).isSuperset(of: ["data_error.csv", "rank_probabilities.csv"]))
    }

    @Test("The whole is in probe.json as it is in the result of a run")
    func whole() throws {
        let folder = try folder(Self.both)
        func robustness(_ path: String, within key: String? = nil) throws -> NSDictionary {
            let bytes = try Data(contentsOf: folder.url.appendingPathComponent(path))
            let object = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
            let holder = key.map { object[$0] as? [String: Any] } ?? object
            return try #require(holder?["robustness"] as? NSDictionary)
        }
        for words in [["probe", "example", "--output", "probe"], ["run", "example", "--output", "run"]] {
            let outcome = try Assess.run(words, in: folder.url)
            #expect(outcome.code == 0, "\(outcome.errors)")
        }
        let probe = try robustness("probe/probe.json")
        #expect(probe["draws"] as? Int == 60)
        #expect(try robustness("run/result.json", within: "ledger") == probe)
    }

    @Test(
        "What varies nothing is told at its line, by validate too",
        arguments: [
            ("  methods:\n    imputation: [as_given]", "4:17: ‘imputation’ varies nothing"),
            (
                "  methods:\n    weights: { within: 0.2, below: foundation.urban_income }",
                "4:14: ‘weights’: below ‘foundation.urban_income’ there are no nodes with weights"
            ),
            ("  methods:\n    without: total", "4:14: without ‘total’ nothing is left of the framework"),
            (
                "  draws: 10\n  methods: { weights: { within: 0.2 } }",
                "3:10: 10 replications are too few for an interval of 90%"
            ),
            (
                "  methods:\n    aggregation: [as_given, arithmetic_mean]",
                "4:18: ‘aggregation’: ‘arithmetic_mean’ comes to the same as ‘as_given’ at every node"
            ),
            (
                "  data_error: [{ standard_error: 0.5 }]",
                "3:16: one standard error cannot hold for indicators in different units"
            ),
            (
                "  draws: 10\n  data_error: [{ relative: 0.02 }]",
                "3:10: 10 replications are too few for an interval of 90%"
            ),
        ])
    func barren(asked: String, message: String) throws {
        let folder = try folder("robustness:\n  seed: 7\n\(asked)\n")
        let text = try String(contentsOf: folder.url.appendingPathComponent("example/assessment.yml"), encoding: .utf8)
        let before = text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0 == "robustness:" }
        // Lines are counted from ‘robustness:’ on.
        let parts = message.split(separator: ":", maxSplits: 1)
        let line = try #require(Int(parts[0]).flatMap { own in before.map { $0 + own } })
        for command in ["validate", "probe", "run"] {
            let words = [command, "example"] + (command == "run" ? ["--output", "out"] : [])
            let outcome = try Assess.run(words, in: folder.url)
            #expect(outcome.code == 65)
            #expect(outcome.errors.contains("example/assessment.yml:\(line):\(parts[1])"), "\(outcome.errors)")
        }
    }

    @Test("A specification that asks nothing is refused, and so are draws out of bounds")
    func wrong() throws {
        let folder = try folder("")
        let nothing = try Assess.run("probe", "example", in: folder.url)
        #expect(nothing.code == 65)
        #expect(
            nothing.errors.contains("expected ‘robustness’ with methods or data_error"), "\(nothing.errors)")
        let draws = try Assess.run("probe", "example", "--draws", "0", in: folder.url)
        #expect(draws.code == 64)
        #expect(draws.errors.contains("--draws must lie between 1 and 1000000."))
        let seed = try Assess.run("probe", "example", "--seed", "9007199254740992", in: folder.url)
        #expect(seed.code == 64)
        #expect(seed.errors.contains("--seed must lie between 0 and 9007199254740991."))
    }
}
