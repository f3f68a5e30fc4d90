internal import AssessmentCore
internal import AssessmentExporters
internal import Foundation

/// A value of the detail of a step, whatever the step.
enum DetailValue: Decodable, Hashable {
    case nothing
    case truth(Bool)
    case number(Double)
    case text(String)
    case list([DetailValue])
    case map([String: DetailValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .nothing
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let truth = try? container.decode(Bool.self) {
            self = .truth(truth)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([DetailValue].self) {
            self = .list(list)
        } else {
            self = .map(try container.decode([String: DetailValue].self))
        }
    }

    /// The value on one line.
    var description: String {
        switch self {
        case .nothing: "–"
        case .truth(let truth): truth ? "true" : "false"
        case .number(let number): Formula.text(of: number)
        case .text(let text): text
        case .list(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
        case .map(let values):
            "{" + values.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.description)" }.joined(separator: ", ")
                + "}"
        }
    }
}

/// How the results of a step came about, as fields by name, so that steps of every kind are compared in one way.
struct StepDetail {
    /// What holds for every row.
    private(set) var common: [String: DetailValue] = [:]
    /// What holds for single rows: a list of one a row, or values by row.
    private(set) var byRow: [String: [Int: DetailValue]] = [:]
    /// Whether the step compares with other units: by a reference set, ranks, fitted weights or medians.
    private(set) var comparesUnits = false

    /// The field that holds the decisions on a row.
    static let decisions = "decisions"

    /// What follows from the cells rather than sets them.
    private static let consequences: Set<String> = [
        "evidence", "remarks", "weightRemarks", "groupSizes", "unitShares", "indicatorShares",
    ]
    /// The weightings that read no scores.
    private static let ownWeightings: Set<String> = ["given", "equal"]
    /// Lists that are one a child or band, however many rows there are.
    private static let neverByRow: Set<String> = [
        "children", "nodes", "weights", "bands", "light", "points", "remarks", "tieBreaks", "places",
    ]

    /// The detail of a step of which nothing is said.
    init() {}

    /// - Parameter decisions: those of the ledger, which steps name by their positions.
    init(_ entry: LedgerDocument.Entry, decisions: [LedgerDocument.Decision] = []) {
        var detail = entry.detail
        // The evidence is large, and compared in a way of its own.
        detail.evidence = nil
        // Positions move with every decision before, and the scores around a decision follow from the cells.
        detail.applied = nil
        detail.decisions = nil
        // So do the numbers of units and candidates beside the places.
        let places = detail.places
        detail.places = nil
        guard let bytes = try? JSONEncoder().encode(detail),
            let fields = try? JSONDecoder().decode([String: DetailValue].self, from: bytes)
        else { return }
        comparesUnits =
            detail.reference != nil || detail.groupSizes != nil || detail.setOfRow != nil
            || detail.weighting.map { !StepDetail.ownWeightings.contains($0) } ?? false
            || detail.actions?.values.contains { $0 == "group_median" || $0 == "leave_framework" } ?? false
        let rowCount = entry.values.count
        for (name, value) in fields where !StepDetail.consequences.contains(name) {
            if name == "inputs", case .map(let inputs) = value {
                for (input, value) in inputs { add(input, value, rowCount) }
            } else {
                add(name, value, rowCount)
            }
        }
        let applied = entry.detail.applied?.mapValues { $0.map(\.decision) } ?? entry.detail.decisions
        if let applied {
            byRow[StepDetail.decisions] = Dictionary(
                applied.compactMap { row, positions in
                    Int(row).map { row in
                        (row, .list(positions.filter(decisions.indices.contains).map { .text(decisions[$0].words) }))
                    }
                }, uniquingKeysWith: { first, _ in first })
        }
        if let places {
            common["places"] = .list(
                places.map { .text("\($0.period) \($0.group): \($0.places) of the grade \($0.grade + 1)") })
        }
        spreadWeights(rowCount)
        nameWeights()
    }

    private mutating func add(_ name: String, _ value: DetailValue, _ rowCount: Int) {
        switch value {
        case .list(let values) where values.count == rowCount && !StepDetail.neverByRow.contains(name):
            byRow[name] = Dictionary(uniqueKeysWithValues: zip(0..., values))
        case .map(let values) where !values.isEmpty && values.keys.allSatisfy({ Int($0) != nil }):
            byRow[name] = Dictionary(
                values.map { (Int($0.key) ?? 0, $0.value) }, uniquingKeysWith: { first, _ in first })
        default: common[name] = value
        }
    }

    /// Gives each row the weights of its set, where they differ by set.
    private mutating func spreadWeights(_ rowCount: Int) {
        guard case .list(let sets) = common.removeValue(forKey: "weightSets"),
            let setOfRow = byRow.removeValue(forKey: "setOfRow")
        else { return }
        byRow["weights"] = setOfRow.compactMapValues { set in
            guard case .number(let number) = set, let index = Int(exactly: number), sets.indices.contains(index)
            else { return nil }
            return sets[index]
        }
    }

    /// Gives each weight the name of its child, so that a child that comes or goes moves no other weight.
    private mutating func nameWeights() {
        guard case .list(let children) = common["children"] else { return }
        func named(_ weights: DetailValue) -> [(String, DetailValue)] {
            guard case .list(let values) = weights, values.count == children.count else { return [] }
            return zip(children, values).map { ("weight of \($0.description)", $1) }
        }
        if let weights = common.removeValue(forKey: "weights") {
            for (name, weight) in named(weights) { common[name] = weight }
        }
        for (row, weights) in byRow.removeValue(forKey: "weights") ?? [:] {
            for (name, weight) in named(weights) { byRow[name, default: [:]][row] = weight }
        }
    }

    /// The names of all fields.
    var names: Set<String> { Set(common.keys).union(byRow.keys) }

    /// What a field is in a row.
    func value(_ name: String, row: Int) -> DetailValue? { byRow[name]?[row] ?? common[name] }

    /// The fields that differ for a row of each.
    static func changes(from before: StepDetail, row: Int, to after: StepDetail, row other: Int) -> [RunDifference
        .Field]
    {
        before.names.union(after.names).sorted().compactMap { name in
            let (old, new) = (before.value(name, row: row), after.value(name, row: other))
            guard old != new else { return nil }
            // An action on a missing score is set by the rule only where there was one before and after.
            if name == "actions", old == nil || new == nil { return nil }
            return RunDifference.Field(name: name, before: old?.description, after: new?.description)
        }
    }
}

extension LedgerDocument.Decision {
    /// What is decided, without the place that it was read from.
    var words: String {
        let points = value.map { " \(Formula.text(of: $0))" } ?? ""
        return "\(adjustment)\(points) of \(date), \(decidedBy): \(reason); \(authority); \(evidence)"
    }
}
