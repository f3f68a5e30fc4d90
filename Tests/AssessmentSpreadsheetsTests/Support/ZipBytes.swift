/// Writes archives byte by byte, right or wrong, as no library would.
struct ZipBytes {
    /// What is wrong or unusual about an entry.
    enum Oddity {
        case none, wrongChecksum, encrypted, descriptor, zip64, unknownMethod
    }

    private var body: [UInt8] = []
    private var list: [UInt8] = []
    private var count = 0

    /// Adds a part as it is.
    mutating func add(_ name: String, _ text: String, _ oddity: Oddity = .none) { add(name, Array(text.utf8), oddity) }

    mutating func add(_ name: String, _ bytes: [UInt8], _ oddity: Oddity = .none) {
        let offset = body.count
        var flags: UInt16 = 0x0800
        if oddity == .encrypted { flags |= 1 }
        if oddity == .descriptor { flags |= 8 }
        let method: UInt16 = oddity == .unknownMethod ? 12 : 0
        let checksum = Self.checksum(bytes) ^ (oddity == .wrongChecksum ? 1 : 0)
        let size = UInt32(bytes.count)
        let large: [UInt8] =
            oddity == .zip64 ? le(UInt16(1)) + le(UInt16(16)) + le(UInt64(size)) + le(UInt64(size)) : []
        let told = oddity == .zip64 ? .max : size
        let version: UInt16 = oddity == .zip64 ? 45 : 20
        let nameBytes = Array(name.utf8)
        func sizes(_ known: Bool) -> [UInt8] { le(known ? checksum : 0) + le(known ? told : 0) + le(known ? told : 0) }
        let lengths = le(UInt16(nameBytes.count)) + le(UInt16(large.count))
        body += le(UInt32(0x0403_4B50)) + le(version) + le(flags) + le(method) + [0, 0, 0x21, 0x28]
        body += sizes(oddity != .descriptor) + lengths + nameBytes + large + bytes
        if oddity == .descriptor { body += le(UInt32(0x0807_4B50)) + sizes(true) }
        list += le(UInt32(0x0201_4B50)) + le(version) + le(version) + le(flags) + le(method) + [0, 0, 0x21, 0x28]
        list += sizes(true) + lengths + [UInt8](repeating: 0, count: 10) + le(UInt32(offset)) + nameBytes + large
        count += 1
    }

    /// The whole archive.
    var bytes: [UInt8] {
        body + list + le(UInt32(0x0605_4B50)) + le(UInt32(0)) + le(UInt16(count)) + le(UInt16(count))
            + le(UInt32(list.count)) + le(UInt32(body.count)) + le(UInt16(0))
    }

    private func le(_ number: some FixedWidthInteger) -> [UInt8] {
        (0..<(number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    /// CRC-32 as ISO 3309 has it.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
        }
    }
}
