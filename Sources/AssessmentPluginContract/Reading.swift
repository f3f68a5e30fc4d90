internal import AssessmentCore

/// What is wrong with a message of the other side.
public struct ContractFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong and where in the message.
    public let description: String

    /// Creates a fault.
    public init(_ description: String) {
        self.description = description
    }
}

/// A value of a message while it is read, with the place where it stands, so that a fault can name it.
public struct Reading {
    /// The value.
    public let value: JSONValue
    /// Where it stands in the message, such as `column.values[3]`.
    public let place: String

    /// Begins to read a message.
    public init(_ value: JSONValue, place: String = "") {
        self.value = value
        self.place = place
    }

    /// A fault of this value.
    public func fault(_ problem: String) -> ContractFault {
        ContractFault(place.isEmpty ? problem : "‘\(place)’ \(problem)")
    }

    private func expected(_ kind: String) -> ContractFault { fault("is \(value.kind); expected \(kind)") }

    /// The member of an object with a key; nothing where there is none, or null.
    public func optional(_ key: String) throws -> Reading? {
        guard case .object(let members) = value else { throw expected("an object") }
        guard let member = members.first(where: { $0.key == key }) else { return nil }
        if case .null = member.value { return nil }
        return Reading(member.value, place: place.isEmpty ? key : "\(place).\(key)")
    }

    /// The member of an object with a key, which must be there.
    public subscript(key: String) -> Reading {
        get throws {
            guard let member = try optional(key) else { throw fault("lacks the key ‘\(key)’") }
            return member
        }
    }

    /// Refuses a key that is not known: what is misspelt must not be passed over.
    ///
    /// - Throws: ``ContractFault`` that names the key and the nearest one.
    public func allow(_ known: String...) throws {
        guard case .object(let members) = value else { throw expected("an object") }
        for member in members where !known.contains(member.key) {
            let nearest = nearestMatch(to: member.key, among: known)
            throw fault(
                "has the key ‘\(member.key.prefix(60))’, which is not known here; "
                    + (nearest.map { "did you mean ‘\($0)’?" } ?? "expected one of " + known.joined(separator: ", ")))
        }
    }

    /// Refuses control characters, and those that change the direction of writing, in every text and key: what a plug-in
    /// says is printed on terminals and pages.
    func refuseHiddenCharacters() throws {
        func check(_ text: String) throws {
            let isHidden = text.unicodeScalars.contains { scalar in
                switch scalar.properties.generalCategory {
                case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
                case .format: (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
                default: false
                }
            }
            if isHidden { throw ContractFault("a text holds a control character, which must not be printed") }
        }
        func visit(_ value: JSONValue) throws {
            switch value {
            case .text(let text): try check(text)
            case .array(let items): try items.forEach(visit)
            case .object(let members):
                for member in members {
                    try check(member.key)
                    try visit(member.value)
                }
            case .null, .truth, .number, .integer, .numbers, .integers: break
            }
        }
        try visit(value)
    }

    /// The members of an object in the order in which they are written.
    public func members() throws -> [(key: String, value: Reading)] {
        guard case .object(let members) = value else { throw expected("an object") }
        return members.map { ($0.key, Reading($0.value, place: place.isEmpty ? $0.key : "\(place).\($0.key)")) }
    }

    /// The items of an array.
    public func items() throws -> [Reading] {
        let items: [JSONValue] =
            switch value {
            case .array(let items): items
            case .numbers(let numbers): numbers.map { $0.isNaN ? .null : .number($0) }
            case .integers(let numbers): numbers.map { .integer($0) }
            case .null, .truth, .number, .integer, .text, .object: throw expected("an array")
            }
        return items.enumerated().map { Reading($1, place: "\(place)[\($0)]") }
    }

    /// A text.
    public func text() throws -> String {
        guard case .text(let text) = value else { throw expected("a text") }
        return text
    }

    /// `true` or `false`.
    public func truth() throws -> Bool {
        guard case .truth(let truth) = value else { throw expected("true or false") }
        return truth
    }

    /// A number, infinities included.
    public func number() throws -> Double {
        switch value {
        case .number(let number): return number
        case .text("Infinity"): return .infinity
        case .text("-Infinity"): return -.infinity
        default: throw expected("a number")
        }
    }

    /// A whole number from 0.
    public func integer() throws -> Int {
        guard case .number(let number) = value, let whole = Int(exactly: number), whole >= 0 else {
            throw expected("a whole number from 0")
        }
        return whole
    }

    /// A column of numbers, infinities included; NaN stands for null.
    public func numbers() throws -> [Double] {
        if case .numbers(let numbers) = value { return numbers }
        return try items().map { item in
            if case .null = item.value { return .nan }
            return try item.number()
        }
    }

    /// One of some words.
    public func word<Word: RawRepresentable & CaseIterable>(_: Word.Type) throws -> Word where Word.RawValue == String {
        let text = try text()
        guard let word = Word(rawValue: text) else {
            throw fault(
                "is ‘\(text.prefix(60))’; expected one of " + Word.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return word
    }

    /// A value of the contract.
    public func decoded<Value: ContractValue>(_: Value.Type = Value.self) throws -> Value { try Value(reading: self) }

    /// A list of values of the contract; empty where there is none.
    public func list<Value: ContractValue>(_ key: String, of: Value.Type = Value.self) throws -> [Value] {
        try optional(key)?.items().map { try $0.decoded() } ?? []
    }

    /// A table of values by name; empty where there is none.
    public func table<Value>(_ key: String, _ read: (Reading) throws -> Value) throws -> [String: Value] {
        let members = try optional(key)?.members() ?? []
        return Dictionary(
            try members.map { ($0.key, try read($0.value)) }, uniquingKeysWith: { first, _ in first })
    }
}

/// Something that messages carry.
public protocol ContractValue {
    /// How it is written.
    var json: JSONValue { get }

    /// Reads it.
    ///
    /// - Throws: ``ContractFault`` that names the place.
    init(reading: Reading) throws
}

extension String: ContractValue {
    /// The text.
    public var json: JSONValue { .text(self) }
    /// Reads a text.
    public init(reading: Reading) throws { self = try reading.text() }
}

extension JSONValue {
    /// An array of values of the contract.
    static func list(_ values: [some ContractValue]) -> JSONValue { .array(values.map(\.json)) }
}
