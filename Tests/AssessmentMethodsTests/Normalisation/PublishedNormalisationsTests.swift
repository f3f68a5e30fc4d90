import AssessmentCore
import AssessmentMethods
import Testing

/// Results of COINr 1.1.14 on twelve units with gaps, ties, negative values and both directions, to 1e-12.
///
/// COINr multiplies values by their direction first, so that its minimum of a cost is the largest value.
@Suite(
    "Published normalisations",
    .enabled(if: PublishedTable.isThere, "The published results are not here: set ASSESSMENT_TRUTH to their folder."))
struct PublishedNormalisationsTests {
    static let indicators = ["i1", "i2", "i3", "i4", "i5", "i6"]

    /// An evaluator with parameters, the file that it reproduces, and what makes of its result that of the file.
    struct Case: Sendable, CustomTestStringConvertible {
        let evaluator: any Evaluator
        let file: String
        var parameters: [String: ParameterValue] = [:]
        /// Parameters that the file takes from a column of `small_iMeta`.
        var columns: [String: String] = [:]
        var testDescription: String { file }
    }

    static let cases = [
        Case(evaluator: MinMax(), file: "norm_minmax_0_100"),
        Case(evaluator: MinMax(), file: "norm_minmax_1_100", parameters: ["low": .number(1)]),
        Case(
            evaluator: MinMax(), file: "norm_minmax_useiMeta",
            columns: ["low": "minmax_lower", "high": "minmax_upper"]),
        Case(evaluator: ZScore(), file: "norm_zscore_0_1"),
        Case(
            evaluator: ZScore(), file: "norm_zscore_100_10",
            parameters: ["mean": .number(100), "standard_deviation": .number(10)]),
        Case(
            evaluator: ZScore(), file: "norm_zscore_useiMeta",
            columns: ["mean": "zscore_mean", "standard_deviation": "zscore_sd"]),
        Case(evaluator: RankScore(), file: "norm_rank"),
        Case(evaluator: RankScore(), file: "norm_rank_average", parameters: ["ties": .text("average")]),
        Case(evaluator: BordaScore(), file: "norm_borda"),
        Case(evaluator: PercentileRankScore(), file: "norm_prank", parameters: ["scale": .number(1)]),
        Case(evaluator: DistanceToMaximum(), file: "norm_dist2max", parameters: ["scale": .number(1)]),
        Case(
            evaluator: DistanceToTarget(), file: "norm_dist2targ_nocap_useiMeta", parameters: ["scale": .number(1)]),
        Case(
            evaluator: DistanceToTarget(), file: "norm_dist2targ_cap_useiMeta",
            parameters: ["scale": .number(1), "capped": .flag(true)]),
        Case(
            evaluator: Goalposts(), file: "norm_goalposts_trunc_useiMeta",
            columns: ["floor": "goalpost_lower", "ceiling": "goalpost_upper", "high": "goalpost_scale"]),
        Case(
            evaluator: Goalposts(), file: "norm_goalposts_notrunc_useiMeta", parameters: ["clip": .flag(false)],
            columns: ["floor": "goalpost_lower", "ceiling": "goalpost_upper", "high": "goalpost_scale"]),
    ]

    private func direction(_ index: Int) throws -> Direction {
        try PublishedTable("norm_meta").numbers("Direction")[index] == -1 ? .lowerIsBetter : .higherIsBetter
    }

    private func values(_ index: Int) throws -> [Double?] {
        try PublishedTable("norm_input").numbers(Self.indicators[index])
    }

    private func check(_ scores: [Double?], _ expected: [Double?], _ label: String) {
        #expect(scores.count == 12 && expected.count == 12, "\(label)")
        for (row, (score, wanted)) in zip(scores, expected).enumerated() {
            #expect(agree(score, wanted), "\(label), row \(row): \(score ?? .nan) for \(wanted ?? .nan)")
        }
    }

    @Test("An evaluator gives the numbers of a published file", arguments: cases, indicators.indices)
    func files(published: Case, index: Int) async throws {
        let meta = try PublishedTable("small_iMeta")
        var parameters = published.parameters
        for (name, column) in published.columns {
            parameters[name] = .number(try #require(meta.numbers(column)[index]))
        }
        let target = try #require(meta.numbers("Target")[index])
        let scores = try await published.evaluator.scores(
            values(index), direction: direction(index), targets: [Double](repeating: target, count: 12),
            parameters: parameters)
        let name = Self.indicators[index]
        check(scores, try PublishedTable(published.file).numbers(name), "\(name) of \(published.file)")
    }

    @Test("The distance to the seventh unit, capped and not", arguments: indicators.indices)
    func reference(index: Int) async throws {
        for isCapped in [false, true] {
            let scores = try await DistanceToReference().scores(
                values(index), direction: direction(index),
                parameters: ["unit": .text("7"), "scale": .number(1), "capped": .flag(isCapped)])
            let file = isCapped ? "norm_dist2ref_iref7_capped" : "norm_dist2ref_iref7"
            check(scores, try PublishedTable(file).numbers(Self.indicators[index]), file)
        }
    }

    @Test("A raw value is the published one times its direction", arguments: indicators.indices)
    func raw(index: Int) async throws {
        // The file holds values multiplied by their direction; here the direction goes along beside the value.
        let sign = try direction(index).sign
        let scores = try await RawValue().scores(values(index), direction: direction(index))
        check(
            scores.map { $0.map { sign * $0 } }, try PublishedTable("norm_none").numbers(Self.indicators[index]), "raw")
    }

    @Test("Linear scaling of the range that values multiplied by their direction lie in", arguments: indicators.indices)
    func scaled(index: Int) async throws {
        // A range from 0 to 100 after multiplying by −1 is one from −100 to 0 before.
        let isCost = try direction(index) == .lowerIsBetter
        let scores = try await LinearScale().scores(
            values(index), direction: direction(index),
            parameters: ["from_low": .number(isCost ? -100 : 0), "from_high": .number(isCost ? 0 : 100)])
        check(scores, try PublishedTable("norm_scaled_0_100").numbers(Self.indicators[index]), "scaled")
    }

    @Test("The fraction of the maximum is the published one where more is better", arguments: [0, 2, 4, 5])
    func fraction(index: Int) async throws {
        let scores = try await FractionOfMaximum().scores(values(index), parameters: ["scale": .number(1)])
        check(scores, try PublishedTable("norm_fracmax").numbers(Self.indicators[index]), "fracmax")
    }

    /// Not the published numbers: −x / max(−x) = x / min, in which the sign of the direction cancels, so that 1000 is
    /// 18 times as good as 55 where fewer is better. Right is the inverse of that, 1 for the best and less for the
    /// others.
    @Test("Of a cost the fraction is the smallest over the value", arguments: [1, 3])
    func fractionOfCost(index: Int) async throws {
        let values = try values(index)
        #expect(try direction(index) == .lowerIsBetter)
        let scores = try await FractionOfMaximum().scores(
            values, direction: .lowerIsBetter, parameters: ["scale": .number(1)])
        let published = try PublishedTable("norm_fracmax").numbers(Self.indicators[index])
        check(scores, published.map { $0.map { 1 / $0 } }, "fracmax turned the right way")
        let least = try #require(values.compactMap(\.self).min())
        for (value, score) in zip(values, scores) {
            #expect(agree(score, value.map { least / $0 }))
        }
        #expect(scores.compactMap(\.self).max() == 1)
    }

    @Test("Numbers that differ in their last bits share a place")
    func noise() async throws {
        // The published ranks tell 80.000000000000014 from 80.
        let values: [Double?] = [80, 80.000000000000014, 0.3, 0.1 + 0.2]
        #expect(try await RankScore().scores(values) == [3, 3, 1, 1])
        #expect(try await BordaScore().scores(values, direction: .lowerIsBetter) == [0, 0, 2, 2])
        #expect(try await RankScore().scores(values, parameters: ["decimals": .number(0)]) == [3, 3, 1, 1])
    }
}
