/// Rounding as it is done on paper: to so many decimals, halves away from zero (四舍五入).
///
/// A binary number stands for the decimal that it is printed as: 2.675 is read as exactly that, and 89.995 that came out
/// of a sum as 89.99499999999999 is too. A number within four units in the last place of a half counts as a half.
public enum DecimalRounding {
    /// A share from 0 to 1 in per cent, with a decimal where it needs one; what is seldom is not printed as 0%, and only the whole
    /// as 100%.
    package static func percentage(of share: Double) -> String {
        let rounded = round(100 * share, decimals: 1)
        if rounded == 0, share > 0 { return "<0.1%" }
        return rounded == rounded.rounded() && (rounded < 100 || share >= 1)
            ? "\(text(rounded, decimals: 0))%" : "\(text(min(rounded, 99.9), decimals: 1))%"
    }

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
        text(value, places: min(max(decimals, 0), 15), keepsZeros: true)
    }

    /// A number as text with at most so many decimals, from 0 to 15, and no zeros at the end behind the point; otherwise
    /// as ``text(_:decimals:)``.
    public static func text(_ value: Double, upTo decimals: Int) -> String {
        text(value, places: min(max(decimals, 0), 15), keepsZeros: false)
    }

    private static func text(_ value: Double, places: Int, keepsZeros: Bool) -> String {
        guard value.isFinite else { return "–" }
        let rounded = round(value, decimals: places)
        guard rounded.magnitude < 0x1p63 else { return String(rounded) }
        let scale = power(places)
        // Below 2^53 the digits are one whole number; above, only those behind the point still are.
        let scaled = (rounded.magnitude * scale).rounded()
        let front: UInt64
        var behind: UInt64
        if scaled < 0x1p53 {
            (front, behind) = UInt64(scaled).quotientAndRemainder(dividingBy: UInt64(scale))
        } else {
            let whole = rounded.magnitude.rounded(.down)
            (front, behind) = (UInt64(whole), UInt64(((rounded.magnitude - whole) * scale).rounded()))
        }
        var places = places
        while !keepsZeros, places > 0, behind % 10 == 0 {
            behind /= 10
            places -= 1
        }
        return digits(front, places: places, behind, isNegative: rounded < 0)
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

    /// A power of ten, exact up to the twenty-second.
    private static func power(_ exponent: Int) -> Double {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }

    /// A number for a reader: up to six decimals without trailing zeros; in full where those would not show it.
    public static func readable(_ number: Double) -> String {
        let isShown = number == 0 || (1e-3..<1e9).contains(number.magnitude) || number.rounded() == number
        guard number.isFinite, isShown else { return Formula.text(of: number) }
        return text(number, upTo: 6)
    }
}
