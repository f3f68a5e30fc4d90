public import AssessmentCore

/// The files of a run in little memory, each made when it is its turn, since one of a whole country is large.
///
/// `aggregates-YEAR.csv` has a row a unit, with the score, rank and grade of each node above the indicators;
/// `parameters.csv` a row a statistic that a method took; `weights.csv` a row a fitted weight; `manifest.json` what was read.
public struct AggregateTables: Sendable {
    private enum Content: Sendable {
        case period(Int)
        case parameters
        case weights
        case manifest([UInt8])
    }

    /// The paths of the files.
    public let paths: [String]
    private let contents: [Content]
    private let specification: Specification
    private let results: AggregateResults
    private let nodes: [FrameworkNode]

    /// Creates the files of results.
    public init(_ specification: Specification, _ results: AggregateResults, _ manifest: Manifest) throws {
        self.specification = specification
        self.results = results
        nodes = specification.framework.subtree
        var files: [(path: String, content: Content)] = results.panel.periods.enumerated().map {
            (AggregateTables.path(of: $1), .period($0))
        }
        files.append(("parameters.csv", .parameters))
        if !results.weights.isEmpty { files.append(("weights.csv", .weights)) }
        files.append(("manifest.json", .manifest(try JSONWriter.bytes(of: ManifestDocument(manifest)))))
        paths = files.map(\.path)
        contents = files.map(\.content)
    }

    /// The path of the table of a period.
    public static func path(of period: Period) -> String { "aggregates-\(period).csv" }

    /// The bytes of a file.
    public func bytes(at position: Int) -> [UInt8] {
        switch contents[position] {
        case .period(let period): aggregates(period)
        case .parameters: parameters()
        case .weights: weights()
        case .manifest(let bytes): bytes
        }
    }

    private func aggregates(_ period: Int) -> [UInt8] {
        let panel = results.panel
        let grades = results.tables.map { $0.step.givesGrade ? bands(of: $0.node) : [] }
        let columns = results.tables.flatMap { table in
            (table.step.givesNumbers ? ["score"] : table.step.givesGrade ? ["grade_zh", "grade_en"] : ["rank"]).map {
                CSVCell.text("\(table.node).\($0)")
            }
        }
        var text = Array((["unit", "unit_zh", "unit_en", "peer_group"] + columns).joined(separator: ",").utf8)
        text.append(UInt8(ascii: "\n"))
        let groups = specification.rankedGroups.map { CSVCell.text($0.id) }
        for (unit, row) in panel.rows(ofPeriodAt: period).enumerated() {
            let group = results.peerGroupOfUnit[unit]
            text += CSVCell.text(panel.units[unit].code).utf8
            text.append(UInt8(ascii: ","))
            text += CSVCell.text(panel.units[unit].name.zh).utf8
            text.append(UInt8(ascii: ","))
            text += CSVCell.text(panel.units[unit].name.en).utf8
            text.append(UInt8(ascii: ","))
            if groups.indices.contains(group) { text += groups[group].utf8 }
            for (table, bands) in zip(results.tables, grades) {
                text.append(UInt8(ascii: ","))
                let number = table.numbers[row]
                if number.isNaN {
                    if table.step.givesGrade { text.append(UInt8(ascii: ",")) }
                } else if !table.step.givesGrade {
                    text += Formula.text(of: number).utf8
                } else {
                    text += (bands.indices.contains(Int(number)) ? bands[Int(number)] : ",").utf8
                }
            }
            text.append(UInt8(ascii: "\n"))
        }
        return text
    }

    /// The names of the grades of a node, each as two cells.
    private func bands(of node: String) -> [String] {
        let steps = nodes.first { $0.id == node }?.steps ?? []
        for step in steps {
            if case .grade(let bands) = step {
                return bands.map { "\(CSVCell.text($0.name.zh)),\(CSVCell.text($0.name.en))" }
            }
        }
        return []
    }

    private func parameters() -> [UInt8] {
        var text = "node,step,statistic,reference,period,peer_group,value\n"
        for parameter in results.parameters {
            let cells =
                [CSVCell.text(parameter.node), parameter.step.rawValue, CSVCell.text(parameter.statistic)]
                + cells(parameter.scope, parameter.row)
                + [CSVCell.number(parameter.value.isNaN ? nil : parameter.value)]
            text += cells.joined(separator: ",") + "\n"
        }
        return Array(text.utf8)
    }

    /// The set of rows that a row is compared with, as cells: how rows are parted, its period and its group.
    private func cells(_ scope: ReferenceScope, _ row: Int) -> [String] {
        let panel = results.panel
        let period: String? =
            switch scope.periods {
            case .all: nil
            case .same: panel.period(ofRow: row).description
            case .only(let period): period.description
            }
        let unit = row % panel.units.count
        let group: String? =
            switch scope.units {
            case .all: nil
            case .peerGroup: specification.rankedGroups[results.peerGroupOfUnit[unit]].id
            case .group(let name): panel.units[unit].groups[name]
            }
        return [CSVCell.text(scope.text), period ?? "", CSVCell.text(group ?? "")]
    }

    private func weights() -> [UInt8] {
        var text = "node,reference,period,peer_group,child,weight\n"
        for node in nodes {
            let children = node.children.filter(\.isWeighted)
            for own in results.weights[node.id] ?? [] {
                for (child, weight) in zip(children, own.fitted.weights) {
                    let cells =
                        [CSVCell.text(node.id)] + cells(own.scope, own.row)
                        + [CSVCell.text(child.id), CSVCell.number(weight)]
                    text += cells.joined(separator: ",") + "\n"
                }
            }
        }
        return Array(text.utf8)
    }
}
