/// The days on which something is in force: from its first day up to, and without, the day it ended.
public struct Validity: Sendable, Hashable {
    /// The first day in force; without one, it has been so since before the data begin.
    public var from: CalendarDate?
    /// The first day no longer in force; without one, it still is.
    public var until: CalendarDate?

    /// Creates a validity.
    public init(from: CalendarDate? = nil, until: CalendarDate? = nil) {
        self.from = from
        self.until = until
    }

    /// Whether a day lies within.
    public func contains(_ day: CalendarDate) -> Bool {
        if let from, day < from { return false }
        if let until, day >= until { return false }
        return true
    }
}
