import AssessmentCore

/// The text of a formula taken apart into tokens.
struct FormulaScanner {
    private let characters: [Character]
    private var place = 0

    private init(_ text: String) { characters = Array(text) }

    /// The tokens of a text, with one behind the last that marks the end.
    static func tokens(of text: String) throws(FormulaProblem) -> [FormulaToken] {
        var scanner = FormulaScanner(text)
        var tokens: [FormulaToken] = []
        while true {
            let token = try scanner.next()
            tokens.append(token)
            if token.kind == .end { return tokens }
        }
    }

    private var current: Character? { character(at: place) }

    private func character(at place: Int) -> Character? {
        characters.indices.contains(place) ? characters[place] : nil
    }

    private mutating func next() throws(FormulaProblem) -> FormulaToken {
        take { $0.isWhitespace }
        guard let first = current else { return FormulaToken(kind: .end, written: "", offset: place) }
        if first.isASCIIDigit || first == "." && character(at: place + 1)?.isASCIIDigit == true { return try number() }
        if first.canBeginFormulaName { return name() }
        switch first {
        case "(": return token(.open)
        case ")": return token(.close)
        case ",": return token(.comma)
        case "`": return try enclosed("a name in backquotes") { .quotedName($0) }
        case "\"": return try enclosed("a text in quotes") { .text($0) }
        default: return try operation(first)
        }
    }

    private mutating func token(_ kind: FormulaToken.Kind, length: Int = 1) -> FormulaToken {
        let start = place
        place = min(place + length, characters.count)
        return FormulaToken(kind: kind, written: String(characters[start..<place]), offset: start)
    }

    @discardableResult
    private mutating func take(while condition: (Character) -> Bool) -> String {
        let start = place
        while let character = current, condition(character) { place += 1 }
        return String(characters[start..<place])
    }

    private mutating func name() -> FormulaToken {
        let start = place
        let name = take { $0.canContinueFormulaName }
        let kind: FormulaToken.Kind =
            switch name {
            case "and": .operation(.and)
            case "or": .operation(.or)
            case "not": .not
            case "of": .of
            default: .name(name)
            }
        return FormulaToken(kind: kind, written: name, offset: start)
    }

    /// What stands between two equal marks, where the mark doubled stands for itself.
    private mutating func enclosed(
        _ what: String, _ kind: (String) -> FormulaToken.Kind
    ) throws(FormulaProblem) -> FormulaToken {
        let start = place
        let mark = characters[place]
        place += 1
        var content = ""
        while let character = current {
            place += 1
            if character == mark {
                guard current == mark else {
                    guard content.contains(where: { !$0.isWhitespace }) else {
                        throw FormulaProblem(at: start, "\(what) is empty")
                    }
                    return FormulaToken(
                        kind: kind(content), written: String(characters[start..<place]), offset: start)
                }
                place += 1
            }
            content.append(character)
        }
        throw FormulaProblem(at: start, "\(what) is not closed", expected: "another \(mark) behind it")
    }

    private mutating func number() throws(FormulaProblem) -> FormulaToken {
        let start = place
        take { $0.isASCIIDigit }
        if current == "." {
            place += 1
            take { $0.isASCIIDigit }
        }
        if current == "e" || current == "E" {
            let sign = character(at: place + 1)
            let skipped = sign == "+" || sign == "-" ? 2 : 1
            if character(at: place + skipped)?.isASCIIDigit == true {
                place += skipped
                take { $0.isASCIIDigit }
            }
        }
        let written = String(characters[start..<place])
        try refuseWhatFollows(written, from: start)
        guard let number = YAMLNumber(written) else {
            throw FormulaProblem(
                at: start, "\(quoted(written)) \(YAMLNumberLookAlike(written).problem)",
                expected: "a number; a comma only parts the arguments of a function",
                suggestion: YAMLNumberLookAlike(written).suggestion)
        }
        guard number.value.isFinite else {
            throw FormulaProblem(at: start, "\(quoted(written)) is too large for a number")
        }
        guard number.value != 0 || number.isZero else {
            throw FormulaProblem(at: start, "\(quoted(written)) is too close to zero")
        }
        return FormulaToken(kind: .number(number.value), written: written, offset: start)
    }

    /// Refuses what stands directly behind a number as if it were part of it.
    private func refuseWhatFollows(_ number: String, from start: Int) throws(FormulaProblem) {
        guard let next = current else { return }
        if next == "%" || next == "％" {
            throw FormulaProblem(
                at: place, "a formula has no percent sign", expected: "a fraction", suggestion: "\(number) / 100")
        }
        guard next.canContinueFormulaName || next == "`" || next == "\"" else { return }
        let rest = String(characters[place...].prefix { $0.canContinueFormulaName || $0 == next })
        throw FormulaProblem(
            at: start, "the number \(quoted(number)) runs into \(quoted(rest))",
            expected: "an operator such as * between them, or backquotes around a name that begins with a digit")
    }

    private mutating func operation(_ first: Character) throws(FormulaProblem) -> FormulaToken {
        let pair = String(characters[place...].prefix(2))
        if let slip = FormulaLookAlikes.pairs[pair] { throw slip.problem(at: place, pair) }
        if let operation = FormulaOperator(rawValue: pair) { return token(.operation(operation), length: pair.count) }
        if let operation = FormulaOperator(rawValue: String(first)) { return token(.operation(operation)) }
        throw FormulaLookAlikes.problem(with: first, at: place)
    }
}

extension Character {
    /// Whether a name without backquotes can begin with this: a letter of any script, or `_`.
    var canBeginFormulaName: Bool {
        // A character may carry marks that cannot be seen; a name with one would not be the name it looks like.
        self == "_"
            || isLetter
                && unicodeScalars.allSatisfy { scalar in
                    switch scalar.properties.generalCategory {
                    case .nonspacingMark, .spacingMark: true
                    default: scalar.properties.isAlphabetic && !(0xFF01...0xFF5E).contains(scalar.value)
                    }
                }
    }

    /// Whether a name without backquotes can go on with this.
    var canContinueFormulaName: Bool {
        canBeginFormulaName || isASCIIDigit || self == "." || self == "@"
    }
}
