import AssessmentCore
import AssessmentPipeline
import AssessmentWorkbench
import Foundation
import Testing

@testable import AssessmentRobustness

/// The folder of the tables that are not part of this repository.
private enum GivenTables {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let folder: String? = {
        let named = ProcessInfo.processInfo.environment["ASSESSMENT_TRUTH"]
        let path = named ?? root.appendingPathComponent("../shared/truth").standardizedFileURL.path
        return FileManager.default.fileExists(atPath: path + "/uncertainty") ? path : nil
    }()
}

/// The uncertainty and sensitivity analysis of COINr 1.1.14 on its ASEM example, and SALib's on the Ishigami function.
@Suite("Published uncertainty and sensitivity", .enabled(if: GivenTables.folder != nil))
struct UncertaintyOfASEMTests {
    /// The cells of a table, without its heading.
    private static func rows(_ file: String) throws -> [[String]] {
        let text = try String(contentsOfFile: "\(GivenTables.folder ?? "")/uncertainty/\(file)", encoding: .utf8)
        return text.split(separator: "\n").dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: "\"\r"))
            }
        }
    }

    private static func number(_ text: String) throws -> Double { try #require(Double(text)) }

    /// The 100 replications, at the points that stand for their recorded parameters.
    private static func replications() async throws -> (Replications, MeasuredAssessment, VariedSpecification) {
        let workbench = try Workbench(plugins: [])
        let loaded = try await workbench.load(
            GivenTables.root.appendingPathComponent("Examples/published/asem/uncertainty.yml").path,
            data: GivenTables.folder)
        let (catalogue, measured) = try await workbench.measured(loaded)
        let variation = try #require(loaded.specification.robustness?.methods)
        #expect(variation.choices.map(\.subject) == [.treatment, .normalisation, .aggregation])
        let design = MethodDesign(variation, loaded.specification.framework)
        var weights: [String: [String: Double]] = [:]
        for row in try rows("noisy_weight_sets_L2_L4.csv") where row[2] != "4" {
            weights[row[0], default: [:]][row[1]] = try number(row[3])
        }
        let points = try rows("params_UA_N100.csv").map { row -> [Double] in
            var point = [Double](repeating: 0.5, count: design.coordinateCount)
            point[0] = (try number(row[1]) - 0.5) / 5
            point[1] = row[2] == "n_minmax" ? 0.25 : 0.75
            point[2] = row[4] == "a_amean" ? 0.25 : 0.75
            for (node, weight) in weights[row[3]] ?? [:] {
                // The weights as given are 1, and vary by a quarter.
                let coordinate = try #require(design.coordinateOfNode[node])
                point[coordinate] = ((weight - 1) / 0.25 + 1) / 2
            }
            return point
        }
        let varied = VariedSpecification(
            specification: loaded.specification, catalogue: catalogue, variation: variation)
        let replications = try await Replications(varied, design, measured: measured, count: points.count) {
            points[$0]
        }
        return (replications, measured, varied)
    }

    @Test("100 replications with recorded parameters have COINr's scores")
    func scores() async throws {
        let (replications, measured, _) = try await Self.replications()
        #expect(replications.settingCount == 20)
        let expected = try Self.rows("scores_UA_N100.csv")
        #expect(expected.count == 51 && replications.count == 100)
        let scores = try await replications.run(threads: 2, start: [[Double]]()) { scores, outcome, _ in
            scores.append(Array(outcome.scores))
        }.flatMap { $0 }
        var largest = 0.0
        for row in expected {
            let unit = try #require(measured.panel.unitIndex(of: row[0]))
            for replication in 0..<100 {
                let difference = abs(scores[replication][unit] - (try Self.number(row[replication + 2])))
                largest = max(largest, difference)
            }
        }
        #expect(largest <= 1e-12, "\(largest)")
    }

    @Test("Rank statistics of the 100 replications are COINr's")
    func ranks() async throws {
        let (replications, measured, varied) = try await Self.replications()
        let expected = try Self.rows("rankstats_UA_N100.csv")
        var nominal = [RobustnessReport.Standing](
            repeating: RobustnessReport.Standing(group: 0, score: nil, rank: nil, grade: nil), count: 51)
        for row in expected {
            let unit = try #require(measured.panel.unitIndex(of: row[0]))
            nominal[unit] = RobustnessReport.Standing(group: 0, score: 0, rank: Int(row[1]), grade: nil)
        }
        let report = try await Probe(
            varied.specification, catalogue: varied.catalogue, measured: measured
        ).report(RobustnessRequest(draws: 20, seed: 1, methods: MethodVariation(weights: .simplex)))
        #expect(report.nominal.map(\.rank) == nominal.map(\.rank))
        let ranges = try await MethodProbe(
            request: RobustnessRequest(seed: 1, interval: 0.9), variation: varied.variation, varied: varied,
            measured: measured, nominal: nominal, threads: 1
        ).ranges(of: replications)
        for row in expected {
            let unit = try #require(measured.panel.unitIndex(of: row[0]))
            let range = try #require(ranges.ranges[unit])
            #expect(abs(range.medianRank - (try Self.number(row[3]))) <= 1e-12)
            #expect(abs(range.middleBestRank - (try Self.number(row[4]))) <= 1e-12)
            #expect(abs(range.middleWorstRank - (try Self.number(row[5]))) <= 1e-12)
        }
    }

    @Test("Sobol indices of the outputs of COINr are COINr's")
    func sobolOfCOINr() throws {
        let outputs = try Self.rows("sobol_y_SA_N100.csv").map { try Self.number($0[1]) }
        #expect(outputs.count == 600)
        func block(_ place: Int) -> [Double] { Array(outputs[place * 100..<(place + 1) * 100]) }
        let indices = SobolIndices(first: block(0), second: block(1), mixed: (2..<6).map(block)).indices
        for (found, row) in zip(indices, try Self.rows("sobol_SA_N100.csv")) {
            #expect(abs(found.first - (try Self.number(row[1]))) <= 1e-12)
            #expect(abs(found.total - (try Self.number(row[2]))) <= 1e-12)
        }
    }

    private struct Ishigami: Decodable {
        let Y: [Double]
        let N: Int
        let coinr_formula_Si: [Double]
        let coinr_formula_STi: [Double]
        let analytic_ST: [Double]
    }

    @Test("Sobol indices of SALib's points on the Ishigami function are those of the same formulas")
    func sobolOfIshigami() throws {
        let file = URL(fileURLWithPath: "\(GivenTables.folder ?? "")/uncertainty/sobol_ishigami_N256.json")
        let truth = try JSONDecoder().decode(Ishigami.self, from: Data(contentsOf: file))
        // A row of A, of A with each input from B, and of B, for each point.
        func column(_ place: Int) -> [Double] { (0..<truth.N).map { truth.Y[$0 * 5 + place] } }
        let indices = SobolIndices(first: column(0), second: column(4), mixed: (1...3).map(column)).indices
        for input in 0..<3 {
            #expect(abs(indices[input].first - truth.coinr_formula_Si[input]) <= 1e-12)
            #expect(abs(indices[input].total - truth.coinr_formula_STi[input]) <= 1e-12)
            #expect(abs(indices[input].total - truth.analytic_ST[input]) <= 0.06)
        }
    }
}
