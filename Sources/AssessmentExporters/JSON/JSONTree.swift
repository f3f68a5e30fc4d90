internal import AssessmentCore

/// A JSON document whose keys keep their order.
indirect enum JSONTree {
    case text(String)
    case integer(Int)
    case flag(Bool)
    case list([JSONTree])
    case object([(String, JSONTree)])

    /// A list of texts.
    static func texts(_ texts: [String]) -> JSONTree { .list(texts.map { .text($0) }) }

    /// The document as text, indented by two spaces a level.
    func written(_ indent: String = "") -> String {
        let inner = indent + "  "
        func block(_ open: String, _ items: [String], _ close: String) -> String {
            items.isEmpty
                ? open + close : "\(open)\n\(items.map { inner + $0 }.joined(separator: ",\n"))\n\(indent)\(close)"
        }
        return switch self {
        case .text(let text): JSONString.quoted(text)
        case .integer(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .list(let items): block("[", items.map { $0.written(inner) }, "]")
        case .object(let pairs):
            block("{", pairs.map { "\(JSONString.quoted($0)): \($1.written(inner))" }, "}")
        }
    }
}
