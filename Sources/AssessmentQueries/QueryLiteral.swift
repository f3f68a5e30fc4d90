internal import AssessmentCore

/// A value as the clients of engines are told it, where they take no values apart from SQL.
enum QueryLiteral {
    /// The value for PostgreSQL and DuckDB, with texts as the standard has them: a quotation mark is written twice, and
    /// nothing else has a meaning.
    static func standard(_ value: QueryParameter) -> String {
        switch value {
        case .integer(let number): String(number)
        case .decimal(let digits): digits
        case .date(let date): "DATE '\(date)'"
        case .text(let text): "'" + text.replacing("'", with: "''") + "'"
        }
    }

    /// The value for Spark SQL, whose texts give meaning to backslashes: a text is told by the digits of its bytes.
    static func spark(_ value: QueryParameter) -> String {
        switch value {
        case .integer(let number): "CAST('\(number)' AS BIGINT)"
        case .decimal(let digits):
            "CAST('\(digits)' AS DECIMAL(\(precision(digits)), \(scale(digits))))"
        case .date(let date): "DATE '\(date)'"
        case .text(let text): text.isEmpty ? "''" : "CAST(X'\(hexadecimal(text))' AS STRING)"
        }
    }

    /// The type for PostgreSQL.
    static func type(_ value: QueryParameter) -> String {
        switch value {
        case .integer: "bigint"
        case .decimal: "numeric"
        case .date: "date"
        case .text: "text"
        }
    }

    /// Why a value cannot be told to an engine; nothing where it can.
    static func problem(with value: QueryParameter) -> String? {
        guard case .text(let text) = value else { return nil }
        if text.unicodeScalars.contains("\0") { return "holds a NUL, which ends texts for some engines" }
        return text.utf8.count > 65_536 ? "is longer than 65,536 bytes" : nil
    }

    private static func scale(_ digits: String) -> Int {
        digits.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    }

    private static func precision(_ digits: String) -> Int { max(1, digits.count { $0.isNumber }) }

    private static func hexadecimal(_ text: String) -> String {
        let digits = Array("0123456789abcdef")
        return text.utf8.reduce(into: "") { hexadecimal, byte in
            hexadecimal.append(digits[Int(byte >> 4)])
            hexadecimal.append(digits[Int(byte & 15)])
        }
    }
}
