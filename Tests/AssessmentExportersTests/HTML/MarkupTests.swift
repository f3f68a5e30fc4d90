import Testing

@testable import AssessmentExporters

@Suite("Markup")
struct MarkupTests {
    @Test("Text enters only escaped, wherever it stands")
    func escaping() {
        #expect(text { Markup("<b>&\"'") } == "&lt;b&gt;&amp;&quot;&#39;")
        #expect(
            text { Tag.td(.label("\"><img>")) { "a<b" } } == "<td aria-label=\"&quot;&gt;&lt;img&gt;\">a&lt;b</td>")
        #expect(text { Markup("一\t二\n三") } == "一 二 三")
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
                Markup.bytes { Markup(String(Character(scalar))) } == Array(expected.utf8)
                && Markup.bytes { Markup("年\u{200E}\(scalar)；") } == Array("年\(expected)；".utf8)
            if !isRight { wrong.append(String(value, radix: 16)) }
        }
        #expect(wrong.isEmpty)
    }

    @Test("A piece is the same whether it is made where it stands, before, or twice")
    func order() {
        let page = text {
            Tag.div {
                let early = Tag.span { "e" }
                Tag.h2 { "h" }
                early
                Tag.ul { for number in 1...2 { Tag.li { "\(number)" } } }
                early + Markup("t")
                Tag.p { early + early }
            }
        }
        #expect(
            page
                == "<div><h2>h</h2>\n<span>e</span><ul><li>1</li>\n<li>2</li>\n</ul>\n<span>e</span>t"
                + "<p><span>e</span><span>e</span></p>\n</div>\n"
        )
    }

    @Test("A piece that others were put behind stays as it was")
    func values() {
        let page = text {
            let first = Markup("a")
            let whole = first + Markup("b")
            let other = first + Markup("c")
            return other + Markup("|") + whole + Markup("|") + first
        }
        #expect(page == "ac|ab|a")
    }

    @Test("What is put behind an element or left out of it is not in it")
    func leftOut() {
        let page = text {
            Tag.div {
                let kept = Tag.p { "kept" }
                let _ = Tag.p { "left out" }
                kept
            }
        }
        #expect(page == "<div><p>kept</p>\n</div>\n")
        #expect(text { Tag.br() } == "<br/>")
        #expect(text { .empty } == "")
        #expect(text { Markup("") + Tag.p { "" } } == "<p></p>\n")
    }

    @Test("A page of many pieces, each longer than all before, is whole")
    func length() {
        let texts = (0..<14).map { String(repeating: "一&", count: 1 << $0) }
        let page = text { Tag.p { for text in texts { Tag.span { text } } } }
        let expected = texts.map { "<span>\($0.split(separator: "&").map { "\($0)&amp;" }.joined())</span>" }.joined()
        #expect(page == "<p>\(expected)</p>\n")
    }

    private func text(_ piece: () -> Markup) -> String { String(decoding: Markup.bytes(piece), as: UTF8.self) }
}
