internal import AssessmentCore

/// The scores of one unit with its ranks within its peer group and period.
///
/// Units that have the same score share the best of their ranks, as everywhere in the pipeline within one part in 10⁹.
struct UnitSummary {
    private let source: StatisticsSource
    private let peerGroupOfUnit: [Int]
    private let unit: String
    private let nodes: [String]

    init(_ source: StatisticsSource, _ peerGroupOfUnit: [Int], unit: String, _ nodes: [String]) {
        self.source = source
        self.peerGroupOfUnit = peerGroupOfUnit
        self.unit = unit
        self.nodes = nodes
    }

    /// The table: a row a node, and a period where there are several.
    func table(_ id: String) throws -> StatisticsTable {
        let panel = source.ledger.panel
        guard let position = panel.unitIndex(of: unit) else {
            let nearest = nearestMatch(to: unit, among: panel.units.map(\.code))
            throw StatisticsRefusal(
                text: "no assessed unit has the code ‘\(unit)’" + (nearest.map { "; did you mean ‘\($0)’?" } ?? ""))
        }
        let own = source.rows.filter { $0 % panel.units.count == position }
        var (rows, values): ([String], [[Double?]]) = ([], [])
        for row in own {
            for node in nodes {
                rows.append(own.count > 1 ? "\(node) \(panel.period(ofRow: row))" : node)
                let standing = standing(of: node, row: row)
                values.append([source.ledger.scores(of: node)?[row], standing.rank, standing.size])
            }
        }
        let name = panel.units[position].name
        return StatisticsTable(
            id: id, title: BilingualText(zh: "\(name.zh)的得分与名次", en: "Scores and ranks of \(name.en)"), rows: rows,
            columns: ["score", "rank", "ranked"], values: values)
    }

    private func standing(of node: String, row: Int) -> (rank: Double?, size: Double?) {
        let panel = source.ledger.panel
        guard let scores = source.ledger.scores(of: node), let own = scores[row],
            let group = group(ofRow: row)
        else { return (nil, nil) }
        let period = row / panel.units.count
        let peers = panel.rows(ofPeriodAt: period).filter { self.group(ofRow: $0) == group }.compactMap { scores[$0] }
        let isHigherBetter = source.direction(of: node, .scores) == .higherIsBetter
        let better = peers.count { isHigherBetter ? $0 > own + 1e-9 : $0 < own - 1e-9 }
        return (Double(better + 1), Double(peers.count))
    }

    private func group(ofRow row: Int) -> Int? {
        let unit = row % source.ledger.panel.units.count
        return peerGroupOfUnit.indices.contains(unit) ? peerGroupOfUnit[unit] : nil
    }
}
