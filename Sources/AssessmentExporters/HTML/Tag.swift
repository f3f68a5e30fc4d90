/// The elements that pages are made of.
///
/// A tag is called with its attributes and content: `Tag.td(.style(.number)) { "1.50" }`.
enum Tag: String, Sendable {
    case html, head, meta, title, link, body, header, nav, main, footer, section, aside
    case h1, h2, h3, h4, h5, h6, p, ul, ol, li, dl, dt, dd, div, span, strong, a, sup, code, br
    case table, caption, thead, tbody, tr, th, td
    case details, summary, script, figure, figcaption
    case svg, rect, img

    /// Whether it never has content.
    var isVoid: Bool {
        switch self {
        case .meta, .link, .br, .img: true
        default: false
        }
    }

    /// Whether a line ends behind it; white space means nothing there.
    var endsLine: Bool {
        switch self {
        case .title, .span, .strong, .a, .sup, .code, .br, .svg, .rect, .th, .td, .summary: false
        default: true
        }
    }

    /// Makes an element; an attribute that is nothing is left out.
    func callAsFunction(
        _ first: Attribute? = nil, _ second: Attribute? = nil, _ third: Attribute? = nil, _ fourth: Attribute? = nil,
        _ fifth: Attribute? = nil, @MarkupBuilder content: () -> Markup = { .empty }
    ) -> Markup {
        var whole = Markup(opening: self, first, second, third, fourth, fifth)
        whole.close(self, around: content())
        return whole
    }

    /// The heading of a depth, from 1; deeper ones than HTML has share the last.
    static func heading(_ depth: Int) -> Tag {
        switch depth {
        case ...1: .h1
        case 2: .h2
        case 3: .h3
        case 4: .h4
        case 5: .h5
        default: .h6
        }
    }
}

/// Puts the statements of a block one behind another; a string becomes text.
@resultBuilder
enum MarkupBuilder {
    static func buildExpression(_ markup: Markup) -> Markup { markup }
    static func buildExpression(_ text: String) -> Markup { Markup(text) }
    static func buildBlock() -> Markup { .empty }
    static func buildPartialBlock(first: Markup) -> Markup { first }
    static func buildPartialBlock(accumulated: Markup, next: Markup) -> Markup {
        var whole = accumulated
        whole.append(next)
        return whole
    }
    static func buildArray(_ parts: [Markup]) -> Markup {
        var whole = Markup.empty
        for part in parts { whole.append(part) }
        return whole
    }
    static func buildOptional(_ part: Markup?) -> Markup { part ?? .empty }
    static func buildEither(first: Markup) -> Markup { first }
    static func buildEither(second: Markup) -> Markup { second }
}
