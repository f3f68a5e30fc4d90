#if Archive
import GRDB

/// Changes an archive behind its back, as somebody with another program could: without its triggers, if they are in the way.
func tamper(_ path: String, removing triggers: [String] = [], _ statements: String...) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA foreign_keys = OFF")
        for trigger in triggers {
            let sql = try String.fetchOne(
                database, sql: "SELECT sql FROM sqlite_schema WHERE name = ?", arguments: [trigger])
            try database.execute(sql: "DROP TRIGGER \(trigger)")
            for statement in statements { try database.execute(sql: statement) }
            // It is put back, so that nobody sees by it that something happened.
            try database.execute(sql: sql ?? "")
        }
        guard triggers.isEmpty else { return }
        for statement in statements { try database.execute(sql: statement) }
    }
}
#endif
