import AssessmentCore

extension YAMLNode {
    /// The number written here in decimal digits, refusing whatever YAML readers disagree about.
    func number() throws(Diagnostic) -> Double {
        let expected = "a number"
        let text = try unquotedText(expected: expected)
        guard let number = YAMLNumber(text) else { throw notANumber(text, expected: expected) }
        guard number.value.isFinite else {
            throw Diagnostic(at: position, "\(quoted(text)) is too large for a number", expected: expected)
        }
        guard number.value != 0 || number.isZero else {
            throw Diagnostic(at: position, "\(quoted(text)) is too close to zero", expected: expected)
        }
        // Minus zero would be printed with its sign later on.
        return number.isZero ? 0 : number.value
    }

    /// The whole number within a range that is written here.
    func integer(in range: ClosedRange<Int>) throws(Diagnostic) -> Int {
        let expected = YAMLNode.wording(of: range)
        let text = try unquotedText(expected: expected)
        guard let number = YAMLNumber(text) else { throw notANumber(text, expected: expected) }
        guard number.isWhole else {
            let whole = Int(exactly: number.value).flatMap { range.contains($0) ? String($0) : nil }
            throw Diagnostic(
                at: position, "\(quoted(text)) is not written as a whole number", expected: expected, suggestion: whole)
        }
        guard let integer = Int(text), range.contains(integer) else {
            let side = number.value < Double(range.lowerBound) ? "small" : "large"
            throw Diagnostic(at: position, "\(quoted(text)) is too \(side)", expected: expected)
        }
        return integer
    }

    private func notANumber(_ text: String, expected: String) -> Diagnostic {
        let lookAlike = YAMLNumberLookAlike(text)
        return Diagnostic(
            at: position, "\(quoted(text)) \(lookAlike.problem)", expected: expected, suggestion: lookAlike.suggestion)
    }

    private static func wording(of range: ClosedRange<Int>) -> String {
        switch (range.lowerBound, range.upperBound) {
        case (.min, .max): "a whole number"
        case (.min, let upper): "a whole number, at most \(upper)"
        case (let lower, .max): "a whole number, at least \(lower)"
        case (let lower, let upper): "a whole number from \(lower) to \(upper)"
        }
    }
}

/// A text that is a decimal number to every YAML reader: sign, digits without a leading zero, fraction, exponent.
struct YAMLNumber {
    /// The nearest double, infinite where there is none.
    let value: Double
    /// Whether it is written with digits alone, but for a sign.
    let isWhole: Bool
    /// Whether each digit before the exponent is zero.
    let isZero: Bool

    /// Reads a number, or nothing where the text is not one.
    init?(_ text: String) {
        var rest = Substring(text).utf8
        if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        let whole = YAMLNumber.takeDigits(from: &rest)
        if whole.count > 1, whole.first == UInt8(ascii: "0") { return nil }
        var fraction: Substring.UTF8View?
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = YAMLNumber.takeDigits(from: &rest)
        }
        guard !whole.isEmpty || fraction?.isEmpty == false else { return nil }
        var hasExponent = false
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            hasExponent = true
            rest.removeFirst()
            if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
            guard !YAMLNumber.takeDigits(from: &rest).isEmpty else { return nil }
        }
        guard rest.isEmpty else { return nil }
        isWhole = fraction == nil && !hasExponent
        isZero = (whole.map { $0 } + (fraction.map(Array.init) ?? [])).allSatisfy { $0 == UInt8(ascii: "0") }
        value = Double(text) ?? .infinity
    }

    private static func takeDigits(from text: inout Substring.UTF8View) -> Substring.UTF8View {
        let digits = text.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        text = text.dropFirst(digits.count)
        return digits
    }
}
