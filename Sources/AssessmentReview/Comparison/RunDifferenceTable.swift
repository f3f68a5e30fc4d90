internal import AssessmentCore
internal import AssessmentExporters

/// Every changed cell as a table of comma-separated values.
public struct RunDifferenceTable: Sendable {
    private let difference: RunDifference

    /// Creates the table of a difference.
    public init(_ difference: RunDifference) {
        self.difference = difference
    }

    private static let heading = [
        "period", "unit", "unit_zh", "unit_en", "node", "node_zh", "node_en", "step", "before", "before_state",
        "before_reason", "after", "after_state", "after_reason", "causes",
    ]

    /// The text of the file; numbers are written in full precision.
    public var text: String {
        ([RunDifferenceTable.heading] + difference.cells.map(cells)).map { $0.joined(separator: ",") + "\n" }.joined()
    }

    private func cells(_ cell: RunDifference.Cell) -> [String] {
        let (unit, node) = (difference.unitNames[cell.unit], difference.nodeNames[cell.node])
        let place = [
            cell.period, cell.unit, unit?.zh ?? "", unit?.en ?? "", cell.node, node?.zh ?? "", node?.en ?? "",
            cell.step,
        ]
        return place.map(CSVCell.text) + content(cell.before) + content(cell.after)
            + [CSVCell.text(cell.causes.map(RunDifferenceTable.text).joined(separator: "; "))]
    }

    private func content(_ content: RunDifference.Content?) -> [String] {
        guard let content else { return ["", "", ""] }
        return [CSVCell.number(content.value), CSVCell.text(content.state), content.reason?.rawValue ?? ""]
    }

    private static func text(_ cause: RunDifference.Cause) -> String {
        func places(_ places: [RunDifference.Place]) -> String {
            places.isEmpty ? "none" : places.map { "\($0.subject) \($0.file):\($0.row)" }.joined(separator: " ")
        }
        return switch cause {
        case .cell(let node, let step): "\(node) \(step)"
        case .setting(let field): "\(field.name): \(field.before ?? "none") > \(field.after ?? "none")"
        case .data(let before, let after): "data: \(places(before)) > \(places(after))"
        case .otherUnits: "other_units"
        case .specification: "specification"
        case .program: "program"
        case .existence: "existence"
        case .unexplained: "unexplained"
        }
    }
}
