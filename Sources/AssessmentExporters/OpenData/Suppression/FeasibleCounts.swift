internal import AssessmentCore

/// What somebody who knows the rules, the weights, the targets and every cell that is shown can still take a suppressed
/// count for: it is open where another count below the threshold leads to the same shown scores.
///
/// The blank scores below the nearest shown score above move between zero and full marks; those of other suppressed counts
/// take the steps of their counts. A score whose rule is not known as a formula is taken to be in proportion to the count.
struct FeasibleCounts {
    /// A suppressed count: an indicator in a row.
    struct Place: Hashable {
        let node: String
        let row: Int
    }

    let assessment: CompletedAssessment
    let threshold: Double
    /// What is too small, by place.
    let counts: [Place: SmallCount]
    private let nodes: [String: FrameworkNode]
    private let parents: [String: String]
    private let formed: FormedScores
    /// The scores that other counts would give, by place.
    private let alternatives: [Place: [Double]]

    init(_ assessment: CompletedAssessment, threshold: Double, counts: [Place: SmallCount]) {
        (self.assessment, self.threshold, self.counts) = (assessment, threshold, counts)
        let all = assessment.root.subtree
        nodes = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        parents = Dictionary(
            all.flatMap { node in node.children.map { ($0.id, node.id) } }, uniquingKeysWith: { first, _ in first })
        formed = FormedScores(assessment)
        let scores = CountedScores(assessment: assessment, threshold: threshold)
        alternatives = Dictionary(
            uniqueKeysWithValues: counts.map { ($0, scores.alternatives(of: $0, $1)) })
    }

    /// The nearest score above a place that is shown; nothing where there is none, or where it is not known how a score
    /// on the way is formed.
    func shownAbove(_ place: Place, isHidden: (String) -> Bool) -> FrameworkNode? {
        var node = parents[place.node]
        while let id = node {
            guard formed[id] != nil else { return nil }
            if !isHidden(id) { return assessment.ledger.scores(of: id)?[place.row] == nil ? nil : nodes[id] }
            node = parents[id]
        }
        return nil
    }

    /// Whether a count stays open below a shown score.
    func isOpen(_ place: Place, below above: FrameworkNode, isHidden: (String) -> Bool) -> Bool {
        // Below 2 there is one count, and that it is suppressed says which.
        guard threshold > 2, counts[place] != nil, let own = score(place.node, place.row) else { return true }
        let others = alternatives[place, default: []]
        guard !others.isEmpty else { return false }
        let cluster = Cluster(above.id, place.row, assessment, formed, isHidden: isHidden)
        guard cluster.leaves.contains(place.node) else { return true }
        let truth = cluster.score([:])
        let rest = cluster.leaves.filter { $0 != place.node }
        let low = Dictionary(uniqueKeysWithValues: rest.map { ($0, bounds($0, place.row).lowerBound) })
        let high = Dictionary(uniqueKeysWithValues: rest.map { ($0, bounds($0, place.row).upperBound) })
        let (least, most) = (cluster.score(low), cluster.score(high))
        let shares = rest.map { leaf in
            cluster.score([leaf: (score(leaf, place.row) ?? 0) + 1]) - truth
        }
        let ends = [low, high].map { end in
            zip(rest, shares).reduce(truth) {
                $0 + $1.1 * ((end[$1.0] ?? 0) - (score($1.0, place.row) ?? 0))
            }
        }
        let isLinear = abs(ends[0] - least) < 1e-6 && abs(ends[1] - most) < 1e-6
        // The steps that other suppressed counts can take, as what they add to the shown score.
        var steps: [[Double]] = []
        var (room, lift) = (0.0, 0.0)
        for (leaf, share) in zip(rest, shares) {
            let current = score(leaf, place.row) ?? 0
            let other = Place(node: leaf, row: place.row)
            if isLinear, counts[other] != nil, steps.count < 6 {
                steps.append([0] + alternatives[other, default: []].map { share * ($0 - current) })
            } else {
                let moves = [bounds(leaf, place.row).lowerBound, bounds(leaf, place.row).upperBound].map {
                    share * ($0 - current)
                }
                room += moves.min() ?? 0
                lift += moves.max() ?? 0
            }
        }
        let move = isLinear ? cluster.score([place.node: own + 1]) - truth : 0
        return others.contains { other in
            if isLinear {
                return FeasibleCounts.canMeet(-move * (other - own), steps[...], room, lift)
            }
            let span = [low, high].map { end in cluster.score(end.merging([place.node: other]) { $1 }) }
            return (span.min() ?? .nan) <= truth + 1e-9 && truth - 1e-9 <= (span.max() ?? .nan)
        }
    }

    /// Whether steps and a room of movement add up to a number.
    private static func canMeet(_ aim: Double, _ steps: ArraySlice<[Double]>, _ room: Double, _ lift: Double) -> Bool {
        guard let first = steps.first else { return room - 1e-9 <= aim && aim <= lift + 1e-9 }
        return first.contains { canMeet(aim - $0, steps.dropFirst(), room, lift) }
    }

    private func score(_ node: String, _ row: Int) -> Double? { assessment.ledger.scores(of: node)?[row] }

    private func bounds(_ node: String, _ row: Int) -> ClosedRange<Double> {
        let own = score(node, row) ?? 0
        let full = nodes[node].map { assessment.hasHundred($0) } ?? true ? 100.0 : 1
        return min(0, own)...max(full, own)
    }
}

/// The blank scores below a shown one, down to the indicators, and the shown one as their function.
private final class Cluster {
    private let above: String
    private let row: Int
    private let formed: FormedScores
    /// The scores that it is formed from.
    private let scores: [String: Double]
    /// The blank nodes that are formed from others, with what is formed from the scores that they have.
    private var inner: [String: Double] = [:]
    /// The blank indicators.
    private(set) var leaves: [String] = []

    init(
        _ above: String, _ row: Int, _ assessment: CompletedAssessment, _ formed: FormedScores,
        isHidden: (String) -> Bool
    ) {
        (self.above, self.row, self.formed) = (above, row, formed)
        let ledger = assessment.ledger
        func own(_ node: String) -> Double? { ledger.scores(of: node)?[row] }
        var (open, blank): ([String], [String]) = ([above], [])
        while let node = open.popLast() {
            for child in formed[node]?.parts ?? [] where isHidden(child) {
                guard own(child) != nil else { continue }
                if formed[child] == nil {
                    leaves.append(child)
                } else {
                    blank.append(child)
                    open.append(child)
                }
            }
        }
        var scores: [String: Double] = [:]
        for part in ([above] + blank).flatMap({ formed[$0]?.parts ?? [] }) { scores[part] = own(part) }
        self.scores = scores
        for node in blank { inner[node] = formed[node]?.score(row: row) { scores[$0] ?? .nan } ?? .nan }
    }

    /// The shown score before decisions and rounding, with other scores of some indicators.
    func score(_ changed: [String: Double]) -> Double { score(of: above, changed) }

    private func score(of node: String, _ changed: [String: Double]) -> Double {
        formed[node]?.score(row: row) { [self] child in
            if let other = changed[child] { return other }
            guard let own = scores[child] else { return .nan }
            // What follows the forming of a score moves with it.
            guard let asItIs = inner[child] else { return own }
            return own + score(of: child, changed) - asItIs
        } ?? .nan
    }
}
