import AssessmentCore

extension Fixture {
    /// How firm the small assessment is, with numbers by which each unit can be told: not computed, since exporters only pass
    /// them on.
    ///
    /// - Parameters:
    ///   - overMethods: whether methods varied as well.
    ///   - words: what stands in the place of names.
    static func report(
        of assessment: CompletedAssessment, overMethods: Bool = false, words: BilingualText = BilingualText(same: "x")
    ) -> RobustnessReport {
        let (ledger, root) = (assessment.ledger, assessment.specification.framework.id)
        let units = ledger.panel.units
        let first = (ledger.panel.periods.count - 1) * units.count
        let nominal = units.indices.map { unit in
            RobustnessReport.Standing(
                group: assessment.peerGroupOfUnit[unit], score: ledger.scores(of: root)?[first + unit],
                rank: ledger.rank(of: root, row: first + unit)?.rank,
                grade: ledger.grade(of: root, row: first + unit).flatMap { band in
                    assessment.gradeNames.firstIndex(of: band.name)
                })
        }
        let errors = nominal.enumerated().map { unit, standing in
            standing.score.map { score in
                DataErrorResults.Result(
                    lowScore: score - 1.3 - Double(unit), highScore: score + 1.4, bestRank: 1, worstRank: 2 + unit,
                    ranks: [
                        DataErrorResults.Share(place: 1, probability: 0.627),
                        DataErrorResults.Share(place: 2, probability: 0.373),
                    ],
                    grades: [
                        DataErrorResults.Share(place: 0, probability: 0.084),
                        DataErrorResults.Share(place: 1, probability: 0.916),
                    ])
            }
        }
        let ranges = nominal.enumerated().map { unit, standing in
            standing.score.map { score in
                MethodRanges.Range(
                    lowestScore: score - 7, highestScore: score + 8, bestRank: 1, worstRank: 3 + unit, medianRank: 1.5,
                    middleBestRank: 1, middleWorstRank: 2.5)
            }
        }
        return RobustnessReport(
            request: RobustnessRequest(
                draws: 321, seed: 4242, interval: 0.9,
                methods: overMethods
                    ? MethodVariation(
                        weights: .within(0.25),
                        choices: [
                            MethodVariation.Choice(
                                .aggregation,
                                [
                                    .asGiven,
                                    .steps([
                                        .aggregate(MethodChoice("geometric_mean"), weighting: MethodChoice("given"))
                                    ]),
                                ])
                        ]) : nil,
                dataErrors: [DataError(leaves: ["income"], .relative(0.02))],
                sensitivity: overMethods ? RobustnessRequest.Sensitivity() : nil),
            units: units.map(\.code), nominal: nominal,
            methods: overMethods
                ? MethodRanges(ranges: ranges, draws: 321, varied: [words], settings: 2, meanShift: 0.77) : nil,
            dataErrors: DataErrorResults(
                results: errors, draws: 321,
                neighbours: [
                    DataErrorResults.Neighbours(ahead: [0], behind: [1], probability: 0.713),
                    DataErrorResults.Neighbours(ahead: [1], behind: [2], probability: 0.964),
                ], tied: [[0, 1], [2]], sameRanking: 0.234),
            sensitivity: overMethods
                ? SensitivityResults(
                    indices: [
                        SensitivityResults.Index(
                            input: words, first: 0.31, firstLow: 0.21, firstHigh: 0.41, total: 0.52, totalLow: 0.42,
                            totalHigh: 0.62)
                    ], variance: 0.5,
                    leftOut: [
                        SensitivityResults.LeftOut(node: "income", meanShift: 0.5, largestShift: 1, unit: 0, others: 2)
                    ],
                    swaps: [SensitivityResults.Swap(ahead: 0, behind: 1, node: "demand", share: 0.4, needed: 0.6125)],
                    reversals: [SensitivityResults.Reversal(without: 1, pairs: 3, ahead: 0, behind: 2)],
                    weights: [SensitivityResults.Weight(node: "demand", intended: 0.4, effective: 0.55)]) : nil,
            held: [words])
    }

    /// The small assessment with such a report.
    static func firm(
        _ texts: Texts = Texts(), overMethods: Bool = false, words: BilingualText = BilingualText(same: "x")
    ) async throws -> CompletedAssessment {
        var assessment = try await assessment(texts)
        assessment.robustness = report(of: assessment, overMethods: overMethods, words: words)
        return assessment
    }
}
