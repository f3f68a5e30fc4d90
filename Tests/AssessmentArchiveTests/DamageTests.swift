#if Archive
@testable import AssessmentArchive
import AssessmentCore
import AssessmentData
import Foundation
import GRDB
import Testing

@Suite("Damaged archives")
struct DamageTests {
    /// An archive of three runs, with an event after each of the first two: five entries.
    private func makeArchive(in place: Place) throws {
        let archive = try Archive(writing: place.path())
        var last = 0
        for day in 1...3 {
            let files = [TrialRun.specification, TrialRun.units, TrialRun.observations(day), TrialRun.result]
            _ = try archive.store(TrialRun.new(files), at: TrialRun.morning(day))
            guard day < 3 else { continue }
            last =
                try archive.append([TrialRun.event("noted", run: day)], to: TrialRun.reviewCase, after: last)
                .last?.sequence ?? 0
        }
    }

    /// What opening says.
    private func refusal(_ path: String) -> (kind: ArchiveFailure.Kind, text: String)? {
        let failure = #expect(throws: ArchiveFailure.self) { try Archive(reading: path) }
        return failure.map { ($0.kind, $0.description) }
    }

    @Test("What is no archive is refused with what it is")
    func noArchive() throws {
        let place = try Place()
        let path = place.path()
        var told = refusal(path)
        #expect(told?.text == "there is no archive ‘\(path)’; ‘assess run … --archive \(path)’ makes one")
        #expect(told?.kind == .noArchive)
        told = refusal(place.url.path)
        #expect(told?.text == "‘\(place.url.path)’ is not a file; name the file of an archive")
        told = refusal("")
        #expect(told?.text == "the name of the archive is empty or holds a NUL character")
        try place.write([])
        for open in [{ try Archive(reading: $0) }, { try Archive(writing: $0) }] as [(String) throws -> Archive] {
            let failure = #expect(throws: ArchiveFailure.self) { try open(path) }
            #expect(failure?.description == "‘\(path)’ is empty, as no archive is; fetch it from a copy")
        }
        try place.write("unit,value\n1,5\n".utf8)
        told = refusal(path)
        #expect(
            told?.text
                == "‘\(path)’ is no archive, or its beginning is lost; name a file that ‘assess run … --archive’ wrote")
        try FileManager.default.removeItem(atPath: path)
        try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE player (name TEXT)") }
        told = refusal(path)
        #expect(
            told?.text == "‘\(path)’ is a database of another program; name a file that ‘assess run … --archive’ wrote")
        #expect(told?.kind == .noArchive)
    }

    @Test("An archive of a newer version is left to that version")
    func newer() throws {
        let place = try Place()
        try makeArchive(in: place)
        try tamper(place.path(), "PRAGMA user_version = 3")
        let told = refusal(place.path())
        #expect(told?.kind == .newerVersion)
        #expect(
            told?.text
                == "‘\(place.path())’ was written by a newer version of assess (format 3, where this one knows 2); use "
                + "that one")
    }

    @Test("An archive that is cut off is refused with what it lacks", arguments: [16, 99, 100, 4096, 5000, -4096, -1])
    func cutOff(count: Int) throws {
        let place = try Place()
        try makeArchive(in: place)
        let whole = try place.bytes()
        let left = count > 0 ? count : whole.count + count
        try place.write(whole.prefix(left))
        let told = refusal(place.path())
        let text = left < 100 ? "cut off after \(left) bytes" : "cut off: it has \(left) of its \(whole.count) bytes"
        #expect(told?.text == "‘\(place.path())’ is \(text); fetch it from a copy")
        #expect(told?.kind == .damaged)
    }

    @Test(
        "Tables and triggers that are not as they were created are named",
        arguments: [
            ("DROP TRIGGER runs_no_update", "its ‘runs_no_update’ is missing"),
            ("CREATE TABLE notes (text TEXT)", "‘notes’ was added to it"),
            ("ALTER TABLE events ADD COLUMN note TEXT", "its ‘events’ was altered"),
        ])
    func schema(sql: String, problem: String) throws {
        let place = try Place()
        try makeArchive(in: place)
        try tamper(place.path(), sql)
        let told = refusal(place.path())
        #expect(told?.kind == .damaged)
        #expect(told?.text == "‘\(place.path())’ is not as assess left it: \(problem); fetch it from a copy")
    }

    @Test("Other bytes of a file are found when it is read, and named with its run by a check")
    func bytes() throws {
        let place = try Place()
        try makeArchive(in: place)
        let file = TrialRun.observations(2)
        let (stored, altered) = (sha256(file.bytes), sha256([1, 2, 3]))
        try tamper(
            place.path(), removing: ["blobs_no_update"],
            "UPDATE blobs SET bytes = x'010203' WHERE sha256 = '\(stored)'")
        let archive = try Archive(reading: place.path())
        #expect(
            try archive.check().problems == [
                "run 2: the bytes of ‘data/observations.csv’ have the SHA-256 \(altered), where \(stored) was stored"
            ])
        let failure = #expect(throws: ArchiveFailure.self) { try archive.export(archive.run(2)) }
        #expect(
            failure?.description
                == "run 2 of ‘\(place.path())’ is damaged: the bytes of ‘data/observations.csv’ have the SHA-256 "
                + "\(altered), where \(stored) was stored; fetch the archive from a copy")
        #expect(failure?.kind == .damaged)
        #expect(try archive.export(archive.run(1)).count == 4)
    }

    @Test("A file that is gone is named in every run that it belongs to")
    func missingFile() throws {
        let place = try Place()
        try makeArchive(in: place)
        let stored = sha256(TrialRun.units.bytes)
        try tamper(place.path(), removing: ["blobs_no_delete"], "DELETE FROM blobs WHERE sha256 = '\(stored)'")
        let archive = try Archive(reading: place.path())
        #expect(
            try archive.check().problems
                == (1...3).map { "run \($0): the bytes of ‘data/units.csv’ are missing, where \(stored) was stored" })
        let failure = #expect(throws: ArchiveFailure.self) { try archive.export(archive.run(3)) }
        #expect(
            failure?.description
                == "run 3 of ‘\(place.path())’ is damaged: the bytes of ‘data/units.csv’ are missing; fetch the archive "
                + "from a copy")
    }

    @Test(
        "A row that was altered, removed or put in is named",
        arguments: [
            (
                "runs_no_update", "UPDATE runs SET period = '2021' WHERE number = 2",
                ["run 2 or what was stored before it was altered: its digest is another one"]
            ),
            (
                "runs_no_update", "UPDATE runs SET manifest = '{}' WHERE number = 1",
                ["run 1 or what was stored before it was altered: its digest is another one"]
            ),
            (
                "run_files_no_update", "UPDATE run_files SET path = 'data/x.csv' WHERE run = 3 AND position = 2",
                ["run 3 or what was stored before it was altered: its digest is another one"]
            ),
            (
                "run_files_no_delete", "DELETE FROM run_files WHERE run = 3 AND position = 3",
                ["run 3 or what was stored before it was altered: its digest is another one"]
            ),
            (
                "events_no_update", "UPDATE events SET actor = 'x' WHERE entry = 4",
                ["the event 4 or what was stored before it was altered: its digest is another one"]
            ),
            (
                "entries_no_update", "UPDATE entries SET digest = 'x' WHERE sequence = 4",
                [
                    "the event 4 or what was stored before it was altered: its digest is another one",
                    "run 3 or what was stored before it was altered: its digest is another one",
                ]
            ),
            (
                "runs_no_delete", "DELETE FROM runs WHERE number = 2",
                ["run 2 was removed", "the run, event or record of entry 3 was removed"]
            ),
            (
                "runs_no_delete", "DELETE FROM runs WHERE number = 3",
                ["the run, event or record of entry 5 was removed"]
            ),
            (
                "events_no_delete", "DELETE FROM events WHERE entry = 2",
                ["the run, event or record of entry 2 was removed"]
            ),
            (
                "entries_no_delete", "DELETE FROM entries WHERE sequence = 5",
                ["run 3 was put in: the chain has no entry for it", "the last entries were removed, from 5 to 5"]
            ),
            (
                "runs_no_insert",
                "INSERT INTO runs SELECT 9, 9, stored_at, assessment, period, kind, title_zh, title_en, manifest, "
                    + "data_folder FROM runs WHERE number = 1",
                ["the runs 4 to 8 were removed", "run 9 was put in: the chain has no entry for it"]
            ),
        ])
    func rows(trigger: String, sql: String, problems: [String]) throws {
        let place = try Place()
        try makeArchive(in: place)
        try tamper(place.path(), removing: trigger.hasSuffix("insert") ? [] : [trigger], sql)
        let check = try Archive(reading: place.path()).check()
        #expect(check.problems.filter { !$0.hasPrefix("SQLite finds") } == problems)
    }

    @Test("The last run, taken away with all that belongs to it, is missed by the count of SQLite and by a kept digest")
    func lastRun() throws {
        let place = try Place()
        try makeArchive(in: place)
        let digest = try Archive(reading: place.path()).check().digest
        try tamper(place.path(), removing: ["run_files_no_delete"], "DELETE FROM run_files WHERE run = 3")
        try tamper(place.path(), removing: ["runs_no_delete"], "DELETE FROM runs WHERE number = 3")
        try tamper(place.path(), removing: ["entries_no_delete"], "DELETE FROM entries WHERE sequence = 5")
        let file = sha256(TrialRun.observations(3).bytes)
        try tamper(place.path(), removing: ["blobs_no_delete"], "DELETE FROM blobs WHERE sha256 = '\(file)'")
        let archive = try Archive(reading: place.path())
        #expect(try archive.check().problems == ["the last entries were removed, from 5 to 5"])
        // Who knows of the count can set it back.
        try tamper(place.path(), "UPDATE sqlite_sequence SET seq = 4")
        #expect(try archive.check().problems == [])
        #expect(
            try archive.check(against: digest).problems
                == ["no entry has the digest \(digest): what it stood for was altered or removed"])
    }

    @Test("A run or event that was altered is not shown")
    func notShown() throws {
        let place = try Place()
        try makeArchive(in: place)
        try tamper(place.path(), removing: ["runs_no_update"], "UPDATE runs SET title_en = 'x' WHERE number = 2")
        try tamper(place.path(), removing: ["events_no_update"], "UPDATE events SET payload = x'7B7D' WHERE entry = 2")
        let archive = try Archive(reading: place.path())
        for read in [{ _ = try archive.run(2) }, { _ = try archive.runs() }] as [() throws -> Void] {
            let failure = #expect(throws: ArchiveFailure.self) { try read() }
            #expect(
                failure?.description
                    == "run 2 of ‘\(place.path())’ is not as it was stored; ‘assess archive check’ says what is wrong, and "
                    + "a copy may have it whole")
        }
        #expect(try archive.run(1).number == 1)
        let failure = #expect(throws: ArchiveFailure.self) { try archive.events(of: TrialRun.reviewCase) }
        #expect(
            failure?.description
                == "the event 2 of ‘\(place.path())’ is not as it was recorded; ‘assess archive check’ says what is wrong, "
                + "and a copy may have it whole")
    }

    @Test("A path that leads out of the folder, in an archive from somewhere, is not exported")
    func hostilePath() throws {
        let place = try Place()
        try makeArchive(in: place)
        try tamper(
            place.path(), removing: ["run_files_no_update"],
            "UPDATE run_files SET path = '../../x' WHERE run = 3 AND position = 2")
        let archive = try Archive(reading: place.path())
        // The reader of the row would be told by its digest; whoever made the archive so made that too.
        let run = try archive.run(1)
        let hostile = ArchivedRun(
            number: run.number, storedAt: run.storedAt, assessment: run.assessment, title: run.title,
            period: run.period,
            kind: run.kind, manifest: run.manifest,
            files: run.files.map { ArchivedFile(role: $0.role, path: "../../x", size: $0.size, sha256: $0.sha256) },
            hasDataFolder: false, digest: run.digest)
        let failure = #expect(throws: ArchiveFailure.self) { try archive.export(hostile) }
        #expect(
            failure?.description
                == "run 1 of ‘\(place.path())’ cannot be exported: the path ‘../../x’ may lead out of the folder that it "
                + "belongs in")
    }

    @Test("Any byte that is flipped is either found or changes nothing that is read, and nothing ends the program")
    func flipped() throws {
        let place = try Place()
        try makeArchive(in: place)
        let whole = try place.bytes()
        func content(_ archive: Archive) throws -> [[UInt8]] {
            try archive.runs().flatMap { run in try archive.export(run).map(\.bytes) }
                + archive.events(of: TrialRun.reviewCase).map(\.event.payload)
        }
        let (expected, runs) = try { (try content($0), try $0.runs()) }(Archive(reading: place.path()))
        var found = 0
        // The header and the beginning of each page hold the structure; the rest is looked at in steps.
        let positions = whole.indices.filter { $0 < 110 || $0 % 4096 < 24 || $0 % 61 == 0 }
        for position in positions {
            var bytes = whole
            bytes[position] ^= UInt8(1 << (position % 8))
            try place.write(bytes)
            do {
                let archive = try Archive(reading: place.path())
                guard try archive.check().problems.isEmpty else {
                    found += 1
                    continue
                }
                #expect(try archive.runs() == runs, "byte \(position)")
                #expect(try content(archive) == expected, "byte \(position)")
            } catch let error as ArchiveFailure {
                #expect(!error.description.isEmpty)
                found += 1
            }
        }
        #expect(found > positions.count / 10)
        for ending in ["-wal", "-shm"] { #expect(!FileManager.default.fileExists(atPath: place.path() + ending)) }
    }
}
#endif
