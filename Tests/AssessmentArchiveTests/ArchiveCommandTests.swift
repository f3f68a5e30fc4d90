#if Archive
import AssessmentArchive
import AssessmentCore
import AssessmentExporters
import Foundation
import Testing

@Suite("assess run --archive and assess archive")
struct ArchiveCommandTests {
    private static let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Examples")

    /// A folder with a copy of the evaluation of 2020 as `example`.
    private func placeWithExample() throws -> Place {
        let place = try Place()
        try FileManager.default.copyItem(
            at: Self.examples.appendingPathComponent("anhui-2020"), to: place.url.appendingPathComponent("example"))
        return place
    }

    private func store(_ place: Place, _ more: String...) throws {
        let run = try Program(
            "assess", ["run", "example", "-o", "out", "--archive", "runs.archive"] + more, in: place.url
        )
        .end()
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.errors == "")
        let last = run.output.split(separator: "\n").last ?? ""
        #expect(last.hasPrefix("stored as run "), "\(last)")
        #expect(last.contains(" of runs.archive, with the digest "))
    }

    @Test("What was stored is what was read and written, and an exported run gives the same results byte for byte")
    func reRun() throws {
        let place = try placeWithExample()
        try store(place)
        let archive = try Archive(reading: place.path())
        let run = try archive.run(1)
        #expect(
            run.files.map(\.path).sorted() == [
                "assessment.yml", "data/facts.csv", "data/observations.csv", "data/units.csv", "result.json",
            ])
        for file in run.files {
            let path = (file.role == .output ? "out/" : "example/") + file.path
            #expect(try archive.bytes(of: file, in: run) == place.bytes(path), "\(path)")
        }
        let document = try ResultDocument(place.bytes("out/result.json"), file: "result.json")
        #expect(run.manifest == document.manifest)
        #expect(try archive.results(of: run).ledger.units == document.ledger.units)
        // The inputs may be gone by then.
        try FileManager.default.removeItem(atPath: place.path("example"))
        let export = try Program.run(
            "assess", "archive", "export", "runs.archive", "1", "--output", "run-1", in: place.url)
        #expect(export.output == "5 files written; run it again: assess run run-1/inputs/assessment.yml\n")
        let again = try Program.run("assess", "run", "run-1/inputs/assessment.yml", "-o", "again", in: place.url)
        #expect(again.code == 0, "\(again.errors)")
        #expect(try place.bytes("again/result.json") == place.bytes("out/result.json"))
        #expect(try place.bytes("run-1/result.json") == place.bytes("out/result.json"))
    }

    @Test("Data from a folder of their own are exported into one, even where a file has the name of the specification")
    func dataFolder() throws {
        let place = try placeWithExample()
        try FileManager.default.moveItem(atPath: place.path("example/data"), toPath: place.path("elsewhere"))
        try FileManager.default.createDirectory(atPath: place.path("apart"), withIntermediateDirectories: true)
        try FileManager.default.moveItem(atPath: place.path("elsewhere"), toPath: place.path("apart/data"))
        try FileManager.default.moveItem(
            atPath: place.path("apart/data/facts.csv"), toPath: place.path("apart/assessment.yml"))
        let text = try place.text("example/assessment.yml").replacing("data/facts.csv", with: "assessment.yml")
        try place.write(text.utf8, to: "example/assessment.yml")
        try store(place, "--data", "apart")
        let export = try Program.run("assess", "archive", "export", "runs.archive", "1", "-o", "run-1", in: place.url)
        #expect(
            export.output
                == "5 files written; run it again: assess run run-1/inputs/assessment.yml --data run-1/data\n",
            "\(export.errors)")
        #expect(try place.bytes("run-1/data/assessment.yml") == place.bytes("apart/assessment.yml"))
        let again = try Program.run(
            "assess", "run", "run-1/inputs/assessment.yml", "--data", "run-1/data", "-o", "again", in: place.url)
        #expect(again.code == 0, "\(again.errors)")
        #expect(try place.bytes("again/result.json") == place.bytes("out/result.json"))
    }

    @Test("Runs are listed and shown, and what is said of them is on one line")
    func listAndShow() throws {
        let place = try placeWithExample()
        try store(place)
        _ = try Archive(writing: place.path()).store(
            TrialRun.new(processes: [
                .init(plugin: "Trial", command: ["python3", "a\u{1B}[2J.py"], sha256: "00ff", isolation: "none")
            ]), at: TrialRun.morning(1))
        let list = try Program.run("assess", "archive", "list", "runs.archive", "--language", "zh", in: place.url)
        let lines = list.output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.first == "run  stored at             results       kind        period  assessment  title")
        #expect(lines.last == "2    2021-03-01T08:00:00Z  000000000000  review      2020    trial       试验")
        #expect(lines.dropFirst().first?.contains("anhui-2020  安徽省16市信息消费发展条件评估（2020年）") == true)
        let show = try Program.run("assess", "archive", "show", "runs.archive", "2", in: place.url)
        #expect(show.code == 0, "\(show.errors)")
        for line in [
            "run         2", "stored at   2021-03-01T08:00:00Z", "title       试验", "            Trial",
            "plug-ins    Trial 1.0.0", "data        beside the specification",
            "These plug-ins ran as processes. Their programs are not stored; keep them if the run is to be run again:",
            "Trial    00ff     none       python3 a [2J.py",
        ] { #expect(show.output.split(separator: "\n").contains(Substring(line)), "\(line)") }
    }

    @Test("A check tells that all is as it was stored, with the digest to keep; or what is not, and ends in 65")
    func check() throws {
        let place = try Place()
        let stored = try Archive(writing: place.path()).store(TrialRun.new(), at: TrialRun.morning(1))
        let clean = try Program.run(
            "assess", "archive", "check", "runs.archive", "--digest", stored.digest.uppercased(), in: place.url)
        #expect(
            clean.output == "as stored: runs 1, events 0, different files 4, their bytes 52\ndigest \(stored.digest)\n")
        #expect((clean.code, clean.errors) == (0, ""))
        try tamper(place.path(), removing: ["runs_no_update"], "UPDATE runs SET period = '2021'")
        let altered = try Program.run("assess", "archive", "check", "runs.archive", in: place.url)
        #expect((altered.code, altered.output) == (65, ""))
        #expect(
            altered.errors
                == "runs.archive: run 1 or what was stored before it was altered: its digest is another one\n1 problem\n"
        )
    }

    @Test("What is wrong with an archive ends in its exit code, and before a run does any work")
    func exitCodes() throws {
        let place = try placeWithExample()
        try place.write([], to: "empty")
        let before = try place.names()
        for (arguments, code, told) in [
            (["archive", "list", "absent"], 65, "there is no archive ‘absent’"),
            (["archive", "check", "empty"], 65, "‘empty’ is empty, as no archive is; fetch it from a copy"),
            (["run", "example", "-o", "out", "--archive", "empty"], 65, "‘empty’ is empty, as no archive is"),
            (["run", "example", "-o", "out", "--archive", "no/x"], 73, "for the archive; create it first"),
            (["run", "absent", "-o", "out", "--archive", "new"], 65, "there is no file ‘absent’"),
            (["archive", "check", "empty", "--digest", "x"], 64, "is no SHA-256"),
        ] as [([String], Int32, String)] {
            let outcome = try Program("assess", arguments, in: place.url).end()
            #expect(outcome.code == code, "\(arguments)")
            #expect(outcome.errors.contains(told), "\(outcome.errors)")
            #expect(outcome.output == "")
        }
        #expect(try place.names() == before)
        _ = try Archive(writing: place.path())
        let none = try Program.run("assess", "archive", "show", "runs.archive", "1", in: place.url)
        #expect((none.code, none.errors) == (64, "‘runs.archive’ has no run 1; it has none yet\n"))
        #expect(try Program.run("assess", "archive", "list", "runs.archive", in: place.url).output == "no runs\n")
    }

    @Test("archive diff and diff --archive tell the same of two runs, and words that are no numbers are refused")
    func compared() throws {
        let review = try TrialReview()
        try review.assess("scheme issue . --authority 省政府 --document 方案1号 --issued 2020-01-15")
        try review.assess("run . -o first --archive r.archive")
        try review.write("observations.csv", TrialReview.observations(incomes: ["340300": 40_000]))
        try review.assess("run . -o second --archive r.archive")
        let told = try review.assess("archive diff r.archive 1 2").output
        #expect(told.contains("86.5 → 88") && told.contains("39000 → 40000"), "\(told)")
        #expect(try review.assess("diff --archive r.archive 1 2").output == told)
        #expect(try review.assess("diff first second").output == told)
        let unit = " --unit 蚌埠市 --short --language zh"
        #expect(
            try review.assess("diff --archive r.archive 1 2" + unit).output
                == review.assess("archive diff r.archive 1 2" + unit).output)
        for (words, told) in [
            ("first second", "‘first’ is no number of a run; expected one of ‘assess archive list r.archive’"),
            ("1 2.0", "‘2.0’ is no number of a run"), ("1 3", "‘r.archive’ has no run 3"),
        ] {
            let outcome = try review.assess("diff --archive r.archive \(words)", code: 64)
            #expect(outcome.output == "" && outcome.errors.contains(told), "\(outcome.errors)")
        }
    }

    @Test("Two runs that end at once are both stored")
    func together() throws {
        let place = try placeWithExample()
        let runs = try ["a", "b"].map {
            try Program("assess", ["run", "example", "-o", $0, "--archive", "runs.archive"], in: place.url)
        }
        for run in runs {
            let end = try run.end()
            #expect(end.code == 0, "\(end.errors)")
        }
        let stored = try Archive(reading: place.path()).runs()
        #expect(stored.map(\.number) == [1, 2])
        #expect(Set(stored.map(\.results)).count == 1)
    }
}
#endif
