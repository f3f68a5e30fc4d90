internal import AssessmentCore

/// Numbers as text, the same in every locale, rounded as the reports round.
enum DecimalText {
    /// A number with exactly so many decimals, with the sign of a minus.
    static func of(_ value: Double, decimals: Int) -> String {
        let text = DecimalRounding.text(value, decimals: decimals)
        return text.hasPrefix("-") ? "−" + text.dropFirst() : text
    }

    /// A coordinate with at most two decimals; zero for what is no number.
    static func coordinate(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e9 else { return "0" }
        let text = DecimalRounding.text(value, upTo: 2)
        // A minus sign of three bytes, the first of which no digit has.
        return text.utf8.first == 0xE2 ? "-" + text.dropFirst() : text
    }
}
