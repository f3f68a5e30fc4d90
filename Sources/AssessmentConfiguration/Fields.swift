import AssessmentCore

/// The values of a mapping by key, checked against its shape.
struct Fields {
    let position: SourcePosition
    let problems: DiagnosticCollector
    private let shape: Shape
    private let values: [String: YAMLNode]
    /// The keys in the order in which they are written.
    let keys: [String]

    /// Reads a mapping; unknown and missing keys are noted as problems.
    init?(_ node: YAMLNode, _ shape: Shape, _ problems: DiagnosticCollector) {
        let names = shape.keys.map(\.name)
        guard !problems.isUnread(node.position) else { return nil }
        guard case .mapping(let entries) = node.value else {
            problems.report(
                at: node.position, "\(shape.name) must be a mapping",
                expected: "keys such as " + names.prefix(4).joined(separator: ", "))
            return nil
        }
        position = node.position
        self.problems = problems
        self.shape = shape
        keys = entries.map(\.key)
        values = Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        var meant: Set<String> = []
        for (index, entry) in entries.enumerated() where !names.contains(entry.key) {
            if let slip = SplitText(at: index, in: entries, known: names) {
                if slip.first == index { problems.report(slip.diagnostic) }
                continue
            }
            problems.leaveIncomplete(node.position)
            if entry.key == "include" {
                problems.report(
                    at: entry.keyPosition, "‘include’ stands beside other keys",
                    expected: "‘include’ alone, with the other keys in the file that it names")
                continue
            }
            let nearest = nearestMatch(to: entry.key, among: names)
            if let nearest { meant.insert(nearest) }
            problems.report(
                at: entry.keyPosition, "\(shape.name) has no key ‘\(entry.key)’",
                expected: nearest == nil ? "one of " + names.joined(separator: ", ") : nil, suggestion: nearest)
        }
        for key in shape.keys where key.isRequired && values[key.name] == nil && !meant.contains(key.name) {
            problems.report(
                at: node.position, "\(shape.name) lacks the key ‘\(key.name)’", expected: "\(key.name): \(key.expects)")
        }
    }

    /// The value of a key.
    subscript(name: String) -> YAMLNode? { values[name] }

    /// What stands behind a key, in words.
    func words(of name: String) -> String { shape.keys.first { $0.name == name }?.expects ?? "" }

    /// Where the value of a key is written.
    func position(of name: String) -> SourcePosition { values[name]?.position ?? position }

    /// The text of a key.
    func text(_ name: String) -> String? {
        self[name].flatMap { node in problems.attempt { () throws(Diagnostic) in try node.text() } }
    }

    /// The number of a key.
    func number(_ name: String, atLeast low: Double? = nil, atMost high: Double? = nil) -> Double? {
        guard let node = self[name],
            let number = problems.attempt({ () throws(Diagnostic) in try node.number() })
        else { return nil }
        let kind = Parameter.Kind.number(atLeast: low, atMost: high)
        guard number >= low ?? -.infinity, number <= high ?? .infinity else {
            problems.report(at: node.position, "\(Formula.text(of: number)) is out of bounds", expected: kind.name)
            return nil
        }
        return number
    }

    /// The number above zero of a key.
    func positive(_ name: String, otherwise: String = "") -> Double? {
        guard let node = self[name],
            let number = problems.attempt({ () throws(Diagnostic) in try node.number() })
        else { return nil }
        guard number > 0 else {
            problems.report(
                at: node.position, "‘\(name)’ is \(Formula.text(of: number))", expected: "a number above 0" + otherwise)
            return nil
        }
        return number
    }

    /// The word of a key, out of those that an enumeration knows.
    func word<Word: CaseIterable & RawRepresentable>(_ name: String, _ type: Word.Type) -> Word?
    where Word.RawValue == String {
        guard let node = self[name] else { return nil }
        return node.word(type, problems)
    }

    /// The texts of a key: one, or a list.
    func texts(_ name: String) -> [String]? {
        guard let node = self[name] else { return nil }
        guard case .sequence(let items) = node.value else {
            return problems.attempt { () throws(Diagnostic) in [try node.text()] }
        }
        if items.isEmpty {
            problems.report(
                at: node.position, "the list ‘\(name)’ is empty", expected: "at least one, or leave the key out")
        }
        return items.compactMap { item in problems.attempt { () throws(Diagnostic) in try item.text() } }
    }

    /// The items of a list.
    func items(_ name: String) -> [YAMLNode] {
        guard let node = self[name], !node.isNull else { return [] }
        guard case .sequence(let items) = node.value else {
            problems.report(at: node.position, "‘\(name)’ must be a list", expected: "items that begin with ‘- ’")
            return []
        }
        return items
    }

    /// The entries of a mapping whose keys are free.
    func entries(_ name: String) -> [YAMLEntry] {
        guard let node = self[name] else { return [] }
        if case .mapping(let entries) = node.value { return entries }
        problems.report(at: node.position, "‘\(name)’ must be a mapping", expected: words(of: name))
        return []
    }

    /// The text of a key in both languages.
    func bilingual(_ name: String) -> BilingualText? {
        self[name].flatMap { $0.bilingual(problems) }
    }
}

extension YAMLNode {
    static let bilingualShape = Shape(
        name: "a text in two languages",
        summary: "What readers see is written in Chinese and English; one text alone reads the same in both.",
        keys: [
            Key("zh", .text(), "The text in Chinese.", required: true),
            Key("en", .text(), "The text in English.", required: true),
        ])

    /// The text in both languages; one that is written once reads the same in both.
    func bilingual(_ problems: DiagnosticCollector) -> BilingualText? {
        if case .scalar = value {
            return problems.attempt { () throws(Diagnostic) in BilingualText(same: try text()) }
        }
        guard let fields = Fields(self, YAMLNode.bilingualShape, problems), let zh = fields.text("zh"),
            let en = fields.text("en")
        else { return nil }
        return BilingualText(zh: zh, en: en)
    }

    /// The word, out of those that an enumeration knows.
    ///
    /// - Parameter known: those that may stand here; all if nothing.
    func word<Word: CaseIterable & RawRepresentable>(
        _ type: Word.Type, _ problems: DiagnosticCollector, among known: [Word]? = nil
    ) -> Word?
    where Word.RawValue == String {
        guard let text = problems.attempt({ () throws(Diagnostic) in try text() }) else { return nil }
        let words = (known ?? Array(Word.allCases)).map(\.rawValue)
        if words.contains(text), let word = Word(rawValue: text) { return word }
        problems.report(
            at: position, "‘\(text)’ is not known here", expected: "one of " + words.joined(separator: ", "),
            suggestion: nearestMatch(to: text, among: words))
        return nil
    }
}
