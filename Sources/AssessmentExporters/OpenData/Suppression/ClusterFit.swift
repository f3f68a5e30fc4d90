internal import AssessmentCore

/// Which counts lead to a shown score.
struct ClusterFit {
    /// A blank indicator below it.
    struct Leaf {
        let place: FeasibleCounts.Place
        /// What is small behind its value.
        let counts: [SmallCount]
        let score: Double
        /// What its score can be.
        let range: ClosedRange<Double>

        var ends: [Double] { [range.lowerBound, range.upperBound] }
    }

    private let cluster: Cluster
    private let leaves: [Leaf]
    /// The leaves that move on their own, by position, those together that say the same.
    private let free: [[Int]]
    private let truth: Double
    /// How much the shown score moves with each leaf, where that is the same everywhere, and how much the free ones move it.
    private let linear: (shares: [Double], least: Double, most: Double)?

    init(_ cluster: Cluster, leaves: [Leaf], free: [[Int]]) {
        (self.cluster, self.leaves, self.free) = (cluster, leaves, free)
        let truth = cluster.score([:])
        self.truth = truth
        let shares = leaves.map { cluster.score([$0.place.node: $0.score + 1]) - truth }
        let isLinear = [0, 1].allSatisfy { end in
            let moved = zip(leaves, shares).reduce(truth) { $0 + $1.1 * ($1.0.ends[end] - $1.0.score) }
            let scores = Dictionary(leaves.map { ($0.place.node, $0.ends[end]) }) { first, _ in first }
            return abs(cluster.score(scores) - moved) < 1e-6
        }
        guard isLinear else {
            linear = nil
            return
        }
        var (least, most) = (0.0, 0.0)
        for group in free {
            guard let first = group.first.map({ leaves[$0] }) else { continue }
            let share = group.reduce(0) { $0 + shares[$1] }
            let moves = first.ends.map { share * ($0 - first.score) }
            least += min(moves[0], moves[1])
            most += max(moves[0], moves[1])
        }
        linear = (shares, least, most)
    }

    /// What is small below the shown score.
    var counts: [SmallCount] { leaves.flatMap(\.counts) }

    /// Whether a place is one of the blank ones below.
    func holds(_ place: FeasibleCounts.Place) -> Bool { leaves.contains { $0.place == place } }

    /// Whether some numbers of counts, with the true ones of all others, can lead to the shown score.
    func admits(_ chosen: [SmallCount.Source: Double], _ scores: CountedScores) -> Bool {
        var changed: [String: Double] = [:]
        var move = 0.0
        for (index, leaf) in leaves.enumerated() where !leaf.counts.isEmpty {
            let numbers = leaf.counts.map { chosen[$0.source] ?? $0.count }
            guard let score = scores.score(at: leaf.place, leaf.counts, numbers: numbers) else { return false }
            changed[leaf.place.node] = score
            move += (linear?.shares[index] ?? 0) * (score - leaf.score)
        }
        if let linear { return linear.least - 1e-9 <= -move && -move <= linear.most + 1e-9 }
        // Between the ends the score takes every number.
        let span = [0, 1].map { end in
            let ends = free.joined().map { (leaves[$0].place.node, leaves[$0].ends[end]) }
            return cluster.score(changed.merging(ends) { first, _ in first })
        }
        return (span.min() ?? .nan) <= truth + 1e-9 && truth - 1e-9 <= (span.max() ?? .nan)
    }
}
