internal import AssessmentCore

/// What a form is of: it stands in the form itself, and ties it to its unit, its period and its standard.
struct FormIdentity: Hashable {
    /// The version of the layout.
    static let format = "assess-form/1"
    /// The hidden sheet that holds it: a key and its value a row.
    static let sheet = "_form"

    var assessment: String
    var unit: String
    var period: Period
    /// The digest of the standard.
    var standard: String
    /// The languages of its texts, the first one leading.
    var languages: [Language]

    /// The keys with their values, in the order of the sheet.
    var lines: [(key: String, value: String)] {
        [
            ("format", FormIdentity.format), ("assessment", assessment), ("unit", unit),
            ("period", period.description), ("standard", standard),
            ("languages", languages.map(\.rawValue).joined(separator: ",")),
        ]
    }

    init(assessment: String, unit: String, period: Period, standard: String, languages: [Language]) {
        self.assessment = assessment
        self.unit = unit
        self.period = period
        self.standard = standard
        self.languages = languages
    }

    /// Reads the lines of the sheet; nothing where they are not those of a form of this layout.
    init?(_ lines: [String: String]) {
        guard lines["format"] == FormIdentity.format, let assessment = lines["assessment"], let unit = lines["unit"],
            let period = lines["period"].flatMap({ Period($0) }), let standard = lines["standard"]
        else { return nil }
        let words = (lines["languages"] ?? "").split(separator: ",").map(String.init)
        let languages = words.compactMap(Language.init(rawValue:))
        guard !languages.isEmpty, languages.count == words.count, Set(languages).count == words.count else {
            return nil
        }
        self.init(
            assessment: assessment, unit: unit, period: period, standard: standard, languages: languages)
    }
}
