import AssessmentCore
import Testing

@Suite("Text that a reader sees")
struct PrintableTextTests {
    @Test(
        "Spaces, signs without width, fillers and private signs alone are blank",
        arguments: [
            "", " ", "\u{3000}\t", "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{00AD}", "\u{3164}", "\u{2800}", "\u{E000}",
        ])
    func blank(text: String) {
        #expect(text.isBlank)
        #expect(!(text + "省" + text).isBlank)
    }

    @Test("What a terminal would obey becomes a space; other text stays as it is")
    func printableText() {
        #expect(printable("a\u{1B}b\u{200B}c\nd 省") == "a b c d 省")
    }
}
