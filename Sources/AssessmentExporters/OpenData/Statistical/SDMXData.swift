internal import AssessmentCore

/// `sdmx.csv`: values, scores and ranks as observations in SDMX-CSV 1.0, one row an observation.
struct SDMXData {
    /// What is observed of a node.
    enum Measure: String, CaseIterable {
        case value = "VALUE"
        case score = "SCORE"
        case rank = "RANK"

        /// Its name.
        var name: BilingualText {
            switch self {
            case .value: BilingualText(zh: "指标值", en: "Value")
            case .score: BilingualText(zh: "得分", en: "Score")
            case .rank: BilingualText(zh: "组内位次", en: "Rank within the peer group")
            }
        }
    }

    let cells: PublishedCells
    let codes: MeasureCodes
    let dataflow: String

    /// The table: the dataflow, the dimensions in order, the observation and its attributes.
    var table: DataTable {
        DataTable(
            name: "sdmx", title: BilingualText(zh: "SDMX数据", en: "SDMX data"),
            fields: [
                .init("DATAFLOW", .string, "数据流", "Dataflow", required: true, oneOf: [dataflow]),
                .init("FREQ", .string, "频率", "Frequency", required: true, oneOf: ["A"]),
                .init("REF_AREA", .string, "单元", "Reference area", required: true),
                .init("INDICATOR", .string, "节点", "Indicator", required: true),
                .init(
                    "MEASURE", .string, "测度", "Measure", required: true, oneOf: Measure.allCases.map(\.rawValue)),
                .init("TIME_PERIOD", .year, "时期", "Time period", required: true),
                .init("OBS_VALUE", .number, "观测值", "Observation value"),
                .init(
                    "OBS_STATUS", .string, "观测状态", "Observation status", required: true,
                    oneOf: ObservationStatus.allCases.map(\.rawValue)),
                .init("UNIT_MEASURE", .string, "计量单位", "Unit of measure", required: true),
            ],
            primaryKey: ["REF_AREA", "INDICATOR", "MEASURE", "TIME_PERIOD"],
            rows: cells.nodes.flatMap { node in cells.rows.flatMap { row in lines(node, row) } })
    }

    private func lines(_ node: FrameworkNode, _ row: Int) -> [[String]] {
        let panel = cells.assessment.ledger.panel
        return observations(node, row).map { measure, number, status, unit in
            [
                dataflow, "A", SDMXIdentifier.of(panel.unit(ofRow: row).code), SDMXIdentifier.of(node.id),
                measure.rawValue, panel.period(ofRow: row).fourDigits, number, status.rawValue, unit,
            ]
        }
    }

    private typealias Observation = (measure: Measure, number: String, status: ObservationStatus, unit: String)

    private func observations(_ node: FrameworkNode, _ row: Int) -> [Observation] {
        var observations: [Observation] = []
        if let value = cells.value(node, row), let indicator = cells.indicator(of: node) {
            observations.append(
                (.value, DataCell.number(value.number), value.status, codes.code(of: indicator.unitOfMeasure)))
        }
        guard let score = cells.score(node, row) else { return observations }
        observations.append((.score, DataCell.number(score.number), score.status, "SCORE"))
        if cells.suppression[.rank, node.id, row] != nil {
            observations.append((.rank, "", .suppressed, "RANK"))
        } else if let rank = cells.rank(node, row) {
            observations.append((.rank, String(rank.rank), score.status, "RANK"))
        }
        return observations
    }
}
