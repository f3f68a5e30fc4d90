/// Characters that XML cannot hold, as workbooks write them in texts: `_x000D_`; `_x005F_` is the line of its own.
enum EscapedText {
    /// The text of bytes in UTF-8.
    static func decode(_ bytes: [UInt8]) -> String {
        guard mayHoldEscape(bytes) else { return String(decoding: bytes, as: UTF8.self) }
        var units: [UInt16] = []
        let text = Array(String(decoding: bytes, as: UTF8.self).utf16)
        units.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            if let unit = escape(text, at: index) {
                units.append(unit)
                index += 7
            } else {
                units.append(text[index])
                index += 1
            }
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func mayHoldEscape(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 7 else { return false }
        for index in 0..<(bytes.count - 6) where bytes[index] == 0x5F && bytes[index + 1] == 0x78 { return true }
        return false
    }

    private static func escape(_ text: [UInt16], at index: Int) -> UInt16? {
        guard index + 6 < text.count, text[index] == 0x5F, text[index + 1] == 0x78, text[index + 6] == 0x5F else {
            return nil
        }
        var unit: UInt16 = 0
        for digit in text[(index + 2)..<(index + 6)] {
            guard let scalar = Unicode.Scalar(digit), scalar.isASCII, let value = Character(scalar).hexDigitValue
            else { return nil }
            unit = unit * 16 + UInt16(value)
        }
        return unit
    }
}
