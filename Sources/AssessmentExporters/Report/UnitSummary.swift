internal import AssessmentCore

/// What a reader should know of a unit first, in sentences: what took away the grade of its total, where it is placed best
/// among its peers, where lowest, and what would lift its total most.
struct UnitSummary: Sendable, Hashable {
    /// Why the grade is not that of the total; nothing where it is.
    let grade: BilingualText?
    /// The part of the framework that is placed best among peers; nothing where no two parts have different ranks.
    let strongest: BilingualText?
    /// The part that is placed lowest; nothing where no peer is better anywhere.
    let weakest: BilingualText?
    /// The indicator whose full marks would add most to the total; nothing where that is not known.
    let lift: BilingualText?

    /// Those that there are, in reading order.
    var sentences: [BilingualText] { [grade, strongest, weakest, lift].compactMap(\.self) }

    /// Reads a unit's row of the ledger.
    init(_ figures: Figures, row: Int, weights: Weights) {
        grade = LoweredGrade(figures.assessment, row: row)?.sentence
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
            /// What its score has more than the median of peers.
            let difference: Double
            /// By how much it is better than the median of peers.
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
                return Part(
                    node: node, score: score, standing: standing, difference: score - median,
                    lead: figures.direction(of: node) == .higherIsBetter ? score - median : median - score)
            }
            // By rank; the lead over the median of peers tells apart those of one rank, and listed order the rest.
            ordered = parts.enumerated().sorted {
                ($0.element.standing.rank, -$0.element.lead, $0.offset)
                    < ($1.element.standing.rank, -$1.element.lead, $1.offset)
            }.map(\.element)
        }

        private var tellsApart: Bool {
            guard let first = ordered.first, let last = ordered.last else { return false }
            return first.standing.rank < last.standing.rank
        }

        var best: Part? { tellsApart ? ordered.first : nil }
        var lowest: Part? { tellsApart ? ordered.last : nil }

        func sentence(
            _ part: Part, _ write: (BilingualText, String, Figures.Standing, String, Bool?) -> BilingualText
        ) -> BilingualText {
            let decimals = figures.decimals(of: part.node)
            let difference = DecimalRounding.round(part.difference, decimals: decimals)
            return write(
                part.node.name, DecimalRounding.text(part.score, decimals: decimals), part.standing,
                DecimalRounding.text(difference.magnitude, decimals: decimals), difference == 0 ? nil : difference > 0)
        }
    }

    private static func lift(_ figures: Figures, _ row: Int, _ weights: Weights) -> BilingualText? {
        let assessment = figures.assessment
        guard let lift = LargestLift(figures, row: row, isPoints: weights.fullMarks != nil),
            let node = figures.indicators.first(where: { $0.id == lift.indicator })
        else { return nil }
        let decimals = assessment.template.decimals ?? max(2, figures.decimals(of: assessment.root))
        let gain = DecimalRounding.text(lift.gain, decimals: decimals)
        guard let values = figures[node.id]?.values, values[row] == nil else {
            let score = figures[node.id]?.scores?[row].map {
                DecimalRounding.text($0, decimals: figures.decimals(of: node))
            }
            return score.map { Wording.lift(node.name, score: $0, gain: gain) }
        }
        return Wording.liftByReport(
            node.name, reason: (values.reasons[row] ?? .notSubmitted).name,
            consequence: assessment.actionOnMissing(of: node.id, row: row)?.name, gain: gain)
    }
}
