internal import AssessmentCore

/// Days and times as the strict form writes them: `2020-12-31`, `2020-12-31T12:00:00`.
enum ISODay {
    /// The number of a day with the part of it that has passed; nothing where it is none.
    static func number(_ text: String, _ system: SerialDate.System) -> Double? {
        let pieces = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = pieces.first, let date = CalendarDate(String(first)),
            let day = SerialDate.number(of: date, system)
        else { return nil }
        guard pieces.count == 2 else { return Double(day) }
        var time = pieces[1]
        if time.hasSuffix("Z") { time.removeLast() }
        let parts = time.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let hours = Int(parts[0]), (0...23).contains(hours),
            let minutes = Int(parts[1]), (0...59).contains(minutes),
            let seconds = parts.count == 3 ? Double(parts[2]) : 0, seconds >= 0, seconds < 60
        else { return nil }
        return Double(day) + (Double(hours * 3600 + minutes * 60) + seconds) / 86_400
    }
}
