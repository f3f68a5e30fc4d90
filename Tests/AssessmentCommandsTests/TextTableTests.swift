import Testing

@testable import AssessmentCommands

@Suite("Tables of text in a terminal")
struct TextTableTests {
    // The widths are those of Unicode Standard Annex 11, as Python's unicodedata.east_asian_width tells them.
    @Test(
        "Chinese characters and full-width forms are two columns wide, and what combines is none",
        arguments: [
            ("", 0), ("abc", 3), ("合肥市", 6), ("ＡＢ", 4), ("，。（）", 8), ("“”", 2), ("–—…·", 4), ("e\u{301}", 1),
            ("𠮷野家", 6), ("한국", 4), ("ｱ", 1), ("￥", 2), ("a\u{200B}b", 2), ("　", 2),
        ])
    func width(text: String, columns: Int) {
        #expect(TextTable.width(text) == columns)
    }

    @Test("Columns are aligned, and the last one is not padded")
    func aligned() {
        #expect(
            TextTable.text([["合肥市", "1", "x"], ["a", "芜湖", "yy"]]) == "合肥市  1     x\na       芜湖  yy\n")
    }

    @Test("Rows of different lengths and no rows at all")
    func ragged() {
        #expect(TextTable.text([["a"], ["bb", "c"], []]) == "a\nbb  c\n\n")
        #expect(TextTable.text([]) == "")
    }
}
