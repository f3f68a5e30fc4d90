import AssessmentCore
import AssessmentMethods
import Foundation
import Testing

/// OECD/JRC, Handbook on Constructing Composite Indicators (2008), table 15: ten normalisations of the years of
/// schooling of 23 countries and the categories by percentile, to the printed decimals.
@Suite(
    "Table 15 of the OECD/JRC handbook",
    .enabled(if: PublishedTable.isThere, "The published results are not here: set ASSESSMENT_TRUTH to their folder."))
struct HandbookTable15Tests {
    struct Column: Sendable, CustomTestStringConvertible {
        let name: String
        let evaluator: any Evaluator
        let decimals: Int
        var parameters: [String: ParameterValue] = [:]
        var testDescription: String { name }
    }

    static let columns = [
        Column(name: "rank_high_is_top", evaluator: RankScore(), decimals: 0),
        Column(name: "zscore", evaluator: ZScore(), decimals: 2),
        Column(name: "minmax", evaluator: MinMax(), decimals: 2, parameters: ["high": .number(1)]),
        Column(name: "ratio_mean", evaluator: RatioToStatistic(), decimals: 2),
        Column(name: "ratio_best", evaluator: RatioToStatistic(), decimals: 2, parameters: ["to": .text("best")]),
        Column(name: "ratio_worst", evaluator: RatioToStatistic(), decimals: 2, parameters: ["to": .text("worst")]),
        Column(
            name: "diff_mean", evaluator: RatioToStatistic(), decimals: 2, parameters: ["form": .text("difference")]),
        Column(
            name: "diff_worst", evaluator: RatioToStatistic(), decimals: 2,
            parameters: ["to": .text("worst"), "form": .text("difference")]),
        Column(name: "above_below_mean_p20", evaluator: AboveBelowMean(), decimals: 0),
        Column(
            name: "percentile", evaluator: PercentileRankScore(), decimals: 1, parameters: ["form": .text("share")]),
        Column(
            name: "categorical", evaluator: PercentileBands(), decimals: 0,
            parameters: [
                "bands": .records(
                    [(95.0, 100.0), (85, 80), (65, 60), (35, 50), (15, 40), (5, 20)].map {
                        ["at_least": .number($0.0), "score": .number($0.1)]
                    })
            ]),
    ]

    /// The cells of a file, a line a country.
    private func table(_ name: String) throws -> [[String: String]] {
        let url = try #require(PublishedTable.folder).appendingPathComponent("oecd_tai/\(name).csv")
        let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let heading = try #require(lines.first)
        return lines.dropFirst().map { Dictionary(zip(heading, $0), uniquingKeysWith: { first, _ in first }) }
    }

    @Test("A column of the table", arguments: columns)
    func column(published: Column) async throws {
        let (data, expected) = try (table("data"), table("expected_table15_normalisation_schooling"))
        #expect(data.count == 23 && data.map { $0["country"] } == expected.map { $0["country"] })
        let scores = try await published.evaluator.scores(
            data.map { $0["schooling"].flatMap(Double.init) }, parameters: published.parameters)
        for (line, score) in zip(expected, scores) {
            let wanted = try #require(line[published.name].flatMap(Double.init))
            #expect(
                agree(score, wanted, decimals: published.decimals),
                "\(line["country"] ?? ""): \(score ?? .nan) for \(wanted)")
        }
    }
}
