import AssessmentCore

/// Builds the tree of a file from its events, without recursion, and collects the problems that it can go on from.
struct YAMLTreeBuilder {
    /// The problems so far, in the order of the file.
    private(set) var diagnostics: [Diagnostic] = []
    /// The whole tree, once the document has ended.
    private(set) var root: YAMLNode?
    /// Whether the end of the file has been reached.
    private(set) var isFinished = false

    private let file: String
    private var open: [YAMLOpenCollection] = []
    private var anchors: [String: Anchor] = [:]
    private var anchorCount = 0
    private var valueCount = 0
    private var hasDocument = false

    /// A named value: the finished node, or nothing while the value that bears the name is still open.
    private struct Anchor {
        var serial: Int
        var node: YAMLNode?
        var size = 0
        var height = 0
    }

    /// Starts a tree for a file.
    init(file: String) {
        self.file = file
    }

    /// Takes the next event; throws the problem after which reading cannot go on.
    mutating func add(_ event: YAMLEvent) throws(Diagnostic) {
        let position = event.position
        switch event.kind {
        case .documentStart(let version): try startDocument(version, at: position)
        case .alias(let name): try expand(name, at: position)
        case .scalar(let text, let isPlain, let properties):
            try count(1, at: position)
            refuseTag(properties, at: position)
            refuseControlCharacters(in: text, at: position)
            let node = YAMLNode(position: position, value: .scalar(text: text, isPlain: isPlain))
            let serial = name(properties.anchor)
            finish(node, anchor: properties.anchor, serial: serial, size: 1, height: 0)
            close(node, height: 0)
        case .sequenceStart(let properties): try start(isMapping: false, properties, at: position)
        case .mappingStart(let properties): try start(isMapping: true, properties, at: position)
        case .collectionEnd: endCollection()
        case .streamEnd: try endStream(at: position)
        case .other: break
        }
    }

    private mutating func startDocument(_ version: String?, at position: SourcePosition) throws(Diagnostic) {
        if hasDocument {
            throw Diagnostic(
                at: position, "a second document begins here",
                expected: "one document a file; delete the line ‘---’ or ‘...’, or use two files")
        }
        if let version, version != "1.2" {
            diagnostics.append(
                Diagnostic(at: position, "the file asks for YAML \(version)", expected: "YAML 1.2; delete this line"))
        }
        hasDocument = true
    }

    private mutating func endStream(at position: SourcePosition) throws(Diagnostic) {
        isFinished = true
        // A lone ‘---’ is a document too, but to its writer the file is empty.
        if case .scalar("", true) = root?.value { root = nil }
        guard root == nil, diagnostics.isEmpty else { return }
        throw Diagnostic(
            at: SourcePosition(file: file, line: 1, column: 1),
            "the file is empty: it holds nothing but comments or blanks",
            expected: "keys with values, of which ‘assessment:’ is the first of an assessment.yml")
    }

    private mutating func start(
        isMapping: Bool, _ properties: YAMLEvent.Properties, at position: SourcePosition
    ) throws(Diagnostic) {
        try count(1, at: position)
        try checkDepth(open.count + 1, at: position)
        refuseTag(properties, at: position)
        let serial = name(properties.anchor)
        open.append(
            YAMLOpenCollection(
                position: position, isMapping: isMapping, anchor: properties.anchor, serial: serial,
                countBefore: valueCount - 1))
    }

    private mutating func endCollection() {
        guard let ended = open.popLast() else { return }
        let size = valueCount - ended.countBefore
        finish(ended.node, anchor: ended.anchor, serial: ended.serial, size: size, height: ended.height)
        close(ended.node, height: ended.height)
    }

    /// Puts a finished value into the collection around it, or makes it the root.
    private mutating func close(_ node: YAMLNode, at place: SourcePosition? = nil, height: Int) {
        if open.isEmpty {
            root = node
        } else {
            open[open.count - 1].add(node, at: place ?? node.position, height: height, &diagnostics)
        }
    }
}

// Anchors and aliases.
extension YAMLTreeBuilder {
    private mutating func name(_ anchor: String?) -> Int {
        guard let anchor else { return 0 }
        anchorCount += 1
        anchors[anchor] = Anchor(serial: anchorCount, node: nil)
        return anchorCount
    }

    private mutating func finish(_ node: YAMLNode, anchor: String?, serial: Int, size: Int, height: Int) {
        // A value inside this one may have taken the name over; aliases then mean that one, which began later.
        guard let anchor, anchors[anchor]?.serial == serial else { return }
        anchors[anchor] = Anchor(serial: serial, node: node, size: size, height: height)
    }

    private mutating func expand(_ name: String, at position: SourcePosition) throws(Diagnostic) {
        guard let anchor = anchors[name], let node = anchor.node else {
            try count(1, at: position)
            if anchors[name] != nil {
                diagnostics.append(
                    Diagnostic(
                        at: position, "‘*\(name)’ stands inside the value that it refers to, which would never end"))
            } else {
                diagnostics.append(
                    Diagnostic(
                        at: position, "‘*\(name)’ refers to nothing", expected: "a name given before with ‘&\(name)’",
                        suggestion: nearestMatch(to: name, among: anchors.keys.sorted()).map { "*" + $0 }))
            }
            close(YAMLNode(position: position, value: .scalar(text: "", isPlain: false)), height: 0)
            return
        }
        try count(anchor.size, at: position)
        // A chain of aliases could otherwise build a tree as deep as the file is long.
        try checkDepth(open.count + anchor.height, at: position)
        close(node, at: position, height: anchor.height)
    }
}

// Limits and what is not supported.
extension YAMLTreeBuilder {
    private mutating func count(_ values: Int, at position: SourcePosition) throws(Diagnostic) {
        valueCount += values
        guard valueCount > YAMLReader.mostValues else { return }
        throw Diagnostic(
            at: position, "the file holds more than 100,000 values, counting each use of an alias ‘*’ in full",
            expected: "a smaller file; keep large tables in data files")
    }

    private func checkDepth(_ depth: Int, at position: SourcePosition) throws(Diagnostic) {
        guard depth > YAMLReader.deepestNesting else { return }
        throw Diagnostic(
            at: position, "lists and mappings are nested more than \(YAMLReader.deepestNesting) levels deep")
    }

    private mutating func refuseTag(_ properties: YAMLEvent.Properties, at position: SourcePosition) {
        guard let tag = properties.tag else { return }
        let standard = "tag:yaml.org,2002:"
        let written = tag.hasPrefix(standard) ? "!!" + tag.dropFirst(standard.count) : tag
        diagnostics.append(
            Diagnostic(at: position, "the tag \(quoted(written)) is not supported; delete it, or quote a text with ‘!’")
        )
    }

    private mutating func refuseControlCharacters(in text: String, at position: SourcePosition) {
        guard let scalar = text.unicodeScalars.first(where: YAMLSourceCheck.isForbidden) else { return }
        let name = YAMLSourceCheck.name(of: scalar)
        diagnostics.append(
            Diagnostic(
                at: position, "an escape in this text stands for a control character (\(name)); delete the escape"))
    }
}
