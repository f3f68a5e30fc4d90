internal import AssessmentCore
internal import AssessmentPipeline
internal import AssessmentStatistics

/// To what the spread of ranks over methods is laid.
struct SensitivityProbe {
    let request: RobustnessRequest
    let asked: RobustnessRequest.Sensitivity
    let variation: MethodVariation
    let varied: VariedSpecification
    let measured: MeasuredAssessment
    let nominal: [RobustnessReport.Standing]
    let threads: Int

    /// The results, and what could not be found, in words.
    ///
    /// - Throws: ``RobustnessError`` with the first replication that fails.
    func results() async throws -> (results: SensitivityResults, held: [BilingualText]) {
        let indices = try await sobol()
        let single = try await SingleChanges(varied: varied, measured: measured, nominal: nominal, threads: threads)
        let dropped = try await single.leftOut()
        let reversals = try await single.reversals()
        let results = SensitivityResults(
            indices: indices.indices, variance: indices.variance, leftOut: dropped.results, swaps: try single.swaps(),
            reversals: reversals.results, weights: single.weights())
        return (results, dropped.held + reversals.held)
    }

    /// The share of each input in the variance of the mean shift of ranks.
    private func sobol() async throws -> (indices: [SensitivityResults.Index], variance: Double) {
        let design = MethodDesign(variation, varied.specification.framework)
        guard design.inputs.count > 1 else { return ([], 0) }
        let outputs = try await outputs(design)
        let indices = SobolIndices(
            first: Array(outputs[..<asked.base]), second: Array(outputs[asked.base..<2 * asked.base]),
            mixed: design.inputs.indices.map { Array(outputs[(2 + $0) * asked.base..<(3 + $0) * asked.base]) })
        let intervals = try intervals(indices)
        let found = zip(design.inputs, zip(indices.indices, intervals)).map { input, pair in
            SensitivityResults.Index(
                input: input.name, first: pair.0.first, firstLow: pair.1.first[0], firstHigh: pair.1.first[1],
                total: pair.0.total, totalLow: pair.1.total[0], totalHigh: pair.1.total[1])
        }
        return (found, indices.variance)
    }

    /// The mean shift of ranks at the points of the first sample, of the second, and of the first with each input taken
    /// from the second.
    private func outputs(_ design: MethodDesign) async throws -> [Double] {
        let count = design.coordinateCount
        let isSobol = request.sequence == .sobol
        let draws = try Draws(
            seed: request.seed, sequence: request.sequence, coordinates: isSobol ? 2 * count : count)
        let (inputs, base) = (design.inputs, asked.base)
        let replications = try await Replications(
            varied, design, measured: measured, count: base * (2 + inputs.count)
        ) { index in
            let (sample, point) = (index / base, index % base)
            return (0..<count).map { coordinate in
                let isSecond = sample == 1 || sample > 1 && inputs[sample - 2].coordinates.contains(coordinate)
                guard isSecond else { return draws.number(point, coordinate) }
                return isSobol
                    ? draws.number(point, count + coordinate) : draws.number(point, coordinate, .secondSample)
            }
        }
        let places = nominal.map { Int32($0.rank ?? 0) }
        return try await replications.run(threads: threads, start: [Double]()) { outputs, outcome, _ in
            outputs.append(RankShift.mean(outcome.ranks, places))
        }.flatMap { $0 }
    }

    /// The intervals of the indices, by points drawn anew with repetition.
    private func intervals(_ indices: SobolIndices) throws -> [(first: [Double], total: [Double])] {
        let draws = try Draws(seed: request.seed)
        let again = (0..<asked.bootstraps).map { bootstrap in
            indices.indices(
                of: (0..<asked.base).map { place in
                    min(Int(draws.random(bootstrap, place, .bootstrap) * Double(asked.base)), asked.base - 1)
                })
        }
        let tail = (1 - request.interval) / 2
        return indices.mixed.indices.map { input in
            func interval(_ index: (SobolIndices.Pair) -> Double) -> [Double] {
                Quantiles.quantiles(again.map { index($0[input]) }, at: [tail, 1 - tail]) ?? [.nan, .nan]
            }
            return (interval(\.first), interval(\.total))
        }
    }
}
