import Foundation
import Testing

@Suite("assess diff")
struct DiffCommandTests {
    /// The example and the same with another income of Hefei in 2020, both run.
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder.withExample()
        #expect(try Assess.run("run", "example", "--output", "before", in: folder.url).code == 0)
        try folder.edit(
            "example/data/observations.csv", "340100,urban_disposable_income,2020,48283,",
            "340100,urban_disposable_income,2020,60000,")
        #expect(try Assess.run("run", "example", "--output", "after", in: folder.url).code == 0)
        return folder
    }

    @Test("The changed figure, its place and what became of the total are told, in the order of cause")
    func figure() throws {
        let folder = try folder()
        let outcome = try Assess.run("diff", "before", "after/result.json", "--unit", "合肥市", in: folder.url)
        #expect(outcome.code == 0)
        #expect(outcome.errors == "")
        let lines = outcome.output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        #expect(lines.contains { $0.hasPrefix("data/observations.csv changed ") })
        #expect(lines.contains("340100 Hefei City 2020 97.845337 → 100 +2.154663 1/16 –"))
        #expect(
            lines.contains(
                "Urban disposable income per person [foundation.urban_income] measure 48283 → 60000 CNY "
                    + "← urban_disposable_income data/observations.csv:450"))
        #expect(!outcome.output.contains("340200"))
    }

    @Test("Every changed cell is in the table, and --short leaves the cells out")
    func table() throws {
        let folder = try folder()
        let outcome = try Assess.run("diff", "before", "after", "--short", "--csv", "cells.csv", in: folder.url)
        #expect(outcome.code == 0)
        #expect(!outcome.output.contains("←"))
        let count = try #require(outcome.output.firstMatch(of: #/; ([0-9]+) cells changed/#))
        #expect(try folder.text("cells.csv").split(separator: "\n").count == 1 + (try #require(Int(count.output.1))))
    }

    @Test("A run compared with itself is the same, and Chinese can be asked for")
    func same() throws {
        let folder = try folder()
        let outcome = try Assess.run("diff", "before", "before", "--language", "zh", in: folder.url)
        #expect(outcome.code == 0)
        #expect(outcome.output.hasSuffix("\n两次结果完全相同\n"))
    }

    @Test("The same scores with another answer to how firm they are, are not called the same")
    func firmness() throws {
        let folder = try folder()
        func told(_ old: String, _ new: String) throws -> String {
            let text = try folder.text("before/result.json")
            let isThere = text.contains(old)
            #expect(isThere)
            try folder.write("other.json", text.replacingOccurrences(of: old, with: new))
            let outcome = try Assess.run("diff", "before", "other.json", in: folder.url)
            #expect(outcome.code == 0)
            #expect(outcome.output.contains("\nHow firm the ranking is\n"))
            #expect(outcome.output.hasSuffix("\nScores, ranks and grades are the same; how firm they are is not.\n"))
            return outcome.output
        }
        #expect(try told("\"seed\":20201231", "\"seed\":5").contains("seed  20201231 → 5"))
        #expect(
            try told("\"highScore\":", "\"highScore\":1").contains(
                "intervals and probabilities  other for 16 of 16 units"))
    }

    @Test("What is no result ends in 65, a unit that neither run has in 64")
    func wrong() throws {
        let folder = try folder()
        let missing = try Assess.run("diff", "before", "nowhere", in: folder.url)
        #expect(missing.code == 65)
        #expect(missing.errors.hasPrefix("nowhere:1:1: no such file, or it cannot be read; expected a result.json"))
        let unit = try Assess.run("diff", "before", "after", "--unit", "34010", in: folder.url)
        #expect(unit.code == 64)
        #expect(unit.errors == "Error: neither run has a unit ‘34010’; did you mean ‘340100’?\n")
        let period = try Assess.run("diff", "before", "after", "--period", "2031", in: folder.url)
        #expect(period.code == 64)
    }
}
