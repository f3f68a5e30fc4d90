/// Writes values as JSON by what they say of themselves, the members of each object in the order of their keys' bytes.
///
/// It writes what `JSONEncoder` writes with sorted keys and unescaped slashes, without a tree of boxes in between: a
/// ledger has some hundred thousand cells. Values that open a container within one by hand, rather than by a value of
/// its own, are refused.
final class JSONWriter {
    /// An object or a list that is being written.
    private struct Container {
        /// Where its first member begins.
        let start: Int
        /// The number of members of the objects around it.
        let firstMember: Int
        let isObject: Bool
    }

    /// A member of an object, from the quotation mark of its key on.
    private struct Member {
        let start: Int
        /// The end of its key, behind the quotation mark.
        let endOfKey: Int
        /// The bytes of its key where they are written otherwise than they are.
        let escapedKey: [UInt8]?
    }

    private var sheet = JSONSheet()
    private var containers: [Container] = []
    private var members: [Member] = []

    private init() {}

    /// The bytes of a value.
    ///
    /// - Throws: `EncodingError` where it holds a number that JSON does not have.
    static func bytes(of value: some Encodable) throws -> [UInt8] {
        let writer = JSONWriter()
        try writer.put(value)
        return writer.sheet.bytes
    }

    fileprivate func open(isObject: Bool) {
        sheet.write(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
        containers.append(Container(start: sheet.count, firstMember: members.count, isObject: isObject))
    }

    fileprivate func begin(_ key: String) {
        separate()
        let start = sheet.count
        sheet.write(quoted: key)
        let isWrittenAsItIs = sheet.count - start == key.utf8.count + 2
        members.append(
            Member(start: start, endOfKey: sheet.count, escapedKey: isWrittenAsItIs ? nil : Array(key.utf8)))
        sheet.write(UInt8(ascii: ":"))
    }

    /// Writes a comma before every part of a container but the first.
    fileprivate func separate() {
        if let container = containers.last, sheet.count > container.start { sheet.write(UInt8(ascii: ",")) }
    }

    private func close() {
        guard let container = containers.popLast() else { return }
        guard container.isObject else { return sheet.write(UInt8(ascii: "]")) }
        order(membersFrom: container.firstMember, of: container)
        members.removeSubrange(container.firstMember...)
        sheet.write(UInt8(ascii: "}"))
    }

    private func order(membersFrom first: Int, of container: Container) {
        let places = first..<members.count
        guard places.dropFirst().contains(where: { !isKey(ofMemberAt: $0 - 1, before: $0) }) else { return }
        let ordered = places.sorted { isKey(ofMemberAt: $0, before: $1) }
        let stretches = ordered.map { place in
            // A comma stands behind each member but the last.
            members[place].start..<(place + 1 < members.count ? members[place + 1].start - 1 : sheet.count)
        }
        sheet.rearrange(stretches, from: container.start)
    }

    private func isKey(ofMemberAt first: Int, before second: Int) -> Bool {
        let (one, other) = (members[first], members[second])
        let (key, otherKey) = (one.start + 1..<one.endOfKey - 1, other.start + 1..<other.endOfKey - 1)
        guard one.escapedKey != nil || other.escapedKey != nil else { return sheet.isOrdered(key, before: otherKey) }
        let bytes = one.escapedKey ?? Array(sheet.bytes[key])
        return bytes.lexicographicallyPrecedes(other.escapedKey ?? Array(sheet.bytes[otherKey]))
    }

    fileprivate func writeNull() { sheet.write("null") }
    fileprivate func write(_ flag: Bool) { sheet.write(flag) }
    fileprivate func write(_ text: String) { sheet.write(quoted: text) }
    fileprivate func write(_ number: some BinaryInteger) { sheet.write(number) }

    fileprivate func write(_ number: some BinaryFloatingPoint & CustomStringConvertible) throws {
        guard sheet.write(number) else {
            throw EncodingError.invalidValue(
                number,
                EncodingError.Context(codingPath: [], debugDescription: "JSON has no number for \(number.description)"))
        }
    }

    /// Writes any value; those that fill a ledger without asking each number how it is written.
    fileprivate func put<Value: Encodable>(_ value: Value) throws {
        if Value.self == [Double?].self, let numbers = value as? [Double?] {
            try list(numbers) { try $0.map { try write($0) } ?? writeNull() }
        } else if Value.self == [Double].self, let numbers = value as? [Double] {
            try list(numbers) { try write($0) }
        } else if Value.self == [Int].self, let numbers = value as? [Int] {
            list(numbers) { write($0) }
        } else if Value.self == [String].self, let texts = value as? [String] {
            list(texts) { write($0) }
        } else if Value.self == [LedgerDocument.Entry].self, let tables = value as? [LedgerDocument.Entry] {
            // The tables of a ledger are most of it, and each is whole in itself.
            let written = Parallel.map(tables.count) { place in Result { try JSONWriter.bytes(of: tables[place]) } }
            try list(written) { sheet.write(try $0.get()) }
        } else {
            try ask(value)
        }
    }

    private func list<Part>(_ parts: [Part], _ write: (Part) throws -> Void) rethrows {
        open(isObject: false)
        for part in parts {
            separate()
            try write(part)
        }
        close()
    }

    private func ask(_ value: some Encodable) throws {
        let (depth, start) = (containers.count, sheet.count)
        try value.encode(to: self)
        if containers.count > depth {
            close()
        } else if sheet.count == start {
            sheet.write("{}")
        }
    }

    fileprivate static func refuse() -> Never {
        preconditionFailure("what stands within an object or a list is a value of its own")
    }
}

extension JSONWriter: Encoder {
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        open(isObject: true)
        return KeyedEncodingContainer(ObjectWriter<Key>(writer: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        open(isObject: false)
        return ListWriter(writer: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension JSONWriter: SingleValueEncodingContainer {
    func encodeNil() { writeNull() }
    func encode(_ value: Bool) { write(value) }
    func encode(_ value: String) { write(value) }
    func encode(_ value: Double) throws { try write(value) }
    func encode(_ value: Float) throws { try write(value) }
    func encode(_ value: Int) { write(value) }
    func encode(_ value: Int8) { write(value) }
    func encode(_ value: Int16) { write(value) }
    func encode(_ value: Int32) { write(value) }
    func encode(_ value: Int64) { write(value) }
    func encode(_ value: UInt) { write(value) }
    func encode(_ value: UInt8) { write(value) }
    func encode(_ value: UInt16) { write(value) }
    func encode(_ value: UInt32) { write(value) }
    func encode(_ value: UInt64) { write(value) }
    func encode(_ value: some Encodable) throws { try put(value) }
}

/// Writes the members of an object.
private struct ObjectWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let writer: JSONWriter
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) {
        writer.begin(key.stringValue)
        writer.writeNull()
    }

    func encode(_ value: String, forKey key: Key) {
        writer.begin(key.stringValue)
        writer.write(value)
    }

    func encode(_ value: Int, forKey key: Key) {
        writer.begin(key.stringValue)
        writer.write(value)
    }

    func encode(_ value: Double, forKey key: Key) throws {
        writer.begin(key.stringValue)
        try writer.write(value)
    }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        writer.begin(key.stringValue)
        try writer.put(value)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> { JSONWriter.refuse() }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { JSONWriter.refuse() }
    func superEncoder() -> any Encoder { JSONWriter.refuse() }
    func superEncoder(forKey key: Key) -> any Encoder { JSONWriter.refuse() }
}

/// Writes the parts of a list.
private struct ListWriter: UnkeyedEncodingContainer {
    let writer: JSONWriter
    private(set) var count = 0
    var codingPath: [any CodingKey] { [] }

    init(writer: JSONWriter) { self.writer = writer }

    mutating func encodeNil() {
        writer.separate()
        writer.writeNull()
        count += 1
    }

    mutating func encode(_ value: some Encodable) throws {
        writer.separate()
        try writer.put(value)
        count += 1
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        JSONWriter.refuse()
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { JSONWriter.refuse() }
    func superEncoder() -> any Encoder { JSONWriter.refuse() }
}
