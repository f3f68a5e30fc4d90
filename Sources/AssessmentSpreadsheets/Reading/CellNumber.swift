internal import AssessmentCore

/// Numbers as the cells of workbooks write them: `-12.5`, `1E-05`.
enum CellNumber {
    /// The number nearest to what is written; nothing where that is no number, or too large for one.
    static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        var index = 0
        var isNegative = false
        var mantissa: UInt64 = 0
        var digits = 0
        var scale = 0
        var isExact = true
        func next() -> UInt8 { index < bytes.count ? bytes[index] : 0 }
        func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
        func take(_ byte: UInt8) {
            if mantissa < 1 << 49 {
                mantissa = mantissa * 10 + UInt64(byte - 0x30)
            } else {
                isExact = false
            }
            digits += 1
            index += 1
        }
        if next() == UInt8(ascii: "-") || next() == UInt8(ascii: "+") {
            isNegative = next() == UInt8(ascii: "-")
            index += 1
        }
        while isDigit(next()) { take(next()) }
        if next() == UInt8(ascii: ".") {
            index += 1
            while isDigit(next()) {
                take(next())
                scale -= 1
            }
        }
        guard digits > 0 else { return nil }
        if next() | 0x20 == UInt8(ascii: "e") {
            index += 1
            var isBelow = false
            if next() == UInt8(ascii: "-") || next() == UInt8(ascii: "+") {
                isBelow = next() == UInt8(ascii: "-")
                index += 1
            }
            guard isDigit(next()) else { return nil }
            var exponent = 0
            while isDigit(next()) {
                exponent = min(100_000, exponent * 10 + Int(next() - 0x30))
                index += 1
            }
            scale += isBelow ? -exponent : exponent
        }
        guard index == bytes.count else { return nil }
        var number: Double
        if isExact, let exact = ExactDecimal.number(mantissa, timesTenTo: scale) {
            number = isNegative ? -exact : exact
        } else {
            guard let read = Double(String(decoding: bytes, as: UTF8.self)), read.isFinite else { return nil }
            number = read
        }
        // Minus zero would be printed with its sign later on.
        return number == 0 ? 0 : number
    }
}
