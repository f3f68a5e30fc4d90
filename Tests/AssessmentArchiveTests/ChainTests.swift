#if Archive
import AssessmentArchive
import AssessmentCore
import GRDB
import Testing

@Suite("The chain of entries")
struct ChainTests {
    // By hashlib of Python, from the description of the digests.
    private static let digests = [
        "0be473bf3ef3c6ab4e1b8ccf1ec694c228b71508a6e37206cbe42823d72a2d69",
        "546d7068809d5b47c0cb5efebf215815b16a0cc631c7e2f033a29c655c035bb8",
        "8fc1dd15f6baeaba98f191ab7575843e6d01ba356552cf912edfded2cd7a29c1",
    ]

    private func archive(in place: Place) throws -> Archive {
        let archive = try Archive(writing: place.path())
        _ = try archive.store(TrialRun.new(), at: TrialRun.morning(1))
        _ = try archive.append([TrialRun.event("submitted", run: 1)], to: TrialRun.reviewCase, after: 0)
        _ = try archive.store(TrialRun.new(), at: TrialRun.morning(3))
        return archive
    }

    @Test("The digests of runs and events are those that Python computes")
    func digests() throws {
        let place = try Place()
        let archive = try archive(in: place)
        #expect(try archive.runs().map(\.digest) == [Self.digests[0], Self.digests[2]])
        #expect(try archive.events(of: TrialRun.reviewCase).map(\.digest) == [Self.digests[1]])
        #expect(try archive.check().digest == Self.digests[2])
    }

    @Test("A digest that somebody kept is found as long as nothing before it was changed")
    func kept() throws {
        let place = try Place()
        let archive = try archive(in: place)
        for digest in Self.digests { #expect(try archive.check(against: digest).problems == []) }
        let other = String(repeating: "a", count: 64)
        #expect(
            try archive.check(against: other).problems
                == ["no entry has the digest \(other): what it stood for was altered or removed"])
    }

    @Test(
        "Rows can be neither changed nor removed nor replaced",
        arguments: [
            "UPDATE runs SET period = '2021'", "DELETE FROM runs", "UPDATE run_files SET path = 'x'",
            "DELETE FROM run_files", "UPDATE blobs SET bytes = x''", "DELETE FROM blobs",
            "UPDATE entries SET digest = ''",
            "DELETE FROM entries", "UPDATE events SET actor = ''", "DELETE FROM events",
            "INSERT OR REPLACE INTO blobs SELECT * FROM blobs", "INSERT OR REPLACE INTO runs SELECT * FROM runs",
            "INSERT OR REPLACE INTO blobs (rowid, sha256, bytes) VALUES (1, 'x', x'')",
            "INSERT OR REPLACE INTO runs SELECT 9, entry, stored_at, assessment, period, kind, title_zh, title_en, "
                + "manifest, data_folder FROM runs WHERE number = 1",
            "INSERT OR REPLACE INTO run_files SELECT * FROM run_files",
            "INSERT OR REPLACE INTO events SELECT * FROM events",
            "INSERT OR REPLACE INTO entries SELECT * FROM entries",
            "UPDATE OR REPLACE entries SET sequence = 1 WHERE sequence = 2",
        ])
    func appendOnly(sql: String) throws {
        let place = try Place()
        let archive = try archive(in: place)
        let error = #expect(throws: DatabaseError.self) { try tamper(place.path(), sql) }
        #expect(error?.message == "an archive is append-only")
        #expect(try archive.check().problems == [])
    }
}
#endif
