internal import AssessmentCore

/// Numbers as data files may write them: an optional minus, digits, an optional decimal point and digits; a table that a
/// program wrote may also have an exponent.
public enum DecimalNumber {
    /// Who wrote a number: people keep to plain digits, programs also write `1e-05` and `.5`.
    public enum Writer: Sendable {
        case person, program
    }

    /// The number; nothing where it is written in any other way, or too large.
    public static func parse(_ text: String, by writer: Writer = .person) -> Double? {
        var text = text
        return text.withUTF8 { parse($0, by: writer) }
    }

    /// The number nearest to what bytes write; nothing where they write it in any other way, or it is too large.
    static func parse(_ bytes: UnsafeBufferPointer<UInt8>, by writer: Writer = .person) -> Double? {
        // Large tables hold millions of numbers, so that each is read where it lies.
        func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
        var number = Digits()
        var index = byte(0) == UInt8(ascii: "-") ? 1 : 0
        let isNegative = index == 1
        let whole = number.take(bytes, from: &index)
        var scale = 0
        if byte(index) == UInt8(ascii: ".") {
            index += 1
            scale = -number.take(bytes, from: &index)
            if scale == 0 { return nil }
        }
        guard whole > 0 || (writer == .program && scale < 0) else { return nil }
        if writer == .program, byte(index) | 0x20 == UInt8(ascii: "e") {
            index += 1
            let isBelow = byte(index) == UInt8(ascii: "-")
            if isBelow || byte(index) == UInt8(ascii: "+") { index += 1 }
            let start = index
            var exponent = 0
            while byte(index) &- UInt8(ascii: "0") < 10 {
                exponent = min(100_000, exponent * 10 + Int(byte(index) - UInt8(ascii: "0")))
                index += 1
            }
            if index == start { return nil }
            scale += isBelow ? -exponent : exponent
        }
        guard index == bytes.count else { return nil }
        // Minus zero would be printed with its sign later on.
        if number.areAll, let number = ExactDecimal.number(number.value, timesTenTo: scale) {
            return isNegative && number != 0 ? -number : number
        }
        guard let number = Double(String(decoding: bytes, as: UTF8.self)), number.isFinite else { return nil }
        return number == 0 ? 0 : number
    }

    /// The digits of a number, as far as they fit.
    private struct Digits {
        var value: UInt64 = 0
        /// Whether none was left out.
        var areAll = true

        /// Takes digits from a place on, and says how many.
        @inline(__always)
        mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, from index: inout Int) -> Int {
            let start = index
            while index < bytes.count {
                let digit = bytes[index] &- UInt8(ascii: "0")
                guard digit < 10 else { break }
                if value < 1 << 59 { value = value * 10 + UInt64(digit) } else { areAll = false }
                index += 1
            }
            return index - start
        }
    }

    /// A number beyond 2⁵³, from which whole numbers are not all held, whose digits do not come back: its text, where that has
    /// others than the double is printed with; nothing where all are kept.
    package static func digitsLost(of text: String, as number: Double) -> String? {
        guard number.magnitude >= 9_007_199_254_740_992 else { return nil }
        let (written, kept) = (withoutExponent(text), PlainNumber.text(number))
        return significant(written) == significant(kept) ? nil : written
    }

    /// What is told of a number of which digits are lost.
    static func refusal(ofDigits text: String, as number: Double) -> (problem: String, expected: String) {
        (
            "\(quoted(text)) has more digits than are kept: it would become \(PlainNumber.text(number))",
            "a number of at most 15 digits; a larger unit of measure, or a text where it is a code"
        )
    }

    /// The digits of a number from the first to the last that is not zero.
    private static func significant(_ text: String) -> Substring {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        var rest = digits.drop { $0 == "0" }
        while rest.last == "0" { rest.removeLast() }
        return rest
    }

    /// The number without an exponent and with the same digits, where a text is one with an exponent.
    public static func withoutExponent(_ text: String) -> String {
        let parts = text.split(whereSeparator: { $0 == "e" || $0 == "E" })
        guard parts.count == 2, let shift = Int(parts[1]), abs(shift) <= 400,
            parse(text, by: .program) != nil
        else { return text }
        let isNegative = parts[0].hasPrefix("-")
        let mantissa = parts[0].drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        var digits = mantissa.joined()
        var point = (mantissa.first?.count ?? 0) + shift
        if point < 1 {
            digits = String(repeating: "0", count: 1 - point) + digits
            point = 1
        }
        if point > digits.count { digits += String(repeating: "0", count: point - digits.count) }
        let whole = digits.prefix(point).drop { $0 == "0" }
        let fraction = digits.dropFirst(point)
        return (isNegative ? "-" : "") + (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// What may have been meant, where taking away separators, spaces and full-width forms leaves a number.
    ///
    /// A comma that does not part groups of three or four digits may be a decimal one, so that nothing is suggested.
    static func suggestion(for text: String) -> String? {
        guard text.utf8.count <= 60 else { return nil }
        var folded = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: folded.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x2212, 0x2013, 0x2014: folded.append("-")
            case 0x20, 0xA0, 0x3000: continue
            default: folded.unicodeScalars.append(scalar)
            }
        }
        if folded.hasPrefix("+") { folded.removeFirst() }
        let groups = folded.prefix { $0 != "." }.split(separator: ",", omittingEmptySubsequences: false).dropFirst()
        guard groups.allSatisfy({ (3...4).contains($0.count) }) else { return nil }
        guard !folded.drop(while: { $0 != "." }).contains(",") else { return nil }
        let plain = folded.filter { $0 != "," }
        return plain != text && parse(plain) != nil ? plain : nil
    }
}
