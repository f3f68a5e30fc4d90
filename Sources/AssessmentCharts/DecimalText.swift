/// Numbers as text, the same in every locale, rounded by the rule of the reports: half away from zero in decimals.
enum DecimalText {
    /// A number with exactly so many decimals, from 0 to 9.
    static func of(_ value: Double, decimals: Int) -> String {
        let places = min(max(decimals, 0), 9)
        let scale = (0..<places).reduce(1.0) { power, _ in power * 10 }
        let scaled = value.magnitude * scale
        // Beyond this not every digit is known any more.
        guard scaled.isFinite, scaled < 0x1p53 else { return (value < 0 ? "−" : "") + "\(value.magnitude)" }
        let below = scaled.rounded(.down)
        let isHalfOrMore = scaled - below >= 0.5 - min(4 * scaled.ulp, 0x1p-6)
        let digits = String(UInt64(isHalfOrMore ? below + 1 : below))
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let text = places == 0 ? padded : "\(padded.dropLast(places)).\(padded.suffix(places))"
        return value < 0 && digits != "0" ? "−" + text : text
    }

    /// A coordinate with at most two decimals; zero for what is no number.
    static func coordinate(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e9 else { return "0" }
        var text = of(value, decimals: 2)
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text.hasPrefix("−") ? "-" + text.dropFirst() : text
    }
}
