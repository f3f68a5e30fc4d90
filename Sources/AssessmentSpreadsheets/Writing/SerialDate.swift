package import AssessmentCore

/// Days as workbooks count them.
package enum SerialDate {
    /// The days that workbooks count from: that of 1900 counts a 29 February 1900, which there was not.
    package enum System: Sendable { case from1900, from1904 }

    /// The number of a day; nothing where the system has none for it.
    package static func number(of date: CalendarDate, _ system: System = .from1900) -> Int? {
        guard let origin = origin(system) else { return nil }
        let days = origin.days(until: date)
        switch system {
        case .from1904: return days >= 0 ? days : nil
        case .from1900:
            // Day 60 is the one that there was not.
            let number = days > 60 ? days : days - 1
            return number >= 1 ? number : nil
        }
    }

    /// The day of a number, whatever its time of day; nothing where there is none.
    package static func date(of number: Double, _ system: System = .from1900) -> CalendarDate? {
        guard number >= 0, number < 2_958_466, let origin = origin(system) else { return nil }
        var days = Int(number)
        if system == .from1900 {
            if days == 60 || days == 0 { return nil }
            if days < 60 { days += 1 }
        }
        return day(days, after: origin)
    }

    private static func origin(_ system: System) -> CalendarDate? {
        switch system {
        case .from1900: CalendarDate(year: 1899, month: 12, day: 30)
        case .from1904: CalendarDate(year: 1904, month: 1, day: 1)
        }
    }

    /// The day so many days after another, by the arithmetic of proleptic Gregorian years that begin in March.
    private static func day(_ days: Int, after origin: CalendarDate) -> CalendarDate? {
        guard let start = CalendarDate(year: 1, month: 3, day: 1) else { return nil }
        // Days since 1 March of the year 0.
        let number = start.days(until: origin) + 366 - 1 + days
        let era = number / 146_097
        let inEra = number % 146_097
        let year = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
        let inYear = inEra - (365 * year + year / 4 - year / 100)
        let month = (5 * inYear + 2) / 153
        return CalendarDate(
            year: year + era * 400 + (month >= 10 ? 1 : 0), month: month < 10 ? month + 3 : month - 9,
            day: inYear - (153 * month + 2) / 5 + 1)
    }
}
