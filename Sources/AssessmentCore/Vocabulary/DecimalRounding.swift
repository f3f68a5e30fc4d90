/// Rounding as it is done on paper: to so many decimals, halves away from zero (四舍五入).
///
/// A binary number stands for the decimal that it is printed as: 2.675 is read as exactly that, and 89.995 that came out
/// of a sum as 89.99499999999999 is too. A number within four units in the last place of a half counts as a half.
public enum DecimalRounding {
    /// A number rounded to decimals, from 0 to 15.
    public static func round(_ value: Double, decimals: Int) -> Double {
        let scale = power(min(max(decimals, 0), 15))
        let scaled = value.magnitude * scale
        // From 2^52 on there is nothing behind the point to round.
        guard scaled.isFinite, scaled < 0x1p52 else { return value }
        let below = scaled.rounded(.down)
        // Where units in the last place are large themselves, four of them would reach down to whole numbers.
        let isHalfOrMore = scaled - below >= 0.5 - min(4 * scaled.ulp, 0x1p-6)
        let rounded = (isHalfOrMore ? below + 1 : below) / scale
        return value < 0 && rounded != 0 ? -rounded : rounded
    }

    /// A number as text with exactly so many decimals, from 0 to 15; the same in every locale.
    ///
    /// From 2^63 on it is written as short as it reads back.
    public static func text(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return "–" }
        let places = min(max(decimals, 0), 15)
        let rounded = round(value, decimals: places)
        guard rounded.magnitude < 0x1p63 else { return String(rounded) }
        let whole = rounded.magnitude.rounded(.down)
        let scale = power(places)
        // Below 2^53 the digits are one whole number; above, only those behind the point still are.
        let scaled = (rounded.magnitude * scale).rounded()
        let isExact = scaled < 0x1p53
        let behind =
            isExact ? scaled.truncatingRemainder(dividingBy: scale) : ((rounded.magnitude - whole) * scale).rounded()
        let front = isExact ? (scaled / scale).rounded(.down) : whole
        return digits(UInt64(front), places: places, UInt64(behind), isNegative: rounded < 0)
    }

    /// A number written from its digits before the point and behind it.
    private static func digits(_ front: UInt64, places: Int, _ behind: UInt64, isNegative: Bool) -> String {
        // Three bytes of a sign, 20 digits, a point, 15 decimals.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 40) { buffer in
            buffer.initialize(repeating: UInt8(ascii: "0"))
            var start = buffer.count
            func write(_ number: UInt64, atLeast count: Int) {
                var (rest, written) = (number, 0)
                while rest > 0 || written < count {
                    start -= 1
                    buffer[start] = UInt8(ascii: "0") + UInt8(rest % 10)
                    rest /= 10
                    written += 1
                }
            }
            if places > 0 {
                write(behind, atLeast: places)
                start -= 1
                buffer[start] = UInt8(ascii: ".")
            }
            write(front, atLeast: 1)
            if isNegative {
                for byte in "−".utf8.reversed() {
                    start -= 1
                    buffer[start] = byte
                }
            }
            return String(decoding: UnsafeBufferPointer(rebasing: buffer[start...]), as: UTF8.self)
        }
    }

    private static let powers = (0...15).map { exponent in (0..<exponent).reduce(1.0) { power, _ in power * 10 } }

    private static func power(_ exponent: Int) -> Double {
        powers[exponent]
    }

    /// A number for a reader: up to six decimals without trailing zeros; in full where those would not show it.
    public static func readable(_ number: Double) -> String {
        let isShown = number == 0 || (1e-3..<1e9).contains(number.magnitude) || number.rounded() == number
        guard number.isFinite, isShown else { return Formula.text(of: number) }
        return trimmed(text(number, decimals: 6))
    }

    /// A number as text without zeros at its end behind the point.
    public static func trimmed(_ number: String) -> String {
        // A power of ten at the end is no row of decimals.
        let mayEnd = number.utf8.contains(UInt8(ascii: ".")) && !number.utf8.contains(UInt8(ascii: "e"))
        guard mayEnd else { return number }
        var end = number.utf8.endIndex
        func last() -> UInt8? { end > number.utf8.startIndex ? number.utf8[number.utf8.index(before: end)] : nil }
        while last() == UInt8(ascii: "0") { number.utf8.formIndex(before: &end) }
        if last() == UInt8(ascii: ".") { number.utf8.formIndex(before: &end) }
        return String(number[..<end])
    }
}
