import AssessmentCore

/// What may stand behind a key. The words of messages, the schema and the reference are derived from it.
indirect enum ValueForm: Sendable {
    /// A text, called as in `a column`; of a pattern where one is given, and often one of some words.
    case text(String = "a text", matching: String? = nil, often: [String] = [])
    /// One of some words.
    case words([String])
    /// An id that the catalogue has.
    case known(Known)
    /// A number, called as in `a share`.
    case number(String = "a number", above: Double? = nil, atLeast: Double? = nil, atMost: Double? = nil)
    /// A whole number, called as in `a depth`.
    case integer(ClosedRange<Int>, called: String = "a whole number")
    /// `true` or `false`.
    case flag
    /// A year.
    case year
    /// A number, or a table of numbers by year, or by unit, class and period.
    case numberTable(atLeast: Double? = nil, atMost: Double? = nil)
    /// A method, with its parameters.
    case method(MethodKind)
    /// The values of the parameters of an indicator or a formula.
    case parameters
    /// A list, of at least so many items; where no number is given, nothing may stand in its place.
    case list(ValueForm, of: String, atLeast: Int? = nil)
    /// A single value, or a list of at least so many.
    case oneOrMore(ValueForm, String, atLeast: Int = 1)
    /// A mapping whose keys are free, or of a pattern.
    case named(by: String, ValueForm, matching: String? = nil)
    /// One of some forms.
    case either([ValueForm])
    /// A mapping with keys of its own.
    case shape(@Sendable () -> Shape)
    /// An empty value, which stands for a mapping without keys.
    case nothing

    /// What an id may be one of.
    enum Known: Sendable {
        case plugins, indicators, variables, registers
    }

    /// The kinds of methods.
    enum MethodKind: String, Sendable, CaseIterable {
        case evaluator, treatment, imputation, aggregation, weighting, format
        /// A weighting that another one combines.
        case combinedWeighting = "combined weighting"
    }
}

extension ValueForm {
    static let path = ValueForm.text("a path")
    static let formula = ValueForm.text("a formula")
    static let column = ValueForm.text("a column")
    static let node = ValueForm.text("the id of a node")
    static let unit = ValueForm.text("the code of a unit")
    static let place = ValueForm.text("a place such as data.matrix")
    static let share = ValueForm.number("a share", atLeast: 0, atMost: 1)
    static let positive = ValueForm.number(above: 0)
    static let decimals = ValueForm.integer(0...15, called: "a number of decimals")
    static let levels = ValueForm.oneOrMore(.text("a level"), "levels")
    static let nodes = ValueForm.oneOrMore(.text("a node"), "nodes")
    static let date = ValueForm.text("a date", matching: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    static let yearPattern = "^[0-9]{4}$"
    static let identifier = ValueForm.text("a lower-case id", matching: "^[a-z][a-z0-9_.-]*$")
    /// Letters of any script are not told from other signs outside ASCII, which not every regular expression can.
    static let nodePattern = "^[^\\s!-@\\[-`{-~][^\\s!-,/:-@\\[-^`{-~]*$"
    static let nodeIdentifier = ValueForm.text("an id", matching: nodePattern)
    static let referenceSet = ValueForm.text("a reference set", often: ReferenceScope.words(groupings: []))
    static let years = ValueForm.oneOrMore(
        .either([.year, .text("a range such as 2016-2019", matching: "^[0-9]{4}-[0-9]{4}$")]), "years and ranges")
    static let bilingual = ValueForm.either([.text(), .shape { YAMLNode.bilingualShape }])
    static let matrix = ValueForm.list(.list(cell, of: "numbers", atLeast: 0), of: "rows", atLeast: 0)
    private static let cell = ValueForm.either([
        .number(), .text("a fraction", matching: "^[+-]?[0-9]+/[+-]?[0-9]+$"), .nothing,
    ])

    /// The words of an enumeration.
    static func words<Word: CaseIterable & RawRepresentable>(_ type: Word.Type) -> ValueForm
    where Word.RawValue == String {
        .words(type.allCases.map(\.rawValue))
    }
}

extension ValueForm {
    /// What stands there, in words.
    var words: String {
        switch self {
        case .text(let name, _, _): name
        case .words(let words): ValueForm.listed(words, "or")
        case .known(let kind): kind.words
        case .number(let name, let above?, _, _): "\(name) above \(Formula.text(of: above))"
        case .number(let name, nil, let low, let high):
            name + Parameter.Kind.number(atLeast: low, atMost: high).name.dropFirst("a number".count)
        case .integer(let range, let name):
            range.upperBound == .max
                ? "\(name) from \(range.lowerBound)"
                : "\(name) from \(range.lowerBound) to \(range.upperBound)"
        case .flag: "true or false"
        case .year: "a year"
        case .numberTable(let low, let high): Parameter.Kind.number(atLeast: low, atMost: high).name + ", or a table"
        case .method(let kind): ("aei".contains(kind.rawValue.prefix(1)) ? "an " : "a ") + kind.rawValue
        case .parameters: "a mapping of parameters"
        case .list(_, let items, _): "a list of \(items)"
        case .oneOrMore(let item, let items, _): "\(item.words) or a list of \(items)"
        case .named(let key, let value, _): "{ \(key): \(value.noun) }"
        case .either(let forms):
            forms.filter { if case .nothing = $0 { false } else { true } }.map(\.words).joined(separator: ", or ")
        case .shape(let shape):
            shape().keys.count > 4 ? "a mapping" : "{ " + shape().keys.map(\.name).joined(separator: ", ") + " }"
        case .nothing: "nothing"
        }
    }

    /// What stands there, in words without an article.
    private var noun: String {
        if case .oneOrMore(_, let items, _) = self { return items }
        let words = self.words
        let article = ["a ", "an ", "the "].first(where: words.hasPrefix) ?? ""
        return String(words.dropFirst(article.count))
    }

    /// The shapes that may stand there, without those below them.
    var shapes: [Shape] {
        switch self {
        case .shape(let shape): [shape()]
        case .list(let form, _, _), .oneOrMore(let form, _, _), .named(_, let form, _): form.shapes
        case .either(let forms):
            forms.flatMap(\.shapes).reduce(into: []) { shapes, shape in
                if !shapes.contains(where: { $0.name == shape.name }) { shapes.append(shape) }
            }
        case .numberTable: [MethodDecoder.lineShape(.number())]
        case .method(.format): [ExportsDecoder.templateShape]
        case .text, .words, .known, .number, .integer, .flag, .year, .method, .parameters, .nothing: []
        }
    }

    /// Texts in a row, the last one behind a word.
    static func listed(_ texts: [String], _ word: String) -> String {
        guard texts.count > 1, let last = texts.last else { return texts.first ?? "" }
        return texts.dropLast().joined(separator: ", ") + " \(word) " + last
    }
}

extension ValueForm.Known {
    /// What is named, in words.
    var words: String {
        switch self {
        case .plugins: "the id of a plug-in"
        case .indicators: "the id of an indicator"
        case .variables: "the id of a variable"
        case .registers: "the id of a register"
        }
    }
}
