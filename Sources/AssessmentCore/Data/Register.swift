/// A list of recognised items (认定名录) that indicators count or check.
public struct RegisterDescription: Sendable, Hashable {
    /// A field that entries of the register carry besides unit, name, organisation code and dates.
    public struct Field: Sendable, Hashable {
        /// The heading of its column.
        public let id: String
        /// Its name.
        public let name: BilingualText
        /// The values that are accepted; any text where there are none.
        public let accepted: [String]
        /// The names of accepted values, by value: forms offer them in the place of the values.
        public let names: [String: BilingualText]
        /// Whether every entry must fill it in.
        public let isRequired: Bool

        /// Creates a field.
        public init(
            id: String, name: BilingualText, accepted: [String] = [], names: [String: BilingualText] = [:],
            isRequired: Bool = true
        ) {
            self.id = id
            self.name = name
            self.accepted = accepted
            self.names = names
            self.isRequired = isRequired
        }

        /// The value that a text stands for: itself, or the value of that name in either language or in both; nothing where
        /// it is no accepted one.
        public func value(meantBy text: String) -> String? {
            if accepted.isEmpty || accepted.contains(text) { return text }
            return accepted.first { value in
                guard let name = names[value] else { return false }
                return [name.zh, name.en, "\(name.zh) / \(name.en)", "\(name.en) / \(name.zh)"].contains(text)
            }
        }
    }

    /// The id by which data and indicators refer to it.
    public let id: String
    /// Its name.
    public let name: BilingualText
    /// What is entered, by whose recognition.
    public let definition: BilingualText
    /// The fields that entries carry.
    public let fields: [Field]
    /// The department that keeps it.
    public let keptBy: BilingualText

    /// Creates a description.
    public init(
        id: String, name: BilingualText, definition: BilingualText, fields: [Field] = [], keptBy: BilingualText
    ) {
        self.id = id
        self.name = name
        self.definition = definition
        self.fields = fields
        self.keptBy = keptBy
    }
}

/// An item on a register.
public struct RegisterEntry: Sendable, Hashable {
    /// The code of the unit that it lies in.
    public var unit: String
    /// The name of the item.
    public var name: String
    /// The unified social credit code of the organisation behind it; empty where none was given.
    public var organisationCode: String
    /// The days on which the recognition holds.
    public var recognition: Validity
    /// The other fields, by id.
    public var fields: [String: String]
    /// Where it was read.
    public var origin: Origin

    /// Creates an entry.
    public init(
        unit: String, name: String, organisationCode: String = "", recognition: Validity = Validity(),
        fields: [String: String] = [:], origin: Origin
    ) {
        self.unit = unit
        self.name = name
        self.organisationCode = organisationCode
        self.recognition = recognition
        self.fields = fields
        self.origin = origin
    }
}
