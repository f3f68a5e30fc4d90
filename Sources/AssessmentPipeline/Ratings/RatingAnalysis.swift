internal import AssessmentCore
internal import AssessmentStatistics

/// Finds out how far reviewers agree and who rates unlike the others. It changes no score.
struct RatingAnalysis {
    private let scheme: RatingScheme
    private let ratings: [Rating]
    private let panel: Panel
    /// The points of each rating, from 0 to 100.
    private let points: [Double]

    init(_ scheme: RatingScheme, _ ratings: [Rating], panel: Panel) {
        self.scheme = scheme
        self.ratings = ratings
        self.panel = panel
        points = ratings.map { rating in
            scheme.item(rating.item)?.parts.first { $0.source == rating.source }?.scale.points(rating.score) ?? .nan
        }
    }

    /// The report, by period, then in the order of the specification.
    func report() -> RatingReport {
        let compared = RatingComparison(scheme, ratings, points)
        return RatingReport(
            summaries: everyPart(summary), agreements: everyPart(agreement), reviewers: compared.reviewers,
            singles: compared.singles)
    }

    private func everyPart<Result>(_ result: (Period, RatingItem, RatingItem.Part) -> Result?) -> [Result] {
        panel.periods.flatMap { period in
            scheme.items.flatMap { item in item.parts.compactMap { result(period, item, $0) } }
        }
    }

    private func summary(_ period: Period, _ item: RatingItem, _ part: RatingItem.Part) -> RatingReport.Summary? {
        guard let index = panel.periods.firstIndex(of: period) else { return nil }
        let rated = RatedRows(ratings, item: item.id, panel: panel)
        var (results, leads, count, without) = ([Double](), [Double](), 0, 0)
        for row in panel.rows(ofPeriodAt: index) {
            let own = rated.ratings(row)
            guard !own.isEmpty else { continue }
            let parts = CombinedRating(item, of: scheme, own).parts
            count += parts.first { $0.source.id == part.source }?.ratings.count ?? 0
            guard let result = parts.first(where: { $0.source.id == part.source })?.points else {
                without += 1
                continue
            }
            results.append(result)
            let others = parts.filter { $0.source.id != part.source && $0.points != nil }
            let weight = others.reduce(0) { $0 + $1.weight }
            if weight > 0 { leads.append(result - others.reduce(0) { $0 + $1.weight * ($1.points ?? 0) } / weight) }
        }
        if count == 0, without == 0 { return nil }
        return RatingReport.Summary(
            item: item.id, period: period, source: part.source, ratings: count, units: results.count,
            unitsWithout: without, mean: Moments.mean(results), lead: Moments.mean(leads))
    }

    /// How far the assessors of a source agree; nothing where no two of them rated the same two units.
    private func agreement(_ period: Period, _ item: RatingItem, _ part: RatingItem.Part) -> RatingReport.Agreement? {
        guard scheme.source(part.source)?.kind == .others else { return nil }
        let own = ratings.indices.filter {
            ratings[$0].item == item.id && ratings[$0].period == period && ratings[$0].source == part.source
        }
        let assessors = Set(own.map { ratings[$0].assessor }).sorted()
        let rated = Set(own.map { ratings[$0].unit })
        let units = panel.units.map(\.code).filter(rated.contains)
        var table = [[Double]](repeating: [Double](repeating: .nan, count: assessors.count), count: units.count)
        let rowOfUnit = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1, $0) })
        let columnOfAssessor = Dictionary(uniqueKeysWithValues: assessors.enumerated().map { ($1, $0) })
        for position in own {
            guard let row = rowOfUnit[ratings[position].unit], let column = columnOfAssessor[ratings[position].assessor]
            else { continue }
            table[row][column] = points[position]
        }
        let block = RatingBlock(table.map { $0.map { !$0.isNaN } })
        guard block.units.count > 1, block.assessors.count > 1,
            let matrix = try? Matrix(rowArrays: block.units.map { row in block.assessors.map { table[row][$0] } })
        else { return nil }
        let concordance = try? Concordance(matrix)
        let intraclass = try? IntraclassCorrelation(matrix)
        let forms: [(IntraclassCorrelation.Form, String)] = [
            (.icc2, "ICC(2,1)"), (.icc2k, "ICC(2,k)"), (.icc3, "ICC(3,1)"), (.icc3k, "ICC(3,k)"),
        ]
        return RatingReport.Agreement(
            item: item.id, period: period, source: part.source, assessors: block.assessors.map { assessors[$0] },
            units: block.units.map { units[$0] },
            ratingsOutside: own.count - block.units.count * block.assessors.count,
            concordance: concordance?.coefficient, chiSquare: concordance?.chiSquare, pValue: concordance?.pValue,
            intraclass: forms.compactMap { form, name in
                intraclass?[form].map {
                    RatingReport.Intraclass(form: name, coefficient: $0.coefficient, interval: $0.interval)
                }
            })
    }
}
