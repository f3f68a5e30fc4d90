internal import AssessmentCore

/// The tables of results: scores and values, one row a period, unit and node, with what was adjusted and suppressed.
struct ResultTables {
    let cells: PublishedCells
    let codes: MeasureCodes
    let threshold: Double

    /// Every table.
    var all: [DataTable] { [scores, values, adjustments, suppressed] }

    private static let place = [
        DataTable.Field("period", .year, "年份", "Year", required: true),
        DataTable.Field("unit", .string, "单元", "Unit", required: true),
        DataTable.Field("node", .string, "节点", "Node", required: true),
    ]

    private static let status = [
        DataTable.Field("state", .string, "状态", "State", required: true, oneOf: PublishedCells.states).meaning(
            "imputed（补入）：指标值由规则或方法补入；得分则指其自身或其下任一项为补入或按规则计零",
            "imputed: a value that was put in by a method or a rule; of a score, that it or anything below it was put in, or "
                + "counted as zero by rule"),
        DataTable.Field("reason", .string, "原因", "Reason", oneOf: Reason.allCases.map(\.rawValue)),
        DataTable.Field(
            "obs_status", .string, "观测状态（SDMX）", "Observation status by SDMX", required: true,
            oneOf: ObservationStatus.allCases.map(\.rawValue)
        ).meaning("得分为E者，其下有补入或按规则计零的项", "E of a score: something below it was put in, or counted as zero by rule"),
    ]

    private func place(_ row: Int, _ node: FrameworkNode) -> [String] {
        let panel = cells.assessment.ledger.panel
        return [
            panel.period(ofRow: row).description, DataCell.text(panel.unit(ofRow: row).code), DataCell.text(node.id),
        ]
    }

    private func status(_ cell: PublishedCells.Cell) -> [String] { [cell.state, cell.reason, cell.status.rawValue] }

    private var scores: DataTable {
        DataTable(
            name: "scores", title: BilingualText(zh: "得分", en: "Scores"),
            fields: ResultTables.place + [
                DataTable.Field("score", .number, "得分（全精度）", "Score in full precision").meaning(
                    "二进制浮点数，读回不变", "A binary floating-point number that reads back exactly"),
                DataTable.Field("printed_score", .number, "公布得分", "Score as reports print it").meaning(
                    "四舍五入至nodes.csv的decimals位", "Rounded to the decimals of nodes.csv, halves away from zero"),
                .init("rank", .integer, "组内位次", "Rank within the peer group", minimum: 1),
                .init("ranked", .integer, "组内参排单元数", "Number of ranked units of the peer group", minimum: 1),
                .init("grade_zh", .string, "等次", "Grade in Chinese"),
                .init("grade_en", .string, "等次（英文）", "Grade in English"),
                .init("light", .string, "灯号", "Light", oneOf: Light.Colour.allCases.map(\.rawValue)),
            ] + ResultTables.status,
            primaryKey: ["period", "unit", "node"], foreignKeys: .unitAndNode,
            rows: cells.rows.flatMap { row in
                cells.nodes.compactMap { node -> [String]? in
                    guard let score = cells.score(node, row) else { return nil }
                    let rank = cells.rank(node, row)
                    let grade = cells.grade(node, row) ?? BilingualText(same: "")
                    return place(row, node) + [
                        DataCell.number(score.number), DataCell.number(cells.printedScore(node, row)),
                        rank.map { String($0.rank) } ?? "", rank.map { String($0.of) } ?? "",
                    ] + DataCell.texts(grade) + [cells.light(node, row)?.rawValue ?? ""] + status(score)
                }
            })
    }

    private var values: DataTable {
        DataTable(
            name: "values", title: BilingualText(zh: "指标值", en: "Values of indicators"),
            fields: ResultTables.place + [
                DataTable.Field("value", .number, "指标值", "Value").meaning(
                    "全精度的二进制浮点数，读回不变", "A binary floating-point number in full precision that reads back exactly"),
                .init("unit_of_measure", .string, "计量单位代码", "Code of the unit of measure", required: true),
                .init("target", .number, "目标值", "Target"),
            ] + ResultTables.status,
            primaryKey: ["period", "unit", "node"],
            foreignKeys: [
                .init(field: "unit", table: "units", reference: "unit"),
                .init(field: "node", table: "indicators", reference: "node"),
                .init(field: "unit_of_measure", table: "measures", reference: "unit_of_measure"),
            ],
            rows: cells.rows.flatMap { row in
                cells.nodes.compactMap { node -> [String]? in
                    guard let indicator = cells.indicator(of: node), let value = cells.value(node, row) else {
                        return nil
                    }
                    return place(row, node) + [
                        DataCell.number(value.number), codes.code(of: indicator.unitOfMeasure),
                        DataCell.number(cells.target(node, row)),
                    ] + status(value)
                }
            })
    }

    private var adjustments: DataTable {
        let assessment = cells.assessment
        let names = Dictionary(
            assessment.specification.adjustments.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let effects = Dictionary(
            assessment.specification.adjustments.map { ($0.id, $0.effect) }, uniquingKeysWith: { first, _ in first })
        var applied: [Int: Ledger.AppliedDecision] = [:]
        for case .adjusted(_, let rows) in assessment.ledger.entries.map(\.detail) {
            for (row, decisions) in rows {
                for decision in decisions {
                    let node = assessment.data.decisions[decision.decision].node
                    if cells.suppression[.score, node, row] == nil { applied[decision.decision] = decision }
                }
            }
        }
        return DataTable(
            name: "adjustments", title: BilingualText(zh: "加减分与一票否决等调整", en: "Decisions that adjust scores and grades"),
            fields: [
                .init("decision", .integer, "序号", "Number of the decision", required: true, minimum: 1),
                .init("adjustment", .string, "调整事项", "Adjustment", required: true),
                .init("kind", .string, "类别", "Kind", required: true, oneOf: ResultTables.kinds),
                .init("name_zh", .string, "中文名称", "Name in Chinese"),
                .init("name_en", .string, "英文名称", "Name in English"),
            ] + ResultTables.place + [
                .init("value", .number, "分值、系数或得分", "Points, coefficient or score"),
                .init("score_before", .number, "调整前得分", "Score before"),
                .init("score_after", .number, "调整后得分", "Score after"),
                .init("grounds", .string, "理由", "Why"), .init("authority", .string, "依据", "What it rests on"),
                .init("date", .date, "决定日期", "Day of the decision", required: true),
                .init("decided_by", .string, "决定机关", "Who decided"),
            ],
            primaryKey: ["decision"], foreignKeys: .unitAndNode,
            rows: assessment.data.decisions.enumerated().map { index, decision in
                let change = applied[index]
                let row = assessment.ledger.panel.row(unit: decision.unit, period: decision.period)
                // An override says the score itself.
                let isHidden = row.map { cells.suppression[.score, decision.node, $0] != nil } ?? false
                func number(_ value: Double?) -> String { DataCell.number(value.flatMap { $0.isNaN ? nil : $0 }) }
                let effect = effects[decision.adjustment]
                return [
                    String(index + 1), DataCell.text(decision.adjustment), effect.map(ResultTables.kind) ?? "override",
                ]
                    + DataCell.texts(names[decision.adjustment] ?? BilingualText(same: "")) + [
                        decision.period.description, DataCell.text(decision.unit), DataCell.text(decision.node),
                        number(isHidden ? nil : decision.value), number(change?.before), number(change?.after),
                        DataCell.text(decision.reason), DataCell.text(decision.authority), decision.date.description,
                        DataCell.text(decision.decidedBy),
                    ]
            })
    }

    private static let kinds = ["bonus", "deduction", "coefficient", "override", "veto"]

    private static func kind(_ effect: Adjustment.Effect) -> String {
        switch effect {
        case .bonus: "bonus"
        case .deduction: "deduction"
        case .coefficient: "coefficient"
        case .override: "override"
        case .veto: "veto"
        }
    }

    private var suppressed: DataTable {
        let order = Dictionary(
            cells.nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let parts = Suppression.Part.allCases
        let listed = cells.suppression.causes.map { (cell: $0.key, cause: $0.value) }.sorted { left, right in
            func key(_ cell: Suppression.Cell) -> (Int, Int, Int) {
                (cell.row, order[cell.node] ?? 0, parts.firstIndex(of: cell.part) ?? 0)
            }
            return key(left.cell) < key(right.cell)
        }
        let nodes = Dictionary(cells.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return DataTable(
            name: "suppressed", title: BilingualText(zh: "已抑制的单元格", en: "Suppressed cells"),
            fields: ResultTables.place + [
                .init("cell", .string, "单元格", "Cell", required: true, oneOf: parts.map(\.rawValue)),
                .init("suppression", .string, "抑制类型", "Suppression", required: true, oneOf: ["primary", "secondary"]),
                .init("cause", .string, "原因代码", "Cause", required: true, oneOf: SuppressionCause.ids),
                .init("subject", .string, "涉及的变量、名录、节点或单元", "Variable, register, node or unit that it is about"),
                .init("reason_zh", .string, "中文原因", "Reason in Chinese"),
                .init("reason_en", .string, "英文原因", "Reason in English"),
            ],
            primaryKey: ["period", "unit", "node", "cell"], foreignKeys: .unitAndNode,
            rows: listed.compactMap { cell, cause in
                guard let node = nodes[cell.node] else { return nil }
                return place(cell.row, node) + [
                    cell.part.rawValue, cause.isPrimary ? "primary" : "secondary", cause.id,
                    DataCell.text(cause.subject),
                ] + DataCell.texts(cause.name(threshold: DataCell.number(threshold)))
            })
    }
}
