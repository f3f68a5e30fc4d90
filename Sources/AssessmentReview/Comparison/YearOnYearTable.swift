internal import AssessmentCore
internal import AssessmentExporters

/// Every contribution to a change between years as a table of comma-separated values.
public struct YearOnYearTable: Sendable {
    private let comparisons: [YearOnYear]

    /// Creates the table of some comparisons.
    public init(_ comparisons: [YearOnYear]) {
        self.comparisons = comparisons
    }

    private static let heading = [
        "from", "to", "unit", "unit_zh", "unit_en", "of", "before", "after", "change", "data", "method", "boundaries",
        "peers",
        "remark",
    ]

    /// The text of the file: a line for the total, the rank and each pillar of a unit; numbers are in full precision, and the
    /// change of a rank is the number of places gained.
    public var text: String {
        var lines = [YearOnYearTable.heading]
        for comparison in comparisons {
            for unit in comparison.units {
                let place = [
                    comparison.from.description, comparison.to.description, CSVCell.text(unit.code),
                    CSVCell.text(unit.name.zh), CSVCell.text(unit.name.en),
                ]
                lines.append(
                    place + ["total", CSVCell.number(unit.before.total), CSVCell.number(unit.after.total)]
                        + parts(unit.score) + [CSVCell.text(unit.absence?.en ?? "")])
                lines.append(
                    place + ["rank", unit.before.rank.map(String.init) ?? "", unit.after.rank.map(String.init) ?? ""]
                        + parts(unit.rank) + [""])
                for node in unit.nodes {
                    let change = node.change
                    lines.append(
                        place + [CSVCell.text(node.node), CSVCell.number(change.before), CSVCell.number(change.after)]
                            + parts(change) + [""])
                }
            }
        }
        return lines.map { $0.joined(separator: ",") + "\n" }.joined()
    }

    private func parts(_ change: YearOnYear.Change?) -> [String] {
        [CSVCell.number(change?.total)]
            + [.data, .method, .boundaries, .peers].map { CSVCell.number(change?.contributions[$0]) }
    }
}
