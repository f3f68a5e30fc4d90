public import AssessmentCore

/// How firm the place of a unit is, in sentences, the same in every format.
public struct UnitRobustness: Sendable {
    /// With errors of the data: its interval, the probabilities of grades, whether it is told apart from its neighbours, and
    /// whom it is tied with.
    public let ofDataErrors: [BilingualText]
    /// Its range over methods.
    public let ofMethods: [BilingualText]
    /// The smallest changes of a weight that swap it with its neighbours.
    public let swaps: [BilingualText]

    /// All of them, in reading order.
    public var sentences: [BilingualText] { ofDataErrors + ofMethods + swaps }

    /// Reads the report of an assessment; nothing where it says nothing of the unit.
    ///
    /// - Parameter row: the row of the unit in the assessed period.
    public init?(_ assessment: CompletedAssessment, row: Int) {
        guard let figures = RobustnessFigures(assessment) else { return nil }
        self.init(assessment, figures, row: row)
    }

    init?(_ assessment: CompletedAssessment, _ figures: RobustnessFigures, row: Int) {
        guard let unit = figures.unit(row), let rank = figures.standing(row)?.rank,
            let score = assessment.ledger.scores(of: assessment.root.id)?[row]
        else { return nil }
        let units = assessment.ledger.panel.units
        let share = DecimalRounding.percentage(of: figures.report.request.interval)
        func text(_ score: Double) -> String {
            DecimalRounding.text(score, decimals: assessment.decimals(of: assessment.root))
        }
        var ofErrors: [BilingualText] = []
        if let errors = figures.errors(row) {
            ofErrors.append(
                Wording.unitWithErrors(
                    rank, text(score), best: errors.bestRank, worst: errors.worstRank, low: text(errors.lowScore),
                    high: text(errors.highScore), share,
                    probability: DecimalRounding.percentage(of: figures.probabilityOfRank(row) ?? 0)))
            let grades = errors.grades.compactMap { grade in
                figures.gradeNames.indices.contains(grade.place)
                    ? (
                        name: figures.gradeNames[grade.place],
                        probability: DecimalRounding.percentage(of: grade.probability)
                    )
                    : nil
            }
            if !grades.isEmpty { ofErrors.append(Wording.unitGrades(grades)) }
            for own in figures.neighbours(row) {
                let isAhead = own.behind.contains(unit)
                let (others, beside) = isAhead ? (own.ahead, own.behind) : (own.behind, own.ahead)
                ofErrors.append(
                    Wording.besideNeighbours(
                        others.prefix(5).map { units[$0].name }, further: max(0, others.count - 5), isAhead: isAhead,
                        isAlone: beside.count == 1, DecimalRounding.percentage(of: own.probability), share,
                        isToldApart: own.probability >= figures.report.request.interval))
            }
            // A tie with the next one alone was said just now.
            if let tied = figures.tiedGroup(row), tied.count > 2 {
                let isFirst = tied.first == unit
                let others = isFirst ? Array(tied.dropFirst()) : Array(tied.prefix(1))
                ofErrors.append(
                    Wording.notToldApart(
                        from: others.prefix(5).map { units[$0].name }, further: max(0, others.count - 5),
                        isFirst: isFirst))
            }
        }
        ofDataErrors = ofErrors
        ofMethods =
            figures.range(row).map { range in
                [
                    Wording.unitOverMethods(
                        published: rank, best: range.bestRank, worst: range.worstRank,
                        middleBest: range.middleRanks.lowerBound, middleWorst: range.middleRanks.upperBound, share)
                ]
            } ?? []
        func percent(_ share: Double) -> String { "\(DecimalRounding.text(100 * share, decimals: 2))%" }
        swaps = (figures.report.sensitivity?.swaps ?? []).filter { $0.ahead == unit || $0.behind == unit }
            .sorted { ($0.ahead == unit ? 1 : 0, $0.ahead) < ($1.ahead == unit ? 1 : 0, $1.ahead) }
            .map { swap in
                let isAhead = swap.behind == unit
                return Wording.swap(
                    with: units[isAhead ? swap.ahead : swap.behind].name, isAhead: isAhead,
                    figures.nodeNames[swap.node] ?? BilingualText(same: swap.node), percent(swap.share),
                    percent(swap.needed))
            }
        if ofDataErrors.isEmpty, ofMethods.isEmpty { return nil }
    }
}

extension RobustnessFigures {
    /// A rank between two whole ones with a decimal, a whole one without.
    static func rank(_ rank: Double) -> String {
        DecimalRounding.text(rank, upTo: 1)
    }

    /// A span of ranks: one number where it is one rank.
    static func span(_ best: Int, _ worst: Int) -> String { best == worst ? "\(best)" : "\(best)–\(worst)" }
}
