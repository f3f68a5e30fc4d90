internal import AssessmentCore
internal import AssessmentStatistics

/// The weights that nodes were meant to have, beside those that their scores give them.
///
/// Intended: the share of a node among its siblings, and the product of such shares from the root down. Obtained: the
/// main effect of a node on the one above and on the total, estimated by the squared correlation, and its share among
/// siblings. Source: P. Paruolo, M. Saisana and A. Saltelli (2013), Ratings and rankings: voodoo or science?, Journal of
/// the Royal Statistical Society A 176, 609–634; W. Becker and others (2022), COINr, Journal of Open Source Software
/// 7(78), 4567.
struct EffectiveWeights {
    private let source: StatisticsSource

    init(_ source: StatisticsSource) {
        self.source = source
    }

    /// What a node has of its parent.
    private struct Part {
        var weight: Double?
        var share: Double?
        var correlation: Double?
        var effectShare: Double?
        var whole: Double?
    }

    private static let columns = [
        "weight", "share_in_parent", "effective_weight", "correlation_with_parent", "main_effect_in_parent",
        "main_effect_share", "correlation_with_total", "main_effect_in_total",
    ]

    /// The table: a row a node.
    func table(_ id: String, _ nodes: [String]) -> StatisticsTable {
        var parts: [String: Part] = [source.root.id: Part(whole: 1)]
        var remarks: [BilingualText] = []
        divide(source.root, into: &parts, &remarks, listed: Set(nodes))
        let total = source.numbers(of: source.root.id, .scores)
        let values = nodes.map { node -> [Double?] in
            let part = parts[node] ?? Part()
            let isRoot = node == source.root.id
            let withTotal = isRoot ? nil : Correlation.pearson(source.numbers(of: node, .scores), total)?.coefficient
            return [
                part.weight, part.share, part.whole, part.correlation, part.correlation.map { $0 * $0 },
                part.effectShare, withTotal, withTotal.map { $0 * $0 },
            ]
        }
        return StatisticsTable(
            id: id, title: BilingualText(zh: "名义权重与实际影响", en: "Intended and effective weights"), rows: nodes,
            columns: EffectiveWeights.columns, values: values, remarks: remarks)
    }

    /// Divides what a node has among its children, and goes on with each.
    private func divide(
        _ node: FrameworkNode, into parts: inout [String: Part], _ remarks: inout [BilingualText], listed: Set<String>
    ) {
        let children = node.children.filter(\.isWeighted)
        let own = source.numbers(of: node.id, .scores)
        let correlations = children.map {
            Correlation.pearson(source.numbers(of: $0.id, .scores), own)?.coefficient
        }
        let effects = correlations.compactMap { $0.map { $0 * $0 } }
        let effectSum = effects.reduce(0, +)
        let intended = shares(of: node, children, &remarks)
        for (place, child) in children.enumerated() {
            let (share, correlation) = (intended[place], correlations[place])
            var part = Part(share: share, correlation: correlation)
            if case .weighted(let weight) = child.role { part.weight = weight }
            part.whole = share.flatMap { share in parts[node.id]?.whole.map { $0 * share } }
            // A share of effects says something only where every sibling has one.
            if effects.count == children.count, effectSum > 0 {
                part.effectShare = correlation.map { $0 * $0 / effectSum }
            }
            parts[child.id] = part
            if let correlation, correlation <= 0, listed.contains(child.id) {
                remarks.append(contradiction(child, node, correlation))
            }
        }
        for child in node.children { divide(child, into: &parts, &remarks, listed: listed) }
    }

    /// The intended shares of children: their mean over the rows where weights differ between them.
    private func shares(
        of node: FrameworkNode, _ children: [FrameworkNode], _ remarks: inout [BilingualText]
    ) -> [Double?] {
        let unknown = [Double?](repeating: nil, count: children.count)
        guard !children.isEmpty, let weights = weights(of: node) else { return unknown }
        let sets = source.rows.map { row in
            weights.setOfRow.isEmpty || weights.setOfRow.indices.contains(row) ? weights.weights(row: row).shares : []
        }.filter { $0.count == children.count && $0.allSatisfy(\.isFinite) }
        guard let first = sets.first else { return unknown }
        guard sets.contains(where: { $0 != first }) else { return first }
        let name = StatisticsWording.quoted(node.name)
        remarks.append(
            BilingualText(
                zh: "\(name.zh)下各项的权重因单位或时期而异，此处为平均值",
                en: "The weights below \(name.en) differ between units or periods; their mean is given"))
        return children.indices.map { place in sets.map { $0[place] }.reduce(0, +) / Double(sets.count) }
    }

    private func weights(of node: FrameworkNode) -> Ledger.WeightTable? {
        for entry in source.ledger.entries(of: node.id).reversed() {
            switch entry.detail {
            case .aggregated(let aggregated): return aggregated.weights
            // A formula that does not reduce over the children gives them no weights.
            case .computed(_, _, let weights): return weights
            default: continue
            }
        }
        return nil
    }

    private func contradiction(_ child: FrameworkNode, _ node: FrameworkNode, _ correlation: Double) -> BilingualText {
        let pair = StatisticsWording.pair(child.name, node.name)
        let text = StatisticsWording.text(correlation)
        return BilingualText(
            zh: "\(pair.zh)的相关系数为\(text)：所占权重没有体现在得分上",
            en: "\(pair.en) have a correlation of \(text): the weight of the former does not show in the scores")
    }
}
