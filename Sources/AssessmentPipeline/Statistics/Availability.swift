internal import AssessmentCore

/// The share of values that each unit has, as a whole and below each node.
///
/// What does not apply to a unit is not counted as missing. Source: W. Becker and others (2022), COINr, Journal of Open
/// Source Software 7(78), 4567.
struct Availability {
    private let source: StatisticsSource
    private let nodes: [String]
    private let least: Double

    init(_ source: StatisticsSource, _ nodes: [String], from least: Double) {
        self.source = source
        self.nodes = nodes
        self.least = least
    }

    /// The counts of a unit's cells below a node.
    private struct Counts {
        var missing = 0
        var zero = 0
        var available = 0

        /// The share of cells that have a value.
        var share: Double? {
            available + missing > 0 ? Double(available) / Double(available + missing) : nil
        }

        /// The counts and shares in the order of the columns.
        var cells: [Double?] {
            let nonZero = available > 0 ? 1 - Double(zero) / Double(available) : nil
            return [Double(missing), Double(zero), Double(missing + zero), share, nonZero]
        }
    }

    /// The tables by their ids: a row a unit, with counts, and with the share below each node.
    func tables(_ ids: [String]) -> [StatisticsTable] {
        let rows = source.rows.map { source.name(ofRow: $0) }
        let all = columns(below: source.root.id)
        let counts = source.rows.map { Availability.count(all, row: $0) }
        let below = nodes.map { columns(below: $0) }
        var remarks: [BilingualText] = []
        for (row, counts) in zip(source.rows, counts) {
            guard let share = counts.share, share < least else { continue }
            let name = source.ledger.panel.unit(ofRow: row).name
            let text = StatisticsWording.percent(share)
            remarks.append(
                BilingualText(
                    zh: "\(name.zh)数据偏少：仅\(text)的指标有数据", en: "\(name.en) has little data: \(text) of the indicators"))
        }
        return [
            StatisticsTable(
                id: ids.first ?? "", title: BilingualText(zh: "各单位数据可得性", en: "Availability of data by unit"),
                rows: rows, columns: ["missing", "zero", "missing_or_zero", "available_share", "non_zero_share"],
                values: counts.map(\.cells), remarks: remarks),
            StatisticsTable(
                id: ids.dropFirst().first ?? "",
                title: BilingualText(zh: "各单位分领域数据可得性", en: "Availability of data by unit and node"), rows: rows,
                columns: nodes,
                values: source.rows.map { row in below.map { Availability.count($0, row: row).share } }),
        ]
    }

    private func columns(below node: String) -> [Column] {
        (source.node(node)?.nodes(at: .indicators) ?? []).compactMap { source.column(of: $0.id, .values) }
    }

    private static func count(_ columns: [Column], row: Int) -> Counts {
        var counts = Counts()
        for column in columns where column.values.indices.contains(row) {
            if let value = column[row] {
                counts.available += 1
                if value == 0 { counts.zero += 1 }
            } else if column.states[row] != .notApplicable {
                counts.missing += 1
            }
        }
        return counts
    }
}
