import AssessmentCore
import Testing

@testable import AssessmentPipeline

@Suite("How far reviewers agree, and who rates unlike the others")
struct RatingAnalysisTests {
    private static let period = Period(year: 2020)

    /// Five experts on six units; the fourth is harsh.
    private static let scores: [[Double?]] = [
        [78, 70, 82, 60, 75], [66, 64, 70, 51, 68], [90, 85, 88, 72, 90], [55, 60, 58, 40, 60],
        [84, 70, 81, 66, 79], [73, 71, 76, 58, 70],
    ]
    private static let own: [Double] = [90, 80, 95, 70, 90, 85]

    private static func report(
        _ scores: [[Double?]] = scores, above: Double = 3, from: Double = 0
    ) -> RatingReport {
        func source(_ id: String, _ kind: RatingSource.Kind) -> RatingSource {
            RatingSource(id: id, name: BilingualText(same: id), kind: kind, absence: .renormalise)
        }
        let scale = RatingScale(from: 0, to: 100)
        let item = RatingItem(
            id: "item", name: BilingualText(same: "item"),
            parts: [
                RatingItem.Part("own", weight: 1, scale: scale), RatingItem.Part("experts", weight: 3, scale: scale),
            ])
        let units = scores.indices.map { Fixture.unit("u\($0)") }
        func rating(_ unit: Int, _ source: String, _ assessor: String, _ score: Double) -> Rating {
            Rating(
                item: "item", unit: "u\(unit)", period: period, source: source, assessor: assessor, score: score,
                origin: Fixture.origin)
        }
        let ratings = scores.enumerated().flatMap { unit, row in
            [rating(unit, "own", "u\(unit)", own[unit])]
                + row.enumerated().compactMap { assessor, score in
                    score.map { rating(unit, "experts", "E\(assessor + 1)", $0) }
                }
        }
        return RatingAnalysis(
            RatingScheme(
                sources: [source("own", .ownUnit), source("experts", .others)], items: [item], outlyingAbove: above,
                outlyingFrom: from), ratings, panel: Panel(units: units, periods: [period])
        ).report()
    }

    private static func isNear(_ found: Double?, _ expected: Double) -> Bool {
        found.map { abs($0 - expected) < 1e-9 } ?? false
    }

    @Test("Agreement is that of pingouin (ICC) and of the ranks in scipy (W)")
    func agreement() throws {
        let found = try #require(Self.report().agreements.first)
        #expect(found.source == "experts" && found.assessors.count == 5 && found.units.count == 6)
        #expect(found.ratingsOutside == 0)
        #expect(Self.isNear(found.concordance, 0.9264367816091954))
        #expect(Self.isNear(found.chiSquare, 23.160919540229884))
        #expect(Self.isNear(found.pValue, 0.0003144723603606845))
        let expected = [
            ("ICC(2,1)", 0.6403650026838433, 0.19, 0.93), ("ICC(2,k)", 0.8990203466465713, 0.54, 0.98),
            ("ICC(3,1)", 0.9286991119824702, 0.79, 0.99), ("ICC(3,k)", 0.984877207573015, 0.95, 1.0),
        ]
        #expect(found.intraclass.map(\.form) == expected.map(\.0))
        for (coefficient, (_, value, low, high)) in zip(found.intraclass, expected) {
            #expect(Self.isNear(coefficient.coefficient, value))
            // pingouin prints two places.
            let interval = try #require(coefficient.interval)
            #expect(abs(interval.lowerBound - low) < 0.00501 && abs(interval.upperBound - high) < 0.00501)
        }
    }

    @Test("Where a rating lacks, the block leaves its unit out and says how many ratings stand outside")
    func incomplete() throws {
        var scores = Self.scores
        scores[2][1] = nil
        let found = try #require(Self.report(scores).agreements.first)
        #expect(found.units == ["u0", "u1", "u3", "u4", "u5"] && found.ratingsOutside == 4)
    }

    @Test("The harsh expert is shown by the deviation from the median of the others (numpy)")
    func reviewers() throws {
        let found = Self.report().reviewers
        // Units themselves are no reviewers that could be compared.
        #expect(found.map(\.assessor) == ["E1", "E2", "E3", "E4", "E5"])
        let deviations: [Double] = [17, -20.5, 27.5, -96.5, 12.5].map { $0 / 6 }
        let scores = [0.20234723, -1.48387967, 0.67449076, -4.90129952, 0]
        for (place, reviewer) in found.enumerated() {
            #expect(Self.isNear(reviewer.deviation, deviations[place]))
            #expect(abs((reviewer.robustScore ?? .nan) - scores[place]) < 1e-7)
        }
        #expect(found.map(\.isOutlying) == [false, false, false, true, false])
        #expect(Self.isNear(found[3].mean, 57.833333333333336))
        #expect(abs((found[3].spread ?? .nan) - 11.28568415) < 1e-7)
        #expect(found.allSatisfy { $0.ratings == 6 && $0.compared == 6 })
        #expect(Self.report(from: 20).reviewers.allSatisfy { !$0.isOutlying })
        #expect(Self.report(above: 5).reviewers.allSatisfy { !$0.isOutlying })
    }

    @Test("Single ratings have a deviation and a score of their own, and none is dropped")
    func singles() throws {
        let found = Self.report(above: 2.9).singles
        #expect(found.count == 36)
        // E1 of u0: the others are 60, 70, 75, 82, whose median is 72.5.
        #expect(found[1].consensus == 72.5 && found[1].deviation == 5.5)
        #expect(abs((found[1].robustScore ?? .nan) - 0.749434) < 1e-6)
        let outlying = found.filter(\.isOutlying)
        #expect(outlying.map(\.rating.unit) == ["u3"] && outlying.map(\.rating.assessor) == ["E4"])
        #expect(abs((outlying.first?.robustScore ?? .nan) + 2.922793) < 1e-6)
        // Nobody else rates for the unit itself.
        #expect(found[0].consensus == nil && found[0].robustScore == nil && !found[0].isOutlying)
    }

    @Test("What each source says, beside the others")
    func summaries() throws {
        let found = Self.report().summaries
        #expect(found.map(\.source) == ["own", "experts"])
        // Means of the rows: 73, 63.8, 85, 54.6, 76, 69.6, on average 70.333; of the own reports 85.
        let experts = 422.0 / 6
        #expect(Self.isNear(found[0].mean, 85))
        #expect(Self.isNear(found[1].mean, experts))
        #expect(Self.isNear(found[0].lead, 85 - experts))
        #expect(Self.isNear(found[1].lead, experts - 85))
        #expect(found.map(\.ratings) == [6, 30])
        #expect(found.map(\.units) == [6, 6])
    }
}
