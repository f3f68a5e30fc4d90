#if Archive
@testable import AssessmentArchive
import AssessmentCore
import AssessmentData
import AssessmentExporters
import Foundation
import Testing

@Suite("Storing and reading runs")
struct StoringTests {
    @Test("A run comes back as it was stored, byte for byte, from the same and from another connection")
    func roundTrip() throws {
        let place = try Place()
        let run = TrialRun.new()
        let archive = try Archive(writing: place.path())
        let stored = try archive.store(run, at: TrialRun.morning(1))
        #expect(stored.number == 1)
        #expect(stored.storedAt == (try TrialRun.morning(1)))
        for archive in [archive, try Archive(reading: place.path())] {
            let read = try archive.run(1)
            #expect(read == stored)
            #expect(try archive.runs() == [stored])
            #expect(read.assessment == "trial")
            #expect(read.title == BilingualText(zh: "试验", en: "Trial"))
            #expect((read.period, read.kind, read.hasDataFolder) == ("2020", "review", false))
            #expect(read.manifest == run.manifest)
            #expect(read.files.map(\.role) == [.specification, .data, .data, .output])
            #expect(read.files.map(\.path) == run.files.map(\.path))
            #expect(try read.files.map { try archive.bytes(of: $0, in: read) } == run.files.map(\.bytes))
        }
    }

    @Test("Runs are listed in the order in which they were stored, whatever their times and periods")
    func order() throws {
        let place = try Place()
        let archive = try Archive(writing: place.path())
        #expect(try archive.runs() == [])
        for (day, period) in [(9, "2021"), (3, "2019"), (5, "2020")] {
            _ = try archive.store(TrialRun.new(period: period), at: TrialRun.morning(day))
        }
        let runs = try archive.runs()
        #expect(runs.map(\.number) == [1, 2, 3])
        #expect(runs.map(\.period) == ["2021", "2019", "2020"])
    }

    @Test("A file that several runs read, or that one run read twice, is kept once")
    func sharing() throws {
        let place = try Place()
        let archive = try Archive(writing: place.path())
        let copy = RunFile(.data, path: "data/copy.csv", bytes: TrialRun.units.bytes)
        _ = try archive.store(
            TrialRun.new([TrialRun.specification, TrialRun.units, copy, TrialRun.result]), at: TrialRun.morning(1))
        #expect(try archive.check().files == 3)
        _ = try archive.store(TrialRun.new(), at: TrialRun.morning(2))
        _ = try archive.store(TrialRun.new(), at: TrialRun.morning(3))
        let check = try archive.check()
        #expect(check.files == 4)
        let sizes = [TrialRun.specification, TrialRun.units, TrialRun.observations(), TrialRun.result].map(
            \.bytes.count)
        #expect(check.size == sizes.reduce(0, +))
        #expect((check.runs, check.events, check.problems) == (3, 0, []))
    }

    @Test("An empty file and one of many pages come back")
    func sizes() throws {
        let place = try Place()
        let archive = try Archive(writing: place.path())
        let large = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
        let files = [RunFile(.data, path: "empty.csv", bytes: []), RunFile(.data, path: "large.csv", bytes: large)]
        let stored = try archive.store(TrialRun.new([TrialRun.specification] + files), at: TrialRun.morning(1))
        #expect(try archive.bytes(of: stored.files[1], in: stored) == [])
        #expect(try archive.bytes(of: stored.files[2], in: stored) == large)
    }

    @Test("What is not fit to be kept is refused, and the archive stays as it was")
    func unfit() throws {
        let place = try Place()
        let archive = try Archive(writing: place.path())
        let (specification, units, result) = (TrialRun.specification, TrialRun.units, TrialRun.result)
        func message(_ run: NewRun) throws -> String? {
            let failure = #expect(throws: ArchiveFailure.self) { try archive.store(run, at: TrialRun.morning(1)) }
            #expect(failure?.kind == .unfit)
            return failure?.description
        }
        let other = TrialRun.new([specification, RunFile(.data, path: units.path, bytes: [1])])
        #expect(
            try message(
                NewRun(
                    assessment: "trial", title: BilingualText(same: "t"), period: "2020", kind: "review",
                    manifest: TrialRun.new().manifest, files: other.files))
                == "the run cannot be stored: the bytes of ‘data/units.csv’, which its manifest names, are not there")
        #expect(
            try message(
                NewRun(
                    assessment: "trial", title: BilingualText(same: "t"), period: "2020", kind: "review",
                    manifest: TrialRun.new([specification]).manifest, files: [specification, units]))
                == "the run cannot be stored: its manifest does not name ‘data/units.csv’")
        #expect(
            try message(TrialRun.new([units, result]))
                == "the run cannot be stored: it has no file of the specification")
        #expect(
            try message(TrialRun.new([specification, units, units]))
                == "the run cannot be stored: two files have the path ‘data/units.csv’")
        #expect(
            try message(TrialRun.new([specification, RunFile(.data, path: "assessment.yml/x", bytes: [])]))
                == "the run cannot be stored: ‘inputs/assessment.yml/x’ lies in a folder that is a file")
        #expect(
            try archive.check()
                == ArchiveCheck(runs: 0, events: 0, records: 0, files: 0, size: 0, digest: "", problems: []))
    }

    @Test(
        "A path that leads out of its folder is not stored",
        arguments: [
            "../x", "a/../../x", "/etc/x", "", "a//b", ".", "a/..", "a\\b", "a\u{1B}b", "../\u{338}x", "a\u{202E}b",
        ])
    func hostilePath(path: String) throws {
        let place = try Place()
        let archive = try Archive(writing: place.path())
        let run = TrialRun.new([TrialRun.specification, RunFile(.data, path: path, bytes: [1])])
        let failure = #expect(throws: ArchiveFailure.self) { try archive.store(run, at: TrialRun.morning(1)) }
        #expect(failure?.description.hasSuffix("may lead out of the folder that it belongs in") == true)
        #expect(try archive.runs() == [])
    }

    @Test("A run that is not there is told with those that are")
    func noRun() throws {
        let place = try Place()
        let archive = try Archive(writing: place.path())
        func message(_ number: Int) -> String? {
            let failure = #expect(throws: ArchiveFailure.self) { try archive.run(number) }
            #expect(failure?.kind == .noRun)
            return failure?.description
        }
        #expect(message(1) == "‘\(place.path())’ has no run 1; it has none yet")
        _ = try archive.store(TrialRun.new(), at: TrialRun.morning(1))
        #expect(message(0) == "‘\(place.path())’ has no run 0; it has run 1 alone")
        _ = try archive.store(TrialRun.new(), at: TrialRun.morning(1))
        #expect(message(-1) == "‘\(place.path())’ has no run -1; it has runs 1 to 2")
    }

    @Test("Results that are none are told with their run")
    func results() throws {
        let place = try Place()
        let archive = try Archive(writing: place.path())
        let run = try archive.store(TrialRun.new(), at: TrialRun.morning(1))
        var failure = #expect(throws: ArchiveFailure.self) { try archive.results(of: run) }
        #expect(
            failure?.description.hasPrefix(
                "run 1 of ‘\(place.path())’: result.json:1:1: not a result: ‘manifest’ is missing") == true)
        let other = try archive.store(TrialRun.new([TrialRun.specification]), at: TrialRun.morning(1))
        failure = #expect(throws: ArchiveFailure.self) { try archive.results(of: other) }
        #expect(failure?.description == "run 2 of ‘\(place.path())’ has no result.json")
    }

    @Test("Closing leaves one file, and reading leaves nothing beside it")
    func oneFile() throws {
        let place = try Place()
        _ = try Archive(writing: place.path()).store(TrialRun.new(), at: TrialRun.morning(1))
        #expect(try place.names() == ["runs.archive"])
        let before = try place.bytes()
        _ = try Archive(reading: place.path()).check()
        #expect(try place.names() == ["runs.archive"])
        #expect(try place.bytes() == before)
    }

    @Test("Behind a symbolic link, the archive that it leads to is meant")
    func link() throws {
        let place = try Place()
        _ = try Archive(writing: place.path()).store(TrialRun.new(), at: TrialRun.morning(1))
        try FileManager.default.createSymbolicLink(atPath: place.path("link"), withDestinationPath: "runs.archive")
        _ = try Archive(writing: place.path("link")).store(TrialRun.new(), at: TrialRun.morning(2))
        #expect(try Archive(reading: place.path()).runs().count == 2)
        #expect(try place.names() == ["link", "runs.archive"])
    }
}
#endif
