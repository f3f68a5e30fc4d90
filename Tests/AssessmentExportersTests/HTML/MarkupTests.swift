import Testing

@testable import AssessmentExporters

@Suite("Markup")
struct MarkupTests {
    @Test("Text enters only escaped, wherever it stands")
    func escaping() {
        #expect(Markup("<b>&\"'").text == "&lt;b&gt;&amp;&quot;&#39;")
        #expect(Tag.td(.label("\"><img>")) { "a<b" }.text == "<td aria-label=\"&quot;&gt;&lt;img&gt;\">a&lt;b</td>")
        #expect(Markup("一\t二\n三").text == "一 二 三")
    }

    @Test("Every character of the first two planes is written as the rule says, alone and between others")
    func characters() {
        var wrong: [String] = []
        for value in UInt32(0)...0x1FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let expected =
                switch value {
                case 0x26: "&amp;"
                case 0x3C: "&lt;"
                case 0x3E: "&gt;"
                case 0x22: "&quot;"
                case 0x27: "&#39;"
                case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: " "
                case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: ""
                case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: "\u{FFFD}"
                default: String(Character(scalar))
                }
            // By bytes: to Swift, canonically equivalent texts are equal.
            let isRight =
                Markup(String(Character(scalar))).bytes == Array(expected.utf8)
                && Markup("年\u{200E}\(scalar)；").bytes == Array("年\(expected)；".utf8)
            if !isRight { wrong.append(String(value, radix: 16)) }
        }
        #expect(wrong.isEmpty)
    }

    @Test("A piece is the same whether it is made where it stands, before, twice, or outside of the page")
    func order() {
        let outside = Tag.p { "o" }
        let page = Tag.div {
            let early = Tag.span { "e" }
            Tag.h2 { "h" }
            early
            outside
            Tag.ul { for number in 1...2 { Tag.li { "\(number)" } } }
            early + Markup("t")
        }
        #expect(
            page.text
                == "<div><h2>h</h2>\n<span>e</span><p>o</p>\n<ul><li>1</li>\n<li>2</li>\n</ul>\n<span>e</span>t</div>\n"
        )
        #expect(outside.text == "<p>o</p>\n")
    }

    @Test("A piece that others were put behind stays as it was")
    func values() {
        let first = Markup("a")
        let whole = first + Markup("b")
        #expect((first + Markup("c")).text == "ac")
        #expect(whole.text == "ab")
        #expect(first.text == "a")
    }

    @Test("What is put behind an element or left out of it is not in it")
    func leftOut() {
        let page = Tag.div {
            let kept = Tag.p { "kept" }
            let _ = Tag.p { "left out" }
            kept
        }
        #expect(page.text == "<div><p>kept</p>\n</div>\n")
        #expect(Tag.br().text == "<br/>")
        #expect(Markup.empty.text.isEmpty)
    }
}
