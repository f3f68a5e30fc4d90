internal import AssessmentCore

/// The tables of what is assessed and how: nodes, indicators, variables, units of measure and weights.
struct FrameworkTables {
    let cells: PublishedCells
    let codes: MeasureCodes

    /// Every table.
    var all: [DataTable] { [nodes, indicators, variables, measures, weights] }

    private var nodes: DataTable {
        DataTable(
            name: "nodes", title: BilingualText(zh: "评价体系节点", en: "Nodes of the framework"),
            fields: [
                .init("node", .string, "节点", "Node", required: true),
                .init("name_zh", .string, "中文名称", "Name in Chinese"),
                .init("name_en", .string, "英文名称", "Name in English"), .init("parent", .string, "上级节点", "Node above"),
                .init("depth", .integer, "层级（总分为0）", "Depth, the total being 0", required: true, minimum: 0),
                .init("kind", .string, "类别", "Kind", required: true, oneOf: ["total", "pillar", "indicator"]),
                .init("bonus_points", .number, "加分上限", "Points that it adds at most, where it is a bonus"),
                .init("decimals", .integer, "报告小数位数", "Decimals in reports", required: true, minimum: 0),
            ],
            primaryKey: ["node"], foreignKeys: [.init(field: "parent", table: "", reference: "node")],
            rows: cells.nodes.map { node in
                let kind = node.id == cells.assessment.root.id ? "total" : node.measure == nil ? "pillar" : "indicator"
                return [DataCell.text(node.id)] + DataCell.texts(node.name) + [
                    DataCell.text(cells.parents[node.id] ?? ""), String(depth(of: node.id)), kind,
                    DataCell.number(node.bonusPoints), String(cells.assessment.decimals(of: node)),
                ]
            })
    }

    private func depth(of node: String) -> Int { cells.parents[node].map { depth(of: $0) + 1 } ?? 0 }

    private var measured: [(node: FrameworkNode, indicator: IndicatorDescription)] {
        cells.nodes.compactMap { node in cells.indicator(of: node).map { (node, $0) } }
    }

    private var indicators: DataTable {
        DataTable(
            name: "indicators", title: BilingualText(zh: "指标元数据", en: "Indicators"),
            fields: [
                .init("node", .string, "节点", "Node", required: true),
                .init("indicator", .string, "指标", "Indicator", required: true),
                .init("name_zh", .string, "中文名称", "Name in Chinese"),
                .init("name_en", .string, "英文名称", "Name in English"),
                .init("definition_zh", .string, "中文定义", "Definition in Chinese"),
                .init("definition_en", .string, "英文定义", "Definition in English"),
                .init("unit_of_measure", .string, "计量单位代码", "Code of the unit of measure", required: true),
                .init(
                    "direction", .string, "方向", "Direction", required: true,
                    oneOf: ["higher_is_better", "lower_is_better"]),
                .init("policy_statements", .string, "政策条目", "Statements of the policy, separated by semicolons"),
            ],
            primaryKey: ["node"],
            foreignKeys: [
                .init(field: "node", table: "nodes", reference: "node"),
                .init(field: "unit_of_measure", table: "measures", reference: "unit_of_measure"),
            ],
            rows: measured.map { node, indicator in
                [DataCell.text(node.id), DataCell.text(indicator.id)] + DataCell.texts(indicator.name)
                    + DataCell.texts(indicator.definition) + [
                        codes.code(of: indicator.unitOfMeasure), (node.direction ?? indicator.direction).rawValue,
                        DataCell.text(indicator.statements.joined(separator: ";")),
                    ]
            })
    }

    private var variables: DataTable {
        let read = measured.flatMap { node, indicator in indicator.variables.map { (node: node, variable: $0) } }
        var sources: [String: Set<String>] = [:]
        for observation in cells.assessment.data.observations where !observation.origin.source.isEmpty {
            sources[observation.variable, default: []].insert(observation.origin.source)
        }
        return DataTable(
            name: "variables",
            title: BilingualText(zh: "指标所用变量及来源", en: "Variables behind the indicators, with sources"),
            fields: [
                .init("node", .string, "节点", "Node", required: true),
                .init("variable", .string, "变量", "Variable", required: true),
                .init("name_zh", .string, "中文名称", "Name in Chinese"),
                .init("name_en", .string, "英文名称", "Name in English"),
                .init("definition_zh", .string, "中文定义", "Definition in Chinese"),
                .init("definition_en", .string, "英文定义", "Definition in English"),
                .init("unit_of_measure", .string, "计量单位代码", "Code of the unit of measure", required: true),
                .init("reported_by_zh", .string, "报送部门", "Department that reports it, in Chinese"),
                .init("reported_by_en", .string, "报送部门（英文）", "Department that reports it, in English"),
                .init("sources", .string, "数据来源", "Sources, separated by semicolons"),
            ],
            primaryKey: ["node", "variable"],
            foreignKeys: [
                .init(field: "node", table: "indicators", reference: "node"),
                .init(field: "unit_of_measure", table: "measures", reference: "unit_of_measure"),
            ],
            rows: read.map { node, variable in
                [DataCell.text(node.id), DataCell.text(variable.id)] + DataCell.texts(variable.name)
                    + DataCell.texts(variable.definition) + [codes.code(of: variable.unitOfMeasure)]
                    + DataCell.texts(variable.reportedBy)
                    + [DataCell.text((sources[variable.id] ?? []).sorted().joined(separator: ";"))]
            })
    }

    private var measures: DataTable {
        DataTable(
            name: "measures", title: BilingualText(zh: "计量单位代码表", en: "Units of measure"),
            fields: [
                .init("unit_of_measure", .string, "代码", "Code", required: true),
                .init("symbol_zh", .string, "中文符号", "Symbol in Chinese"),
                .init("symbol_en", .string, "英文符号", "Symbol in English"),
                .init("counts", .boolean, "是否为计数单位", "Whether it counts whole things or persons", required: true),
            ],
            primaryKey: ["unit_of_measure"],
            rows: codes.units.map { code, unit in
                [code] + DataCell.texts(unit.symbol) + [unit.countedThings == nil ? "false" : "true"]
            })
    }

    private var weights: DataTable {
        let panel = cells.assessment.ledger.panel
        let rows = cells.rows.flatMap { row -> [[String]] in
            let weights = Weights(cells.assessment, row: row)
            return cells.nodes.compactMap { node in
                guard let weight = weights[node] else { return nil }
                let isHidden = cells.suppression[.weight, node.id, row] != nil
                return [
                    panel.period(ofRow: row).description, DataCell.text(panel.unit(ofRow: row).code),
                    DataCell.text(node.id), isHidden ? "" : DataCell.number(weight.stated),
                    isHidden ? "" : DataCell.number(weight.effective),
                ]
            }
        }
        return DataTable(
            name: "weights", title: BilingualText(zh: "权重", en: "Weights in the total"),
            fields: [
                .init("period", .year, "年份", "Year", required: true),
                .init("unit", .string, "单元", "Unit", required: true),
                .init("node", .string, "节点", "Node", required: true),
                .init("stated_weight", .number, "方案权重（占总分）", "Weight in the total by the framework"),
                .init(
                    "effective_weight", .number, "实际权重（无得分的同级节点让出后）",
                    "Weight in the total where siblings without a score leave theirs to it; empty without a score"),
            ],
            primaryKey: ["period", "unit", "node"], foreignKeys: .unitAndNode, rows: rows)
    }
}

extension [DataTable.ForeignKey] {
    /// A unit and a node.
    static let unitAndNode = [
        DataTable.ForeignKey(field: "unit", table: "units", reference: "unit"),
        DataTable.ForeignKey(field: "node", table: "nodes", reference: "node"),
    ]
}
