internal import AssessmentCore

/// The indicator whose full marks would add most to a unit's total.
struct LargestLift: Sendable, Hashable {
    /// Its id.
    let indicator: String
    /// By how much the total would be higher, after every decision, bound and rounding.
    let gain: Double

    /// Compares the indicators of a row.
    ///
    /// It is nothing where full marks anywhere add nothing; and where the effect of a single indicator is not known, since
    /// that one might add most.
    init?(_ figures: Figures, row: Int, isPoints: Bool) {
        guard let root = figures[figures.assessment.root.id], let total = root.scores?[row],
            root.direction == .higherIsBetter
        else { return nil }
        var best: (indicator: String, gain: Double)?
        for node in figures.indicators where LargestLift.isOpen(node, figures, row) {
            guard let full = isPoints ? 100 : figures.assessment.fullMarks(of: node),
                let lifted = figures.replay.total(row: row, with: full, of: node)
            else { return nil }
            if lifted - total > (best?.gain ?? 0) + 1e-9 { best = (node.id, lifted - total) }
        }
        guard let best else { return nil }
        (indicator, gain) = (best.indicator, best.gain)
    }

    /// Whether a unit could have full marks: it has a score, or has not reported what would give one.
    private static func isOpen(_ node: FrameworkNode, _ figures: Figures, _ row: Int) -> Bool {
        guard let scores = figures[node.id]?.scores else { return false }
        if scores[row] != nil { return true }
        return [.notSubmitted, .falsified, .withdrawn].contains(scores.reasons[row])
    }
}
