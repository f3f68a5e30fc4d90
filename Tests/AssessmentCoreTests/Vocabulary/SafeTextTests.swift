import AssessmentCore
import Testing

@Suite("Text that pages and drawings show")
struct SafeTextTests {
    @Test(
        "Ends of lines are gaps, marks of direction go, controls and what is no character are replaced",
        arguments: [
            ("a\tb\nc\rd\u{2028}e\u{2029}f", "a b c d e f"),
            ("x\u{202E}y\u{2066}z\u{200E}\u{200F}\u{061C}", "xyz"),
            (
                "\u{0}\u{1B}\u{7F}\u{85}\u{9F}\u{FFFE}\u{FFFF}",
                "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"
            ),
            ("省市（县）👩‍👩‍👧 é", "省市（县）👩‍👩‍👧 é"), ("", ""),
        ])
    func line(text: String, expected: String) {
        #expect(Array(SafeText.line(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test(
        "What opens an element, an entity or a quotation is escaped, even with a mark set upon it",
        arguments: [
            ("<b a=\"1\" b='2'>&amp;</b>", "&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;"),
            ("<\u{338}script>", "&lt;\u{338}script&gt;"), ("&\u{301}x;", "&amp;\u{301}x;"),
            ("甲\n乙\u{0}", "甲 乙\u{FFFD}"),
        ])
    func escaped(text: String, expected: String) {
        #expect(Array(SafeText.escaped(text).utf8) == Array(expected.utf8))
        var bytes = Array("=".utf8)
        SafeText.appendEscaped(text, to: &bytes)
        #expect(bytes == Array("=".utf8) + Array(expected.utf8))
    }
}
