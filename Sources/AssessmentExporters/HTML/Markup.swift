/// A piece of HTML in which every text has been escaped.
///
/// It is made of elements and of text, and nothing else: the names of elements and attributes are the program's own,
/// and a string can only enter as text. So nothing that was read from a file can become anything but text.
struct Markup: Sendable, Hashable {
    /// The escaped text, well-formed as XML too.
    private(set) var text: String

    /// Nothing.
    static let empty = Markup(safe: "")

    /// Creates a text.
    init(_ text: String) {
        self.text = Markup.escaped(text)
    }

    private init(safe text: String) {
        self.text = text
    }

    /// Creates a whole document from its root element.
    static func document(_ root: Markup) -> Markup {
        Markup(safe: "<!DOCTYPE html>\n" + root.text)
    }

    /// Creates a style sheet of the program's own.
    static func style(_ sheet: StaticString) -> Markup {
        Markup(safe: "<style>\n\(sheet)</style>\n")
    }

    /// Creates an element.
    static func element(_ tag: Tag, _ attributes: [Attribute], _ content: Markup) -> Markup {
        var text = "<\(tag.rawValue)"
        for attribute in attributes {
            text += " \(attribute.name)=\"\(escaped(attribute.value))\""
        }
        text += tag.isVoid ? "/>" : ">\(content.text)</\(tag.rawValue)>"
        if tag.endsLine { text += "\n" }
        return Markup(safe: text)
    }

    /// Puts one piece behind another.
    static func + (left: Markup, right: Markup) -> Markup {
        Markup(safe: left.text + right.text)
    }

    /// Puts a piece at the end.
    mutating func append(_ other: Markup) {
        text += other.text
    }

    /// A text in which nothing is left that HTML or the direction of writing would act on, for content and attributes
    /// alike.
    private static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "'": result.append(contentsOf: "&#39;".unicodeScalars)
            case "\t", "\n", "\r", "\u{2028}", "\u{2029}": result.append(" ")
            // Marks, embeddings, overrides and isolates could make a name read as another one.
            case "\u{061C}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}

/// An attribute of an element; its value is escaped when it is written.
struct Attribute: Sendable {
    fileprivate let name: StaticString
    fileprivate let value: String

    private init(_ name: StaticString, _ value: String) {
        self.name = name
        self.value = value
    }

    /// Classes of the style sheet.
    static func style(_ names: StyleClass...) -> Attribute {
        Attribute("class", names.map(\.rawValue).joined(separator: " "))
    }
    static func lang(_ tag: String) -> Attribute { Attribute("lang", tag) }
    static func charset(_ name: String) -> Attribute { Attribute("charset", name) }
    static func name(_ name: String) -> Attribute { Attribute("name", name) }
    static func content(_ text: String) -> Attribute { Attribute("content", text) }
    static func id(_ anchor: Anchor) -> Attribute { Attribute("id", anchor.id) }
    static func href(_ link: Link) -> Attribute { Attribute("href", link.reference) }
    static func hreflang(_ tag: String) -> Attribute { Attribute("hreflang", tag) }
    static func rel(_ relation: String) -> Attribute { Attribute("rel", relation) }
    static func scope(_ scope: Scope) -> Attribute { Attribute("scope", scope.rawValue) }
    static func columns(_ count: Int) -> Attribute { Attribute("colspan", String(count)) }
    static func role(_ role: String) -> Attribute { Attribute("role", role) }
    static func label(_ text: String) -> Attribute { Attribute("aria-label", text) }
    static func hidden() -> Attribute { Attribute("aria-hidden", "true") }
    static func current() -> Attribute { Attribute("aria-current", "page") }
    static func focusable() -> Attribute { Attribute("tabindex", "0") }
    /// The heading of its column, which a narrow screen prints beside a cell.
    static func heading(_ text: String) -> Attribute { Attribute("data-heading", text) }
    static func viewBox(_ width: Int, _ height: Int) -> Attribute { Attribute("viewBox", "0 0 \(width) \(height)") }
    static func stretched() -> Attribute { Attribute("preserveAspectRatio", "none") }
    static func x(_ text: String) -> Attribute { Attribute("x", text) }
    static func y(_ text: String) -> Attribute { Attribute("y", text) }
    static func width(_ text: String) -> Attribute { Attribute("width", text) }
    static func height(_ text: String) -> Attribute { Attribute("height", text) }

    /// What a heading cell heads.
    enum Scope: String {
        case column = "col"
        case row
        case rows = "rowgroup"
    }
}
