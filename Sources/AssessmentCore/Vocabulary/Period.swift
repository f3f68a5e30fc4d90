/// The year that observations and scores refer to.
public struct Period: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The calendar year.
    public let year: Int

    /// Creates the period of one calendar year.
    public init(year: Int) {
        self.year = year
    }

    /// Reads a period written as four digits, `2020`, and nothing else.
    public init?(_ text: String) {
        guard text.utf8.count == 4, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let year = Int(text), year > 0
        else { return nil }
        self.init(year: year)
    }

    /// The last day of the period: registers and units are read as they stood on it.
    public var lastDay: CalendarDate? {
        CalendarDate(year: year, month: 12, day: 31)
    }

    /// The year as text.
    public var description: String { String(year) }

    /// Whether one period comes before another.
    public static func < (left: Period, right: Period) -> Bool {
        left.year < right.year
    }
}
