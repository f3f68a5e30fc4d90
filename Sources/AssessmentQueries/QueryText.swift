internal import AssessmentCore

/// The one SELECT of a SQL file, parted into SQL and the places of its parameters.
///
/// Only what every engine reads in one way is taken: where one of them would see a text end, and another one would not,
/// a value could become SQL. Hence there is no backslash, no dollar sign and no grave accent; identifiers stand in double
/// quotation marks, texts in single ones. Comments are blanked, so that lines stay where they are.
struct QueryText {
    /// A piece of the statement.
    enum Part: Hashable {
        case sql(String)
        case parameter(String)
    }

    /// The statement, without the semicolon behind it.
    let parts: [Part]
    /// The parameters that it names, each with the place where it does so first.
    let parameters: [String: SourcePosition]

    /// Reads a SQL file.
    ///
    /// - Parameter file: what the file is called in messages.
    /// - Throws: `DiagnosticList` with everything that is not one SELECT, or that engines read in different ways.
    init(_ sql: String, file: String) throws(DiagnosticList) {
        var scanner = QueryScanner(sql, file: file)
        scanner.scan()
        if !scanner.problems.isEmpty { throw DiagnosticList(scanner.problems) }
        parts = scanner.parts
        parameters = scanner.parameters
    }

    /// The names of the parameters in the order of their bytes.
    var names: [String] { parameters.keys.sorted() }

    /// The statement with something in the place of each parameter.
    func statement(_ parameter: (String) -> String) -> String {
        parts.map { part in
            switch part {
            case .sql(let text): text
            case .parameter(let name): parameter(name)
            }
        }.joined()
    }
}

/// Walks through a SQL file, scalar by scalar.
struct QueryScanner {
    private let scalars: [Unicode.Scalar]
    private let file: String
    private var index = 0
    private var line = 1
    private var column = 1
    private var text = String.UnicodeScalarView()
    private var words: [String] = []
    private var depth = 0
    private var end: SourcePosition?
    private(set) var parts: [QueryText.Part] = []
    private(set) var parameters: [String: SourcePosition] = [:]
    private(set) var problems: [Diagnostic] = []

    init(_ sql: String, file: String) {
        // A line ends the same way for every engine and in every message.
        scalars = Array(
            sql.replacing("\r\n", with: "\n").unicodeScalars.drop { $0 == "\u{FEFF}" })
        self.file = file
    }

    private var position: SourcePosition { SourcePosition(file: file, line: line, column: column) }

    private func scalar(at offset: Int = 0) -> Unicode.Scalar? {
        scalars.indices.contains(index + offset) ? scalars[index + offset] : nil
    }

    private mutating func report(_ problem: String, expected: String, at place: SourcePosition? = nil) {
        problems.append(Diagnostic(at: place ?? position, problem, expected: expected))
    }

    /// Moves on by a scalar, which goes into the statement, or a gap for it.
    private mutating func advance(keeping: Bool = true) {
        guard let scalar = scalar() else { return }
        check(scalar)
        text.append(keeping || scalar == "\n" ? scalar : " ")
        index += 1
        if scalar == "\n" {
            line += 1
            column = 1
        } else {
            column += 1
        }
    }

    /// Nothing may hide from the person who reads the SQL before allowing it, and no engine reads a backslash alike.
    private mutating func check(_ scalar: Unicode.Scalar) {
        if scalar == "\\" {
            report("a backslash, which engines read in different ways", expected: "SQL without it")
        } else if scalar.isInvisible, scalar != "\n", scalar != "\t" {
            report("an invisible character", expected: "SQL of which everything is seen")
        }
    }

    mutating func scan() {
        while let scalar = scalar() {
            if let end, !isGap(scalar) {
                report(
                    "something follows the semicolon that ends the statement", expected: "one statement a file", at: end
                )
                return
            }
            switch scalar {
            case "'": quoted("'", "a text")
            case "\"": quoted("\"", "an identifier in quotation marks")
            case "-" where self.scalar(at: 1) == "-": lineComment()
            case "/" where self.scalar(at: 1) == "*": blockComment()
            case ":": colon()
            case ";":
                end = position
                advance(keeping: false)
            case "$", "`", "{", "}", "#", "@", "?":
                report(
                    "‘\(scalar)’ outside of a text, which engines read in different ways",
                    expected: scalar == "`" ? "identifiers in double quotation marks" : "parameters such as :year")
                advance()
            case "(":
                depth += 1
                words.append("(")
                advance()
            case ")":
                depth -= 1
                if depth < 0 { report("a parenthesis is closed that was not opened", expected: "one for each") }
                words.append(")")
                advance()
            case _ where isWord(scalar): word()
            default:
                if !isGap(scalar) { words.append(String(scalar)) }
                advance()
            }
        }
        if depth > 0 { report("a parenthesis is not closed", expected: "one for each that was opened") }
        flush()
        problems += StatementRules.problems(words: words, file: file)
    }

    private func isGap(_ scalar: Unicode.Scalar) -> Bool {
        // A comment after the semicolon is no second statement.
        scalar.properties.isWhitespace || (end != nil && startsComment)
    }

    private var startsComment: Bool {
        (scalar() == "-" && scalar(at: 1) == "-") || (scalar() == "/" && scalar(at: 1) == "*")
    }

    private func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }

    private mutating func word() {
        var word = String.UnicodeScalarView()
        while let scalar = scalar(), isWord(scalar) {
            word.append(scalar)
            advance()
        }
        words.append(String(word).uppercased())
    }

    /// A text or an identifier, in which the quotation mark itself is written twice.
    private mutating func quoted(_ mark: Unicode.Scalar, _ what: String) {
        let opening = position
        words.append(String(mark))
        advance()
        while let scalar = scalar() {
            advance()
            if scalar == mark {
                if self.scalar() != mark { return }
                advance()
            }
        }
        report("\(what) is not closed", expected: "a closing \(mark)", at: opening)
    }

    private mutating func lineComment() {
        while let scalar = scalar(), scalar != "\n" { advance(keeping: false) }
    }

    /// Some engines nest these comments and some do not, so that one within another is refused.
    private mutating func blockComment() {
        let opening = position
        advance(keeping: false)
        advance(keeping: false)
        while let scalar = scalar() {
            if scalar == "/", self.scalar(at: 1) == "*" {
                report(
                    "a comment begins within another one, which engines read in different ways", expected: "‘*/’ first")
            }
            advance(keeping: false)
            if scalar == "*", self.scalar() == "/" {
                advance(keeping: false)
                return
            }
        }
        report("a comment is not closed", expected: "‘*/’", at: opening)
    }

    /// A parameter; two colons are a cast.
    private mutating func colon() {
        if scalar(at: 1) == ":" {
            report("‘::’ is not read by every engine", expected: "CAST(… AS …)")
            advance()
            advance()
            return
        }
        let place = position
        var name = String.UnicodeScalarView()
        var offset = 1
        while let scalar = scalar(at: offset), isWord(scalar) {
            name.append(scalar)
            offset += 1
        }
        guard let first = name.first, first.properties.isAlphabetic else {
            report("a colon without the name of a parameter", expected: "a parameter such as :year")
            advance()
            return
        }
        flush()
        parts.append(.parameter(String(name)))
        words.append(":")
        if parameters[String(name)] == nil { parameters[String(name)] = place }
        index += offset
        column += offset
    }

    private mutating func flush() {
        if !text.isEmpty { parts.append(.sql(String(text))) }
        text = String.UnicodeScalarView()
    }
}
