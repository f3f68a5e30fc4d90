/// Decimal numbers of few digits, whose nearest binary number one exact operation gives.
///
/// Source: W. D. Clinger, How to read floating point numbers accurately, 1990: up to 2⁵³ and with powers of ten up to 10²²
/// both the digits and the power are exact, so that one multiplication or division rounds once.
package enum ExactDecimal {
    private static let powers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]

    /// Digits times a power of ten; nothing where they are too many for one exact operation.
    package static func number(_ digits: UInt64, timesTenTo power: Int) -> Double? {
        guard digits <= 1 << 53, power >= -22, power <= 22 else { return nil }
        return power < 0 ? Double(digits) / powers[-power] : Double(digits) * powers[power]
    }
}
