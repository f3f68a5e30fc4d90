#if Archive
import AssessmentArchive
import AssessmentExporters
import Foundation
import GRDB
import Testing

@Suite("Archived runs whose data come from a query")
struct ArchivedQueryTests {
    private static let sql = "SELECT code, SUM(fen) AS fen FROM t WHERE y = :year GROUP BY code\n"

    /// A folder with a specification that asks SQLite for one figure of a unit.
    private func trial() throws -> Place {
        let place = try Place()
        try place.write("code,name\na,A\nb,B\n".utf8, to: "units.csv")
        try place.write(Self.sql.utf8, to: "q.sql")
        try place.write(
            """
            assessment: { id: trial, kind: evaluation, title: { zh: 试, en: Trial }, period: 2020 }
            units: { file: units.csv, code: code, name: name }
            data:
              - query: q.sql
                engine: { sqlite: t.db }
                parameters: { year: 2020 }
                unit: code
            framework:
              weights: relative
              evaluate: raw
              missing: { otherwise: fail }
              indicators: [{ value: fen, weight: 1 }]
            exports: [json]

            """.utf8, to: "assessment.yml")
        try DatabaseQueue(path: place.path("t.db")).write { database in
            try database.execute(
                sql: """
                    CREATE TABLE t (code TEXT, y INTEGER, fen INTEGER);
                    INSERT INTO t VALUES ('a', 2020, 40), ('a', 2020, 60), ('b', 2020, 250), ('b', 2019, 7);
                    """)
        }
        return place
    }

    private func assess(_ place: Place, _ words: String, code: Int32 = 0) throws -> (output: String, errors: String) {
        let ended = try Program("assess", words.split(separator: " ").map(String.init), in: place.url).end()
        #expect(ended.code == code, "\(words): \(ended.errors)")
        return (ended.output, ended.errors)
    }

    @Test("The SQL and the answer are stored; the run is made again from them when the database is gone")
    func stored() throws {
        let place = try trial()
        _ = try assess(place, "run . --allow-query --output out --archive runs.archive")
        let archive = try Archive(reading: place.path())
        let run = try archive.run(1)
        // printf 'code,fen\na,100\nb,250\n' | sha256sum
        let digest = "0adaf7d02dd471a614b386f9b320f26f6356108f8118984852906c7a244893f9"
        let query = try #require(run.manifest.queries?.first)
        #expect((query.engine, query.rows, query.sha256) == ("SQLite", 2, digest))
        let answer = try #require(run.files.first { $0.path == query.result })
        #expect(answer.sha256 == digest)
        #expect(String(decoding: try archive.bytes(of: answer, in: run), as: UTF8.self) == "code,fen\na,100\nb,250\n")
        let sql = try #require(run.files.first { $0.path == "q.sql" })
        #expect(String(decoding: try archive.bytes(of: sql, in: run), as: UTF8.self) == Self.sql)
        #expect(try archive.check().problems == [])
        #expect(try archive.results(of: run).ledger.units.map(\.code) == ["a", "b"])

        try FileManager.default.removeItem(atPath: place.path("t.db"))
        _ = try assess(place, "archive export runs.archive 1 --output run-1")
        _ = try assess(place, "run run-1/inputs --recorded-queries run-1/result.json --output again")
        #expect(try place.bytes("again/result.json") == place.bytes("out/result.json"))
    }

    @Test("An answer that was altered in the archive is found and not exported")
    func altered() throws {
        let place = try trial()
        _ = try assess(place, "run . --allow-query --output out --archive runs.archive")
        let run = try Archive(reading: place.path()).run(1)
        let answer = try #require(run.files.first { $0.path == run.manifest.queries?.first?.result })
        try tamper(
            place.path(), removing: ["blobs_no_update"],
            "UPDATE blobs SET bytes = CAST('code,fen' AS BLOB) WHERE sha256 = '\(answer.sha256)'")
        let told = try assess(place, "archive check runs.archive", code: 65)
        #expect(told.errors.contains("run 1: the bytes of ‘\(answer.path)’ have the SHA-256 "), "\(told.errors)")
        _ = try assess(place, "archive export runs.archive 1 --output run-1", code: 65)
    }
}
#endif
