import Foundation
import Testing

@Suite("assess compare")
struct CompareCommandTests {
    @Test("A table of each pair of years states the decomposition, and the lines of the file add up")
    func years() throws {
        let folder = try TemporaryFolder.withExample()
        let outcome = try Assess.run("compare", "example", "--csv", "parts.csv", in: folder.url)
        #expect(outcome.code == 0)
        #expect(
            outcome.output.matches(of: #/ · ([0-9]{4}) → ([0-9]{4})\n/#).map { "\($0.output.1) \($0.output.2)" } == [
                "2016 2017", "2017 2018", "2018 2019", "2019 2020",
            ])
        #expect(outcome.output.contains("Shapley 1953, Shorrocks 2013"))
        let lines = try folder.text("parts.csv").split(separator: "\n").dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(lines.count == 4 * 16 * (2 + 3))
        for line in lines {
            let numbers = try line[8...12].map { try #require(Double($0)) }
            #expect(abs(numbers[0] - numbers[1...].reduce(0, +)) <= 1e-9)
            if line[5] == "total" {
                let (before, after) = (try #require(Double(line[6])), try #require(Double(line[7])))
                #expect(abs(after - before - numbers[0]) <= 1e-9)
            }
        }
    }

    @Test("One unit is shown with its pillars and its history")
    func unit() throws {
        let folder = try TemporaryFolder.withExample()
        let outcome = try Assess.run(
            "compare", "example", "--from", "2019", "--to", "2020", "--unit", "Wuhu City", in: folder.url)
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("[demand]") && outcome.output.contains("[supply]"))
        #expect(outcome.output.contains("History") && outcome.output.contains("2016"))
        #expect(!outcome.output.contains("340100"))
    }

    @Test("Two specifications of one year after another, with another weight")
    func two() throws {
        let folder = try TemporaryFolder.withExample()
        try FileManager.default.copyItem(
            at: folder.url.appendingPathComponent("example"), to: folder.url.appendingPathComponent("earlier"))
        try folder.edit("earlier/assessment.yml", "period: 2020", "period: 2019")
        try folder.edit("earlier/assessment.yml", "history: 2016-2019", "history: 2016-2018")
        try folder.edit("earlier/assessment.yml", "in_force_on: 2020-12-31", "in_force_on: 2019-12-31")
        let outcome = try Assess.run("compare", "earlier", "example", "--language", "zh", in: folder.url)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains(" · 2019 → 2020\n"))
        #expect(outcome.output.contains("Shapley 1953；Shorrocks 2013"))
        let reversed = try Assess.run("compare", "example", "earlier", in: folder.url)
        #expect(reversed.code == 64)
        #expect(reversed.errors.contains("name the earlier one first"))
    }

    @Test(
        "Years that are not there end in 64",
        arguments: [
            ["--from", "2019"], ["--from", "2019", "--to", "2031"], ["--from", "2020", "--to", "2019"],
            ["--unit", "x"],
        ])
    func wrong(arguments: [String]) throws {
        let folder = try TemporaryFolder.withExample()
        #expect(try Assess.run(["compare", "example"] + arguments, in: folder.url).code == 64)
    }
}
