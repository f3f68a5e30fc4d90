internal import AssessmentCore

/// What a row of data is of: a year, or a report period within one.
///
/// The periods of an assessment are years. What a report says of a part of a year is therefore a variable of its own in
/// that year: a row of the variable `x` whose period is written `2020-q1` holds the value of `x@q1` in 2020. Report
/// periods are `q1`, the first quarter; `h1`, the first half; and `m9`, the first nine months; in upper or lower case.
public struct ReportPeriod: Sendable, Hashable {
    enum Part: String, CaseIterable {
        case firstQuarter = "q1"
        case firstHalf = "h1"
        case nineMonths = "m9"
    }

    let year: Period
    let part: Part?

    /// What is expected where a period is written.
    static let wording = "a year such as 2020, or a report period: 2020-q1, 2020-h1 or 2020-m9"

    init(_ year: Period, _ part: Part? = nil) {
        self.year = year
        self.part = part
    }

    init?(_ text: String) {
        if let year = Period(text) {
            self.init(year)
            return
        }
        let pieces = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard pieces.count == 2, let year = Period(String(pieces[0])), let part = Part(rawValue: pieces[1].lowercased())
        else { return nil }
        self.init(year, part)
    }

    /// The variable that holds the values of another one in this part of the year.
    func variable(_ id: String?) -> String? {
        id.map { ReportPeriod.variable($0, in: part) }
    }

    /// The variable that holds the values of another one in a part of the year.
    static func variable(_ id: String, in part: Part?) -> String {
        part.map { "\(id)@\($0.rawValue)" } ?? id
    }

    /// The variable of the whole year: `x` of `x@q1`, and every other one itself.
    public static func base(of variable: String) -> String {
        guard let mark = variable.lastIndex(of: "@"),
            Part(rawValue: String(variable[variable.index(after: mark)...])) != nil
        else { return variable }
        return String(variable[..<mark])
    }
}
