internal import AssessmentCore

/// The blank scores below a shown one, down to the indicators, and the shown one as their function.
final class Cluster {
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
