import AssessmentCore

/// A word, number or sign of a formula with the place where it begins.
struct FormulaToken {
    enum Kind: Equatable {
        case number(Double)
        case name(String)
        /// A name in backquotes, which is never a word of formulas.
        case quotedName(String)
        /// A text in quotes, such as the code of a unit.
        case text(String)
        case sign(String)
        case end
    }

    let kind: Kind
    /// The number of characters before it.
    let offset: Int

    /// The token as it is written, for messages.
    var written: String {
        switch kind {
        case .number(let number): Formula.text(of: number)
        case .name(let name), .quotedName(let name): name
        case .text(let text): "\"\(text)\""
        case .sign(let sign): sign
        case .end: "the end"
        }
    }
}

/// What is wrong with a formula, and where in its text.
struct FormulaProblem: Error {
    let offset: Int
    let problem: String
    let expected: String?
    let suggestion: String?

    init(at offset: Int, _ problem: String, expected: String? = nil, suggestion: String? = nil) {
        self.offset = offset
        self.problem = problem
        self.expected = expected
        self.suggestion = suggestion
    }
}

/// Splits the text of a formula into tokens.
struct FormulaScanner {
    private let characters: [Character]
    private var position = 0

    init(_ text: String) {
        characters = Array(text)
    }

    /// The tokens in order, the end last.
    mutating func tokens() throws(FormulaProblem) -> [FormulaToken] {
        var tokens: [FormulaToken] = []
        while position < characters.count {
            if characters[position].isWhitespace {
                position += 1
                continue
            }
            let start = position
            tokens.append(FormulaToken(kind: try next(), offset: start))
        }
        return tokens + [FormulaToken(kind: .end, offset: characters.count)]
    }

    private mutating func next() throws(FormulaProblem) -> FormulaToken.Kind {
        let first = characters[position]
        if first.isASCII, first.isNumber || first == "." { return try number() }
        if first.isLetter || first == "_" { return name() }
        if first == "`" { return .quotedName(try quoted("`", "a name")) }
        if first == "\"" { return .text(try quoted("\"", "a text")) }
        let pair = position + 1 < characters.count ? String(characters[position...position + 1]) : ""
        if ["<=", ">=", "!="].contains(pair) {
            position += 2
            return .sign(pair)
        }
        position += 1
        if "+-*/^()<>=,".contains(first) { return .sign(String(first)) }
        if let meant = FormulaScanner.lookAlikes[first] {
            throw FormulaProblem(at: position - 1, "‘\(first)’ is no sign of a formula", suggestion: meant)
        }
        throw FormulaProblem(
            at: position - 1, "‘\(first)’ is no sign of a formula",
            expected: "names, numbers, + - * / ^ ( ) < <= > >= = != and commas")
    }

    private static let lookAlikes: [Character: String] = [
        "（": "(", "）": ")", "，": ",", "＋": "+", "－": "-", "−": "-", "–": "-", "×": "*", "·": "*", "÷": "/", "／": "/",
        "＊": "*", "＝": "=", "≤": "<=", "≥": ">=", "≠": "!=", "＜": "<", "＞": ">",
    ]

    private mutating func number() throws(FormulaProblem) -> FormulaToken.Kind {
        let start = position
        while position < characters.count, characters[position].isASCII,
            characters[position].isNumber || characters[position] == "."
        {
            position += 1
        }
        if position < characters.count, "eE".contains(characters[position]) {
            var end = position + 1
            if end < characters.count, "+-".contains(characters[end]) { end += 1 }
            if end < characters.count, characters[end].isASCII, characters[end].isNumber {
                while end < characters.count, characters[end].isASCII, characters[end].isNumber { end += 1 }
                position = end
            }
        }
        let text = String(characters[start..<position])
        if position < characters.count, characters[position].isLetter || characters[position] == "_" {
            throw FormulaProblem(
                at: start, "a name cannot begin with a digit",
                expected: "a sign between a number and a name, or the name in backquotes")
        }
        if position < characters.count, characters[position] == "%" || characters[position] == "％" {
            throw FormulaProblem(at: position, "per cent are not written in a formula", suggestion: "\(text) / 100")
        }
        let written = YAMLNumber(text)?.value ?? Double(text)
        guard let number = written, number.isFinite else {
            throw FormulaProblem(at: start, "‘\(text)’ is not a number", expected: "digits with a decimal point")
        }
        return .number(number)
    }

    private mutating func name() -> FormulaToken.Kind {
        let start = position
        while position < characters.count {
            let character = characters[position]
            guard character.isLetter || character.isNumber || "_.@".contains(character) else { break }
            position += 1
        }
        return .name(String(characters[start..<position]))
    }

    private mutating func quoted(_ mark: Character, _ what: String) throws(FormulaProblem) -> String {
        let start = position
        position += 1
        var text = ""
        while position < characters.count, characters[position] != mark {
            text.append(characters[position])
            position += 1
        }
        guard position < characters.count else {
            throw FormulaProblem(at: start, "\(what) in quotes does not end", expected: "‘\(mark)’ behind it")
        }
        position += 1
        guard !text.isEmpty else { throw FormulaProblem(at: start, "there is nothing between the quotes") }
        return text
    }
}
