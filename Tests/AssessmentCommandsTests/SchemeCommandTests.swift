import Foundation
import Testing

@Suite("assess scheme")
struct SchemeCommandTests {
    private static let act = ["--authority", "省政府办公厅", "--document", "皖政办秘〔2020〕1号", "--issued", "2020-01-15"]

    /// The example with a scheme that is named and, where wanted, issued.
    private func folder(issued: Bool = true) throws -> TemporaryFolder {
        let folder = try TemporaryFolder.withExample()
        try folder.edit("example/assessment.yml", "  kind: evaluation\n", "  kind: evaluation\n  scheme: scheme.json\n")
        if issued {
            let outcome = try Assess.run(["scheme", "issue", "example"] + Self.act, in: folder.url)
            #expect(outcome.code == 0, "\(outcome.errors)")
            #expect(outcome.output.hasPrefix("example/scheme.json: issued, "))
        }
        return folder
    }

    @Test("A run agrees with its sealed scheme, whose digest is in the manifest")
    func agreeing() throws {
        let folder = try folder()
        let outcome = try Assess.run("run", "example", "-o", "out", in: folder.url)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(try folder.text("out/result.json").contains("\"file\":\"scheme.json\""))
    }

    @Test("A scheme that is named and not issued is asked for")
    func notIssued() throws {
        let folder = try folder(issued: false)
        let outcome = try Assess.run("validate", "example", in: folder.url)
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("‘assess scheme issue’ writes when the scheme is issued"))
    }

    @Test("What is laid down otherwise after the issue is refused with its line, what was sealed and what to do")
    func changed() throws {
        let folder = try folder()
        let text = try folder.text("example/assessment.yml")
        let match = try #require(text.firstMatch(of: /from: (2019)/), "the year of a break")
        try folder.edit("example/assessment.yml", String(match.0), "from: 2018")
        let outcome = try Assess.run("run", "example", "-o", "out", in: folder.url)
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("the scheme of 2020-01-15 is sealed; "))
        #expect(outcome.errors.contains("sealed as ‘"))
        #expect(outcome.errors.contains("or a revision of it by ‘assess scheme revise’ with its authority"))
        #expect(outcome.errors.contains(try Regex("example/assessment\\.yml:[0-9]+:[0-9]+: ")))
        #expect(try !folder.names().contains("out/result.json"))
    }

    @Test("A revision needs a reason and an authority, adds to the file, and lets the run go on")
    func revised() throws {
        let folder = try folder()
        let text = try folder.text("example/assessment.yml")
        let match = try #require(text.firstMatch(of: /from: (2019)/))
        try folder.edit("example/assessment.yml", String(match.0), "from: 2018")
        let revise = ["scheme", "revise", "example", "--document", "会议纪要3号", "--issued", "2020-06-30"]
        #expect(try Assess.run(revise + ["--authority", "领导小组"], in: folder.url).code == 64)
        let blank = try Assess.run(revise + ["--authority", " ", "--reason", "口径调整"], in: folder.url)
        #expect(blank.code == 64)
        #expect(blank.errors.contains("the revision of the scheme names no authority"))
        let late = try Assess.run(
            revise + ["--authority", "领导小组", "--reason", "口径调整", "--effective", "2021-02-01"], in: folder.url)
        #expect(late.errors.contains("after the assessed period 2020; expected a day until 2020-12-31"))
        let early = try Assess.run(
            revise + ["--authority", "领导小组", "--reason", "口径调整", "--effective", "2020-02-01"], in: folder.url)
        #expect(early.errors.contains("before it is issued on 2020-06-30"))
        let outcome = try Assess.run(
            revise + ["--authority", "领导小组", "--reason", "口径调整", "--effective", "2020-07-01"], in: folder.url)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains(": sealed as ‘"))
        #expect(try Assess.run("validate", "example", in: folder.url).code == 0)
        let shown = try Assess.run("scheme", "show", "example", in: folder.url).output
        #expect(shown.contains("# issued 2020-06-30 by 领导小组, 会议纪要3号, in effect from 2020-07-01; 口径调整"))
        let again = try Assess.run(
            revise + ["--authority", "领导小组", "--reason", "口径调整", "--effective", "2020-08-01"], in: folder.url)
        #expect(again.errors.contains("the revision changes nothing"))
    }

    @Test("An issue that was changed in the file is found out")
    func forged() throws {
        let folder = try folder()
        try folder.edit("example/scheme.json", "省政府办公厅", "市政府办公厅")
        let outcome = try Assess.run("validate", "example", in: folder.url)
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("the issue of 2020-01-15 was changed after it was sealed"))
    }

    @Test("A scheme is issued once, and names of pages may change afterwards")
    func onceAndNames() throws {
        let folder = try folder()
        let again = try Assess.run(["scheme", "issue", "example"] + Self.act, in: folder.url)
        #expect(again.code == 64)
        #expect(again.errors.contains("is issued already; expected ‘assess scheme revise’"))
        let text = try folder.text("example/assessment.yml")
        let title = try #require(text.firstMatch(of: /title: \{ zh: [^,}]+/))
        try folder.edit("example/assessment.yml", String(title.0), "title: { zh: 另一标题")
        #expect(try Assess.run("validate", "example", in: folder.url).code == 0)
    }
}
