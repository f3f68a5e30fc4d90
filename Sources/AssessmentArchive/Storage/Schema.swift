internal import AssessmentCore

/// The tables of an archive, and what keeps them append-only.
///
/// Whoever has SQLite can read them without this program: ‘runs’ and ‘run_files’ say what there is, ‘records’ and
/// ‘record_files’ what was collected, checked and verified, ‘blobs’ holds the bytes of each file once, by its SHA-256.
enum Schema {
    /// Says in the header of the file that it is an archive of this program: ‘AsWb’ in ASCII.
    static let applicationID = 0x4173_5762
    /// The version of the tables, in the header of the file too: 2 since data are kept beside the runs.
    static let version = 2

    /// The name of each table, since which version it is there, which row is the same as a new one, and what creates it.
    private static let tables: [(name: String, since: Int, same: String, sql: String)] = [
        (
            "entries", 1, "sequence = NEW.sequence",
            """
            CREATE TABLE entries (
              sequence INTEGER PRIMARY KEY AUTOINCREMENT,
              digest TEXT NOT NULL
            ) STRICT
            """
        ),
        (
            "blobs", 1, "sha256 = NEW.sha256 OR rowid = NEW.rowid",
            """
            CREATE TABLE blobs (
              sha256 TEXT PRIMARY KEY NOT NULL,
              bytes BLOB NOT NULL
            ) STRICT
            """
        ),
        (
            "runs", 1, "number = NEW.number OR entry = NEW.entry",
            """
            CREATE TABLE runs (
              number INTEGER PRIMARY KEY,
              entry INTEGER NOT NULL UNIQUE REFERENCES entries (sequence),
              stored_at TEXT NOT NULL,
              assessment TEXT NOT NULL,
              period TEXT NOT NULL,
              kind TEXT NOT NULL,
              title_zh TEXT NOT NULL,
              title_en TEXT NOT NULL,
              manifest TEXT NOT NULL,
              data_folder INTEGER NOT NULL
            ) STRICT
            """
        ),
        (
            "run_files", 1, "run = NEW.run AND position = NEW.position",
            """
            CREATE TABLE run_files (
              run INTEGER NOT NULL REFERENCES runs (number),
              position INTEGER NOT NULL,
              role TEXT NOT NULL,
              path TEXT NOT NULL,
              size INTEGER NOT NULL,
              sha256 TEXT NOT NULL REFERENCES blobs (sha256),
              PRIMARY KEY (run, position)
            ) STRICT, WITHOUT ROWID
            """
        ),
        (
            "events", 1, "entry = NEW.entry",
            """
            CREATE TABLE events (
              entry INTEGER PRIMARY KEY REFERENCES entries (sequence),
              assessment TEXT NOT NULL,
              period TEXT NOT NULL,
              run INTEGER REFERENCES runs (number),
              kind TEXT NOT NULL,
              actor TEXT NOT NULL,
              date TEXT NOT NULL,
              recorded_at TEXT NOT NULL,
              payload BLOB NOT NULL
            ) STRICT
            """
        ),
        (
            "records", 2,
            "entry = NEW.entry OR (assessment = NEW.assessment AND period = NEW.period AND collection = NEW.collection "
                + "AND revision = NEW.revision)",
            """
            CREATE TABLE records (
              entry INTEGER PRIMARY KEY REFERENCES entries (sequence),
              recorded_at TEXT NOT NULL,
              kind TEXT NOT NULL,
              assessment TEXT NOT NULL,
              period TEXT NOT NULL,
              collection TEXT NOT NULL,
              revision INTEGER,
              manifest TEXT NOT NULL,
              data_folder INTEGER NOT NULL,
              content TEXT NOT NULL
            ) STRICT
            """
        ),
        (
            "record_files", 2, "record = NEW.record AND position = NEW.position",
            """
            CREATE TABLE record_files (
              record INTEGER NOT NULL REFERENCES records (entry),
              position INTEGER NOT NULL,
              role TEXT NOT NULL,
              path TEXT NOT NULL,
              size INTEGER NOT NULL,
              sha256 TEXT NOT NULL REFERENCES blobs (sha256),
              PRIMARY KEY (record, position)
            ) STRICT, WITHOUT ROWID
            """
        ),
    ]

    private static let indices = [
        (name: "run_files_by_blob", since: 1, sql: "CREATE INDEX run_files_by_blob ON run_files (sha256)"),
        (name: "events_by_case", since: 1, sql: "CREATE INDEX events_by_case ON events (assessment, period)"),
        (name: "record_files_by_blob", since: 2, sql: "CREATE INDEX record_files_by_blob ON record_files (sha256)"),
        (
            name: "records_by_revision", since: 2,
            sql: "CREATE UNIQUE INDEX records_by_revision ON records (assessment, period, collection, revision)"
        ),
    ]

    /// A row that replaces another one is deleted without a word, so that it takes a trigger of its own.
    private static let triggers = tables.flatMap { table, since, same, _ -> [(name: String, since: Int, sql: String)] in
        let conditions = [
            ("update", "BEFORE UPDATE ON \(table)"), ("delete", "BEFORE DELETE ON \(table)"),
            ("replace", "BEFORE INSERT ON \(table) WHEN EXISTS (SELECT 1 FROM \(table) WHERE \(same))"),
        ]
        return conditions.map { word, condition in
            let name = "\(table)_no_\(word)"
            return (
                name, since,
                "CREATE TRIGGER \(name) \(condition) BEGIN SELECT RAISE(ABORT, 'an archive is append-only'); END"
            )
        }
    }

    /// All that is created, in order.
    private static let parts =
        tables.map { (name: $0.name, since: $0.since, sql: $0.sql) } + indices + triggers

    /// What creates the tables, in order.
    static let statements = parts.map(\.sql) + ["PRAGMA application_id = \(applicationID)", versionMark]

    /// What makes an archive of an earlier version one of this version; nothing that it holds is touched.
    ///
    /// - Parameter version: the version that it has.
    static func upgrade(from version: Int) -> [String] {
        parts.filter { $0.since > version }.map(\.sql) + [versionMark]
    }

    private static let versionMark = "PRAGMA user_version = \(version)"

    /// What is not as it was created: nothing where all is.
    ///
    /// - Parameter version: the version that the archive has.
    static func problem(_ session: Session, version: Int) throws -> String? {
        var expected = Dictionary(
            parts.filter { $0.since <= version }.map { ($0.name, $0.sql) }, uniquingKeysWith: { first, _ in first })
        // What SQLite creates by itself begins with its name.
        let found = try session.rows(
            "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name")
        for row in found {
            let name = try row.text(0)
            guard let sql = expected.removeValue(forKey: name) else { return "‘\(printable(name))’ was added to it" }
            guard try row.text(1) == sql else { return "its ‘\(name)’ was altered" }
        }
        return expected.keys.min().map { "its ‘\($0)’ is missing" }
    }
}

extension Session {
    /// The version of the tables.
    var version: Int { get throws { try row("PRAGMA user_version")?.number(0) ?? 0 } }

    /// Whether the archive has room for data beside the runs, which those of the first version lack.
    var keepsData: Bool { get throws { try version >= 2 } }
}
