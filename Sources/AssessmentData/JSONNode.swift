/// A value of a JSON file with the place where it begins.
package struct JSONNode {
    /// The forms that a value can have.
    package enum Value {
        case null
        case truth(Bool)
        /// A number, as it is written, so that no digit is lost.
        case number(String)
        case text(String)
        case array([JSONNode])
        case object([JSONMember])
    }

    package let value: Value
    let place: TablePlace

    /// What kind of value it is, for a message.
    var kind: String {
        switch value {
        case .null: "null"
        case .truth: "a truth value"
        case .number: "a number"
        case .text: "a text"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

/// A key of a JSON object with its value.
package struct JSONMember {
    package let key: String
    package let value: JSONNode
}
