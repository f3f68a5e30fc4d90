import AssessmentCore

/// A value of a JSON document whose keys keep their order.
indirect enum SchemaValue: Sendable {
    case text(String)
    case number(Double)
    case flag(Bool)
    case list([SchemaValue])
    case object([(key: String, value: SchemaValue)])

    /// The document, indented; a list that holds no other collection stands on one line where it is short.
    var json: String { json(indentation: "") }

    private func json(indentation: String) -> String {
        let inner = indentation + "  "
        switch self {
        case .text(let text): return JSONString.quoted(text)
        case .number(let number): return Formula.text(of: number)
        case .flag(let flag): return flag ? "true" : "false"
        case .list(let items):
            let texts = items.map { $0.json(indentation: inner) }
            let line = "[" + texts.joined(separator: ", ") + "]"
            if line.count <= 100, !line.contains("\n") { return line }
            return "[\n" + texts.map { inner + $0 }.joined(separator: ",\n") + "\n\(indentation)]"
        case .object(let entries):
            if entries.isEmpty { return "{}" }
            let lines = entries.map { "\(inner)\(JSONString.quoted($0.key)): \($0.value.json(indentation: inner))" }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indentation)}"
        }
    }

    /// An object with the entries of another one behind its own.
    func with(_ other: SchemaValue) -> SchemaValue {
        guard case .object(let first) = self, case .object(let second) = other else { return self }
        return .object(first + second)
    }

    /// An object with one more entry, where there is a value for it.
    func with(_ key: String, _ value: SchemaValue?) -> SchemaValue {
        guard case .object(let entries) = self, let value else { return self }
        return .object(entries + [(key, value)])
    }
}

extension SchemaValue: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(stringLiteral text: String) { self = .text(text) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
    init(integerLiteral number: Int) { self = .number(Double(number)) }
    init(arrayLiteral items: SchemaValue...) { self = .list(items) }
    init(dictionaryLiteral entries: (String, SchemaValue)...) {
        self = .object(entries.map { (key: $0.0, value: $0.1) })
    }
}
