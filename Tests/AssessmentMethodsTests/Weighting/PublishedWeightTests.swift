import AssessmentCore
import Foundation
import Testing

@testable import AssessmentMethods

/// Reads a file of published results by its path below their folder.
private func published(_ path: String) throws -> Data {
    guard let folder = PublishedTable.folder else { throw CocoaError(.fileNoSuchFile) }
    return try Data(contentsOf: folder.appendingPathComponent(path))
}

/// The rows of a table of numbers, by the names of its columns.
private func table(_ path: String) throws -> [[String: String]] {
    let lines = String(decoding: try published(path), as: UTF8.self).split(whereSeparator: \.isNewline)
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let heading = lines.first ?? []
    return lines.dropFirst().map { line in
        Dictionary(zip(heading, line), uniquingKeysWith: { first, _ in first })
    }
}

@Suite("Weights of publications and other programs", .enabled(if: PublishedTable.isThere))
struct PublishedWeightTests {
    private struct Problem: Decodable {
        let matrix: [[Double]]
        let direction: [Int]
        let weights: [String: [Double]]

        enum CodingKeys: String, CodingKey {
            case matrix, direction
            case weights = "weights_methods"
        }
    }

    /// The method that a key of the file starts with the name of.
    private static let methods: [(key: String, method: any Weighting, parameters: [String: ParameterValue])] = [
        ("entropy_raw_sum", EntropyWeights(), [:]),
        ("critic_undirected_minmax", CriticWeights(), ["turned": .flag(false)]),
        ("critic_directed_minmax", CriticWeights(), [:]),
        ("stddev_raw_ddof1", StandardDeviationWeights(), ["normalisation": .text("none")]),
        ("stddev_on_directed_minmax_ddof1", StandardDeviationWeights(), [:]),
        ("merec", MerecWeights(), [:]),
        ("gini", GiniWeights(), [:]),
        ("cilos", CilosWeights(), [:]),
        ("idocriw", IdocriwWeights(), [:]),
    ]

    @Test(
        "Data-driven weights agree with pymcdm and scikit-criteria",
        arguments: ["p1_small_5x4", "p1w_small_5x4_weighted", "p2_16cities_x12", "p3_asem_51x8"])
    func dataDriven(name: String) throws {
        let problem = try JSONDecoder().decode(Problem.self, from: try published("mcdm/\(name).json"))
        let count = problem.direction.count
        #expect(problem.weights.count == Self.methods.count)
        for (key, expected) in problem.weights {
            let (_, method, parameters) = try #require(Self.methods.first { key.hasPrefix($0.key) })
            let found = try method.weights(
                WeightingInput(
                    children: (0..<count).map { "\($0)" },
                    directions: problem.direction.map { $0 > 0 ? .higherIsBetter : .lowerIsBetter },
                    scores: (0..<count).map { child in problem.matrix.map { $0[child] } },
                    parameters: ParameterValues(parameters, for: method.description.parameters)))
            #expect(found.weights.count == expected.count)
            for (weight, wanted) in zip(found.weights, expected) { #expect(abs(weight - wanted) < 1e-9, "\(key)") }
        }
    }

    @Test("Judgements: weights, λ, CI and CR of every matrix")
    func judgements() throws {
        let file = try JSONSerialization.jsonObject(with: try published("mcdm/ahp.json")) as? [String: [String: Any]]
        let matrices = try #require(file)
        #expect(matrices.count == 6)
        for (name, entry) in matrices {
            let rows = try #require(entry["matrix"] as? [[Double]])
            let methods = [
                "eigenvector": "eigen_weights_numpy", "geometric_mean": "geometric_mean_weights",
                "column_mean": "normalised_column_mean_weights",
            ]
            for (method, key) in methods {
                let judged = try AnalyticHierarchyProcess.judge(
                    rows, children: rows.indices.map { "\($0)" }, completion: .leastEigenvalue, table: .saaty1980,
                    method: method)
                let shares = FittedWeights(judged.weights).shares
                for (weight, wanted) in zip(shares, try #require(entry[key] as? [Double])) {
                    #expect(abs(weight - wanted) < 1e-12, "\(name), \(method)")
                }
            }
            for table in RandomIndex.allCases {
                let judged = try AnalyticHierarchyProcess.judge(
                    rows, children: rows.indices.map { "\($0)" }, completion: .leastEigenvalue, table: table,
                    method: "eigenvector")
                #expect(abs(judged.eigenvalue - (try #require(entry["lambda_max"] as? Double))) < 1e-12)
                #expect(abs(judged.index - (try #require(entry["CI"] as? Double))) < 1e-12)
                let ratios = entry.filter {
                    $0.key.hasPrefix("CR_RI_\(table.rawValue.replacingOccurrences(of: "saaty_", with: "saaty"))")
                }
                #expect(!ratios.isEmpty)
                for (key, ratio) in ratios {
                    #expect(abs(judged.ratio - (try #require(ratio as? Double))) < 1e-10, "\(name), \(key)")
                }
            }
        }
    }

    /// The file holds what a numerical search left, up to 2.2e-6 from the exact completion.
    @Test("Three judgements on four items")
    func incomplete() throws {
        let file = try JSONSerialization.jsonObject(with: try published("mcdm/ahp_incomplete.json")) as? [String: Any]
        let expected = try #require(file?["weights"] as? [String: Double])
        let children = ["a", "b", "c", "d"]
        let judged = try AnalyticHierarchyProcess.judge(
            [[1, 2, nil, nil], [nil, 1, 3, nil], [nil, nil, 1, 0.5], [nil, nil, nil, 1]], children: children,
            completion: .leastEigenvalue, table: .doneganDodd, method: "eigenvector")
        for (child, weight) in zip(children, judged.weights) {
            #expect(abs(weight - (try #require(expected[child]))) < 3e-6)
        }
        #expect(abs(judged.ratio) < 1e-12)
    }

    /// The table is printed to two decimals; METHOD.md gives its loadings as up to 0.013 from those computed.
    @Test("The Handbook's weights by principal components of four factors")
    func technologyAchievement() throws {
        let data = try table("oecd_tai/data.csv")
        let expected = try table("oecd_tai/expected_weights_table17_18_22.csv")
        let children = expected.compactMap { $0["indicator"] }
        let fitted = try FactorAnalysisWeights().weights(
            WeightingInput(
                children: children,
                scores: children.map { child in data.map { Double($0[child] ?? "") ?? .nan } },
                parameters: ParameterValues(
                    ["factors": .number(4)], for: FactorAnalysisWeights().description.parameters)))
        let printed = expected.map { Double($0["T18_PC"] ?? "") ?? .nan }
        let shares = FittedWeights(printed).shares
        #expect(fitted.weights.count == 8 && shares.count == 8)
        for (weight, wanted) in zip(fitted.weights, printed) { #expect(abs(weight - wanted) < 0.0052) }
        let agreeing = zip(fitted.weights, printed).filter { DecimalRounding.round($0, decimals: 2) == $1 }
        #expect(agreeing.count == 7)
    }

    @Test("Loadings on first principal components agree with COINr, pillar by pillar")
    func firstLoadings() throws {
        let scores = try table("asem/06_normalised.csv")
        let lineage = try table("asem/lineage.csv")
        let weights = try table("stats/pca_weights_L1.csv")
        var expected: [String: Double] = [:]
        for row in weights where row["Level"] == "1" { expected[row["iCode"] ?? ""] = Double(row["Weight"] ?? "") }
        let heading = try #require(lineage.first.map { $0.keys.sorted() })
        let codes = Set(expected.keys)
        let leaf = try #require(heading.first { key in lineage.allSatisfy { codes.contains($0[key] ?? "") } })
        let parents = try #require(
            heading.first { key in key != leaf && Set(lineage.map { $0[key] ?? "" }).count == 8 })
        var (compared, refused) = (0, 0)
        for pillar in Set(lineage.compactMap { $0[parents] }).sorted() {
            let children = lineage.filter { $0[parents] == pillar }.compactMap { $0[leaf] }
            let wanted = try children.map { try #require(expected[$0]) }
            let input = { (rule: String) in
                WeightingInput(
                    children: children,
                    scores: children.map { child in scores.map { Double($0[child] ?? "") ?? .nan } },
                    parameters: ParameterValues(
                        ["rule": .text(rule)], for: PrincipalComponentWeights().description.parameters))
            }
            // The sign of a component is free, so that all below zero are as good as all above.
            if wanted.allSatisfy({ $0 > 0 }) || wanted.allSatisfy({ $0 < 0 }) {
                let found = try PrincipalComponentWeights().weights(input("first_loadings")).weights
                for (weight, share) in zip(found, FittedWeights(wanted).shares) { #expect(abs(weight - share) < 1e-9) }
                compared += 1
            } else {
                #expect(throws: MethodError.self) { try PrincipalComponentWeights().weights(input("first_loadings")) }
                refused += 1
            }
            let squared = try PrincipalComponentWeights().weights(input("first_squared")).weights
            for (weight, loading) in zip(squared, wanted) { #expect(abs(weight - loading * loading) < 1e-9) }
        }
        #expect(compared + refused == 8 && compared >= 4)
    }

    /// COINr searches for them; with two children the search comes to the exact ones.
    @Test("Equal-correlation weights of the two sub-indexes agree with COINr's search")
    func equalCorrelation() throws {
        let scores = try table("asem/07_aggregated.csv")
        let expected = try table("stats/opt_weights_L3_equal.csv").map { Double($0["OptWeight"] ?? "") ?? .nan }
        let found = try EqualCorrelationWeights().weights(
            WeightingInput(
                children: ["Conn", "Sust"],
                scores: ["Conn", "Sust"].map { child in scores.map { Double($0[child] ?? "") ?? .nan } }))
        for (weight, wanted) in zip(found.weights, FittedWeights(expected).shares) {
            #expect(abs(weight - wanted) < 1e-9)
        }
    }
}
