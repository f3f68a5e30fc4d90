internal import AssessmentCore

/// Random draws by key: the same seed and key give the same draw, whatever else is drawn before or after.
struct Draws {
    let seed: UInt64

    /// A whole number of 64 bits.
    func bits(_ key: String...) -> UInt64 { bits(key) }

    /// A number from 0 to below 1.
    func fraction(_ key: String...) -> Double { Double(bits(key) >> 11) * 0x1p-53 }

    /// A number within bounds.
    func number(in range: ClosedRange<Double>, _ key: String...) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * (Double(bits(key) >> 11) * 0x1p-53)
    }

    /// A whole number within bounds.
    func whole(in range: ClosedRange<Int>, _ key: String...) -> Int {
        range.lowerBound + Int(bits(key) % UInt64(range.count))
    }

    /// The elements in a drawn order.
    func shuffled<Element>(_ elements: [Element], by id: (Element) -> String, _ key: String) -> [Element] {
        elements.map { (order: bits(key, id($0)), id: id($0), element: $0) }
            .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
            .map(\.element)
    }

    private func bits(_ key: [String]) -> UInt64 {
        // FNV-1a, with a byte between parts that no text holds, so that "a", "bc" and "ab", "c" differ.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for part in key {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        var generator = SplitMix64(seed: hash ^ (seed &* 0x9E37_79B9_7F4A_7C15))
        _ = generator.next()
        return generator.next()
    }
}
