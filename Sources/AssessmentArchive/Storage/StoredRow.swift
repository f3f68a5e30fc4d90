/// A value as SQLite keeps it.
enum StoredValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case bytes([UInt8])

    /// The number, or nothing.
    static func optional(_ number: Int?) -> StoredValue { number.map { .integer(Int64($0)) } ?? .null }
    /// The number.
    static func number(_ number: Int) -> StoredValue { .integer(Int64(number)) }
}

/// A row that was read: nothing of it is believed, since the file may have been altered.
struct StoredRow {
    let values: [StoredValue]

    /// The text in a column.
    ///
    /// - Throws: ``ArchiveFailure`` where there is something else.
    func text(_ column: Int) throws -> String {
        guard case .text(let text) = self[column] else { throw StoredRow.unexpected }
        return text
    }

    /// The whole number in a column.
    ///
    /// - Throws: ``ArchiveFailure`` where there is something else.
    func number(_ column: Int) throws -> Int {
        guard case .integer(let number) = self[column] else { throw StoredRow.unexpected }
        return Int(number)
    }

    /// The whole number in a column, or nothing where it is empty.
    ///
    /// - Throws: ``ArchiveFailure`` where there is something else.
    func optionalNumber(_ column: Int) throws -> Int? {
        if case .null = self[column] { return nil }
        return try number(column)
    }

    /// The bytes in a column.
    ///
    /// - Throws: ``ArchiveFailure`` where there is something else.
    func bytes(_ column: Int) throws -> [UInt8] {
        guard case .bytes(let bytes) = self[column] else { throw StoredRow.unexpected }
        return bytes
    }

    private subscript(column: Int) -> StoredValue { values.indices.contains(column) ? values[column] : .null }

    private static let unexpected = ArchiveFailure(.damaged, "a row holds what no archive holds")
}
