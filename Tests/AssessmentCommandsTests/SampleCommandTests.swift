import Foundation
import Testing

@Suite("A sample is drawn and evaluated on the revision that it states, whatever was collected since")
struct SampleCommandTests {
    /// A collection of two variables of four units, and its only revision.
    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("units.csv", "code,name\na,A\nb,B\nc,C\nd,D\n")
        try folder.write(
            "assessment.yml",
            """
            assessment: { id: trial, kind: evaluation, title: { zh: 试, en: Trial }, period: 2020 }
            units: { file: units.csv, code: code, name: name }
            data: [{ collection: collected }]
            variables:
              income: { name: { zh: 收入, en: Income }, unit_of_measure: { zh: 元, en: yuan } }
              spending: { name: { zh: 支出, en: Spending }, unit_of_measure: { zh: 元, en: yuan } }
            framework:
              weights: relative
              evaluate: raw
              missing: { otherwise: fail }
              indicators: [{ value: income, weight: 1 }, { value: spending, weight: 1 }]
            exports: [json]

            """)
        let rows = ["a", "b", "c", "d"].enumerated().flatMap { index, unit in
            ["\(unit),income,2020,\(index + 10)\n", "\(unit),spending,2020,\(index + 20)\n"]
        }
        try folder.write("reported.csv", "unit,variable,period,value\n" + rows.joined())
        let taken = try Assess.run("collect", ".", "reported.csv", in: folder.url)
        #expect(taken.code == 0, "\(taken.errors)")
        return folder
    }

    private static let drawing = ["--share", "50%", "--seed", "2021-06-01"]

    /// Fills in the form: the first value is wrong, the second cannot be verified, the others are confirmed.
    private static func fill(_ folder: TemporaryFolder) throws {
        let lines = try folder.text("sample/findings.csv").split(separator: "\n").map(String.init)
        let findings = ["99,不属实,台账,", ",无法核实,,", ",属实,,", ",confirmed,,"]
        let filled = zip(lines.dropFirst(), findings).map { String($0.dropLast(3)) + $1 }
        #expect(filled.count == lines.count - 1)
        try folder.write("filled.csv", ([lines[0]] + filled).map { $0 + "\n" }.joined())
    }

    private static func evaluate(
        _ folder: TemporaryFolder, to output: String, _ more: [String] = []
    ) throws -> Assess.Outcome {
        try Assess.run(
            ["sample", "findings", "."] + drawing + ["--findings", "filled.csv", "--output", output] + more,
            in: folder.url)
    }

    @Test("After its own corrections were collected, a sample is evaluated and drawn as before")
    func corrected() throws {
        let folder = try Self.folder()
        let drawn = try Assess.run(["sample", "draw", ".", "--output", "sample"] + Self.drawing, in: folder.url)
        #expect(drawn.code == 0, "\(drawn.errors)")
        #expect(drawn.output.contains("4 of 8 values drawn in 2 strata"), "\(drawn.output)")
        #expect(drawn.output.contains("drawn from revision 1 of the collection"), "\(drawn.output)")
        try Self.fill(folder)
        let first = try Self.evaluate(folder, to: "found")
        #expect(first.code == 0, "\(first.errors)")
        // 2 of 4 among 8, by scipy.stats.hypergeom.sf and cdf over every number of wrong values: 2 to 6.
        #expect(
            first.output.contains(
                "2 of 4 values are wrong or cannot be verified: 50.00%, 95 % confidence interval 25.00% to 75.00%, drawn from "
                    + "revision 1"), "\(first.output)")
        let rows = try folder.text("found/evaluation.csv").split(separator: "\n")
        #expect(rows.count == 4)
        #expect(rows[1].hasPrefix("all,,,8,4,2,1,1,0.5,0.25,0.75"), "\(rows)")
        #expect(try folder.text("found/evaluation.json").contains("\"revision\" : 1"))

        let taken = try Assess.run("collect", ".", "found/corrections.csv", in: folder.url)
        #expect(taken.code == 0, "\(taken.errors)")
        let again = try Self.evaluate(folder, to: "again")
        #expect(again.code == 0, "\(again.errors)")
        #expect(again.output == first.output)
        for file in ["corrections.csv", "evaluation.csv", "evaluation.json"] {
            #expect(try folder.bytes("again/\(file)") == folder.bytes("found/\(file)"))
        }
        let redrawn = try Assess.run(
            ["sample", "draw", ".", "--output", "redrawn", "--revision", "1"] + Self.drawing, in: folder.url)
        #expect(redrawn.code == 0, "\(redrawn.errors)")
        for file in ["sample.csv", "strata.csv", "findings.csv", "sample.json"] {
            #expect(try folder.bytes("redrawn/\(file)") == folder.bytes("sample/\(file)"))
        }
        let latest = try Assess.run(["sample", "draw", ".", "--output", "latest"] + Self.drawing, in: folder.url)
        #expect(latest.output.contains("drawn from revision 2 of the collection"), "\(latest.output)")
        // Findings of one revision are not findings of another.
        #expect(try Self.evaluate(folder, to: "other", ["--revision", "2"]).code == 65)
        let none = try Self.evaluate(folder, to: "other", ["--revision", "3"])
        #expect(none.code == 65)
        #expect(
            none.errors.contains("the collection ‘collected’ has no revision 3; expected a revision from 1 to 2"),
            "\(none.errors)")
        #expect(try Self.evaluate(folder, to: "other", ["--revision", "0"]).code == 64)
    }

    @Test("A figure that is withdrawn is told with the rule that it needs, and with the one that it has")
    func withdrawn() throws {
        let folder = try Self.folder()
        _ = try Assess.run(["sample", "draw", ".", "--output", "sample"] + Self.drawing, in: folder.url)
        try Self.fill(folder)
        let told = try Self.evaluate(folder, to: "found").output
        #expect(told.contains(" is withdrawn by corrections.csv, and "), "\(told)")
        #expect(told.contains("‘run’ will stop there: it needs a rule ‘withdrawn’ under ‘missing’"), "\(told)")
        _ = try Assess.run("collect", ".", "found/corrections.csv", in: folder.url)
        #expect(try Assess.run("run", ".", "--output", "out", in: folder.url).code == 65)
        try folder.edit(
            "assessment.yml", "missing: { otherwise: fail }", "missing: { withdrawn: zero, otherwise: fail }")
        let ruled = try Self.evaluate(folder, to: "ruled").output
        #expect(ruled.contains("the rule on missing values for ‘withdrawn’ is zero"), "\(ruled)")
        #expect(try Assess.run("run", ".", "--output", "out", in: folder.url).code == 0)
    }

    @Test("Without a collection there is no revision to draw from")
    func withoutCollection() throws {
        let folder = try Self.folder()
        try folder.edit("assessment.yml", "collection: collected", "observations: reported.csv")
        let plain = try Assess.run(["sample", "draw", ".", "--output", "sample"] + Self.drawing, in: folder.url)
        #expect(plain.code == 0, "\(plain.errors)")
        #expect(!plain.output.contains("revision"))
        let refused = try Assess.run(
            ["sample", "draw", ".", "--output", "other", "--revision", "1"] + Self.drawing, in: folder.url)
        #expect(refused.code == 65)
        #expect(refused.errors.contains("revision 1 is asked for, and there is no collection"), "\(refused.errors)")
    }
}
