#if Archive
import AssessmentArchive
import AssessmentCore
import AssessmentData
import AssessmentExporters
import Foundation
import GRDB
import Testing

@Suite("Records of the data behind runs")
struct DataRecordTests {
    // By hashlib of Python, from the description of the digests and of the files of a collection.
    private static let digests = [
        "d0ba5069ff34017dfc0861f30c46f5fbd1c03aecf08efa382fc716d41bbe88d0",
        "015c3d825084af3ac32850f9e4c124164e2eb694c04ff1c8da9379198e76bab6",
        "c9805e63baa4754fce25a74fa3fc69ecec3ea0cd82f3461aaffb86c3266d91fd",
    ]

    /// An archive of three revisions, a run on the second one after it, and what checks found.
    private func archive(in place: Place) throws -> Archive {
        let archive = try Archive(writing: place.path())
        try archive.store(TrialCollection.records(1...2), at: TrialRun.morning(1))
        _ = try archive.store(TrialCollection.run(2), at: TrialRun.morning(2))
        try archive.store(TrialCollection.records(3...3), at: TrialRun.morning(3))
        try archive.store([TrialCollection.checks()], at: TrialRun.morning(4))
        return archive
    }

    @Test("Records come back as they were stored, with the digests that Python computes")
    func roundTrip() throws {
        let place = try Place()
        let archive = try Archive(writing: place.path())
        let stored =
            try archive.store(TrialCollection.records(1...2), at: TrialRun.morning(1))
            + archive.store([TrialCollection.checks()], at: TrialRun.morning(2))
        #expect(stored.map(\.number) == [1, 2, 3])
        #expect(stored.map(\.digest) == Self.digests)
        #expect(stored.map(\.content.kind) == ["revision", "revision", "checks"])
        for archive in [archive, try Archive(reading: place.path())] {
            #expect(try archive.dataRecords() == stored)
            #expect(try archive.dataRecord(2) == stored[1])
            #expect(try archive.check().digest == Self.digests[2])
            for (record, new) in zip(stored, TrialCollection.records(1...2) + [TrialCollection.checks()]) {
                #expect(try record.files.map { try archive.bytes(of: $0, in: record) } == new.files.map(\.bytes))
            }
        }
        let failure = #expect(throws: ArchiveFailure.self) { try archive.dataRecord(4) }
        #expect(failure?.kind == .noRecord)
        #expect(
            failure?.description
                == "‘\(place.path())’ has no record 4 of data; expected a number of ‘assess archive data list \(place.path())’"
        )
    }

    @Test("Records stand in one chain with runs, and a run leads to the revision that it rests on")
    func oneChain() throws {
        let place = try Place()
        let archive = try archive(in: place)
        #expect(try archive.dataRecords().map(\.number) == [1, 2, 4, 5])
        let check = try archive.check()
        #expect(check.problems == [])
        #expect((check.runs, check.events, check.records) == (1, 0, 4))
        let run = try archive.run(1)
        let behind = try archive.revisions(behind: run.manifest, of: run.reviewCase)
        #expect(behind.map(\.record?.number) == [2])
        #expect(behind.first?.record?.revision?.file == "report-2.csv")
        #expect(try archive.lastRevision(of: "collected", TrialRun.reviewCase)?.number == 4)
        #expect(try archive.lastRevision(of: "other", TrialRun.reviewCase) == nil)
        let other = ReviewCase(assessment: "trial", period: "2021")
        #expect(try archive.lastRevision(of: "collected", other) == nil)
    }

    @Test("A revision is exported as the folder of the collection as it was then, with what had been taken in")
    func export() throws {
        let place = try Place()
        let archive = try archive(in: place)
        for (number, revisions) in [(1, 1), (2, 2), (4, 3)] {
            let files = try archive.export(archive.dataRecord(number))
            var expected = TrialCollection.files(revisions)
            for revision in 1...revisions {
                let original = TrialCollection.original(revision)
                expected["originals/\(sha256(original)).csv"] = original
            }
            #expect(Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) }) == expected)
        }
        let checks = try archive.export(archive.dataRecord(5))
        #expect(checks.map(\.path) == ["inputs/assessment.yml", "inputs/data/units.csv", "checks.csv"])
    }

    @Test(
        "A revision that does not follow, or findings on a sample that is not there, are not stored, nor is what comes with them"
    )
    func order() throws {
        let place = try Place()
        let archive = try archive(in: place)
        let findings = NewDataRecord(
            .findings(FindingsRecord(sample: 5, looked: 1, wrong: 0, unverifiable: 0, interval: 0...0.9)),
            of: TrialRun.reviewCase, files: [])
        for (records, kind) in [
            (TrialCollection.records(3...3), .movedOn), (TrialCollection.records(5...5), .movedOn),
            (TrialCollection.records(4...4) + TrialCollection.records(4...4), .movedOn),
            (TrialCollection.records(4...4) + [findings], .noRecord),
        ] as [([NewDataRecord], ArchiveFailure.Kind)] {
            let failure = #expect(throws: ArchiveFailure.self) { try archive.store(records, at: TrialRun.morning(5)) }
            #expect(failure?.kind == kind)
        }
        #expect(try archive.dataRecords().map(\.number) == [1, 2, 4, 5])
        #expect(try archive.check().problems == [])
    }

    @Test("Records whose files are not those that they name, or would leave their folder, are not stored")
    func unfit() throws {
        let place = try Place()
        let archive = try Archive(writing: place.path())
        let (first, checks) = (TrialCollection.records(1...1)[0], TrialCollection.checks())
        for (record, problem) in [
            (
                NewDataRecord(first.content, of: first.reviewCase, files: Array(first.files.dropLast())),
                "the revision cannot be stored: the bytes of ‘report-1.csv’, which was taken in, are not there"
            ),
            (
                NewDataRecord(
                    checks.content, of: checks.reviewCase, manifest: checks.manifest,
                    files: Array(checks.files.dropFirst())),
                "the checks cannot be stored: the bytes of ‘assessment.yml’, which its manifest names, are not there"
            ),
            (
                NewDataRecord(
                    checks.content, of: checks.reviewCase, files: [RunFile(.output, path: "../x", bytes: [])]),
                "the checks cannot be stored: the path ‘../x’ may lead out of the folder that it belongs in"
            ),
        ] {
            let failure = #expect(throws: ArchiveFailure.self) { try archive.store([record], at: TrialRun.morning(1)) }
            #expect(failure?.kind == .unfit)
            #expect(failure?.description == problem)
        }
        #expect(try archive.dataRecords() == [])
    }

    @Test(
        "Records can be neither changed nor removed nor replaced",
        arguments: [
            "UPDATE records SET content = '{}'", "DELETE FROM records", "UPDATE record_files SET path = 'x'",
            "DELETE FROM record_files", "INSERT OR REPLACE INTO records SELECT * FROM records",
            "INSERT OR REPLACE INTO record_files SELECT * FROM record_files",
            "INSERT OR REPLACE INTO records SELECT 9, recorded_at, kind, assessment, period, collection, revision, "
                + "manifest, data_folder, content FROM records WHERE entry = 2",
            "UPDATE OR REPLACE records SET revision = 1 WHERE revision = 2",
        ])
    func appendOnly(sql: String) throws {
        let place = try Place()
        let archive = try archive(in: place)
        let error = #expect(throws: DatabaseError.self) { try tamper(place.path(), sql) }
        #expect(error?.message == "an archive is append-only")
        #expect(try archive.check().problems == [])
    }

    @Test(
        "A record that was altered, removed, put elsewhere or put in is named",
        arguments: [
            (
                "records_no_update",
                "UPDATE records SET content = replace(content, 'report-1', 'report-9') WHERE entry = 1",
                ["the record 1 or what was stored before it was altered: its digest is another one"]
            ),
            (
                "records_no_update", "UPDATE records SET recorded_at = '2020-01-01T00:00:00Z' WHERE entry = 5",
                ["the record 5 or what was stored before it was altered: its digest is another one"]
            ),
            (
                "record_files_no_update", "UPDATE record_files SET role = 'output' WHERE record = 2 AND position = 0",
                ["the record 2 or what was stored before it was altered: its digest is another one"]
            ),
            (
                "record_files_no_delete", "DELETE FROM record_files WHERE record = 2 AND position = 0",
                ["the record 2 or what was stored before it was altered: its digest is another one"]
            ),
            (
                "records_no_delete", "DELETE FROM records WHERE entry = 2",
                [
                    "revision 2 of ‘collected’ of trial 2020 was removed",
                    "the run, event or record of entry 2 was removed",
                ]
            ),
            (
                "records_no_delete", "DELETE FROM records WHERE entry < 4",
                [
                    "the revisions 1 to 2 of ‘collected’ of trial 2020 were removed",
                    "the run, event or record of entry 1 was removed",
                    "the run, event or record of entry 2 was removed",
                ]
            ),
            (
                "records_no_delete", "DELETE FROM records WHERE entry = 5",
                ["the run, event or record of entry 5 was removed"]
            ),
            (
                "records_no_update",
                "UPDATE records SET entry = entry + 100 WHERE entry < 3; "
                    + "UPDATE records SET entry = 103 - entry WHERE entry > 100",
                [
                    "revision 1 of ‘collected’ of trial 2020 was removed",
                    "revision 1 of ‘collected’ of trial 2020 stands behind revision 2: their order was changed",
                    "the record 1 or what was stored before it was altered: its digest is another one",
                    "the record 2 or what was stored before it was altered: its digest is another one",
                ]
            ),
            (
                "",
                "INSERT INTO records SELECT 9, recorded_at, kind, assessment, period, collection, 4, manifest, "
                    + "data_folder, content FROM records WHERE entry = 4",
                ["the record 9 was put in: the chain has no entry for it"]
            ),
        ])
    func rows(trigger: String, sql: String, problems: [String]) throws {
        let place = try Place()
        _ = try archive(in: place)
        try tamper(place.path(), removing: trigger.isEmpty ? [] : [trigger], sql)
        let archive = try Archive(reading: place.path())
        #expect(try archive.check().problems.filter { !$0.hasPrefix("SQLite finds") } == problems)
    }

    @Test("Other bytes of what was taken in, and bytes that are gone, are named with the record")
    func bytes() throws {
        let place = try Place()
        _ = try archive(in: place)
        let (stored, altered) = (sha256(TrialCollection.original(2)), sha256([1]))
        try tamper(
            place.path(), removing: ["blobs_no_update"], "UPDATE blobs SET bytes = x'01' WHERE sha256 = '\(stored)'")
        try tamper(
            place.path(), removing: ["blobs_no_delete"],
            "DELETE FROM blobs WHERE sha256 = '\(sha256(TrialCollection.original(3)))'")
        let archive = try Archive(reading: place.path())
        let lost = sha256(TrialCollection.original(3))
        #expect(
            try archive.check().problems == [
                "the record 2: the bytes of ‘originals/\(stored).csv’ have the SHA-256 \(altered), where \(stored) was stored",
                "the record 4: the bytes of ‘originals/\(lost).csv’ are missing, where \(lost) was stored",
            ])
        let failure = #expect(throws: ArchiveFailure.self) { try archive.export(archive.dataRecord(2)) }
        #expect(failure?.kind == .damaged)
        #expect(try archive.export(archive.dataRecord(1)).count == 3)
    }

    @Test("A record that was altered is not shown, and the others are")
    func notShown() throws {
        let place = try Place()
        _ = try archive(in: place)
        try tamper(place.path(), removing: ["records_no_update"], "UPDATE records SET period = '2019' WHERE entry = 2")
        let archive = try Archive(reading: place.path())
        let failure = #expect(throws: ArchiveFailure.self) { try archive.dataRecord(2) }
        #expect(
            failure?.description
                == "the record 2 of ‘\(place.path())’ is not as it was stored; ‘assess archive check’ says what is wrong, and "
                + "a copy may have it whole")
        #expect(try archive.dataRecord(4).number == 4)
    }

    @Test("The last revisions, taken away with all that belongs to them, are missed by a kept digest")
    func lastRemoved() throws {
        let place = try Place()
        let digest = try archive(in: place).check().digest
        try tamper(place.path(), removing: ["record_files_no_delete"], "DELETE FROM record_files WHERE record >= 4")
        try tamper(place.path(), removing: ["records_no_delete"], "DELETE FROM records WHERE entry >= 4")
        try tamper(place.path(), removing: ["entries_no_delete"], "DELETE FROM entries WHERE sequence >= 4")
        let archive = try Archive(reading: place.path())
        #expect(try archive.check().problems == ["the last entries were removed, from 4 to 5"])
        try tamper(place.path(), "UPDATE sqlite_sequence SET seq = 3")
        #expect(try archive.check().problems == [])
        #expect(
            try archive.check(against: digest).problems
                == ["no entry has the digest \(digest): what it stood for was altered or removed"])
    }

    @Test("A run that read other files than the revision that it names, or a revision that is not kept, is named")
    func otherFiles() throws {
        let place = try Place()
        let archive = try Archive(writing: place.path())
        try archive.store(TrialCollection.records(1...1), at: TrialRun.morning(1))
        var files = TrialCollection.files(1)
        files["observations.csv"] = Array("revision\n".utf8)
        _ = try archive.store(TrialCollection.run(1, files: files), at: TrialRun.morning(2))
        _ = try archive.store(TrialCollection.run(2), at: TrialRun.morning(2))
        #expect(
            try archive.check().problems == [
                "run 1 read another ‘collected/observations.csv’ than revision 1 is kept with",
                "run 2 rests on revision 2 of ‘collected’, which is not kept",
            ])
    }

    @Test("An archive of the first version is read as it is, and gains room for data when it is written to")
    func upgrade() throws {
        let place = try Place()
        let run = try Archive(writing: place.path()).store(TrialRun.new(), at: TrialRun.morning(1))
        // As the first version left it.
        try tamper(place.path(), "DROP TABLE record_files", "DROP TABLE records", "PRAGMA user_version = 1")
        let before = try Archive(reading: place.path())
        #expect(try before.runs() == [run])
        #expect(try before.dataRecords() == [])
        #expect(try before.lastRevision(of: "collected", TrialRun.reviewCase) == nil)
        #expect(throws: ArchiveFailure.self) { try before.dataRecord(1) }
        let check = try before.check()
        #expect((check.problems, check.digest) == ([], run.digest))
        try Archive.check(writing: place.path())
        #expect(try DatabaseQueue(path: place.path()).read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 1)
        let archive = try Archive(writing: place.path())
        #expect(try archive.check().digest == run.digest)
        let records = try archive.store(TrialCollection.records(1...2), at: TrialRun.morning(2))
        #expect(records.map(\.number) == [2, 3])
        let after = try Archive(reading: place.path()).check(against: run.digest)
        #expect((after.problems, after.runs, after.records) == ([], 1, 2))
    }
}
#endif
