public import AssessmentCore

/// Writes `scores.csv`: one row a unit, period and node of the framework; and `tasks.csv`, one row a task and lead body,
/// where there are tasks; and the tables of how firm the result is in the folder `robustness`, where that was asked.
public struct CSVExporter: Exporter {
    /// Creates the exporter.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "csv",
            name: BilingualText(zh: "得分表", en: "Table of scores"),
            summary: BilingualText(
                zh: "scores.csv：每行一个单元、时期与节点；有任务时另有tasks.csv：每行一项任务与牵头单位；有稳健性分析时另有robustness文件夹的各表",
                en:
                    "scores.csv: one row a unit, period and node; with tasks, also tasks.csv: one row a task and lead body; where "
                    + "robustness is asked, also its tables in the folder robustness"
            ),
            source: "RFC 4180")
    }

    private static let heading = [
        "period", "unit", "unit_zh", "unit_en", "peer_group", "node", "node_zh", "node_en", "parent", "value",
        "unit_of_measure", "target", "score", "rank", "ranked", "grade_zh", "grade_en", "light", "state", "reason",
        "value_state", "value_reason",
    ]

    /// The file; numbers are written in full precision.
    public func files(
        for assessment: CompletedAssessment, languages: [Language], options: ParameterValues
    ) -> [OutputFile] {
        let nodes = CSVExporter.nodes(assessment.specification.framework, parent: "", assessment)
        let panel = assessment.ledger.panel
        let rows = Parallel.map(panel.rowCount) { row -> String in
            let unit = panel.unit(ofRow: row)
            let place = [
                panel.period(ofRow: row).description, CSVCell.text(unit.code), CSVCell.text(unit.name.zh),
                CSVCell.text(unit.name.en), assessment.peerGroup(ofRow: row).id,
            ].joined(separator: ",")
            return nodes.map { place + "," + $0.texts + "," + cells(assessment, $0, row).joined(separator: ",") + "\n" }
                .joined()
        }
        let text = CSVExporter.heading.joined(separator: ",") + "\n" + rows.joined()
        let ratings = assessment.ratings.map { RatingTables(assessment: assessment, report: $0).files } ?? []
        return [OutputFile(path: "scores.csv", text: text)]
            + [assessment.tasks.map { TaskTable(assessment, $0).file }].compactMap(\.self) + ratings
            + (RobustnessFiles(assessment)?.tablesOfRun ?? [])
    }

    /// A node with the cells that are the same in every row, and its columns.
    private struct Node {
        let id: String
        let texts: String
        let unitOfMeasure: String
        let values: Column?
        let scores: Column?
    }

    private static func nodes(_ node: FrameworkNode, parent: String, _ assessment: CompletedAssessment) -> [Node] {
        let indicator = node.measure.flatMap { assessment.catalogue.indicators[$0.indicator]?.description }
        let own = Node(
            id: node.id,
            texts: [node.id, CSVCell.text(node.name.zh), CSVCell.text(node.name.en), parent].joined(separator: ","),
            unitOfMeasure: CSVCell.text(indicator?.unitOfMeasure.symbol.zh ?? ""),
            values: assessment.ledger.knownValues(of: node.id), scores: assessment.ledger.scores(of: node.id))
        return [own] + node.children.flatMap { nodes($0, parent: node.id, assessment) }
    }

    private func cells(_ assessment: CompletedAssessment, _ node: Node, _ row: Int) -> [String] {
        let ledger = assessment.ledger
        let (values, scores) = (node.values, node.scores)
        let rank = ledger.rank(of: node.id, row: row)
        let grade = ledger.grade(of: node.id, row: row)?.name
        return [
            CSVCell.number(values?[row]), node.unitOfMeasure,
            CSVCell.number(assessment.target(of: node.id, row: row)?.value), CSVCell.number(scores?[row]),
            rank.map { String($0.rank) } ?? "", rank.map { String($0.of) } ?? "", CSVCell.text(grade?.zh ?? ""),
            CSVCell.text(grade?.en ?? ""), ledger.light(of: node.id, row: row)?.rawValue ?? "",
            scores?.states[row].rawValue ?? "", scores?.reasons[row]?.rawValue ?? "",
            values?.states[row].rawValue ?? "", values?.reasons[row]?.rawValue ?? "",
        ]
    }
}
