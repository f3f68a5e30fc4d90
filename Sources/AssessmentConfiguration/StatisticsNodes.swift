import AssessmentCore

/// Reads which nodes of the framework a statistic is taken of.
struct StatisticsNodes {
    let problems: DiagnosticCollector
    /// The framework; nothing where it could not be read, so that no node can be looked up.
    let root: FrameworkNode?
    let fields: Fields

    /// The nodes where none are named.
    enum Usual {
        case indicators, pillars, inner, all
    }

    /// The ids of the nodes: those named, those of a level, those below a node, or the children of one.
    ///
    /// - Parameter quantity: the numbers that each must have; any will do where there is none.
    func nodes(_ quantity: StatisticsRequest.Quantity?, otherwise usual: Usual = .indicators) -> [String] {
        let keys = ["nodes", "level", "below", "pillar"].filter { fields[$0] != nil }
        if keys.count > 1, keys != ["level", "below"] {
            problems.report(
                at: fields.position(of: keys[1]), "‘\(keys[0])’ and ‘\(keys[1])’ both say which nodes are meant",
                expected: "nodes, pillar, or level and below")
        }
        if fields["nodes"] != nil { return listed("nodes", quantity) }
        let place = fields["below"] ?? fields["pillar"]
        let above = place.flatMap { node($0) }
        guard let root, place == nil || above != nil else {
            _ = fields["level"].flatMap { level($0) }
            return []
        }
        let found: [FrameworkNode]
        if fields["pillar"] != nil {
            found = above?.children ?? []
        } else if let written = fields["level"] {
            guard let level = level(written) else { return [] }
            found = within(above, root.nodes(at: level))
        } else if above != nil {
            found = within(above, root.nodes(at: .indicators))
        } else {
            found =
                switch usual {
                case .indicators: root.nodes(at: .indicators)
                case .pillars: root.nodes(at: .pillars)
                case .inner: root.subtree.filter { !$0.children.isEmpty }
                case .all: root.subtree
                }
        }
        let position = (place ?? fields["level"])?.position ?? fields.position
        if found.isEmpty {
            problems.report(
                at: position, "no node of the framework is meant by this",
                expected: "a level of the framework, or a node with others below")
        }
        if let quantity, quantity != .scores, let node = found.first(where: { $0.measure == nil }) {
            reportWithoutValues(node, quantity, at: position)
        }
        return found.map(\.id)
    }

    /// The ids of the nodes that a key lists.
    func listed(_ key: String, _ quantity: StatisticsRequest.Quantity?) -> [String] {
        guard let list = fields[key] else { return [] }
        let items = list.listed
        if items.isEmpty {
            problems.report(
                at: list.position, "the list ‘\(key)’ is empty", expected: "at least one, or leave the key out")
        }
        var ids: [String] = []
        for item in items {
            guard let found = node(item) else { continue }
            if ids.contains(found.id) {
                problems.report(at: item.position, "‘\(found.id)’ is listed twice", expected: "each node once")
            } else if let quantity, quantity != .scores, found.measure == nil {
                reportWithoutValues(found, quantity, at: item.position)
            } else {
                ids.append(found.id)
            }
        }
        return ids
    }

    /// The level that is written: a word or a depth.
    func level(_ node: YAMLNode) -> StatisticsRequest.Level? {
        switch node.value {
        case .scalar("indicators", _): .indicators
        case .scalar("pillars", _): .pillars
        default: StatisticsNodes.depth(node, orWord: ["indicators", "pillars"], problems).map { .depth($0) }
        }
    }

    /// The depth below the root that is written, where words were possible too.
    static func depth(_ node: YAMLNode, orWord words: [String], _ problems: DiagnosticCollector) -> Int? {
        if case .scalar(let text, _) = node.value, text.unicodeScalars.contains(where: \.properties.isAlphabetic) {
            problems.report(
                at: node.position, "‘\(text)’ is not known here",
                expected: "one of " + words.joined(separator: ", ") + ", or a depth below the root",
                suggestion: nearestMatch(to: text, among: words))
            return nil
        }
        return problems.attempt { () throws(Diagnostic) in try node.integer(in: 1...100) }
    }

    /// Notes that a node which is formed from others has no values.
    func reportWithoutValues(
        _ node: FrameworkNode, _ quantity: StatisticsRequest.Quantity, at position: SourcePosition
    ) {
        problems.report(
            at: position, "‘\(node.id)’ measures no indicator and has no \(quantity.rawValue)", expected: "of: scores")
    }

    private func within(_ above: FrameworkNode?, _ nodes: [FrameworkNode]) -> [FrameworkNode] {
        guard let above else { return nodes }
        let below = Set(above.subtree.map(\.id)).subtracting([above.id])
        return nodes.filter { below.contains($0.id) }
    }

    private func node(_ item: YAMLNode) -> FrameworkNode? {
        guard let id = problems.attempt({ () throws(Diagnostic) in try item.text() }), let root else { return nil }
        let nodes = root.subtree
        if let found = nodes.first(where: { $0.id == id }) { return found }
        problems.report(
            at: item.position, "there is no node ‘\(id)’ in the framework", expected: "the id of a node",
            suggestion: nearestMatch(to: id, among: nodes.map(\.id)))
        return nil
    }
}
