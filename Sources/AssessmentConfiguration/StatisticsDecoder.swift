import AssessmentCore

/// Decodes the statistics that a specification asks for.
struct StatisticsDecoder {
    let problems: DiagnosticCollector
    /// The framework whose nodes may be named; nothing where it could not be read.
    let root: FrameworkNode?
    /// The variables that may be named; any where there are none given, since a table of data may have it.
    let variables: Set<String>?

    typealias Kind = StatisticsShapes.Kind

    /// The requests in their order.
    func requests(_ fields: Fields) -> [StatisticsRequest] {
        var requests: [StatisticsRequest] = []
        var taken: Set<String> = []
        for item in fields.items("statistics") {
            guard let request = request(item) else { continue }
            if let twice = request.tableIds.first(where: taken.contains) {
                problems.report(
                    at: item.position, "two statistics have a table ‘\(twice)’",
                    expected: "id: an id of its own for each")
            }
            taken.formUnion(request.tableIds)
            requests.append(request)
        }
        return requests
    }

    private func request(_ item: YAMLNode) -> StatisticsRequest? {
        guard let (kind, options, id) = chosen(item) else { return nil }
        guard let fields = Fields(options, kind.shape, problems) else { return nil }
        let periods = fields.word("periods", StatisticsShapes.Periods.self) ?? .assessed
        guard let (subject, usual) = subject(kind, fields) else { return nil }
        return StatisticsRequest(
            id: id ?? usual, subject, ofEveryPeriod: periods == .all, position: item.position)
    }

    /// Which statistic an item asks for, with its options; a word alone has none.
    private func chosen(_ item: YAMLNode) -> (kind: Kind, options: YAMLNode, id: String?)? {
        if case .scalar = item.value {
            return item.word(Kind.self, problems).map { ($0, item.emptied, nil) }
        }
        guard let fields = Fields(item, StatisticsShapes.item, problems) else { return nil }
        let id = fields.text("id")
        if let id { problems.checkIdentifier(id, at: fields.position(of: "id")) }
        let kinds = Kind.allCases.filter { fields[$0.rawValue] != nil }
        guard kinds.count == 1, let kind = kinds.first, let options = fields[kind.rawValue] else {
            if !problems.isIncomplete(item.position) {
                problems.report(
                    at: item.position,
                    kinds.isEmpty ? "an item must say which statistic it is" : "an item is one statistic only",
                    expected: "one of " + Kind.allCases.map(\.rawValue).joined(separator: ", "))
            }
            return nil
        }
        return (kind, options.isNull ? options.emptied : options, id)
    }

    /// What a statistic says, and the id of its table where none is given.
    private func subject(_ kind: Kind, _ fields: Fields) -> (StatisticsRequest.Subject, id: String)? {
        let isOfScores = [.collinear, .reliability, .components].contains(kind)
        let quantity = fields.word("of", StatisticsRequest.Quantity.self) ?? (isOfScores ? .scores : .values)
        let coefficient = fields.word("method", StatisticsRequest.Coefficient.self) ?? .pearson
        let selection = StatisticsNodes(problems: problems, root: root, fields: fields)
        let paired = "\(kind.rawValue)_\(coefficient.rawValue)_\(quantity.rawValue)"
        let plain = "\(kind.rawValue)_\(quantity.rawValue)"
        switch kind {
        case .descriptive:
            return (.descriptive(quantity, nodes: selection.nodes(quantity), limits: limits(fields)), plain)
        case .correlation:
            let significant = fields.number("significant_below", atLeast: 0, atMost: 1)
            return (
                .correlation(
                    quantity, coefficient, nodes: selection.nodes(quantity),
                    beside: selection.listed("beside", quantity),
                    significantBelow: significant), paired
            )
        case .probabilities:
            return (
                .probabilities(
                    quantity, coefficient, nodes: selection.nodes(quantity),
                    beside: selection.listed("beside", quantity)),
                paired
            )
        case .collinear:
            return (
                .collinear(quantity, coefficient, nodes: selection.nodes(quantity), collinearity(fields)), paired
            )
        case .reliability: return reliability(quantity, fields, selection, plain)
        case .components: return components(quantity, fields, selection, plain)
        case .denominators: return denominators(quantity, coefficient, fields, selection, paired)
        case .effectiveWeights:
            return (.effectiveWeights(nodes: selection.nodes(nil, otherwise: .all)), kind.rawValue)
        case .availability:
            let least = fields.number("available_from", atLeast: 0, atMost: 1) ?? 2.0 / 3
            return (.availability(nodes: selection.nodes(nil, otherwise: .inner), from: least), kind.rawValue)
        case .summary:
            let nodes = selection.nodes(nil, otherwise: .inner)
            return fields.text("unit").map { (.summary(unit: $0, nodes: nodes), kind.rawValue) }
        }
    }

    private func limits(_ fields: Fields) -> StatisticsRequest.DescriptiveLimits {
        var limits = StatisticsRequest.DescriptiveLimits()
        if let share = fields.number("available_from", atLeast: 0, atMost: 1) { limits.availableFrom = share }
        if let share = fields.number("non_zero_from", atLeast: 0, atMost: 1) { limits.nonZeroFrom = share }
        if let share = fields.number("unique_from", atLeast: 0, atMost: 1) { limits.uniqueFrom = share }
        if let number = fields.number("skewness_above", atLeast: 0) { limits.skewnessAbove = number }
        if let number = fields.number("kurtosis_above") { limits.kurtosisAbove = number }
        return limits
    }

    private func collinearity(_ fields: Fields) -> StatisticsRequest.CollinearityLimits {
        var limits = StatisticsRequest.CollinearityLimits()
        if let number = fields.number("above", atLeast: -1, atMost: 1) { limits.above = number }
        if let number = fields.number("opposed_below", atLeast: -1, atMost: 1) { limits.opposedBelow = number }
        guard let node = fields["within"] else { return limits }
        if case .scalar("pillar", _) = node.value {
            limits.scope = .sameParent
        } else if let depth = depth(node, orWord: ["pillar"]) {
            limits.scope = .sameAncestor(depth: depth)
        }
        return limits
    }

    private func reliability(
        _ quantity: StatisticsRequest.Quantity, _ fields: Fields, _ selection: StatisticsNodes, _ id: String
    ) -> (StatisticsRequest.Subject, id: String)? {
        let items = fields["items"].flatMap { selection.level($0) } ?? .indicators
        let nodes = selection.nodes(nil, otherwise: .pillars)
        let least = fields.number("acceptable_from", atLeast: 0, atMost: 1) ?? 0.7
        if quantity != .scores, let root {
            let below = Set(nodes)
            let found = root.subtree.filter { below.contains($0.id) }.flatMap { $0.nodes(at: items) }
            if let node = found.first(where: { $0.measure == nil }) {
                selection.reportWithoutValues(node, quantity, at: fields.position(of: "items"))
            }
        }
        return (.reliability(quantity, nodes: nodes, items: items, acceptableFrom: least), id)
    }

    private func components(
        _ quantity: StatisticsRequest.Quantity, _ fields: Fields, _ selection: StatisticsNodes, _ id: String
    ) -> (StatisticsRequest.Subject, id: String)? {
        let nodes = selection.nodes(quantity)
        if nodes.count == 1, let only = nodes.first {
            problems.report(
                at: fields.position, "there is only one node to take components of, ‘\(only)’",
                expected: "at least two nodes")
        }
        let basis = fields.word("basis", StatisticsRequest.Basis.self) ?? .correlation
        let place = fields["pillar"] ?? fields["below"]
        let suffix = place.flatMap { try? $0.text() }.map { "_\($0)" } ?? ""
        return (.components(quantity, nodes: nodes, basis), id + suffix)
    }

    private func denominators(
        _ quantity: StatisticsRequest.Quantity, _ coefficient: StatisticsRequest.Coefficient, _ fields: Fields,
        _ selection: StatisticsNodes, _ id: String
    ) -> (StatisticsRequest.Subject, id: String)? {
        var named: [String] = []
        for item in fields["variables"]?.listed ?? [] {
            guard let variable = problems.attempt({ () throws(Diagnostic) in try item.text() }) else { continue }
            if let variables, !variables.contains(variable), root != nil {
                problems.report(
                    at: item.position, "no indicator knows the variable ‘\(variable)’",
                    expected: "a variable of ‘assess list variables’, or one that the framework reads",
                    suggestion: nearestMatch(to: variable, among: variables.sorted()))
            }
            named.append(variable)
        }
        let limit = fields.number("above", atLeast: 0, atMost: 1) ?? 0.7
        return (
            .denominators(
                quantity, coefficient, nodes: selection.nodes(quantity), variables: named, above: limit), id
        )
    }

    private func depth(_ node: YAMLNode, orWord words: [String]) -> Int? {
        StatisticsNodes.depth(node, orWord: words, problems)
    }
}

extension YAMLNode {
    /// A mapping without keys at the same place.
    fileprivate var emptied: YAMLNode { YAMLNode(position: position, value: .mapping([])) }

    /// The items of a list; a single value is a list of itself.
    var listed: [YAMLNode] {
        if case .sequence(let items) = value { items } else { [self] }
    }
}
