internal import AssessmentCore
internal import AssessmentStatistics

/// Holds each rating against those that the others of its source gave the same unit, item and period.
///
/// The others' median is the consensus, so that one harsh assessor makes nobody else seem lenient. An assessor's
/// deviation is the mean over the ratings that others gave too; its robust z-score is taken among the assessors of the
/// source in a period, that of a single rating among all ratings of the source in the period.
struct RatingComparison {
    /// Every rating with its deviation, in the order of the data.
    let singles: [RatingReport.Single]
    /// Every assessor of others than the units themselves.
    let reviewers: [RatingReport.Reviewer]

    private struct Cell: Hashable {
        let item: String
        let unit: String
        let period: Period
        let source: String
    }

    private struct Round: Hashable {
        let period: Period
        let source: String
    }

    /// - Parameter points: the points of each rating.
    init(_ scheme: RatingScheme, _ ratings: [Rating], _ points: [Double]) {
        let cells = Dictionary(grouping: ratings.indices) { position in
            let rating = ratings[position]
            return Cell(item: rating.item, unit: rating.unit, period: rating.period, source: rating.source)
        }
        var consensus = [Double?](repeating: nil, count: ratings.count)
        for positions in cells.values where positions.count > 1 {
            for position in positions {
                consensus[position] = Quantiles.median(positions.filter { $0 != position }.map { points[$0] })
            }
        }
        let deviations = ratings.indices.map { position in consensus[position].map { points[position] - $0 } }
        func isOutlying(_ deviation: Double?, _ score: Double?) -> Bool {
            guard let deviation, let score else { return false }
            return score.magnitude > scheme.outlyingAbove && deviation.magnitude >= scheme.outlyingFrom
        }
        let rounds = Dictionary(grouping: ratings.indices) { position in
            Round(period: ratings[position].period, source: ratings[position].source)
        }
        var scores = [Double?](repeating: nil, count: ratings.count)
        for positions in rounds.values {
            let compared = positions.filter { deviations[$0] != nil }
            guard let found = RobustScores.scores(compared.compactMap { deviations[$0] }) else { continue }
            for (position, score) in zip(compared, found) { scores[position] = score }
        }
        singles = ratings.indices.map { position in
            RatingReport.Single(
                rating: ratings[position], points: points[position], consensus: consensus[position],
                deviation: deviations[position], robustScore: scores[position],
                isOutlying: isOutlying(deviations[position], scores[position]))
        }
        let others = scheme.sources.filter { $0.kind == .others }.map(\.id)
        let periods = Set(ratings.map(\.period)).sorted()
        reviewers = periods.flatMap { period in
            others.flatMap { source -> [RatingReport.Reviewer] in
                let positions = rounds[Round(period: period, source: source)] ?? []
                let byAssessor = Dictionary(grouping: positions) { ratings[$0].assessor }.sorted { $0.key < $1.key }
                let means = byAssessor.map { Moments.mean($0.value.compactMap { deviations[$0] }) }
                let compared = means.indices.filter { means[$0] != nil }
                var scores = [Double?](repeating: nil, count: means.count)
                if let found = RobustScores.scores(compared.compactMap { means[$0] }) {
                    for (place, score) in zip(compared, found) { scores[place] = score }
                }
                return byAssessor.enumerated().map { place, entry in
                    let own = entry.value.map { points[$0] }
                    return RatingReport.Reviewer(
                        period: period, source: source, assessor: entry.key, ratings: own.count,
                        compared: entry.value.count { deviations[$0] != nil }, mean: Moments.mean(own) ?? .nan,
                        spread: Moments.standardDeviation(own), deviation: means[place], robustScore: scores[place],
                        isOutlying: isOutlying(means[place], scores[place]))
                }
            }
        }
    }
}
