/// A value of a JSON text.
///
/// An array that holds nothing but numbers and nulls is kept as a run of doubles, NaN where it has null: JSON knows no
/// NaN, and a column of a hundred thousand numbers is read without an object for each.
public indirect enum JSONValue: Sendable {
    /// Nothing.
    case null
    /// `true` or `false`.
    case truth(Bool)
    /// A number; never NaN, and infinite only on the way out.
    case number(Double)
    /// A whole number, such as a row; what is read is a number always.
    case integer(Int)
    /// A text.
    case text(String)
    /// An array of numbers; NaN stands for null.
    case numbers([Double])
    /// An array of whole numbers; what is read is an array of numbers always.
    case integers([Int])
    /// Any other array.
    case array([JSONValue])
    /// An object: its members in the order in which they are written.
    case object([(key: String, value: JSONValue)])

    /// What kind of value it is, for a message.
    public var kind: String {
        switch self {
        case .null: "null"
        case .truth: "a truth value"
        case .number, .integer: "a number"
        case .text: "a text"
        case .numbers, .integers, .array: "an array"
        case .object: "an object"
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral, ExpressibleByIntegerLiteral {
    /// A text.
    public init(stringLiteral text: String) { self = .text(text) }
    /// A whole number.
    public init(integerLiteral number: Int) { self = .integer(number) }
    /// An object.
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self = .object(members.map { (key: $0.0, value: $0.1) })
    }

    /// An object without the members that have no value.
    static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        .object(members.compactMap { key, value in value.map { (key: key, value: $0) } })
    }

    /// An array of texts.
    static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .text($0) }) }

    /// An object with the keys of a dictionary in their order.
    static func table<Value>(_ values: [String: Value], _ json: (Value) -> JSONValue) -> JSONValue {
        .object(values.keys.sorted().compactMap { key in values[key].map { (key: key, value: json($0)) } })
    }
}
