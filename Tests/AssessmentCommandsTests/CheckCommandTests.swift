import Foundation
import Testing

@Suite("assess check")
struct CheckCommandTests {
    @Test("The evaluation of 2020 is checked: a report by department, with a last line of counts")
    func example() throws {
        let folder = try TemporaryFolder.withExample()
        let outcome = try Assess.run("check", "example", in: folder.url)
        #expect(outcome.code == 0, "\(outcome.errors)")
        let last = outcome.output.split(separator: "\n").last.map(String.init) ?? ""
        #expect(last.contains(#/^[0-9]+ findings? with [0-9]+ cases?: 0 stop, [0-9]+ warnings?, [0-9]+ notes?$/#))
        let chinese = try Assess.run("check", "example", "--language", "zh", in: folder.url)
        #expect(chinese.output.contains(#/共[0-9]+项，[0-9]+处：终止0项/#))
    }

    @Test(
        "A value out of its bounds is told with file and row, written as pages and table, and stops a run if asked to")
    func stop() throws {
        let folder = try TemporaryFolder.withExample()
        let data = try folder.text("example/data/observations.csv")
        let row =
            try #require(
                data.split(separator: "\n").firstIndex { $0.hasPrefix("340100,urbanisation_rate,2020,") }) + 1
        let line = String(data.split(separator: "\n")[row - 1])
        let value = line.split(separator: ",")[3]
        try folder.edit(
            "example/data/observations.csv", line,
            line.replacingOccurrences(of: "2020,\(value)", with: "2020,120.5"))

        let warned = try Assess.run("check", "example", "--output", "report", in: folder.url)
        #expect(warned.code == 0, "\(warned.errors)")
        #expect(warned.output.contains("340100 Hefei City: 120.5; expected 0 to 100"))
        #expect(
            try folder.names("report").filter { !$0.hasPrefix(".") } == [
                "checks.csv", "checks.html", "en", "en/checks.html", "site.css",
            ])
        let table = try folder.text("report/checks.csv")
        #expect(table.contains("data/observations.csv:\(row):value"))
        #expect(try folder.text("report/en/checks.html").contains("120.5; expected 0 to 100"))
        #expect(try folder.text("report/checks.html").contains("120.5，应在0至100之间"))

        try folder.edit("example/assessment.yml", "framework:\n", "checks: { range: stop }\n\nframework:\n")
        let stopped = try Assess.run("check", "example", in: folder.url)
        #expect(stopped.code == 1 && stopped.output.contains("[stop]"))
        for command in [["validate", "example"], ["run", "example", "--output", "out"]] {
            let outcome = try Assess.run(command, in: folder.url)
            #expect(outcome.code == 1)
            #expect(
                outcome.errors.contains(
                    "example/data/observations.csv:\(row): 340100 合肥市: Urbanisation rate between 0 and 100 (2020): Range: "
                        + "120.5; expected 0 to 100; ask Statistics bureau (check foundation.urbanisation_rate_range)"),
                "\(outcome.errors)")
            #expect(outcome.errors.contains("1 case stops the run"))
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path("out")))

        try folder.edit(
            "example/assessment.yml", "range: stop", "range: stop, foundation.urbanisation_rate_range: note")
        // The errors of the value are said to lie within the same bounds.
        let refused = try Assess.run("run", "example", "--output", "out", in: folder.url)
        #expect(refused.code == 65)
        #expect(refused.errors.contains("120.5 of 340100 合肥市 in 2020 lies beyond the bounds of its errors"))
        try folder.edit(
            "example/assessment.yml", "standard_error: 0.5, at_least: 0, at_most: 100", "standard_error: 0.5")
        let run = try Assess.run("run", "example", "--output", "out", in: folder.url)
        #expect(run.code == 0, "\(run.errors)")
        #expect(try folder.text("out/result.json").contains("\"check\":\"foundation.urbanisation_rate_range\""))
        #expect(try folder.text("out/quality.html").contains("120.5，应在0至100之间"))
        #expect(try folder.text("out/en/units/340100.html").contains(">query</a>"))
    }

    @Test("The rules and the declared checks are listed, each with a page of its own")
    func list() throws {
        let list = try Assess.run("list", "checks")
        #expect(list.code == 0)
        #expect(list.output.contains("jump") && list.output.contains("foundation.urbanisation_rate_range"))
        let page = try Assess.run("list", "checks", "jump")
        #expect(page.output.contains("Iglewicz") && page.output.contains("factor"))
        let check = try Assess.run("list", "checks", "foundation.urbanisation_rate_range")
        #expect(check.output.contains("Rule: range"))
    }
}
