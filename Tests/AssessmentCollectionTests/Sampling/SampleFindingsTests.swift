import AssessmentCore
import AssessmentData
import AssessmentSpreadsheets
import Foundation
import Testing

@testable import AssessmentCollection

@Suite("What was found on site is read from text and workbooks, in Chinese and English, and evaluated by stratum")
struct SampleFindingsTests {
    private static func items(pillars: [String]) -> [VerificationSample.Item] {
        ["A", "B", "C"].flatMap { unit in
            ["x", "y", "z"].enumerated().map { index, variable in
                VerificationSample.Item(
                    group: "g", pillar: pillars[index % pillars.count], unit: unit, variable: variable, value: 1,
                    origin: Origin(file: "f", row: 1, column: "c"))
            }
        }
    }

    /// Of one stratum the values Ay, Cy, Cx, Ax and Cz are drawn.
    private static let sample = VerificationSample(
        of: items(pillars: ["p"]), share: 0.5, seed: "2021", assessors: [], team: 1, revision: 3)

    /// A form whose lines are filled in by unit and variable.
    private static func form(
        _ answers: [(place: String, found: String, finding: String)], reported: String = "1", revision: String = "3"
    ) -> String {
        let heading = FindingsForm.Column.allCases.map(\.rawValue).joined(separator: ",") + "\n"
        return heading
            + answers.map { answer in
                let (unit, variable) = (answer.place.prefix(1), answer.place.dropFirst())
                return "\(unit),,\(variable),,2020,\(revision),\(reported),,,,\(answer.found),\(answer.finding),台账,\n"
            }.joined()
    }

    private static let answers = [
        ("Ay", "1", "confirmed"), ("Cy", "2", "wrong"), ("Cx", "", "confirmed"), ("Ax", "", "unverifiable"),
        ("Cz", "1", "confirmed"),
    ].map { (place: $0.0, found: $0.1, finding: $0.2) }

    private static func read(
        _ text: String, of sample: VerificationSample = sample
    ) throws(DiagnosticList) -> SampleFindings {
        try SampleFindings(FindingsForm(Array(text.utf8), file: "f.csv"), of: sample)
    }

    @Test("Findings give corrections for what was wrong, and withdraw what cannot be verified")
    func corrections() throws {
        let found = try Self.read(Self.form(Self.answers))
        #expect(
            String(decoding: found.corrections(period: Period(year: 2020), standard: "0123").bytes, as: UTF8.self)
                == """
                unit,variable,period,value,status,note,standard
                C,y,2020,2,,台账,0123
                A,x,2020,,withdrawn,台账,0123

                """)
    }

    @Test("A value below zero comes back as it was written, and corrections have no exponents")
    func numbers() throws {
        let item = VerificationSample.Item(
            group: "g", pillar: "p", unit: "A", variable: "x", value: -5,
            origin: Origin(file: "f", row: 1, column: "c"))
        let sample = VerificationSample(of: [item], share: 1, seed: "s", assessors: [], team: 1)
        let names = VerificationSample.Names(units: [:], variables: [:])
        let files = try sample.files(period: Period(year: 2020), names)
        let form = try #require(files.first { $0.path == "findings.csv" })
        let text = String(decoding: form.bytes, as: UTF8.self)
        #expect(text.contains(",-5,"))
        let lines = text.split(separator: "\n").map(String.init)
        let heading = lines[0].split(separator: ",", omittingEmptySubsequences: false)
        var cells = lines[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        cells[try #require(heading.firstIndex(of: "finding"))] = "wrong"
        cells[try #require(heading.firstIndex(of: "found"))] = "0.0000001"
        let filled = lines[0] + "\n" + cells.joined(separator: ",") + "\n"
        let found = try SampleFindings(
            FindingsForm(Array(filled.utf8), file: "findings.csv"), of: sample)
        let corrections = String(
            decoding: found.corrections(period: Period(year: 2020), standard: "0123").bytes, as: UTF8.self)
        #expect(corrections.contains("A,x,2020,0.0000001,"))
    }

    @Test("The result has the exact interval of scipy, in all and in each stratum")
    func evaluation() throws {
        // x and z lie in p, and y in q: all nine values are drawn.
        let sample = VerificationSample(
            of: Self.items(pillars: ["p", "q"]), share: 1, seed: "s", assessors: [], team: 1, revision: 3)
        let wrong: Set = ["Ay", "By"]
        let answers = ["A", "B", "C"].flatMap { unit in ["x", "y", "z"].map { unit + $0 } }.map { place in
            (place: place, found: wrong.contains(place) ? "2" : "", finding: wrong.contains(place) ? "不属实" : "属实")
        }
        let evaluation = SampleEvaluation(try Self.read(Self.form(answers), of: sample), of: sample)
        // Where all was drawn, nothing is uncertain.
        func expect(_ part: SampleEvaluation.Part, _ errors: Int, _ drawn: Int) throws {
            #expect((part.errors, part.drawn, part.values) == (errors, drawn, drawn))
            let share = Double(errors) / Double(drawn)
            #expect(part.interval == share...share)
        }
        try expect(evaluation.whole, 2, 9)
        #expect(evaluation.strata.map(\.pillar) == ["p", "q"])
        try expect(evaluation.strata[0].part, 0, 6)
        try expect(evaluation.strata[1].part, 2, 3)

        let files = evaluation.files(of: "trial", period: Period(year: 2020))
        #expect(files.map(\.path) == ["evaluation.csv", "evaluation.json"])
        let lines = String(decoding: files[0].bytes, as: UTF8.self).split(separator: "\n")
        #expect(
            lines[0]
                == "scope,group,pillar,values,drawn,confirmed,wrong,unverifiable,error_rate,lower_95,upper_95")
        #expect(lines[1].hasPrefix("all,,,9,9,7,2,0,0.2222222222222222,0.2222222222222222,0.2222222222222222"))
        #expect(lines[2].hasPrefix("stratum,g,p,6,6,6,0,0,0,0,0"))
        #expect(lines[3].hasPrefix("stratum,g,q,3,3,1,2,0,0.6666666666666666,0.6666666666666666,0.6666666666666666"))
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(files[1].bytes)) as? [String: Any])
        #expect(json["revision"] as? Int == 3)
        #expect(json["seed"] as? String == "s")
        #expect(json["share"] as? Double == 1)
        #expect((json["strata"] as? [[String: Any]])?.map { $0["wrong"] as? Int } == [0, 2])
    }

    @Test("Of a part that was drawn, the interval is that of a population as small as it is")
    func finitePopulation() throws {
        // Of the six values of p three are drawn, and of the three of q two.
        let sample = VerificationSample(
            of: Self.items(pillars: ["p", "q"]), share: 0.5, seed: "s", assessors: [], team: 1)
        let answers = sample.draws.enumerated().map { index, draw in
            (
                place: draw.item.unit + draw.item.variable, found: index == 0 ? "2" : "",
                finding: index == 0 ? "不属实" : "属实"
            )
        }
        let evaluation = SampleEvaluation(try Self.read(Self.form(answers), of: sample), of: sample)
        // By scipy.stats.hypergeom.sf and cdf over every number of wrong values: 1 to 5 of 9, 1 to 4 of 6, 0 to 1 of 3.
        #expect(evaluation.whole.interval == Double(1) / 9...Double(5) / 9)
        #expect(evaluation.strata[0].part.interval == Double(1) / 6...Double(4) / 6)
        #expect(evaluation.strata[1].part.interval == Double(0) / 3...Double(1) / 3)
    }

    @Test("Findings are understood in either language, and as the form offers them; the national encoding is read")
    func words() throws {
        let answers = [
            ("Ay", "", "属实"), ("Cy", "2", "不属实 wrong"), ("Cx", "", "Confirmed"), ("Ax", "", "无法核实"),
            ("Cz", "", "属实 confirmed"),
        ].map { (place: $0.0, found: $0.1, finding: $0.2) }
        let found = try Self.read(Self.form(answers))
        #expect(found.lines.map(\.finding) == [.confirmed, .wrong, .confirmed, .unverifiable, .confirmed])
        // 属实 and 台账 in GB 2312.
        let (word, note) = ([0xCA, 0xF4, 0xCA, 0xB5] as [UInt8], [0xCC, 0xA8, 0xD5, 0xCB] as [UInt8])
        let only = VerificationSample(
            of: Array(Self.items(pillars: ["p"]).prefix(1)), share: 1, seed: "s", assessors: [], team: 1)
        let heading = Array(FindingsForm.Column.allCases.map(\.rawValue).joined(separator: ",").utf8)
        let row = Array("\r\nA,,x,,2020,,1,,,,,".utf8) + word + Array(",".utf8) + note + Array(",\r\n".utf8)
        let read = try SampleFindings(FindingsForm(heading + row, file: "f.csv"), of: only)
        #expect(read.lines.map(\.finding) == [.confirmed])
        #expect(read.lines.map(\.note) == ["台账"])
    }

    @Test("A workbook saved as text is read below its titles, by its own headings")
    func savedAsText() throws {
        let heading = FindingsForm.Column.allCases.map { "\"\($0.heading)\"" }.joined(separator: ",")
        let commas = String(repeating: ",", count: FindingsForm.Column.allCases.count - 1)
        let titles = "\u{FEFF}现场核查记录 Findings on site\(commas)\r\nseed 2021\(commas)\r\n\(commas)\r\n"
        let rows = Self.form(Self.answers).split(separator: "\n").dropFirst().joined(separator: "\r\n")
        let found = try Self.read(titles + heading + "\r\n" + rows + "\r\n\(commas)\r\n")
        #expect(found.lines.count { $0.finding != .confirmed } == 2)
    }

    @Test("The form states the revision that was drawn from, the same in each row")
    func revision() throws {
        func revision(_ text: String) throws -> Int? {
            try FindingsForm(Array(text.utf8), file: "f.csv").revision
        }
        #expect(try revision(Self.form(Self.answers)) == 3)
        #expect(try revision(Self.form(Self.answers, revision: "")) == nil)
        let torn = Self.form(Self.answers).replacingOccurrences(of: "C,,z,,2020,3", with: "C,,z,,2020,4")
        let refusal = try #require(throws: DiagnosticList.self) { try revision(torn) }
        #expect(
            refusal.description
                == "f.csv:6:6: ‘4’ is not the revision of the sample; expected one number in all rows, as it "
                + "was written")
        let files = try Self.sample.files(
            period: Period(year: 2020), VerificationSample.Names(units: [:], variables: [:]))
        let form = try #require(files.first { $0.path == "findings.csv" })
        #expect(try FindingsForm(form.bytes, file: "findings.csv").revision == 3)
        let document = try #require(files.first { $0.path == "sample.json" })
        #expect(
            String(decoding: document.bytes, as: UTF8.self) == """
                {
                  "drawn" : 5,
                  "not_sampled" : [

                  ],
                  "revision" : 3,
                  "seed" : "2021",
                  "share" : 0.5,
                  "values" : 9
                }

                """)
    }

    @Test("A form that was altered or is not filled in is refused with every problem")
    func wrongFindings() {
        let sample = VerificationSample(
            of: Self.items(pillars: ["p"]), share: 0.3, seed: "2021", assessors: [], team: 1)
        let heading = FindingsForm.Column.allCases.map(\.rawValue).joined(separator: ",")
        let text =
            heading + "\nA,,y,,2020,,9,,,,1,confirmed,,\nC,,y,,2020,,1,,,,,wrong,,\nB,,x,,2020,,1,,,,1,confirmed,,\n"
        do {
            _ = try Self.read(text, of: sample)
            Issue.record("it was taken")
        } catch {
            #expect(
                error.description == """
                    f.csv:2:7: the reported value of y of A was altered; expected 1
                    f.csv:3:11: a wrong value needs the value that was found; expected another one than was reported
                    f.csv:4:1: x of B is not open in the sample; expected each value of the sample once
                    f.csv:1:1: there is no finding on x of C; expected each value of the sample once
                    """)
        }
        #expect(throws: DiagnosticList.self) { try Self.read("现场核查记录\n") }
    }

    @Test("Pillars of registers alone are named as not sampled")
    func unsampled() throws {
        let sample = VerificationSample(
            of: Self.items(pillars: ["p"]), share: 1, seed: "s", assessors: [], team: 1,
            unsampled: [
                VerificationSample.Unsampled(group: "g", pillar: "parks", registers: ["park"]),
                VerificationSample.Unsampled(group: "g", pillar: "empty", registers: []),
            ])
        let files = try sample.files(
            period: Period(year: 2020), VerificationSample.Names(units: [:], variables: [:]))
        let strata = try #require(files.first { $0.path == "strata.csv" })
        #expect(
            String(decoding: strata.bytes, as: UTF8.self) == """
                group,pillar,values,drawn,note
                g,p,9,9,
                g,parks,0,0,未抽样：仅有名录条目 not sampled: entries of registers alone (park)
                g,empty,0,0,未抽样：本层没有上报数值 not sampled: no reported values of its own

                """)
    }

    #if Excel
    @Test("The workbook is read as it was filled in")
    func workbook() throws {
        let answers = Dictionary(uniqueKeysWithValues: Self.answers.map { ($0.place, $0) })
        let workbook = Self.sample.workbook(
            Self.sample.rows(period: Period(year: 2020), VerificationSample.Names(units: [:], variables: [:])))
        var filled = workbook
        let columns = FindingsForm.Column.allCases
        let found = try #require(columns.firstIndex(of: .found))
        for (index, draw) in Self.sample.draws.sorted(by: {
            ($0.item.unit, $0.item.variable) < ($1.item.unit, $1.item.variable)
        }).enumerated() {
            let answer = try #require(answers[draw.item.unit + draw.item.variable])
            if let number = Double(answer.found) {
                filled.sheets[0].put(4 + index, found, Cell(.number(number), CellStyle(.entry)))
            }
            let finding = try #require(VerificationSample.Finding(meantBy: answer.finding))
            filled.sheets[0].put(4 + index, found + 1, .text(finding.choice, .label))
        }
        let form = try FindingsForm(try WorkbookFile.bytes(of: filled), file: "findings.xlsx")
        #expect(try form.revision == 3)
        let read = try SampleFindings(form, of: Self.sample)
        #expect(read.lines.count { $0.finding == .wrong } == 1)
        #expect(read.lines.count { $0.finding == .unverifiable } == 1)
        #expect(read.lines.first { $0.finding == .wrong }?.found == 2)
        // The drop-downs offer the words that are read.
        #expect(workbook.sheets[0].rules.count == 1)
        // An empty form lacks every finding, and each is told by its cell.
        let empty = try FindingsForm(try WorkbookFile.bytes(of: workbook), file: "findings.xlsx")
        let refusal = #expect(throws: DiagnosticList.self) { try SampleFindings(empty, of: Self.sample) }
        #expect(refusal?.diagnostics.count == 5)
        #expect(refusal?.description.hasPrefix("findings.xlsx:核查记录 Findings!L5: there is no finding") == true)
    }
    #endif
}
