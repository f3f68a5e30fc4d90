internal import AssessmentCore

/// What somebody who knows the rules, the weights, the targets and every cell that is shown can still take a suppressed
/// count for: it is open where another number below the threshold leads to the same shown scores.
///
/// Everything that rests on a count moves with it: below the same shown score, and in other years. What the values rest on
/// besides small counts is taken to be known. A score that is blank for the sake of others moves between the least and the
/// most that its rule gives, where a part of its data is its own; else it stays. A score whose rule is not known as a
/// formula is taken to be in proportion to a count that it alone rests on; a count that others rest on too it leaves no
/// other number.
struct FeasibleCounts {
    /// An indicator in a row.
    struct Place: Hashable {
        let node: String
        let row: Int
    }

    /// Whether the score of a node is blank in a row.
    typealias Blank = (_ node: String, _ row: Int) -> Bool

    /// What is too small, by place.
    let counts: [Place: [SmallCount]]
    private let assessment: CompletedAssessment
    private let threshold: Double
    private let nodes: [String: FrameworkNode]
    private let parents: [String: String]
    private let formed: FormedScores
    private let scores: CountedScores
    private let evidence: ValueEvidence
    /// The places whose values rest on a count.
    private let places: [SmallCount.Source: [Place]]

    /// How many combinations of counts are tried; further counts keep their true number, which leaves less open.
    private static let most = 2_500

    init(
        _ assessment: CompletedAssessment, threshold: Double, counts: [Place: [SmallCount]], evidence: ValueEvidence
    ) {
        (self.assessment, self.threshold, self.counts, self.evidence) = (assessment, threshold, counts, evidence)
        let all = assessment.root.subtree
        nodes = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        parents = Dictionary(
            all.flatMap { node in node.children.map { ($0.id, node.id) } }, uniquingKeysWith: { first, _ in first })
        formed = FormedScores(assessment)
        scores = CountedScores(assessment, counts: counts)
        var places: [SmallCount.Source: [Place]] = [:]
        for leaf in assessment.root.indicators {
            for row in assessment.ledger.panel.rows {
                let place = Place(node: leaf.id, row: row)
                for count in counts[place, default: []] { places[count.source, default: []].append(place) }
            }
        }
        self.places = places
    }

    /// The nearest score above a place that is shown; nothing where there is none, or where it is not known how a score
    /// on the way is formed.
    func shownAbove(_ place: Place, isHidden: Blank) -> FrameworkNode? {
        var node = parents[place.node]
        while let id = node {
            guard formed[id] != nil else { return nil }
            if !isHidden(id, place.row) {
                return assessment.ledger.scores(of: id)?[place.row] == nil ? nil : nodes[id]
            }
            node = parents[id]
        }
        return nil
    }

    /// Whether every count behind a place stays open below a shown score, and with it the shown scores of other years
    /// where they are looked at too.
    func isOpen(_ place: Place, below above: FrameworkNode, inAllYears: Bool, isHidden: Blank) -> Bool {
        // Below 2 there is one count, and that it is suppressed says which.
        guard threshold > 2, let own = counts[place], score(place) != nil else { return true }
        let cluster = fit(above.id, place.row, isHidden)
        guard cluster.holds(place) else { return true }
        return own.allSatisfy { count in
            let varied = varied(from: count, own + cluster.counts)
            var fits = [cluster]
            if inAllYears {
                var met: Set<Place> = [Place(node: above.id, row: place.row)]
                for other in varied.flatMap({ places[$0.source, default: []] }) {
                    guard let node = shownAbove(other, isHidden: isHidden),
                        met.insert(Place(node: node.id, row: other.row)).inserted
                    else { continue }
                    fits.append(fit(node.id, other.row, isHidden))
                }
            }
            return hasOther(varied[...], [:], fits)
        }
    }

    /// The counts that are tried, first the one that is looked at.
    private func varied(from first: SmallCount, _ others: [SmallCount]) -> [SmallCount] {
        var (varied, tried) = ([first], numbers(first).count)
        for other in others where !varied.contains(where: { $0.source == other.source }) {
            tried *= numbers(other).count
            guard tried <= FeasibleCounts.most else { break }
            varied.append(other)
        }
        return varied
    }

    /// The numbers that a count can be: the true one, then others next to it.
    private func numbers(_ count: SmallCount) -> [Double] {
        let last = max(1, Int(min(threshold, 1e9).rounded(.up)) - 1)
        let near = max(1, Int(count.count) - 48)...max(1, min(last, Int(count.count) + 48))
        let others = near.map(Double.init).filter { abs($0 - count.count) > 1e-9 }
            .sorted { abs($0 - count.count) < abs($1 - count.count) }
        return [count.count] + others.prefix(48)
    }

    /// Whether another number of the first count leads to the same shown scores, with some of the others.
    private func hasOther(
        _ varied: ArraySlice<SmallCount>, _ chosen: [SmallCount.Source: Double], _ fits: [ClusterFit]
    ) -> Bool {
        guard let count = varied.first else { return fits.allSatisfy { $0.admits(chosen, scores) } }
        let all = numbers(count)
        return (chosen.isEmpty ? all.dropFirst() : all[...]).contains { number in
            hasOther(varied.dropFirst(), chosen.merging([count.source: number]) { $1 }, fits)
        }
    }

    private func fit(_ above: String, _ row: Int, _ isHidden: Blank) -> ClusterFit {
        let cluster = Cluster(above, row, assessment, formed) { isHidden($0, row) }
        let leaves = cluster.leaves.map { Place(node: $0, row: row) }
        let free = leaves.indices.filter { index in
            counts[leaves[index]] == nil
                && evidence.sharingAll(with: leaves[index].node, row: row).allSatisfy { other in
                    isTwin(Place(node: other.node, row: other.row), of: leaves[index], leaves)
                }
        }
        let together = Dictionary(grouping: free) { index in
            free.first { isTwin(leaves[$0], of: leaves[index], leaves) } ?? index
        }
        return ClusterFit(
            cluster,
            leaves: leaves.map { leaf in
                ClusterFit.Leaf(
                    place: leaf, counts: counts[leaf, default: []], score: score(leaf) ?? 0,
                    range: scores.range(at: leaf))
            }, free: together.sorted { $0.key < $1.key }.map(\.value))
    }

    /// Whether a place holds the value of a blank leaf again, measured and scored by the same rule.
    private func isTwin(_ other: Place, of leaf: Place, _ leaves: [Place]) -> Bool {
        if other == leaf { return true }
        guard other.row == leaf.row, leaves.contains(other), counts[other] == nil, let one = nodes[leaf.node],
            let two = nodes[other.node]
        else { return false }
        return one.measure == two.measure && one.steps == two.steps && score(leaf) == score(other)
            && evidence.restOnSame(leaf.node, other.node, row: leaf.row)
    }

    private func score(_ place: Place) -> Double? { assessment.ledger.scores(of: place.node)?[place.row] }
}
