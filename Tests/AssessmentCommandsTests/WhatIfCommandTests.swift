import Testing

@Suite("assess what-if")
struct WhatIfCommandTests {
    @Test("A figure that is set shows the totals of all and the cells of its unit")
    func set() throws {
        let folder = try TemporaryFolder.withExample()
        let outcome = try Assess.run(
            "what-if", "example", "--set", "urban_disposable_income@340100=60000", in: folder.url)
        #expect(outcome.code == 0)
        let lines = outcome.output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        #expect(lines.contains("340100 Hefei City 2020 97.845337 → 100 +2.154663 1/16 –"))
        #expect(lines.contains { $0.hasPrefix("340200 Wuhu City 2020 70.452858 → 68.370563") })
        #expect(lines.contains { $0.hasSuffix("data/observations.csv:450 → urban_disposable_income --set:1") })
        #expect(!lines.contains("340200 Wuhu City · 2020"))
    }

    @Test("What is found for passing a neighbour does pass it when it is set")
    func pass() throws {
        let folder = try TemporaryFolder.withExample()
        let outcome = try Assess.run("what-if", "example", "--unit", "340300", "--pass", "宣城市", in: folder.url)
        #expect(outcome.code == 0)
        let line = try #require(
            outcome.output.split(separator: "\n").first { $0.contains("[foundation.urban_income]") })
        let needed = try #require(line.firstMatch(of: #/ ([0-9]+) CNY/#))
        let value = try #require(Int(needed.output.1))
        for (income, rank) in [(value, "7/16 → 6/16"), (value - 1, "7/16 ")] {
            let tried = try Assess.run(
                "what-if", "example", "--set", "urban_disposable_income@340300=\(income)", in: folder.url)
            let total = try #require(tried.output.split(separator: "\n").first { $0.contains("340300 Bengbu City  ") })
            #expect(total.contains(rank), "\(income)")
        }
    }

    @Test(
        "What names nothing ends in 64 with what may be meant",
        arguments: [
            (["--set", "urban_income@340100=1"], "there is no variable ‘urban_income’"),
            (["--set", "urban_disposable_incom@340100=1"], "did you mean ‘urban_disposable_income’?"),
            (["--set", "urban_disposable_income@34010=1"], "did you mean ‘340100’?"),
            (["--set", "urban_disposable_income@340100@2030=1"], "expected one of 2016, 2017, 2018, 2019, 2020"),
            (["--set", "urban_disposable_income@340100=not_submited"], "did you mean ‘not_submitted’?"),
            (
                ["--set", "urban_disposable_income@340100=1", "--set", "urban_disposable_income@合肥市=2"],
                "is set twice; expected one change of a figure"
            ),
            (["--unit", "340100", "--reach", "Excellent"], "the specification gives no grades"),
            (["--unit", "340100", "--pass", "34020"], "did you mean ‘340200’?"),
            (["--reach", "Excellent"], "--unit"), ([], "--set"),
        ])
    func wrong(arguments: [String], told: String) throws {
        let folder = try TemporaryFolder.withExample()
        let outcome = try Assess.run(["what-if", "example"] + arguments, in: folder.url)
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains(told), "\(outcome.errors)")
        #expect(outcome.output == "")
    }
}
