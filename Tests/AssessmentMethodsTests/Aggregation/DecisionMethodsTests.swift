import AssessmentCore
import AssessmentMethods
import Testing

/// Scores by pymcdm 1.4.0, scikit-criteria 0.10 and numpy on four tables, to 1e-9.
@Suite(
    "Decision methods on published tables",
    .enabled(if: PublishedTable.isThere, "The published results are not here: set ASSESSMENT_TRUTH to their folder."))
struct DecisionMethodsTests {
    static let names = ["p1_small_5x4", "p1w_small_5x4_weighted", "p2_16cities_x12", "p3_asem_51x8"]

    private func check(_ results: [Double?], _ expected: [Double?]?, _ label: String) throws {
        let expected = try #require(expected, "\(label)")
        #expect(results.count == expected.count, "\(label)")
        for (unit, (result, wanted)) in zip(results, expected).enumerated() {
            #expect(agree(result, wanted, within: 1e-9), "\(label), unit \(unit)")
        }
    }

    /// The composition of normalisation and aggregation that gives the scores of an entry.
    private func compose(_ key: String, _ table: DecisionMatrix) throws -> [Double?]? {
        switch key.prefix(while: { $0 != " " }) {
        case "topsis_vector": try table.dividedByLength.results(Topsis())
        case "topsis_vector_pymcdm":
            try table.mapped { score, column, direction in
                let ratio = score / column.reduce(0) { $0 + $1 * $1 }.squareRoot()
                return direction == .higherIsBetter ? ratio : 1 - ratio
            }.results(Topsis())
        case "topsis_minmax": try table.betweenExtremes.results(Topsis())
        case "wsm_minmax": try table.betweenExtremes.results(ArithmeticMean())
        case "wsm_sum": try table.dividedBySum.results(ArithmeticMean())
        case "wpm_sum": try table.dividedBySum.results(WeightedProduct())
        case "wpm_linear": try table.dividedByBest.results(WeightedProduct())
        case "promethee2_usual": try table.results(Promethee2())
        case "promethee2_linear_q0.1range_p0.5range":
            try table.betweenExtremes.results(
                Promethee2(), ["preference": .text("linear"), "q": .number(0.1), "p": .number(0.5)])
        case "gra_zeta0.5_textbook": try table.betweenExtremes.results(GreyRelational())
        case "waspas": try table.results(Waspas())
        case "moora": try table.results(Moora())
        case "edas": try table.results(Edas())
        case "codas": try table.results(Codas())
        case "mabac": try table.results(Mabac())
        case "marcos": try table.results(Marcos())
        case "aras": try table.results(Aras())
        case "rsr_weighted": try table.results(RankSumRatio())
        case "copeland": try table.results(Copeland())
        case "copras":
            // The entry adds what is bad instead of dividing by it: the shares of all children as a ratio to the
            // largest. The method itself is held to other numbers below.
            try ratioToLargest(
                table.mapped { score, column, _ in score / column.reduce(0, +) }.results(ArithmeticMean()))
        default: nil
        }
    }

    private func ratioToLargest(_ scores: [Double?]) -> [Double?] {
        let most = scores.compactMap(\.self).max() ?? .nan
        return scores.map { $0.map { $0 / most } }
    }

    @Test("Every entry is given by a composition of normalisation and aggregation", arguments: names)
    func entries(name: String) throws {
        let published = try DecisionCase(name)
        var compared = 0
        for (key, scores) in published.methods where scores.error == nil && !key.hasPrefix("vikor") {
            let results = try #require(try compose(key, published.table), "\(key) has no composition")
            try check(results, scores.score, "\(name), \(key)")
            compared += 1
        }
        #expect(compared >= 18)
    }

    @Test("VIKOR gives Q, S and R turned round, and no Q where all agree in R", arguments: names)
    func vikor(name: String) throws {
        let published = try DecisionCase(name)
        func turned(_ scores: [Double?]?) -> [Double?]? { scores?.map { $0.map { 1 - $0 } } }
        for (key, v) in [("vikor_v0.5 (pymcdm, lower better)", 0.5), ("vikor_v0.0", 0), ("vikor_v1.0", 1)] {
            let scores = try #require(published.methods[key])
            let parameters: [String: ParameterValue] = ["v": .number(v)]
            try check(published.table.results(Vikor(), parameters), turned(scores.Q), "\(name), Q, v \(v)")
            guard scores.S != nil else { continue }
            try check(
                published.table.results(Vikor(), ["result": .text("group_utility")]), turned(scores.S), "\(name), S")
            try check(
                published.table.results(Vikor(), ["result": .text("individual_regret")]), turned(scores.R),
                "\(name), R")
        }
    }

    /// numpy: Q = sp + sm.sum() / (sm * (1 / sm).sum()); Q / Q.max(), with V = w * X / X.sum(0) and sp, sm its sums
    /// over the columns of which more and less is better.
    @Test(
        "COPRAS as published, which divides by what is bad",
        arguments: [
            (
                "p1w_small_5x4_weighted",
                [0.753915338766873, 0.607581746361183, 1.0, 0.848993251390923, 0.7101756313503007]
            ),
            (
                "p2_16cities_x12",
                [
                    0.9140512347882735, 0.8995010452573087, 0.8470453953877004, 0.9643444259709537, 0.9401378571017426,
                    0.9397094438466785, 0.6323565957074373, 0.8270952208487846, 0.8712206932167526, 0.7346313137884982,
                    0.7158004062300155, 0.9522438470226197, 0.9712082125365097, 0.8645337417229181, 1.0,
                    0.9574663625097641,
                ]
            ),
        ])
    func copras(name: String, expected: [Double]) throws {
        try check(DecisionCase(name).table.results(Copras()), expected, name)
    }

    /// numpy: N the min–max of X, S = (w * N).sum(1), P = (N ** w).sum(1), ka = (S + P) / (S + P).sum(), kb = S /
    /// S.min() + P / P.min(), kc = (S + P) / (S.max() + P.max()); (ka * kb * kc) ** (1 / 3) + (ka + kb + kc) / 3.
    @Test(
        "CoCoSo by its formula",
        arguments: [
            (
                "p1w_small_5x4_weighted",
                [2.550601885834614, 1.407988469641773, 3.8213145328900273, 3.009001367167043, 2.0721395611132167]
            ),
            (
                "p2_16cities_x12",
                [
                    1.927024979401876, 1.872339886360943, 1.9079123359195362, 1.9629330787065693, 1.9524241393689348,
                    2.047156113533424, 1.4691033625283447, 1.7105374154245554, 2.024376151435646, 1.712181362807049,
                    1.7320679734799191, 1.6559942042923474, 1.8775911148395443, 1.8410301069760808, 2.0646938715326897,
                    1.9421254442934344,
                ]
            ),
        ])
    func cocoso(name: String, expected: [Double]) throws {
        try check(DecisionCase(name).table.results(Cocoso()), expected, name)
    }

    @Test("Both indices of Mazziotta and Pareto")
    func mazziottaPareto() throws {
        let table = try DecisionCase("p3_asem_51x8").table
        let published: [String: MixedList] = try DecisionCase.decoded("mcdm/mpi_ampi_bod_p3.json")
        func standardised(_ lost: Double) -> DecisionMatrix {
            table.mapped { score, column, _ in
                let count = Double(column.count)
                let mean = column.reduce(0, +) / count
                let squares = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
                return 100 + 10 * (score - mean) / (squares / (count - lost)).squareRoot()
            }
        }
        func entry(_ start: String) throws -> [Double?] {
            try #require(published.first { $0.key.hasPrefix(start) }?.value.numbers)
        }
        var equal = standardised(0)
        equal.weights = equal.weights.map { _ in 1 }
        try check(equal.results(MazziottaParetoIndex()), entry("MPI_minus ("), "minus")
        try check(
            equal.results(MazziottaParetoIndex(), ["penalty": .text("add")]), entry("MPI_plus"), "plus")
        try check(
            standardised(1).results(MazziottaParetoIndex(), ["standard_deviation": .text("sample")]),
            entry("MPI_minus_sample"), "sample")
        let goalposts = table.betweenExtremes.mapped { score, _, _ in 70 + 60 * score }
        try check(goalposts.results(AdjustedMazziottaParetoIndex()), entry("AMPI"), "adjusted")
    }

    /// A list of numbers, or something else.
    private struct MixedList: Decodable {
        var numbers: [Double?]?
        init(from decoder: any Decoder) throws {
            numbers = try? decoder.singleValueContainer().decode([Double?].self)
        }
    }

    /// An entry of the file of worked examples of publications.
    private struct Textbook: Decodable {
        var id: String
        var matrix: [[Double]]?
        var weights: [Double]?
        var types: [Double]?
        var bounds: [[Double]]?
        var decimals: Int
        var expected: MixedList
    }

    @Test("Worked examples of publications, at their decimals")
    func textbooks() throws {
        let entries: [Textbook] = try DecisionCase.decoded("mcdm_textbook/cases.json")
        var compared = 0
        for entry in entries {
            guard let matrix = entry.matrix, let weights = entry.weights, let types = entry.types,
                var expected = entry.expected.numbers
            else { continue }
            let table = DecisionMatrix(
                scores: matrix, directions: types.map { $0 < 0 ? .lowerIsBetter : .higherIsBetter }, weights: weights)
            let results: [Double?]
            switch entry.id.prefix(while: { $0 != "_" }) {
            case "topsis": results = try table.betweenExtremes.results(Topsis())
            case "vikor":
                results = try table.results(Vikor())
                expected = expected.map { $0.map { 1 - $0 } }
            case "aras": results = try table.results(Aras())
            case "edas": results = try table.results(Edas())
            case "mabac": results = try table.results(Mabac())
            // The published weights sum to 1.0155, and were used as they are.
            case "waspas": results = try table.results(Waspas(), ["weights": .text("as_given")])
            case "moora": results = try table.results(Moora())
            case "promethee2": results = try table.results(Promethee2())
            case "spotis":
                let bounds = try #require(entry.bounds)
                var scaled = table
                scaled.scores = matrix.map { row in
                    zip(row, bounds).map { ($0 - $1[0]) / ($1[1] - $1[0]) }
                }
                results = try scaled.results(Spotis(), ["high": .number(1)])
                expected = expected.map { $0.map { 1 - $0 } }
            default: continue
            }
            for (result, wanted) in zip(results, expected) {
                #expect(agree(result, wanted, decimals: entry.decimals), "\(entry.id)")
            }
            compared += 1
        }
        #expect(compared == 10)
    }
}
