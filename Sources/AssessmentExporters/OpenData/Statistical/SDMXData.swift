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

    /// The columns: the dataflow, the dimensions in order, the observation and its attributes.
    static let heading = [
        "DATAFLOW", "FREQ", "REF_AREA", "INDICATOR", "MEASURE", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS",
        "UNIT_MEASURE",
    ]

    /// The file.
    var text: String {
        var text = SDMXData.heading.joined(separator: ",") + "\n"
        let panel = cells.assessment.ledger.panel
        for node in cells.nodes {
            for row in cells.rows {
                for (measure, number, status, unit) in observations(node, row) {
                    let line = [
                        dataflow, "A", SDMXIdentifier.of(panel.unit(ofRow: row).code), SDMXIdentifier.of(node.id),
                        measure.rawValue, Turtle.year(panel.period(ofRow: row)), number, status.rawValue, unit,
                    ]
                    text += line.joined(separator: ",") + "\n"
                }
            }
        }
        return text
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
