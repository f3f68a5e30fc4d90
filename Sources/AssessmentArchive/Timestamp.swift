internal import AssessmentCore

/// A moment in Coordinated Universal Time, to the second.
///
/// Nothing below the command line looks at a clock: whoever stores something says when.
public struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The moment as `2021-03-01T08:30:00Z` (ISO 8601).
    public let description: String

    /// Reads a moment written as `2021-03-01T08:30:00Z`, and nothing else.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        let form = Array("0000-00-00T00:00:00Z".utf8)
        guard bytes.count == form.count,
            zip(bytes, form).allSatisfy({ byte, model in
                model == UInt8(ascii: "0") ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == model
            }),
            CalendarDate(String(text.prefix(10))) != nil
        else { return nil }
        let parts = text.dropFirst(11).dropLast().split(separator: ":").compactMap { Int($0) }
        guard parts.count == 3, parts[0] < 24, parts[1] < 60, parts[2] < 60 else { return nil }
        description = text
    }

    /// Whether one moment comes before another.
    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.description < right.description }
}
