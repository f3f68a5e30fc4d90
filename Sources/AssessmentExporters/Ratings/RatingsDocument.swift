internal import AssessmentCore

/// The report on ratings as it stands in result.json; null where a statistic is undefined.
struct RatingsDocument: Encodable {
    struct Source: Encodable {
        let item: String
        let period: String
        let source: String
        let ratings: Int
        let units: Int
        let unitsWithout: Int
        let mean: Double?
        let lead: Double?
    }

    struct Agreement: Encodable {
        struct Coefficient: Encodable {
            let form: String
            let coefficient: Double
            let low: Double?
            let high: Double?
        }

        let item: String
        let period: String
        let source: String
        let assessors: [String]
        let units: [String]
        let ratingsOutside: Int
        let kendallW: Double?
        let chiSquare: Double?
        let pValue: Double?
        let intraclass: [Coefficient]
    }

    struct Reviewer: Encodable {
        let period: String
        let source: String
        let assessor: String
        let name: String?
        let ratings: Int
        let compared: Int
        let mean: Double
        let standardDeviation: Double?
        let meanDeviation: Double?
        let robustZ: Double?
        let isOutlying: Bool
    }

    struct Rating: Encodable {
        let item: String
        let unit: String
        let period: String
        let source: String
        let assessor: String
        let score: Double
        let points: Double
        let consensus: Double?
        let deviation: Double?
        let robustZ: Double?
        let isOutlying: Bool
        let file: String
        let row: Int
    }

    let sources: [Source]
    let agreement: [Agreement]
    let reviewers: [Reviewer]
    let ratings: [Rating]

    init(_ report: RatingReport, _ assessment: CompletedAssessment) {
        sources = report.summaries.map {
            Source(
                item: $0.item, period: $0.period.description, source: $0.source, ratings: $0.ratings, units: $0.units,
                unitsWithout: $0.unitsWithout, mean: $0.mean, lead: $0.lead)
        }
        agreement = report.agreements.map { agreement in
            Agreement(
                item: agreement.item, period: agreement.period.description, source: agreement.source,
                assessors: agreement.assessors, units: agreement.units, ratingsOutside: agreement.ratingsOutside,
                kendallW: agreement.concordance, chiSquare: agreement.chiSquare, pValue: agreement.pValue,
                intraclass: agreement.intraclass.map {
                    Agreement.Coefficient(
                        form: $0.form, coefficient: $0.coefficient, low: $0.interval?.lowerBound,
                        high: $0.interval?.upperBound)
                })
        }
        let showsNames = assessment.specification.ratings?.showsNames == true
        reviewers = report.reviewers.map { reviewer in
            Reviewer(
                period: reviewer.period.description, source: reviewer.source, assessor: reviewer.assessor,
                name: showsNames ? assessment.data.assessors.first { $0.id == reviewer.assessor }?.name : nil,
                ratings: reviewer.ratings, compared: reviewer.compared, mean: reviewer.mean,
                standardDeviation: reviewer.spread, meanDeviation: reviewer.deviation, robustZ: reviewer.robustScore,
                isOutlying: reviewer.isOutlying)
        }
        ratings = report.singles.map { single in
            Rating(
                item: single.rating.item, unit: single.rating.unit, period: single.rating.period.description,
                source: single.rating.source, assessor: single.rating.assessor, score: single.rating.score,
                points: single.points, consensus: single.consensus, deviation: single.deviation,
                robustZ: single.robustScore, isOutlying: single.isOutlying, file: single.rating.origin.file,
                row: single.rating.origin.row)
        }
    }
}
