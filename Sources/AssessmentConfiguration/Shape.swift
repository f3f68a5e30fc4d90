/// A key that a mapping of a specification may have.
struct Key: Sendable {
    let name: String
    /// What may stand behind it.
    let value: ValueForm
    /// What stands behind it, in words.
    let expects: String
    /// What it means.
    let summary: String
    let isRequired: Bool

    /// - Parameter said: the words for what stands behind it, where those of its form do not serve.
    init(_ name: String, _ value: ValueForm, _ summary: String, required: Bool = false, said: String? = nil) {
        self.name = name
        self.value = value
        self.expects = said ?? value.words
        self.summary = summary
        self.isRequired = required
    }
}

/// The keys that one kind of mapping may have: what is read, what is suggested and what is documented.
struct Shape: Sendable {
    /// What such a mapping is called, as a message begins: `a pillar`.
    let name: String
    /// What such a mapping says.
    let summary: String
    let keys: [Key]
    /// What holds between its keys; the reader tells it in words of its own.
    let rules: [Rule]

    init(name: String, summary: String, keys: [Key], rules: [Rule] = []) {
        self.name = name
        self.summary = summary
        self.keys = keys
        self.rules = rules
    }

    /// What must hold between the keys of a mapping.
    enum Rule: Sendable {
        case exactlyOne([String])
        case atLeastOne([String])
        case atMostOne([String])
        /// Where one of the keys is given, each of the others is too.
        case together([String], with: [String])
        /// Where one of the keys is given, one of the others is too.
        case togetherWithOne([String], of: [String])
        /// Where the key is given, none of the others is.
        case apart(String, from: [String])
        /// The keys are given, unless one of the others is or `file` names a JSON file.
        case needed([String], unless: [String])
    }
}

extension Shape {
    /// The shape and all that may stand below it, each once, in the order in which they are met.
    var withNested: [Shape] {
        var found: [Shape] = []
        func visit(_ shape: Shape) {
            guard !found.contains(where: { $0.name == shape.name }) else { return }
            found.append(shape)
            for key in shape.keys { key.value.shapes.forEach(visit) }
        }
        visit(self)
        return found
    }
}

extension Shape.Rule {
    /// The rule in words, with the keys as code.
    var words: String {
        func listed(_ keys: [String], _ word: String) -> String { ValueForm.listed(keys.map { "`\($0)`" }, word) }
        return switch self {
        case .exactlyOne(let keys): "Exactly one of \(listed(keys, "and")) is given."
        case .atLeastOne(let keys): "At least one of \(listed(keys, "and")) is given."
        case .atMostOne(let keys): "At most one of \(listed(keys, "and")) is given."
        case .together(let keys, let others):
            "\(listed(keys, "and")) \(keys.count == 1 ? "goes" : "go") with \(listed(others, "and"))."
        case .togetherWithOne(let keys, let others):
            "\(listed(keys, "and")) \(keys.count == 1 ? "goes" : "go") with \(listed(others, "or"))."
        case .apart(let key, let others): "`\(key)` does not go with \(listed(others, "or"))."
        case .needed(let keys, let others):
            "\(listed(keys, "and")) must be given, unless the file has columns of its own: one of "
                + "\(listed(others, "and")) is given, or it is a JSON file."
        }
    }
}
