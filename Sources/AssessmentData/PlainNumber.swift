/// A number as people write one, without an exponent, in as many digits as give the same number back.
package enum PlainNumber {
    /// The digits of a number.
    package static func text(_ number: Double) -> String {
        if number.magnitude < 1e15, number == number.rounded(.towardZero) { return String(Int(number)) }
        let text = number.description
        if text.hasSuffix(".0") { return String(text.dropLast(2)) }
        let parts = text.split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]) else { return text }
        let sign = parts[0].hasPrefix("-") ? "-" : ""
        let digits = parts[0].filter { $0 != "-" && $0 != "." }
        let whole = parts[0].drop { $0 == "-" }.prefix { $0 != "." }.count + exponent
        // Swift writes one digit before the point.
        if whole <= 0 { return sign + "0." + String(repeating: "0", count: -whole) + digits }
        if whole >= digits.count { return sign + digits + String(repeating: "0", count: whole - digits.count) }
        return sign + digits.prefix(whole) + "." + digits.dropFirst(whole)
    }

    /// A number times 100 with a percent sign, exactly to the digits of its text: `47.6%` of 0.476.
    package static func percentage(_ number: Double) -> String {
        WrittenNumber.shifted(text(number), by: 2) + "%"
    }
}
