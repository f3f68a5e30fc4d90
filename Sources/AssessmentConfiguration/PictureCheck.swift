import AssessmentCore

/// Whether a file is a whole PNG of a size that pages can use, without unpacking it.
///
/// A picture may be packed so tightly that unpacking it takes a gigabyte; its head says how large it is. Source: PNG
/// Specification, Third Edition (W3C), 5.3 and 11.2.
struct PictureCheck {
    /// The longest side, in pixels, that a logo may have.
    static let longestSide = 4_096

    /// What is wrong with a picture, and what is expected; nothing where it can be used.
    static func objection(to png: [UInt8]) -> (problem: String, expected: String)? {
        let broken = (problem: "is no whole PNG", expected: "a picture in the format PNG that can be read")
        guard png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
            return ("is no PNG", "a picture in the format PNG")
        }
        func number(_ place: Int) -> Int { png[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
        var (place, order, packed) = (8, [String](), [UInt8]())
        while place + 12 <= png.count, order.last != "IEND" {
            let length = number(place)
            guard length <= png.count - place - 12 else { return broken }
            let kind = png[place + 4..<place + 8]
            let content = png[place + 8..<place + 8 + length]
            guard checksum(png[place + 4..<place + 8 + length]) == UInt32(number(place + 8 + length)) else {
                return broken
            }
            let name = String(decoding: kind, as: UTF8.self)
            if order.isEmpty {
                guard name == "IHDR", length == 13 else { return broken }
                let (width, height) = (number(place + 8), number(place + 12))
                guard width > 0, height > 0 else { return broken }
                guard max(width, height) <= longestSide else {
                    return ("has \(width) × \(height) pixels", "at most \(longestSide) on either side")
                }
            }
            if name == "IDAT" { packed += content }
            order.append(name)
            place += 12 + length
        }
        // Of the rows, packed by zlib, there are at least a head of two bytes and a checksum of four.
        guard order.last == "IEND", packed.count > 6, packed[0] & 15 == 8,
            (Int(packed[0]) << 8 + Int(packed[1])) % 31 == 0
        else { return broken }
        return nil
    }

    /// The cyclic redundancy check of a part of a PNG.
    private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in rest & 1 == 1 ? 0xEDB8_8320 ^ (rest >> 1) : rest >> 1 }
        }
    }
}
