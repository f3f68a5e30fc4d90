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
        let isHalfOrMore = scaled - below >= 0.5 - 4 * scaled.ulp
        let rounded = (isHalfOrMore ? below + 1 : below) / scale
        return value < 0 && rounded != 0 ? -rounded : rounded
    }

    /// A number as text with exactly so many decimals, from 0 to 15; the same in every locale.
    public static func text(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return "–" }
        let places = min(max(decimals, 0), 15)
        let rounded = round(value, decimals: places)
        let scaled = (rounded.magnitude * power(places)).rounded()
        guard scaled < 0x1p63 else { return String(rounded) }
        var digits = String(UInt64(scaled))
        if digits.count <= places { digits = String(repeating: "0", count: places + 1 - digits.count) + digits }
        if places > 0 { digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -places)) }
        return rounded < 0 ? "−" + digits : digits
    }

    private static func power(_ exponent: Int) -> Double {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}
