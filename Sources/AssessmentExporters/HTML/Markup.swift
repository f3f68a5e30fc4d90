internal import AssessmentCharts
internal import AssessmentCore

/// A piece of HTML in which every text has been escaped.
///
/// It is made of elements and of text, and nothing else: the names of elements and attributes are the program's own,
/// and a string can only enter as text. So nothing that was read from a file can become anything but text.
struct Markup: Sendable, Hashable {
    /// The escaped text in UTF-8, well-formed as XML too.
    private(set) var bytes: [UInt8]

    /// The escaped text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Nothing.
    static let empty = Markup(safe: [])

    /// Creates a text.
    init(_ text: String) {
        bytes = []
        Markup.escape(text, into: &bytes)
    }

    private init(safe bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Creates a whole document from its root element.
    static func document(_ root: Markup) -> Markup {
        Markup(safe: Array("<!DOCTYPE html>\n".utf8) + root.bytes)
    }

    /// Creates a drawing, whose own painter escapes its texts.
    static func drawing(_ drawing: Drawing, _ name: StaticString) -> Markup {
        Markup(safe: Array(drawing.svg(id: "\(name)").utf8))
    }

    /// Creates an element.
    static func element(_ tag: Tag, _ attributes: [Attribute], _ content: Markup) -> Markup {
        let name = tag.rawValue
        var bytes: [UInt8] = []
        bytes.reserveCapacity(content.bytes.count + 2 * name.utf8.count + 8 + 40 * attributes.count)
        bytes.append(UInt8(ascii: "<"))
        bytes.append(contentsOf: name.utf8)
        for attribute in attributes {
            bytes.append(UInt8(ascii: " "))
            attribute.name.withUTF8Buffer { bytes.append(contentsOf: $0) }
            bytes.append(UInt8(ascii: "="))
            bytes.append(UInt8(ascii: "\""))
            escape(attribute.value, into: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
        if tag.isVoid {
            bytes.append(UInt8(ascii: "/"))
            bytes.append(UInt8(ascii: ">"))
        } else {
            bytes.append(UInt8(ascii: ">"))
            bytes.append(contentsOf: content.bytes)
            bytes.append(UInt8(ascii: "<"))
            bytes.append(UInt8(ascii: "/"))
            bytes.append(contentsOf: name.utf8)
            bytes.append(UInt8(ascii: ">"))
        }
        if tag.endsLine { bytes.append(UInt8(ascii: "\n")) }
        return Markup(safe: bytes)
    }

    /// Puts one piece behind another.
    static func + (left: consuming Markup, right: Markup) -> Markup {
        var whole = left
        whole.append(right)
        return whole
    }

    /// Puts a piece at the end.
    mutating func append(_ other: Markup) {
        bytes.append(contentsOf: other.bytes)
    }

    /// Writes a text in which nothing is left that HTML or the direction of writing would act on, for content and
    /// attributes alike.
    private static func escape(_ text: String, into bytes: inout [UInt8]) {
        var text = text
        let isWritten = text.withUTF8 { utf8 in
            guard utf8.allSatisfy(isPlain) else { return false }
            bytes.append(contentsOf: utf8)
            return true
        }
        guard !isWritten else { return }
        SafeText.appendEscaped(text, to: &bytes)
    }

    /// Whether a byte of UTF-8 belongs to no character that is replaced, which spares most texts the long way.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
        // What may begin a control, a mark of direction, a line separator, or no character at all.
        case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF: false
        default: true
        }
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
        // Most have one, which needs no new text.
        Attribute("class", names.count == 1 ? names[0].rawValue : names.map(\.rawValue).joined(separator: " "))
    }
    static func styles(_ names: [StyleClass]) -> Attribute {
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
    /// A script or sheet of the site.
    static func alternative(_ text: String) -> Attribute { Attribute("alt", text) }
    static func source(_ link: Link) -> Attribute { Attribute("src", link.reference) }
    static func deferred() -> Attribute { Attribute("defer", "defer") }
    static func policyOfContent() -> Attribute { Attribute("http-equiv", "Content-Security-Policy") }
    /// What the column of a cell is sorted by, where that is more than its text says.
    static func order(_ number: Double?) -> Attribute { Attribute("data-order", number.map { "\($0)" } ?? "") }
    /// A part of a list that a script hides when nothing in it is found.
    static func group() -> Attribute { Attribute("data-group", "") }
    /// The heading under which a script puts the button that opens all workings.
    static func opensWorkings() -> Attribute { Attribute("data-workings", "") }
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
