import AssessmentCore

extension YAMLNode {
    /// The year written here as `2020`, in quotes or not.
    func period() throws(Diagnostic) -> Period {
        let expected = "a year such as 2020"
        let text = try scalarText(expected: expected)
        if let period = Period(text) { return period }
        let years = YAMLNode.years(in: text)
        throw Diagnostic(
            at: position, "\(quoted(text)) is not a year", expected: expected,
            suggestion: years.count == 1 ? years.first?.description : nil)
    }

    /// The years written here: one, a range such as `2016-2019`, or a list of years and ranges without repetition.
    func periods() throws(Diagnostic) -> [Period] {
        guard case .sequence(let items) = value else { return try yearOrRange() }
        guard !items.isEmpty else {
            throw Diagnostic(at: position, "the list is empty", expected: "at least one year")
        }
        var periods: [Period] = []
        var seen: Set<Period> = []
        for item in items {
            for period in try item.yearOrRange() {
                guard seen.insert(period).inserted else {
                    throw Diagnostic(
                        at: item.position, "the year \(period) is listed twice", expected: "each year once")
                }
                periods.append(period)
            }
        }
        return periods
    }

    private func yearOrRange() throws(Diagnostic) -> [Period] {
        let expected = "a year such as 2020, or a range such as 2016-2019"
        let text = try scalarText(expected: expected)
        if let period = Period(text) { return [period] }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).compactMap { Period(String($0)) }
        let isRange = ends.count == 2 && text.utf8.count == 9
        if isRange, ends[0] <= ends[1] { return (ends[0].year...ends[1].year).map(Period.init(year:)) }
        let years = YAMLNode.years(in: text)
        let meant =
            switch years.count {
            case 1: years[0].description
            case 2: years.sorted().map(\.description).joined(separator: "-")
            default: String?.none
            }
        throw Diagnostic(
            at: position,
            "\(quoted(text)) \(isRange ? "ends before it begins" : "is neither a year nor a range of years")",
            expected: expected, suggestion: meant)
    }

    /// The years in a text whose digits are all parts of years.
    private static func years(in text: String) -> [Period] {
        let groups = YAMLNumberLookAlike.foldedToHalfWidth(text).split { !$0.isASCIIDigit }
        let years = groups.compactMap { Period(String($0)) }
        return years.count == groups.count ? years : []
    }
}
