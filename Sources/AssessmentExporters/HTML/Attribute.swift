/// An attribute of an element; its value is escaped when it is written.
struct Attribute: Sendable {
    private enum Value: Sendable {
        case text(String)
        case classes(StyleClass, StyleClass?, StyleClass?)
    }

    private let name: StaticString
    private let value: Value

    private init(_ name: StaticString, _ text: String) {
        self.name = name
        value = .text(text)
    }

    private init(_ first: StyleClass, _ second: StyleClass?, _ third: StyleClass?) {
        name = "class"
        value = .classes(first, second, third)
    }

    /// Writes it behind the name of its element.
    func write(on sheet: MarkupSheet) {
        sheet.write(UInt8(ascii: " "))
        sheet.write(name)
        sheet.write("=\"")
        switch value {
        case .text(let text): sheet.write(escaping: text)
        case .classes(let first, let second, let third):
            sheet.write(name: first.rawValue)
            if let second { write(further: second, on: sheet) }
            if let third { write(further: third, on: sheet) }
        }
        sheet.write(UInt8(ascii: "\""))
    }

    private func write(further name: StyleClass, on sheet: MarkupSheet) {
        sheet.write(UInt8(ascii: " "))
        sheet.write(name: name.rawValue)
    }

    /// Classes of the style sheet.
    static func style(_ first: StyleClass, _ second: StyleClass? = nil, _ third: StyleClass? = nil) -> Attribute {
        Attribute(first, second, third)
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
