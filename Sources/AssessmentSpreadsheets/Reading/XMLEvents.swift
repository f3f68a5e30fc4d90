#if Excel
/// What reads a part of a workbook as its elements come.
protocol XMLEvents: AnyObject {
    func begin(_ name: XMLName, _ attributes: XMLAttributes) throws(PartProblem)
    func end(_ name: XMLName) throws(PartProblem)
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(PartProblem)
}

/// The name of an element without its prefix, while the parser holds it.
struct XMLName {
    let bytes: UnsafePointer<UInt8>

    /// Whether it is the name of one letter.
    @inline(__always) func isLetter(_ letter: Unicode.Scalar) -> Bool {
        bytes[0] == UInt8(truncatingIfNeeded: letter.value) && bytes[1] == 0
    }

    static func == (name: XMLName, text: StaticString) -> Bool {
        let other = text.utf8Start
        var index = 0
        while name.bytes[index] == other[index] {
            if other[index] == 0 { return true }
            index += 1
        }
        return false
    }

    var string: String { String(cString: bytes) }
}

/// The attributes of an element, while the parser holds them.
struct XMLAttributes {
    let count: Int
    /// For each its name, prefix, namespace, and where its value begins and ends.
    let pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

    /// The bytes of the value of an attribute, by its name without prefix.
    func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        guard let pointers else { return nil }
        for index in 0..<count {
            let place = pointers + index * 5
            guard let known = place[0], XMLName(bytes: known) == name, let from = place[3], let to = place[4] else {
                continue
            }
            return UnsafeBufferPointer(start: from, count: to - from)
        }
        return nil
    }

    /// The text of an attribute.
    func text(_ name: StaticString) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

    /// The whole number of an attribute; nothing where it is none.
    func integer(_ name: StaticString) -> Int? {
        guard let bytes = bytes(name), (1...9).contains(bytes.count) else { return nil }
        var number = 0
        for byte in bytes {
            guard byte &- 0x30 < 10 else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return number
    }

    /// Every name without prefix with its text.
    var all: [String: String] {
        var all: [String: String] = [:]
        guard let pointers else { return all }
        for index in 0..<count {
            let place = pointers + index * 5
            guard let name = place[0], let from = place[3], let to = place[4] else { continue }
            all[String(cString: name)] = String(
                decoding: UnsafeBufferPointer(start: from, count: to - from), as: UTF8.self)
        }
        return all
    }
}
#endif
