/// Texts in UTF-8, numbered from 0 in the order in which they first appear.
struct NumberedTexts {
    /// The number of each text, from 1, with the upper half of its hash above; 0 where there is none.
    private var slots = [UInt64](repeating: 0, count: 1 << 10)
    /// All texts, one behind the other.
    private var bytes: [UInt8] = []
    /// Where each text ends.
    private var ends: [Int] = []
    private let scattering = Scattering()

    var count: Int { ends.count }

    /// The number of a text, which gets the next one where it is new.
    mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = scattering.hash(text)
        let mark = hash & ~0xFFFF_FFFF
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] & ~0xFFFF_FFFF == mark {
                let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
                if holds(text, at: number) { return number }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = mark | UInt64(ends.count + 1)
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
        if ends.count * 2 > slots.count { grow() }
        return ends.count - 1
    }

    /// The number of a text, which gets the next one where it is new.
    mutating func number(of text: String) -> Int {
        var text = text
        return text.withUTF8 { number(of: $0) }
    }

    /// The text of a number.
    func text(_ number: Int) -> String { String(decoding: bytes[range(number)], as: UTF8.self) }

    private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

    @inline(__always)
    private func holds(_ text: UnsafeBufferPointer<UInt8>, at number: Int) -> Bool {
        let range = range(number)
        guard range.count == text.count else { return false }
        return bytes.withUnsafeBufferPointer { all in
            guard let held = all.baseAddress, let given = text.baseAddress else { return true }
            return ByteWords.areEqual(held + range.lowerBound, given, count: text.count)
        }
    }

    private mutating func grow() {
        var grown = [UInt64](repeating: 0, count: slots.count * 2)
        for number in ends.indices {
            let hash = bytes[range(number)].withUnsafeBufferPointer { scattering.hash($0) }
            var slot = Int(truncatingIfNeeded: hash) & (grown.count - 1)
            while grown[slot] != 0 { slot = (slot + 1) & (grown.count - 1) }
            grown[slot] = hash & ~0xFFFF_FFFF | UInt64(number + 1)
        }
        slots = grown
    }
}

/// Keys of 64 bits, numbered from 0 in the order in which they first appear.
struct NumberedKeys: Sendable {
    /// The keys, by their numbers.
    private(set) var keys: [UInt64] = []
    /// The number of each key, from 1; 0 where there is none.
    private var slots = [UInt32](repeating: 0, count: 1 << 10)
    private let scattering = Scattering()

    /// The number of a key, which gets the next one where it is new.
    mutating func number(of key: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: scattering.hash(key)) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if keys[number] == key { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = UInt32(keys.count + 1)
        keys.append(key)
        if keys.count * 2 > slots.count { grow() }
        return keys.count - 1
    }

    private mutating func grow() {
        var grown = [UInt32](repeating: 0, count: slots.count * 2)
        for (number, key) in keys.enumerated() {
            var slot = Int(truncatingIfNeeded: scattering.hash(key)) & (grown.count - 1)
            while grown[slot] != 0 { slot = (slot + 1) & (grown.count - 1) }
            grown[slot] = UInt32(number + 1)
        }
        slots = grown
    }
}

/// Scatters keys over tables. No number depends on it: it differs from one run of the program to the next, so that nobody
/// can write a file whose texts all meet in one place.
struct Scattering: Sendable {
    private static let shared = UInt64(truncatingIfNeeded: 0x9E37.hashValue) | 1

    private let seed = Scattering.shared

    @inline(__always)
    func hash(_ key: UInt64) -> UInt64 { Scattering.mixed(key ^ seed, 0x9E37_79B9_7F4A_7C15) }

    @inline(__always)
    func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard let base = bytes.baseAddress else { return seed }
        var (hash, index) = (seed ^ UInt64(bytes.count), 0)
        while index + 8 <= bytes.count {
            hash = Scattering.mixed(hash ^ ByteWords.load(base + index), 0x9E37_79B9_7F4A_7C15)
            index += 8
        }
        guard index < bytes.count else { return hash }
        var rest: UInt64 = 0
        if bytes.count >= 8 {
            rest = ByteWords.load(base + bytes.count - 8)
        } else {
            for place in 0..<bytes.count { rest = rest << 8 | UInt64(base[place]) }
        }
        return Scattering.mixed(hash ^ rest, 0xD6E8_FEB8_6659_FD93)
    }

    @inline(__always)
    private static func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}
