public import AssessmentCore

/// A number as a person wrote it in a form, with the decimal number that the declared rules make of it.
public struct WrittenNumber: Sendable, Hashable {
    /// Why a text is no number here.
    public struct Refusal: Error, Sendable, Hashable {
        /// What is wrong.
        public let problem: String
        /// What was expected.
        public let expected: String
    }

    /// The number as digits with a decimal point.
    public let digits: String
    /// The number.
    public let value: Double

    /// Reads a text.
    ///
    /// Powers of ten move the decimal point of the text, so that no digit is lost: `0.3亿` of a variable in 万元 is 3000
    /// exactly.
    ///
    /// - Parameters:
    ///   - text: the text of the cell, without white space at its ends.
    ///   - unit: what the variable is measured in.
    ///   - rules: what is taken besides digits with a decimal point.
    /// - Throws: ``Refusal`` where it is no number by these rules.
    public init(_ text: String, in unit: UnitOfMeasure, rules: Set<NumberRule>) throws(Refusal) {
        var rest = text
        if rules.contains(.fullWidthDigits) { rest = WrittenNumber.narrow(rest) }
        var power = 0
        if rules.contains(.percentSigns), rest.hasSuffix("%"), unit.symbol.zh == "%" {
            rest = String(rest.dropLast()).trimmed
        } else if rules.contains(.chineseUnits) {
            (rest, power) = try WrittenNumber.withoutUnit(rest, of: unit, in: text)
        }
        if rules.contains(.thousandsSeparators) { rest = WrittenNumber.withoutSeparators(rest) }
        guard DecimalNumber.parse(rest) != nil else {
            let hasDigits = rest.contains { $0.isASCII && $0.isNumber }
            throw Refusal(
                problem: "\(quoted(text)) is not a number",
                expected: WrittenNumber.wording(rules)
                    + (hasDigits ? "" : "; where there is no value, leave it blank and say why in the column for that"))
        }
        digits = WrittenNumber.shifted(rest, by: power)
        guard let value = DecimalNumber.parse(digits) else {
            throw Refusal(problem: "\(quoted(text)) is too large a number", expected: WrittenNumber.wording(rules))
        }
        if DecimalNumber.digitsLost(of: digits, as: value) != nil {
            let refusal = DecimalNumber.refusal(ofDigits: text, as: value)
            throw Refusal(problem: refusal.problem, expected: refusal.expected)
        }
        self.value = value
    }

    /// What a cell may hold by some rules.
    static func wording(_ rules: Set<NumberRule>) -> String {
        let plain = "digits with a decimal point"
        if rules == Set(NumberRule.allCases) { return plain + ", by the rules that the specification declares" }
        let undeclared = NumberRule.allCases.filter { !rules.contains($0) }.map(\.rawValue)
        return plain + "; ‘numbers’ of the collection does not declare " + undeclared.joined(separator: ", ")
    }

    /// A text whose characters of full width are replaced by the usual ones.
    private static func narrow(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    (0xFF01...0xFF5E).contains(scalar.value)
                        ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
                }))
    }

    /// A text without commas that part groups of three digits; as it is where they stand otherwise.
    private static func withoutSeparators(_ text: String) -> String {
        let sign = text.hasPrefix("-") ? "-" : ""
        let parts = text.dropFirst(sign.count).split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, whole.contains(","), parts.count == 1 || !parts[1].contains(",") else {
            return text
        }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        // No group of thousands begins with a zero: in ‘0,123’ the comma is that of a decimal.
        guard (1...3).contains(groups[0].count), !groups[0].hasPrefix("0"),
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return text }
        return sign + groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
    }

    /// The powers of ten that may stand before what is counted.
    private static let powers: [(word: Character, power: Int)] = [("亿", 8), ("万", 4), ("千", 3), ("百", 2)]

    /// A number without the unit behind it, and the power of ten that converts it to the variable's unit of measure.
    private static func withoutUnit(
        _ text: String, of unit: UnitOfMeasure, in whole: String
    ) throws(Refusal) -> (digits: String, power: Int) {
        let end = text.lastIndex { $0.isASCII && $0.isNumber }.map(text.index(after:)) ?? text.startIndex
        let (digits, written) = (String(text[..<end]).trimmed, String(text[end...]).trimmed)
        // What has no digit is a word, however it is meant.
        guard !written.isEmpty, !digits.isEmpty else { return (text, 0) }
        let (given, wanted) = (parted(written), parted(unit.symbol.zh))
        guard given.base.isEmpty || given.base == wanted.base else {
            throw Refusal(
                problem: "\(quoted(whole)) is measured in \(quoted(given.base))",
                expected: "a number in \(quoted(unit.symbol.zh)), the variable's unit of measure")
        }
        return (digits, given.power - wanted.power)
    }

    /// A unit of measure as the power of ten before what is counted, and what is counted: 万元 is 元 in 10⁴.
    private static func parted(_ unit: String) -> (power: Int, base: String) {
        var (power, rest) = (0, unit[...])
        while let first = rest.first, let known = powers.first(where: { $0.word == first }) {
            power += known.power
            rest.removeFirst()
        }
        return (power, String(rest))
    }

    /// A decimal number times a power of ten, as a text.
    static func shifted(_ digits: String, by power: Int) -> String {
        guard power != 0 else { return digits }
        let sign = digits.hasPrefix("-") ? "-" : ""
        let parts = digits.dropFirst(sign.count).split(separator: ".", maxSplits: 1)
        var (whole, fraction) = (String(parts.first ?? "0"), parts.count == 2 ? String(parts[1]) : "")
        if power > 0 {
            fraction += String(repeating: "0", count: max(0, power - fraction.count))
            whole += fraction.prefix(power)
            fraction = String(fraction.dropFirst(power))
        } else {
            whole = String(repeating: "0", count: max(0, 1 - power - whole.count)) + whole
            fraction = whole.suffix(-power) + fraction
            whole = String(whole.dropLast(-power))
        }
        while whole.count > 1, whole.hasPrefix("0") { whole.removeFirst() }
        return sign + whole + (fraction.isEmpty ? "" : "." + fraction)
    }
}
