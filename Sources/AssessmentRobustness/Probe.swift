public import AssessmentCore
public import AssessmentPipeline

/// Asks how firm the result of an assessment is.
public struct Probe: Sendable {
    private let specification: Specification
    private let catalogue: Catalogue
    private let measured: MeasuredAssessment
    private let threads: Int

    /// Creates a probe of measured data.
    ///
    /// - Parameter threads: how many replications are computed at a time; it changes nothing in the results.
    public init(
        _ specification: Specification, catalogue: Catalogue, measured: MeasuredAssessment, threads: Int = 1
    ) {
        self.specification = specification
        self.catalogue = catalogue
        self.measured = measured
        self.threads = max(1, threads)
    }

    /// Checks a request as far as that is possible without data.
    ///
    /// - Throws: ``RobustnessError`` where nothing would vary, or replications are too few.
    public static func check(
        _ request: RobustnessRequest, of specification: Specification, catalogue: Catalogue
    ) throws {
        _ = try varied(request, specification, catalogue)
    }

    /// The specification with what varies, where that is something.
    private static func varied(
        _ request: RobustnessRequest, _ specification: Specification, _ catalogue: Catalogue
    ) throws -> VariedSpecification {
        if request.methods != nil, specification.kind == .review {
            throw RobustnessError(
                "a review announces its weights and methods beforehand, so that they are not uncertain: ‘methods’ is for "
                    + "evaluations; expected ‘data_error’ alone")
        }
        guard request.methods != nil || !request.dataErrors.isEmpty else {
            throw RobustnessError(
                "nothing varies: expected ‘methods’ or ‘data_error’ under ‘robustness’")
        }
        let varied = VariedSpecification(
            specification: specification, catalogue: catalogue, variation: request.methods ?? MethodVariation())
        try VariationCheck(request: request, varied: varied).check()
        return varied
    }

    /// The report that a request asks for.
    ///
    /// - Throws: ``RobustnessError`` with the first replication that fails and its cause, or with what stands in the way.
    public func report(_ request: RobustnessRequest) async throws -> RobustnessReport {
        let varied = try Probe.varied(request, specification, catalogue)
        let given = try await asGiven()
        let nominal = standings(given)
        guard nominal.contains(where: { $0.rank != nil }) else {
            throw RobustnessError(
                "nobody is ranked in \(specification.period), so that no ranking could be firm; expected units with a score"
            )
        }
        var held = heldMethods(varied, request)
        var methods: MethodRanges?
        var sensitivity: SensitivityResults?
        if let variation = request.methods {
            let probe = MethodProbe(
                request: request, variation: variation, varied: varied, measured: measured, nominal: nominal,
                threads: threads)
            let replications = try await probe.replications()
            try replications.checkScores(against: given)
            methods = try await probe.ranges(of: replications)
            if let asked = request.sensitivity {
                let found = try await SensitivityProbe(
                    request: request, asked: asked, variation: variation, varied: varied, measured: measured,
                    nominal: nominal, threads: threads
                ).results()
                sensitivity = found.results
                held += found.held
            }
        }
        var dataErrors: DataErrorResults?
        if !request.dataErrors.isEmpty {
            let fixed = DataErrorProbe.held(request, varied)
            held += fixed.map {
                BilingualText(
                    zh: "\($0.name.zh)由外部程序评分，未计数据误差",
                    en: "\($0.name.en): a process scores it, so that no errors of its data are counted")
            }
            dataErrors = try await DataErrorProbe(
                request: request, specification: specification, catalogue: catalogue, measured: measured,
                nominal: nominal, threads: threads
            ).results(holding: Set(fixed.map(\.id)))
        }
        return RobustnessReport(
            request: request, units: measured.panel.units.map(\.code), nominal: nominal, methods: methods,
            dataErrors: dataErrors, sensitivity: sensitivity, held: held)
    }

    /// The mean shift of ranks of each of some weightings that are all alike, for measurements of time.
    package func weightings(draws count: Int, seed: UInt64) async throws -> [Double] {
        let variation = MethodVariation(weights: .simplex)
        let varied = VariedSpecification(specification: specification, catalogue: catalogue, variation: variation)
        let places = standings(try await asGiven()).map { Int32($0.rank ?? 0) }
        let replications = try await MethodProbe(
            request: RobustnessRequest(draws: count, seed: seed), variation: variation, varied: varied,
            measured: measured, nominal: [], threads: threads
        ).replications()
        return try await replications.run(threads: threads, start: [Double]()) { shifts, outcome, _ in
            shifts.append(RankShift.mean(outcome.ranks, places))
        }.flatMap { $0 }
    }

    /// The single run.
    private func asGiven() async throws -> VariantRun {
        do {
            return try VariantRun(
                try await AssessmentVariants([specification.ranked], catalogue: catalogue, measured: measured),
                isGraded: true)
        } catch {
            throw RobustnessError("\(error.cause)")
        }
    }

    /// Where the units stand in it.
    private func standings(_ run: VariantRun) -> [RobustnessReport.Standing] {
        measured.panel.rows(ofPeriodAt: measured.panel.periods.count - 1).map { row in
            let (score, rank, grade) = (
                run.score(in: 0, row: row), run.rank(in: 0, row: row), run.grade(in: 0, row: row)
            )
            return RobustnessReport.Standing(
                group: measured.peerGroupOfUnit[row % measured.panel.units.count], score: score.isNaN ? nil : score,
                rank: rank > 0 ? Int(rank) : nil, grade: grade >= 0 ? Int(grade) : nil)
        }
    }

    /// What the variation of methods would change and leaves as it is.
    private func heldMethods(_ varied: VariedSpecification, _ request: RobustnessRequest) -> [BilingualText] {
        guard let variation = request.methods else { return [] }
        var held: [BilingualText] = []
        if variation.choices.contains(where: { $0.subject != .aggregation }) {
            held += specification.framework.subtree.filter(varied.isHeld).map {
                BilingualText(
                    zh: "\($0.name.zh)由外部程序评分，方法保持不变",
                    en: "\($0.name.en): a process scores it, so that its methods are held fixed")
            }
        }
        guard variation.weights != nil else { return held }
        let parents = MethodDesign(variation, specification.framework).parents
        for node in specification.framework.subtree where parents.contains(node.id) {
            for case .aggregate(_, let weighting) in node.steps
            where catalogue.weightings[weighting.id]?.readsScores ?? false {
                held.append(
                    BilingualText(
                        zh: "\(node.name.zh)以下的权重由得分确定，随得分而变，未另行变动",
                        en: "\(node.name.en): the weights below follow from the scores and vary with them alone"))
            }
        }
        return held
    }
}
