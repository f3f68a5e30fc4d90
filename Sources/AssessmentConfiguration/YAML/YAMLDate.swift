import AssessmentCore

extension YAMLNode {
    /// The day written here as `2020-12-31`, in quotes or not.
    func date() throws(Diagnostic) -> CalendarDate {
        let expected = "a date such as 2020-12-31"
        let text = try scalarText(expected: expected)
        if let date = CalendarDate(text) { return date }
        let groups = YAMLNode.digitGroups(of: text)
        let numbers = groups.compactMap { Int($0) }
        let isComplete = groups.map(\.count) == [4, 2, 2] && text.utf8.count == 10
        let meant =
            groups.count == 3 && groups[0].count == 4 && numbers.count == 3
            ? CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) : nil
        let problem = isComplete && meant == nil ? "is not a day of the calendar" : "is not written as a date"
        throw Diagnostic(
            at: position, "\(quoted(text)) \(problem)", expected: expected, suggestion: meant?.description)
    }

    /// The digits of a text with whatever parts them taken out; eight digits together are a year, month and day.
    private static func digitGroups(of text: String) -> [Substring] {
        let groups = YAMLNumberLookAlike.foldedToHalfWidth(text).split { !$0.isASCIIDigit }
        guard groups.count == 1, groups[0].count == 8 else { return groups }
        return [groups[0].prefix(4), groups[0].dropFirst(4).prefix(2), groups[0].suffix(2)]
    }
}
