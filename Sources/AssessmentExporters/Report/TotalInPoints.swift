internal import AssessmentCore

/// How the points of the parts of the total make it up: their sum, what was decided and rounded, and the total.
struct TotalInPoints {
    /// A line of it.
    struct Line: Hashable {
        /// What it is.
        let name: BilingualText
        /// The points as they are printed.
        let points: String
        /// Whether it is the total itself.
        var isTotal = false
    }

    /// The lines in the order in which they came about; none where points do not add up to the total.
    let lines: [Line]

    /// Reads a row.
    init(_ figures: Figures, row: Int, weights: Weights) {
        let assessment = figures.assessment
        let root = assessment.root
        guard weights.givesPoints, let full = weights.fullMarks, let total = weights.points(of: root) else {
            lines = []
            return
        }
        let sum = root.children.compactMap { weights.points(of: $0) }.reduce(0, +)
        var lines = [Line(name: Wording.sumOfPoints, points: TotalInPoints.text(sum))]
        var before: Double?
        for entry in assessment.ledger.entries(of: root.id) where entry.step.givesNumbers {
            let after = entry.column[row]
            // What differs in the last bits only was not changed.
            if let before, let after, (after - before).magnitude > 1e-9 {
                let change = TotalInPoints.signed((after - before) * full / 100)
                switch entry.detail {
                case .adjusted(let adjustment, _): lines.append(Line(name: adjustment.name, points: change))
                case .rounded(let decimals):
                    lines.append(Line(name: Wording.roundedTo(decimals: decimals), points: change))
                default: break
                }
            }
            before = after
        }
        let decimals = max(2, full == 100 ? figures.decimals(of: root) : 0)
        lines.append(
            Line(name: Wording.total, points: DecimalRounding.text(total, decimals: decimals), isTotal: true))
        self.lines = lines
    }

    /// Points in enough decimals to be added up: no fewer than two, no more than six.
    private static func text(_ points: Double) -> String {
        let whole = DecimalRounding.text(points, upTo: 6)
        let decimals = whole.split(separator: ".").dropFirst().first?.count ?? 0
        return decimals < 2 ? DecimalRounding.text(points, decimals: 2) : whole
    }

    private static func signed(_ points: Double) -> String {
        let text = text(points)
        return points > 0 ? "+\(text)" : text
    }
}
