public import AssessmentCore

/// What of a ranking is firm and what is not, in sentences.
public struct RobustnessSummary: Sendable {
    /// What errors of the data leave firm, the most important first; empty where none were stated.
    public let ofDataErrors: [BilingualText]
    /// What holds over methods, likewise; empty where none were varied.
    public let ofMethods: [BilingualText]

    /// A sentence on errors of the data and one on methods, as far as they were asked.
    public var brief: [BilingualText] { Array(ofDataErrors.prefix(1) + ofMethods.prefix(1)) }

    /// Reads the report of an assessment; nothing where it has none.
    public init?(_ assessment: CompletedAssessment) {
        guard let figures = RobustnessFigures(assessment) else { return nil }
        let reader = Reader(assessment: assessment, figures: figures)
        ofDataErrors = figures.report.dataErrors.map(reader.sentences) ?? []
        ofMethods = figures.report.methods.map(reader.sentences) ?? []
    }

    private struct Reader {
        let assessment: CompletedAssessment
        let figures: RobustnessFigures

        private var report: RobustnessReport { figures.report }
        private var share: String { DecimalRounding.percentage(of: report.request.interval) }
        private var ranked: [Int] { report.nominal.compared }

        /// Whether an interval or a range holds the rank of a unit and no other.
        private func isOwnRank(_ unit: Int, _ best: Int, _ worst: Int) -> Bool {
            best == worst && best == report.nominal[unit].rank
        }

        private func name(_ unit: Int) -> BilingualText { assessment.ledger.panel.units[unit].name }

        /// The only unit of rank 1 of each peer group that has others, with the name of the group.
        private var leaders: [(unit: Int, group: BilingualText?)] {
            let groups = assessment.peerGroups
            return groups.indices.compactMap { group in
                let own = ranked.filter { report.nominal[$0].group == group }
                let first = own.filter { report.nominal[$0].rank == 1 }
                guard own.count > 1, first.count == 1, let unit = first.first else { return nil }
                return (unit, assessment.specification.peerGroups.count > 1 ? groups[group].name : nil)
            }
        }

        func sentences(_ errors: DataErrorResults) -> [BilingualText] {
            let known = ranked.filter { errors.results[$0] != nil }
            let kept = known.count { unit in
                (figures.probabilityOfRank(figures.row(ofUnitAt: unit)) ?? 0) >= report.request.interval
            }
            var sentences = [Wording.ranksKept(kept, of: known.count, share)]
            let graded = known.filter { report.nominal[$0].grade != nil }
            if !graded.isEmpty {
                let firm = graded.count { unit in
                    (figures.probabilityOfGrade(figures.row(ofUnitAt: unit)) ?? 0) >= report.request.interval
                }
                sentences.append(Wording.gradesFirm(firm, of: graded.count, share))
            }
            sentences += leaders.compactMap { unit, group in
                let row = figures.row(ofUnitAt: unit)
                guard let probability = figures.probabilityOfRank(row).map(DecimalRounding.percentage(of:)) else {
                    return nil
                }
                guard let tied = figures.tiedGroup(row) else {
                    return Wording.leaderFirm(name(unit), group, probability)
                }
                let others = tied.filter { $0 != unit }
                return Wording.leaderLoose(
                    name(unit), group, probability, others.prefix(4).map(name), further: max(0, others.count - 4))
            }
            let tied = errors.tied.filter { $0.count > 1 }
            return sentences + [
                Wording.tiedUnits(tied.map { $0.map(name) }, tied.reduce(0) { $0 + $1.count }),
                Wording.sameRanking(errors.sameRanking),
            ]
        }

        func sentences(_ methods: MethodRanges) -> [BilingualText] {
            func width(_ unit: Int) -> Int { methods.ranges[unit].map { $0.worstRank - $0.bestRank } ?? 0 }
            let known = ranked.filter { methods.ranges[$0] != nil }
            let kept = known.count { unit in
                methods.ranges[unit].map { isOwnRank(unit, $0.bestRank, $0.worstRank) } ?? false
            }
            var sentences = [Wording.ranksKeptOverMethods(kept, of: known.count)]
            sentences += leaders.compactMap { unit, group in
                methods.ranges[unit].map {
                    Wording.leaderOverMethods(name(unit), group, $0.bestRank, $0.worstRank)
                }
            }
            // The best of several that are as wide.
            if let widest = known.max(by: { width($0) < width($1) }), width(widest) > 0,
                let range = methods.ranges[widest]
            {
                let others = known.count { width($0) == width(widest) } - 1
                sentences.append(
                    Wording.widestOverMethods(name(widest), range.bestRank, range.worstRank, others: others))
            }
            sentences.append(Wording.meanShift(DecimalRounding.text(methods.meanShift, decimals: 2)))
            let indices = (report.sensitivity?.indices ?? []).filter(\.total.isFinite).sorted { $0.total > $1.total }
            if let most = indices.first {
                let level = indices.prefix(1) + indices.dropFirst().filter { $0.totalHigh >= most.totalLow }
                sentences.append(
                    Wording.laidTo(level.map { ($0.input, DecimalRounding.text($0.total, decimals: 2)) }))
            }
            return sentences
        }
    }
}
