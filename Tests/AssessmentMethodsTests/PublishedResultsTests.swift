import AssessmentCore
import AssessmentMethods
import Testing

/// Results of COINr 1.1.14 on small matrices, checked again in numpy, to 1e-12.
@Suite(
    "Published results",
    .enabled(if: PublishedTable.isThere, "The published results are not here: set ASSESSMENT_TRUTH to their folder."))
struct PublishedResultsTests {
    static let indicators = ["i1", "i2", "i3", "i4", "i5", "i6"]

    private func direction(_ index: Int) throws -> Direction {
        let directions = try PublishedTable("norm_meta").numbers("Direction")
        #expect(directions.count == Self.indicators.count)
        return directions[index] == -1 ? .lowerIsBetter : .higherIsBetter
    }

    private func check(_ scores: [Double?], _ expected: [Double?], _ label: String) {
        #expect(scores.count == 12 && expected.count == 12, "\(label)")
        for (row, (score, wanted)) in zip(scores, expected).enumerated() {
            #expect(agree(score, wanted), "\(label), row \(row)")
        }
    }

    @Test(
        "Min–max from 0 and from 1 to 100, on values with gaps, ties and both directions", arguments: indicators.indices
    )
    func minMax(index: Int) async throws {
        let name = Self.indicators[index]
        let values = try PublishedTable("norm_input").numbers(name)
        for low in [0.0, 1] {
            let scores = try await MinMax().scores(
                values, direction: direction(index), parameters: ["low": .number(low)])
            check(scores, try PublishedTable("norm_minmax_\(Int(low))_100").numbers(name), "\(name) from \(low)")
        }
    }

    @Test("Min–max on a scale of its own for each indicator", arguments: indicators.indices)
    func minMaxScales(index: Int) async throws {
        let name = Self.indicators[index]
        let high = try #require(try PublishedTable("small_iMeta").numbers("minmax_upper")[index])
        let scores = try await MinMax().scores(
            try PublishedTable("norm_input").numbers(name), direction: direction(index),
            parameters: ["high": .number(high)])
        check(scores, try PublishedTable("norm_minmax_useiMeta").numbers(name), name)
    }

    @Test("Goalposts with and without holding values at the bounds", arguments: indicators.indices)
    func goalposts(index: Int) async throws {
        let name = Self.indicators[index]
        let meta = try PublishedTable("small_iMeta")
        let floor = try #require(meta.numbers("goalpost_lower")[index])
        let ceiling = try #require(meta.numbers("goalpost_upper")[index])
        for clip in [true, false] {
            let scores = try await Goalposts().scores(
                try PublishedTable("norm_input").numbers(name), direction: direction(index),
                parameters: ["floor": .number(floor), "ceiling": .number(ceiling), "clip": .flag(clip)])
            let file = "norm_goalposts_\(clip ? "" : "no")trunc_useiMeta"
            check(scores, try PublishedTable(file).numbers(name), "\(name), \(file)")
        }
    }

    @Test(
        "Means of rows with gaps, weighted and not",
        arguments: [
            ("arithmetic_mean", "amean", true), ("arithmetic_mean", "amean_eq", false),
            ("geometric_mean", "gmean", true),
            ("geometric_mean", "gmean_eq", false),
        ])
    func means(id: String, column: String, isWeighted: Bool) throws {
        let aggregation = try #require(StandardMethods().aggregations.first { $0.description.id == id })
        let weights = try PublishedTable("norm_meta").numbers("Weight").map { isWeighted ? $0 ?? .nan : 1 }
        let scores = try PublishedTable("norm_minmax_1_100")
        let columns = Self.indicators.map { scores.numbers($0) }
        let results = try (0..<12).map { row in try aggregation.score(columns.map { $0[row] }, weights: weights) }
        check(results, try PublishedTable("agg_minmax_1_100").numbers(column), column)
    }

    @Test("Means over two levels", arguments: ["arithmetic_mean", "geometric_mean"])
    func hierarchy(id: String) throws {
        let aggregation = try #require(StandardMethods().aggregations.first { $0.description.id == id })
        let table = try PublishedTable("agg_small_coin_a_\(id.prefix(1))mean")
        let weights = try PublishedTable("small_iMeta").numbers("Weight").map { $0 ?? .nan }
        let columns = Self.indicators.map { table.numbers($0) }
        for (pillar, members) in [("G1", 0..<3), ("G2", 3..<6)] {
            let results = try (0..<12).map { row in
                try aggregation.score(columns[members].map { $0[row] }, weights: Array(weights[members]))
            }
            check(results, table.numbers(pillar), pillar)
        }
        let pillars = [table.numbers("G1"), table.numbers("G2")]
        let results = try (0..<12).map { row in
            try aggregation.score(pillars.map { $0[row] }, weights: Array(weights[6...7]))
        }
        check(results, table.numbers("Index"), "Index")
    }
}
