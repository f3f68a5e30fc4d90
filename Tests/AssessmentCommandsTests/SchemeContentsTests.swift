import Foundation
import Testing

@Suite("What a sealed scheme holds fast")
struct SchemeContentsTests {
    private static let act = ["--authority", "a", "--document", "d", "--issued", "2020-01-15"]
    private static let name = "name: { zh: 名, en: n }"

    private static let specification = """
        assessment:
          id: small
          kind: review
          scheme: scheme.json
          title: { zh: 小, en: Small }
          period: 2020
        units: { file: units.csv, code: code, name: name, classes: { big: [A, B], capital: [D] } }
        tasks:
          as_of: 2020-12-31
          list:
            - { id: t1, \(name), lead: [A, B, C, D], start: 2020-01-01, deadline: 2020-12-31, plan: linear, points: 1 }
            - { id: t2, \(name), lead: [A, B, C, D], start: 2020-01-01, deadline: 2020-12-31, plan: linear, points: 1 }
        ratings:
          scale: { from: 0, to: 100 }
          sources:
            - { id: others, \(name), kind: others, weight: 1, least: 1, absent: zero }
          items:
            - { id: i1, \(name) }
            - { id: i2, \(name) }
        data:
          - table: figures.csv
            unit: code
            period: { column: period }
            codes: { ok: 50 }
            missing: { NA: not_submitted }
            columns: { y: other }
          - ratings: ratings.csv
          - assessors: assessors.csv
          - progress: progress.csv
        framework:
          round: 2
          missing: { otherwise: zero }
          indicators:
            - { id: f, \(name), formula: "x + k", with: { k: 1 }, weight: 20, evaluate: raw }
            - { id: v, \(name), value: x, weight: 20, evaluate: completion, target: [{ value: 100 }, { class: big, value: 50 }, { class: capital, value: 80 }] }
            - { id: m, \(name), value: y, weight: 20, evaluate: completion, target: { milestones: [{ by: 2020-12-31, value: 100 }, { by: 2020-12-31, value: 50, classes: big }] } }
            - { id: r, \(name), rating: i1, weight: 10, evaluate: raw }
            - { id: s, \(name), rating: i1, weight: 5, evaluate: raw }
            - { id: q, \(name), rating: i2, weight: 5, evaluate: raw }
            - { id: t, \(name), task: t1, weight: 20, evaluate: raw }
        grades:
          - { at_least: 0, \(name) }
        procedure: { comment_days: 5, appeal_days: 6, decision_days: 7, people: people.csv }

        """

    /// A sealed review of four units.
    private func folder(_ specification: String = specification) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let units = ["A", "B", "C", "D"]
        let files = [
            ("assessment.yml", specification), ("units.csv", "code,name\n" + units.map { "\($0),\($0)\n" }.joined()),
            ("figures.csv", "code,period,x,other\n" + units.map { "\($0),2020,ok,40\n" }.joined()),
            (
                "ratings.csv",
                "item,unit,source,assessor,score\n"
                    + units.map { "i1,\($0),others,Q,70\ni2,\($0),others,Q,90\n" }.joined()
            ),
            ("assessors.csv", "source,assessor,home_unit\nothers,Q,\n"),
            ("progress.csv", "task,body,date,done,evidence,reported_by\nt1,A,2020-06-30,1,e,p\n"),
            ("people.csv", "id,unit\noffice,\nother,\n"),
        ]
        for (name, text) in files { try folder.write(name, text) }
        let outcome = try Assess.run(["scheme", "issue", "."] + Self.act, in: folder.url)
        #expect(outcome.code == 0, "\(outcome.errors)")
        return folder
    }

    private static let changes: [(from: String, to: String, told: String)] = [
        ("\"x + k\"", "\"x * k\"", "f measures: sealed as ‘formula x + k { k: 1 }’, now ‘formula x * k { k: 1 }’"),
        ("with: { k: 1 }", "with: { k: 2 }", "now ‘formula x + k { k: 2 }’"),
        ("value: x,", "value: y,", "v measures: sealed as ‘formula x {  }’, now ‘formula y {  }’"),
        (
            "rating: i1, weight: 10", "rating: i2, weight: 10",
            "r measures: sealed as ‘rating i1 {  }’, now ‘rating i2 {  }’"
        ),
        ("task: t1", "task: t2", "t measures: sealed as ‘task t1 {  }’, now ‘task t2 {  }’"),
        (
            "{ by: 2020-12-31, value: 50, classes: big }", "{ by: 2020-12-31, value: 40, classes: big }",
            "m target by 2020-12-31 class big: sealed as ‘50’, now ‘40’"
        ),
        ("big: [A, B]", "big: [A, C]", "class big: sealed as ‘A, B’, now ‘A, C’"),
        ("codes: { ok: 50 }", "codes: { ok: 90 }", "data ‘figures.csv’ code ‘ok’: sealed as ‘50’, now ‘90’"),
        ("NA: not_submitted", "NA: not_applicable", "sealed as ‘not_submitted’, now ‘not_applicable’"),
        ("{ y: other }", "{ x: other, y: x }", "data ‘figures.csv’ column ‘other’: sealed as ‘y’, now ‘x’"),
        ("  - assessors: assessors.csv\n", "", "data ‘assessors.csv’: ‘assessors’ is gone"),
        (
            "  - progress: progress.csv\n", "  - progress: progress.csv\n  - progress: more.csv\n",
            "data ‘more.csv’: ‘progress’ is new"
        ),
        (
            "framework:\n", "checks: { jump: { severity: stop } }\nframework:\n",
            "check jump: ‘stops { at_least: 8, factor: 3, least_change: 1.3, z: 3.5 }’ is new"
        ),
        ("appeal_days: 6", "appeal_days: 1", "procedure appeal days: sealed as ‘6’, now ‘1’"),
    ]

    @Test(
        "What is measured, the order that decides, classes, the reading of data and terms cannot change unseen",
        arguments: changes)
    func changed(_ change: (from: String, to: String, told: String)) throws {
        let folder = try folder()
        try folder.write("more.csv", "task,body,date,done,evidence,reported_by\nt2,A,2020-06-30,1,e,p\n")
        #expect(try Assess.run("validate", ".", in: folder.url).code == 0)
        try folder.edit("assessment.yml", change.from, change.to)
        let outcome = try Assess.run("validate", ".", in: folder.url)
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains(change.told), "\(outcome.errors)")
        #expect(
            outcome.errors.contains(try Regex("assessment\\.yml:[0-9]+:[0-9]+: the scheme of 2020-01-15 is sealed; ")))
    }

    @Test("The classes of a file of units are held fast where the specification names them")
    func classesOfFile() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "assessment.yml",
            """
            assessment: { id: small, kind: review, scheme: scheme.json, title: { zh: 小, en: Small }, period: 2020 }
            units: { file: units.csv, levels: city, in_force_on: 2020-12-31 }
            peer_groups:
              - { id: large, name: { zh: 大, en: Large }, classes: big }
              - { id: rest, name: { zh: 其他, en: Rest }, without_classes: big }
            data:
              - { table: figures.csv, unit: code, period: { column: period } }
            framework:
              round: 2
              missing: { otherwise: zero }
              indicators:
                - { id: v, name: { zh: 名, en: n }, value: x, weight: 100, evaluate: raw }
            grades:
              - { at_least: 0, name: { zh: 级, en: g } }

            """)
        let units =
            "code,name_zh,name_en,level,classes\nA,A,A,city,big\nB,B,B,city,big;seen\nC,C,C,city,\nD,D,D,city,\n"
        try folder.write("units.csv", units)
        try folder.write("figures.csv", "code,period,x\nA,2020,1\nB,2020,2\nC,2020,3\nD,2020,4\n")
        #expect(try Assess.run(["scheme", "issue", "."] + Self.act, in: folder.url).code == 0)
        try folder.write("units.csv", units.replacing("C,C,C,city,", with: "C,C,C,city,big"))
        let outcome = try Assess.run("validate", ".", in: folder.url)
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("class big: sealed as ‘A, B’, now ‘A, B, C’"), "\(outcome.errors)")
        // A class that nothing is decided by may change.
        try folder.write("units.csv", units.replacing(";seen", with: ""))
        #expect(try Assess.run("validate", ".", in: folder.url).code == 0)
    }

    @Test("Lines cannot be moved into the fields of an issue, nor fields into each other, nor a file of old be taken")
    func moved() throws {
        let folder = try folder()
        let sealed = try folder.text("scheme.json")
        func errors(_ change: (inout [String: Any], inout [String: Any]) throws -> Void) throws -> String {
            var file = try #require(try JSONSerialization.jsonObject(with: Data(sealed.utf8)) as? [String: Any])
            var issue = try #require((file["issues"] as? [[String: Any]])?.first)
            try change(&file, &issue)
            file["issues"] = [issue]
            try folder.write(
                "scheme.json", String(decoding: try JSONSerialization.data(withJSONObject: file), as: UTF8.self))
            let outcome = try Assess.run("validate", ".", in: folder.url)
            #expect(outcome.code == 65)
            #expect(outcome.errors.contains("scheme.json:1:1: "))
            return outcome.errors
        }
        let lines = try errors { _, issue in
            let lines = try #require(issue["lines"] as? [String])
            issue["authority"] = "a\nd\n\n" + lines[0]
            (issue["document"], issue["reason"]) = (lines[1], lines[2])
            issue["lines"] = Array(lines.dropFirst(3))
        }
        #expect(lines.contains("holds a line break or another control character where none can be"))
        let fields = try errors { _, issue in (issue["authority"], issue["document"]) = ("ad", "") }
        #expect(fields.contains("was changed after it was sealed"))
        let period = try errors { file, _ in file["period"] = "2021" }
        #expect(period.contains("was changed after it was sealed"))
        let old = try errors { file, _ in file["format"] = nil }
        #expect(old.contains("take the file away and issue the scheme again by ‘assess scheme issue’"))
        try FileManager.default.removeItem(atPath: folder.path("scheme.json"))
        let act = ["--authority", "a\tb", "--document", "d", "--issued", "2020-01-15"]
        let refused = try Assess.run(["scheme", "issue", "."] + act, in: folder.url)
        #expect(refused.code == 64)
        #expect(refused.errors.contains("‘a b’ holds a line break or another control character"))
    }
}
