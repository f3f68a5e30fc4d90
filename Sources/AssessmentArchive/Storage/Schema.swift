internal import AssessmentCore

/// The tables of an archive, and what keeps them append-only.
///
/// Whoever has SQLite can read them without this program: ‘runs’ and ‘run_files’ say what there is, ‘blobs’ holds the bytes
/// of each file once, by its SHA-256.
enum Schema {
    /// Says in the header of the file that it is an archive of this program: ‘AsWb’ in ASCII.
    static let applicationID = 0x4173_5762
    /// The version of the tables, in the header of the file too.
    static let version = 1

    /// The name of each table, which row is the same as a new one, and what creates it.
    private static let tables: [(name: String, same: String, sql: String)] = [
        (
            "entries", "sequence = NEW.sequence",
            """
            CREATE TABLE entries (
              sequence INTEGER PRIMARY KEY AUTOINCREMENT,
              digest TEXT NOT NULL
            ) STRICT
            """
        ),
        (
            "blobs", "sha256 = NEW.sha256 OR rowid = NEW.rowid",
            """
            CREATE TABLE blobs (
              sha256 TEXT PRIMARY KEY NOT NULL,
              bytes BLOB NOT NULL
            ) STRICT
            """
        ),
        (
            "runs", "number = NEW.number OR entry = NEW.entry",
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
            "run_files", "run = NEW.run AND position = NEW.position",
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
            "events", "entry = NEW.entry",
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
    ]

    private static let indices = [
        (name: "run_files_by_blob", sql: "CREATE INDEX run_files_by_blob ON run_files (sha256)"),
        (name: "events_by_case", sql: "CREATE INDEX events_by_case ON events (assessment, period)"),
    ]

    /// A row that replaces another one is deleted without a word, so that it takes a trigger of its own.
    private static let triggers = tables.flatMap { table, same, _ -> [(name: String, sql: String)] in
        let conditions = [
            ("update", "BEFORE UPDATE ON \(table)"), ("delete", "BEFORE DELETE ON \(table)"),
            ("replace", "BEFORE INSERT ON \(table) WHEN EXISTS (SELECT 1 FROM \(table) WHERE \(same))"),
        ]
        return conditions.map { word, condition in
            let name = "\(table)_no_\(word)"
            return (
                name, "CREATE TRIGGER \(name) \(condition) BEGIN SELECT RAISE(ABORT, 'an archive is append-only'); END"
            )
        }
    }

    /// What creates the tables, in order.
    static let statements =
        tables.map(\.sql) + indices.map(\.sql) + triggers.map(\.sql) + [
            "PRAGMA application_id = \(applicationID)", "PRAGMA user_version = \(version)",
        ]

    /// What is not as it was created: nothing where all is.
    static func problem(_ session: Session) throws -> String? {
        var expected = Dictionary(
            uniqueKeysWithValues: (tables.map { ($0.name, $0.sql) } + indices.map { ($0.name, $0.sql) }
                + triggers.map {
                    ($0.name, $0.sql)
                }))
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
