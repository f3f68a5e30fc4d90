/// Eight bytes at a time, looked at as one number.
enum ByteWords {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// A byte in all eight places.
    static func filled(_ byte: UInt8) -> UInt64 { UInt64(byte) &* ones }

    /// The eight bytes from a place on, the first one lowest.
    @inline(__always)
    static func load(_ place: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
    }

    /// The highest bit of each byte that is zero, and perhaps of some behind the first one of them; 0 where none is.
    @inline(__always)
    static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }

    /// Whether all bytes are visible ASCII, spaces, or line feeds; where others stand, more than a look is needed.
    @inline(__always)
    static func isPlain(_ word: UInt64) -> Bool {
        // Neither beyond ASCII nor 7F, which one more makes 80.
        if (word | (word &+ ones)) & highs != 0 { return false }
        let low = (word &- filled(0x20)) & ~word & highs
        return low == 0 || countOfControls(word) == countOfZeros(word ^ filled(0x0A))
    }

    /// How many bytes of ASCII are below the space.
    @inline(__always)
    private static func countOfControls(_ word: UInt64) -> Int { (~(word &+ filled(0x60)) & highs).nonzeroBitCount }

    /// Whether so many bytes from two places on are the same.
    @inline(__always)
    static func areEqual(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, count: Int) -> Bool {
        var index = 0
        while index + 8 <= count {
            if load(left + index) != load(right + index) { return false }
            index += 8
        }
        while index < count {
            if left[index] != right[index] { return false }
            index += 1
        }
        return true
    }

    /// How many bytes are zero.
    @inline(__always)
    static func countOfZeros(_ word: UInt64) -> Int {
        let low = ~highs
        return (~(((word & low) &+ low) | word | low)).nonzeroBitCount
    }
}
