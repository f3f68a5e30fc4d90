public import AssessmentCore

/// The file of days on which offices are closed or work against the week: `date,kind`, with `holiday` or `worked`.
public enum HolidaysFile {
    private enum Kind: String, CaseIterable {
        case holiday, worked
    }

    /// Reads the days.
    ///
    /// - Throws: `DiagnosticList` with every problem of the file.
    public static func read(
        _ bytes: [UInt8], file: String
    ) throws(DiagnosticList) -> (holidays: [CalendarDate], worked: [CalendarDate]) {
        var reader = try TableReader(
            bytes: bytes, file: file, required: ["date", "kind"], known: ["date", "kind", "note"])
        var days: (holidays: [CalendarDate], worked: [CalendarDate]) = ([], [])
        var seen: Set<CalendarDate> = []
        for row in reader.rows {
            guard reader.filled("date", row) != nil, let day = reader.date("date", row) else { continue }
            guard let kind = Kind(rawValue: reader.text("kind", row)) else {
                reader.report(
                    "kind", row, "\(quoted(reader.text("kind", row))) is not known here",
                    expected: "one of " + Kind.allCases.map(\.rawValue).joined(separator: ", "))
                continue
            }
            if !seen.insert(day).inserted {
                reader.report("date", row, "\(day) is listed twice", expected: "each day once")
            }
            if (day.weekday > 5) != (kind == .worked) {
                reader.report(
                    "date", row,
                    kind == .worked
                        ? "\(day) is no weekend day, and worked anyway" : "\(day) is a weekend day, and closed anyway",
                    expected: "holidays from Monday to Friday, and worked days of weekends")
            }
            switch kind {
            case .holiday: days.holidays.append(day)
            case .worked: days.worked.append(day)
            }
        }
        try reader.finish()
        return days
    }
}
