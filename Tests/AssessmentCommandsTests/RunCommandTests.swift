import Foundation
import Testing

@Suite("assess run")
struct RunCommandTests {
    private static let specification = "example/assessment.yml"

    @Test("The same inputs give the same bytes, whatever the time zone, the locale and the threads")
    func sameBytes() throws {
        let folder = try TemporaryFolder.withExample()
        let first = try Assess.run(
            "run", Self.specification, "--output", "first", "--threads", "1",
            environment: ["TZ": "Asia/Kathmandu", "LC_ALL": "zh_CN.UTF-8"], in: folder.url)
        let second = try Assess.run(
            "run", "example", "--output", "second", "--threads", "4",
            environment: ["TZ": "America/St_Johns", "LC_ALL": "C"], in: folder.url)
        #expect(first.code == 0, "\(first.errors)")
        #expect(second.code == 0, "\(second.errors)")
        #expect(first.errors == "")
        #expect(first.output.hasPrefix("16 units assessed, "))
        let names = try folder.names("first")
        #expect(names.contains("result.json"))
        #expect(try folder.names("second") == names)
        for name in names where !folder.url.appendingPathComponent("first/\(name)").hasDirectoryPath {
            guard try !isFolder(folder, "first/" + name) else { continue }
            #expect(try folder.bytes("first/" + name) == folder.bytes("second/" + name), "\(name)")
        }
    }

    @Test("The manifest holds the digest of every file that was read and of the results, as sha256sum computes them")
    func manifest() throws {
        let folder = try TemporaryFolder.withExample()
        #expect(try Assess.run("run", Self.specification, "-o", "out", in: folder.url).code == 0)
        let text = try folder.text("out/result.json")
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let manifest = try #require(document["manifest"] as? [String: Any])
        let inputs = try #require(manifest["inputs"] as? [[String: String]])
        #expect(
            inputs.compactMap { $0["file"] }.sorted()
                == ["assessment.yml", "data/facts.csv", "data/observations.csv", "data/units.csv"])
        for input in inputs {
            let file = try #require(input["file"])
            #expect(try input["sha256"] == digest(of: folder.path("example/" + file)), "\(file)")
        }
        // The ledger stands behind its key, up to the brace that closes the file.
        let start = try #require(text.range(of: "\"ledger\":")).upperBound
        #expect(text.hasSuffix("}\n"))
        try folder.write("ledger", String(text[start...].dropLast(2)))
        #expect(try manifest["results"] as? String == digest(of: folder.path("ledger")))
    }

    @Test("A run whose open data leave cells blank says that the other files are not for publication")
    func caution() throws {
        let folder = try TemporaryFolder.withExample()
        try folder.edit(
            Self.specification, "exports: [html, json, csv]", "exports: [json, { open_data: { suppress_below: 5 } }]")
        let run = try Assess.run("run", Self.specification, "-o", "out", in: folder.url)
        #expect(run.code == 0, "\(run.errors)")
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == 4 && lines.last?.hasPrefix("Publish the folder data alone: ") == true, "\(run.output)")
        #expect(lines[1].hasPrefix("With the stated errors of the data, "), "\(run.output)")
        #expect(lines[2].hasPrefix("Over the methods that could be defended, "), "\(run.output)")
        #expect(try folder.names("out").contains("publish-data-only.txt"))
    }

    @Test("A second run replaces the first one whole")
    func replaced() throws {
        let folder = try TemporaryFolder.withExample()
        #expect(try Assess.run("run", Self.specification, "-o", "out", in: folder.url).code == 0)
        #expect(try folder.names("out").contains("scores.csv"))
        try folder.edit(Self.specification, "exports: [html, json, csv]", "exports: [json]")
        #expect(try Assess.run("run", Self.specification, "-o", "out", in: folder.url).code == 0)
        #expect(try folder.names("out") == [".assess-output", "result.json"])
    }

    @Test(
        "Wrong input is told on standard error with its place, ends in 65, and leaves earlier results untouched",
        arguments: [
            (
                "assessment.yml", "use: foundation.urban_income", "use: foundation.urban_incom",
                "example/assessment.yml:62:16: there is no indicator ‘foundation.urban_incom’; "
                    + "expected an indicator of ‘assess list indicators’; did you mean ‘foundation.urban_income’?"
            ),
            (
                "assessment.yml", "data/units.csv", "../secret.csv",
                "example/assessment.yml:23:16: ‘../secret.csv’ leaves the folder of the specification; "
                    + "expected a path that stays inside the folder of the specification"
            ),
            (
                "assessment.yml", "period: 2020", "period: [2020",
                "example/assessment.yml:20:10: the list that opens at line 19, column 11 lacks a ‘,’"
            ),
            (
                "data/observations.csv", "340100,digital_inclusive_finance_index,2016,222.5723",
                "340100,digital_inclusive_finance_index,2016,\"222,5723\"",
                "example/data/observations.csv:2:45: ‘222,5723’ is not a number"
            ),
            (
                "data/units.csv", "340100,合肥市", "340100,", "example/data/units.csv:3:8: the column ‘name_zh’ is empty"
            ),
            (
                "assessment.yml", "en: Demand }", "en: Demand }\n      levels: citty",
                "example/assessment.yml:59:7: ‘demand’ is for the level ‘citty’, which no unit has; "
                    + "expected one of city, county, province; did you mean ‘city’?"
            ),
            (
                "assessment.yml", "    - id: supply", "    - levels: []\n      id: supply",
                "example/assessment.yml:68:15: the list ‘levels’ is empty; expected at least one, or leave the key out"
            ),
            (
                "assessment.yml",
                "use: production.digital_finance\n          evaluate: { min_max: { reference: period } }",
                "use: production.digital_finance\n          evaluate: "
                    + "{ goalposts: { floor: [{ class: citties, value: 0 }, { value: 1 }], ceiling: [{ value: 400 }] } }",
                "a table of ‘production.digital_finance’ names the class ‘citties’, which no unit has"
            ),
            (
                "assessment.yml", "levels: city, in_force_on", "levels: [city, countys], in_force_on",
                "the level ‘countys’, which the file of units does not have; expected one of city, county, province; "
                    + "did you mean ‘county’?"
            ),
            (
                "assessment.yml", "levels: city }\n\nframework", "units: [\"340100\", \"349900\"] }\n\nframework",
                "the peer group ‘cities’ names the unit ‘349900’, which the file of units does not have"
            ),
            ("assessment.yml", "languages: [zh, en]", "languages: [zh, zh]", "21:19: the language zh is listed twice"),
            (
                "assessment.yml", "otherwise: fail", "otherwise: fail\n    not_collected: fail", "is written twice"
            ),
        ])
    func wrongInput(file: String, old: String, new: String, told: String) throws {
        let folder = try TemporaryFolder.withExample()
        // Earlier results, as the marker among them says.
        try FileManager.default.createDirectory(atPath: folder.path("out"), withIntermediateDirectories: true)
        try folder.write("out/.assess-output", "result.json\n")
        try folder.write("out/result.json", "earlier")
        let before = try folder.names()
        try folder.edit("example/" + file, old, new)
        for output in ["out", "other"] {
            let outcome = try Assess.run("run", Self.specification, "-o", output, in: folder.url)
            #expect(outcome.code == 65)
            #expect(outcome.output == "")
            #expect(outcome.errors.contains(told), "\(outcome.errors)")
            #expect(outcome.errors.hasSuffix("1 problem; nothing was written\n"), "\(outcome.errors)")
        }
        #expect(try folder.names() == before)
        #expect(try folder.text("out/result.json") == "earlier")
    }

    @Test("A score that is missing without a rule for it stops the run with 65")
    func noRule() throws {
        let folder = try TemporaryFolder.withExample()
        try folder.edit(
            Self.specification, "    not_collected: leave_framework # nobody has figures for the year\n", "")
        let outcome = try Assess.run("run", Self.specification, "-o", "out", in: folder.url)
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("say under ‘missing’ what happens to not_collected"))
        #expect(outcome.errors.hasSuffix("nothing was written\n"))
        #expect(try folder.names().allSatisfy { !$0.hasPrefix("out") && !$0.hasPrefix(".") })
        #expect(try Assess.run("validate", Self.specification, in: folder.url).code == 65)
    }

    @Test("An output that is in the way ends in 73 and is left as it is")
    func output() throws {
        let folder = try TemporaryFolder.withExample()
        try folder.write("out", "mine")
        let file = try Assess.run("run", Self.specification, "-o", "out", in: folder.url)
        #expect(file.code == 73)
        #expect(
            file.errors == "‘\(folder.path("out"))’ is a file; name a folder for the results\nnothing was written\n")
        #expect(try folder.text("out") == "mine")
        let before = try folder.names()
        let foreign = try Assess.run("run", Self.specification, "-o", "example", in: folder.url)
        #expect(foreign.code == 73)
        let here = try Assess.run("run", "../example", "-o", ".", in: emptyFolder(in: folder))
        #expect(here.code == 73)
        #expect(here.errors.contains("is the folder that you are in; name another one for the results"))
        #expect(foreign.errors.contains("holds files that assess did not write, such as ‘assessment.yml’"))
        #expect(try folder.names() == (before + ["empty"]).sorted())
    }

    private func emptyFolder(in folder: TemporaryFolder) throws -> URL {
        let url = folder.url.appendingPathComponent("empty")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }

    private func digest(of path: String) throws -> String {
        let outcome = try Assess.run(URL(fileURLWithPath: "/usr/bin/env"), ["sha256sum", path])
        return String(outcome.output.prefix { $0 != " " })
    }

    private func isFolder(_ folder: TemporaryFolder, _ path: String) throws -> Bool {
        try FileManager.default.attributesOfItem(atPath: folder.path(path))[.type] as? FileAttributeType
            == .typeDirectory
    }
}
