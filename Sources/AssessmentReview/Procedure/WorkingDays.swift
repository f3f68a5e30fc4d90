public import AssessmentCore

/// The days on which offices work: Monday to Friday, save for the holidays, and the weekend days worked in their place
/// (调休).
public struct WorkingDays: Sendable, Hashable {
    /// The weekdays on which offices are closed.
    public var holidays: Set<CalendarDate>
    /// The days of weekends on which offices work.
    public var workedWeekends: Set<CalendarDate>

    /// Creates a calendar; without any days named it knows weekends only.
    public init(holidays: Set<CalendarDate> = [], workedWeekends: Set<CalendarDate> = []) {
        self.holidays = holidays
        self.workedWeekends = workedWeekends
    }

    /// Whether offices work on a day.
    public func contains(_ day: CalendarDate) -> Bool {
        day.weekday <= 5 ? !holidays.contains(day) : workedWeekends.contains(day)
    }

    /// The last day of a term of so many working days, of which the day that begins it is none.
    ///
    /// - Returns: nothing where the calendar ends before the term does.
    public func end(ofTerm days: Int, from start: CalendarDate) -> CalendarDate? {
        var (day, left) = (start, days)
        while left > 0 {
            guard let next = day.next else { return nil }
            day = next
            if contains(day) { left -= 1 }
        }
        return day
    }

    /// By how many working days something of a day is later than the last day of a term; what is done while offices are
    /// closed counts as done on the next day on which they work.
    ///
    /// - Returns: 0 where it is not later.
    public func days(of day: CalendarDate, after last: CalendarDate) -> Int {
        guard day > last else { return 0 }
        var (count, next) = (contains(day) ? 0 : 1, last.next)
        while let passed = next, passed <= day {
            if contains(passed) { count += 1 }
            next = passed.next
        }
        return count
    }
}
