internal import AssessmentCore

/// What a reader should know of a unit first, in sentences: where it is strongest, where weakest, and what would lift its
/// total most.
struct UnitSummary: Sendable, Hashable {
    /// The part of the framework that is best placed among peers; nothing where it has no two parts with a rank.
    let strongest: BilingualText?
    /// The part that is placed lowest.
    let weakest: BilingualText?
    /// The indicator whose full marks would add most to the total; nothing where scores have no full marks, or where the
    /// total is no weighted mean.
    let lift: BilingualText?

    /// Those that there are, in reading order.
    var sentences: [BilingualText] { [strongest, weakest, lift].compactMap(\.self) }

    /// Reads a unit's row of the ledger.
    init(_ figures: Figures, row: Int, weights: Weights) {
        let parts = Parts(figures: figures, row: row)
        strongest = parts.best.map { parts.sentence($0, Wording.strongestPart) }
        weakest = parts.lowest.map { parts.sentence($0, Wording.weakestPart) }
        lift = UnitSummary.lift(figures, row, weights)
    }

    /// The pillars, or the indicators where there are no two pillars, with their standing among peers.
    private struct Parts {
        struct Part {
            let node: FrameworkNode
            let score: Double
            let standing: Figures.Standing
            let lead: Double
        }

        let figures: Figures
        let ordered: [Part]

        init(figures: Figures, row: Int) {
            self.figures = figures
            let root = figures.assessment.root
            let nodes = root.pillars.count > 1 ? root.pillars : figures.indicators
            let parts = nodes.compactMap { node -> Part? in
                guard node.bonusPoints == nil, let standing = figures.standing(of: node.id, row: row),
                    let score = figures[node.id]?.score(row),
                    let median = figures.peerMedian(of: node.id, row: row)
                else { return nil }
                return Part(node: node, score: score, standing: standing, lead: score - median)
            }
            // By rank; the lead over the median of peers tells apart those of one rank, and listed order the rest.
            ordered = parts.enumerated().sorted {
                ($0.element.standing.rank, -$0.element.lead, $0.offset)
                    < ($1.element.standing.rank, -$1.element.lead, $1.offset)
            }.map(\.element)
        }

        private var tellsApart: Bool {
            guard let first = ordered.first, let last = ordered.last, ordered.count > 1 else { return false }
            return first.standing.rank < last.standing.rank || first.lead > last.lead + 1e-9
        }

        var best: Part? { tellsApart ? ordered.first : nil }
        var lowest: Part? { tellsApart ? ordered.last : nil }

        func sentence(
            _ part: Part, _ write: (BilingualText, String, Figures.Standing, String, Bool?) -> BilingualText
        ) -> BilingualText {
            let decimals = figures.decimals(of: part.node)
            let lead = DecimalRounding.round(part.lead, decimals: decimals)
            return write(
                part.node.name, DecimalRounding.text(part.score, decimals: decimals), part.standing,
                DecimalRounding.text(lead.magnitude, decimals: decimals), lead == 0 ? nil : lead > 0)
        }
    }

    private static func lift(_ figures: Figures, _ row: Int, _ weights: Weights) -> BilingualText? {
        guard figures.isAdditive else { return nil }
        let assessment = figures.assessment
        let isPoints = weights.fullMarks != nil
        var best: (node: FrameworkNode, gain: Double, score: Double)?
        for node in figures.indicators {
            guard let full = isPoints ? 100 : assessment.fullMarks(of: node),
                let score = figures[node.id]?.score(row),
                let weight = weights[node]?.effective
            else { continue }
            // Beyond full marks, and for a bonus below none, there is nothing to be had.
            let reached = node.bonusPoints == nil ? score : max(0, score)
            let gain = isPoints ? weight * (full - reached) / full : weight / 100 * (full - reached)
            if gain > (best?.gain ?? 1e-9) { best = (node, gain, score) }
        }
        guard let best else { return nil }
        return Wording.lift(
            best.node.name, score: DecimalRounding.text(best.score, decimals: figures.decimals(of: best.node)),
            gain: DecimalRounding.text(best.gain, decimals: max(2, figures.decimals(of: assessment.root))))
    }
}
