internal import AssessmentCore

/// The room for a footer on printed pages, which cannot grow with the text.
enum PrintFooter {
    /// The widest footer on two lines of an A4 page, in letters; a Chinese character counts as two.
    static let pageLimit = 200
    /// The longest footer that a workbook holds, which has one string of 255 for both sides of the foot.
    static let workbookLimit = 200

    /// How wide the wider language of a footer is, in letters, where that is more than there is room for.
    static func excess(of footer: BilingualText, over limit: Int) -> Int? {
        let widest =
            [Language.chinese, .english].map { language in
                footer[language].unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
            }.max() ?? 0
        return widest > limit ? widest : nil
    }

    /// The objection to a footer that is too long.
    static func objection(_ length: Int, _ limit: Int, place: String) -> TemplateObjection {
        TemplateObjection(
            "footer", "the footer takes the room of \(length) letters (a Chinese character that of two)",
            expected: "at most \(limit), which fit on \(place)")
    }
}
