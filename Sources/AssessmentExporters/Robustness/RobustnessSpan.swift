internal import AssessmentCore

/// An interval or a range beside the rank and the total of a unit.
struct RobustnessSpan {
    let heading: BilingualText
    /// What it says of a row; nothing where there is none.
    private let read: @Sendable (_ row: Int) -> Ends?

    private enum Ends {
        case scores(Double, Double)
        case ranks(Int, Int)
    }

    /// What it says of a row; nothing where there is none.
    func text(_ row: Int, _ assessment: CompletedAssessment) -> String? {
        switch read(row) {
        case .ranks(let best, let worst): RobustnessFigures.span(best, worst)
        case .scores(let low, let high):
            [low, high].map { DecimalRounding.text($0, decimals: assessment.decimals(of: assessment.root)) }
                .joined(separator: "–")
        case nil: nil
        }
    }

    /// What a column of it is sorted by.
    func order(_ row: Int) -> Double? {
        switch read(row) {
        case .ranks(let best, let worst): Double(best) + Double(worst) / 1e6
        case .scores(let low, _): low
        case nil: nil
        }
    }

    /// The interval of the rank from errors of data.
    static func rankInterval(_ figures: RobustnessFigures) -> RobustnessSpan {
        RobustnessSpan(heading: Wording.rankInterval(DecimalRounding.percentage(of: figures.report.request.interval))) {
            row in
            figures.errors(row).map { .ranks($0.bestRank, $0.worstRank) }
        }
    }

    /// The interval of the score from errors of data.
    static func scoreInterval(_ figures: RobustnessFigures) -> RobustnessSpan {
        RobustnessSpan(heading: Wording.scoreInterval(DecimalRounding.percentage(of: figures.report.request.interval)))
        { row in
            figures.errors(row).map { .scores($0.lowScore, $0.highScore) }
        }
    }

    /// The range of the rank over methods.
    static func rankRange(_ figures: RobustnessFigures) -> RobustnessSpan {
        RobustnessSpan(heading: Wording.rankRange) { row in
            figures.range(row).map { .ranks($0.bestRank, $0.worstRank) }
        }
    }

    /// The range of the score over methods.
    static func scoreRange(_ figures: RobustnessFigures) -> RobustnessSpan {
        RobustnessSpan(heading: Wording.scoreRange) { row in
            figures.range(row).map { .scores($0.lowestScore, $0.highestScore) }
        }
    }
}

extension RobustnessFigures {
    /// What a ranking shows beside its totals.
    var spans: [RobustnessSpan] {
        (report.dataErrors == nil ? [] : [.rankInterval(self), .scoreInterval(self)])
            + (report.methods == nil ? [] : [.rankRange(self)])
    }

    /// Those of them that are about ranks.
    var spansOfRanks: [RobustnessSpan] {
        (report.dataErrors == nil ? [] : [.rankInterval(self)]) + (report.methods == nil ? [] : [.rankRange(self)])
    }
}
