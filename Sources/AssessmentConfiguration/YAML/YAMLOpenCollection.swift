import AssessmentCore

/// A list or mapping whose end has not been reached yet.
struct YAMLOpenCollection {
    /// Where it begins.
    let position: SourcePosition
    /// Whether it is a mapping.
    let isMapping: Bool
    /// Its name after `&`.
    let anchor: String?
    /// The number of that name among all names given.
    let serial: Int
    /// How many values stood in the file before it.
    let countBefore: Int
    /// How many levels it holds, itself included.
    private(set) var height = 1

    private var items: [YAMLNode] = []
    private var entries: [YAMLEntry] = []
    private var keys: [String: SourcePosition] = [:]
    private var pending: PendingKey?

    /// A key whose value is still to come.
    private enum PendingKey {
        case accepted(String, isPlain: Bool, SourcePosition)
        /// A problem has been told; the value is read and dropped.
        case refused
    }

    /// Starts a collection.
    init(position: SourcePosition, isMapping: Bool, anchor: String?, serial: Int, countBefore: Int) {
        self.position = position
        self.isMapping = isMapping
        self.anchor = anchor
        self.serial = serial
        self.countBefore = countBefore
    }

    /// The collection as a value.
    var node: YAMLNode {
        YAMLNode(position: position, value: isMapping ? .mapping(entries) : .sequence(items))
    }

    /// Takes the next item, key or value, and tells what is wrong with a key.
    mutating func add(_ node: YAMLNode, at place: SourcePosition, height: Int, _ diagnostics: inout [Diagnostic]) {
        self.height = max(self.height, height + 1)
        guard isMapping else {
            items.append(node)
            return
        }
        switch pending {
        case nil: takeKey(node, at: place, &diagnostics)
        case .refused: pending = nil
        case .accepted(let key, let isPlain, let keyPosition):
            pending = nil
            entries.append(YAMLEntry(key: key, keyPosition: keyPosition, value: node))
            if isPlain, let problem = gluedColon(in: key, at: keyPosition, before: node) {
                diagnostics.append(problem)
            }
        }
    }

    private mutating func takeKey(_ node: YAMLNode, at place: SourcePosition, _ diagnostics: inout [Diagnostic]) {
        if let problem = problem(with: node, at: place) {
            diagnostics.append(problem)
            pending = .refused
        } else if case .scalar(let key, let isPlain) = node.value {
            keys[key] = place
            pending = .accepted(key, isPlain: isPlain, place)
        }
    }

    private func problem(with key: YAMLNode, at place: SourcePosition) -> Diagnostic? {
        guard case .scalar(let text, let isPlain) = key.value else {
            return Diagnostic(at: place, "\(key.kind) is used as a key", expected: "a word before the ‘:’")
        }
        if text == "<<", isPlain {
            return Diagnostic(at: place, "merge keys ‘<<’ are not supported; write the keys out")
        }
        if key.isNull {
            return text.isEmpty
                ? Diagnostic(at: place, "there is no key here", expected: "a word before the ‘:’")
                : Diagnostic(at: place, "the key \(quoted(text)) means “nothing”; write it in quotes if it is a name")
        }
        if let first = keys[text] {
            return Diagnostic(
                at: place, "the key \(quoted(text)) is written twice; it is already at \(first.inWords)",
                expected: "each key once")
        }
        return nil
    }

    /// The slip `{floor:200}`, which YAML takes for a key named `floor:200` without a value.
    private func gluedColon(in key: String, at place: SourcePosition, before value: YAMLNode) -> Diagnostic? {
        guard case .scalar("", true) = value.value, let colon = key.firstIndex(where: { $0 == ":" || $0 == "：" }),
            key.index(after: colon) < key.endIndex
        else { return nil }
        let after = key[key.index(after: colon)...]
        return Diagnostic(
            at: place, "\(quoted(key)) is read as a key without a value",
            expected: "a colon ‘:’ and a space between key and value", suggestion: "\(key[..<colon]): \(after)")
    }
}
