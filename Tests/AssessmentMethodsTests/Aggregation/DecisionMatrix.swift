import AssessmentCore
import AssessmentMethods
import AssessmentTesting
import Foundation

/// A table of scores, a row a unit, with directions and weights: what the published cases give.
struct DecisionMatrix {
    var scores: [[Double?]]
    var directions: [Direction]
    var weights: [Double]

    /// What an aggregation makes of it, one result a unit.
    func results(
        _ aggregation: any Aggregation, _ parameters: [String: ParameterValue] = [:]
    ) throws -> [Double?] {
        try aggregation.results(
            on: AggregationExample(
                BilingualText(same: ""), scores: scores, weights: weights, directions: directions,
                parameters: parameters, expected: []))
    }

    /// The units in another order.
    func ordered(_ rows: [Int]) -> DecisionMatrix {
        DecisionMatrix(scores: rows.map { scores[$0] }, directions: directions, weights: weights)
    }

    /// The scores of a child that are there.
    func column(_ child: Int) -> [Double] { scores.compactMap { $0[child] } }

    /// Every score replaced by a function of it and its child; what comes out points the way the closure says.
    func mapped(
        keepingDirections: Bool = false, _ body: (_ score: Double, _ column: [Double], _ direction: Direction) -> Double
    ) -> DecisionMatrix {
        let columns = directions.indices.map(column)
        return DecisionMatrix(
            scores: scores.map { row in
                row.enumerated().map { child, score in score.map { body($0, columns[child], directions[child]) } }
            },
            directions: keepingDirections ? directions : directions.map { _ in .higherIsBetter }, weights: weights)
    }

    /// x / √Σ x², directions kept.
    var dividedByLength: DecisionMatrix {
        mapped(keepingDirections: true) { score, column, _ in
            score / column.reduce(0) { $0 + $1 * $1 }.squareRoot()
        }
    }

    /// (x − min) / (max − min), mirrored where less is better.
    var betweenExtremes: DecisionMatrix {
        mapped { score, column, direction in
            let (least, most) = (column.min() ?? .nan, column.max() ?? .nan)
            return (direction == .higherIsBetter ? score - least : most - score) / (most - least)
        }
    }

    /// x / Σ x where more is better, (1 / x) / Σ (1 / x) where less is.
    var dividedBySum: DecisionMatrix {
        mapped { score, column, direction in
            direction == .higherIsBetter
                ? score / column.reduce(0, +) : 1 / score / column.reduce(0) { $0 + 1 / $1 }
        }
    }

    /// x / max where more is better, min / x where less is.
    var dividedByBest: DecisionMatrix {
        mapped { score, column, direction in
            direction == .higherIsBetter ? score / (column.max() ?? .nan) : (column.min() ?? .nan) / score
        }
    }
}

/// The published tables of scores and what methods made of them.
struct DecisionCase: Decodable {
    struct Scores: Decodable {
        var score: [Double?]?
        var S: [Double?]?
        var R: [Double?]?
        var Q: [Double?]?
        var error: String?
    }

    var matrix: [[Double]]
    var direction: [Double]
    var weights: [Double]
    var methods: [String: Scores]

    enum CodingKeys: String, CodingKey {
        case matrix, direction
        case weights = "weights_used_for_scores"
        case methods = "scores_methods"
    }

    /// Reads a file of the folder of published results.
    init(_ name: String) throws {
        self = try Self.decoded("mcdm/\(name).json")
    }

    /// Decodes a file of the folder of published results.
    static func decoded<Content: Decodable>(_ path: String) throws -> Content {
        guard let url = PublishedTable.folder?.appendingPathComponent(path) else {
            throw CocoaError(.fileNoSuchFile)
        }
        return try JSONDecoder().decode(Content.self, from: Data(contentsOf: url))
    }

    var table: DecisionMatrix {
        DecisionMatrix(
            scores: matrix, directions: direction.map { $0 < 0 ? .lowerIsBetter : .higherIsBetter }, weights: weights)
    }
}
