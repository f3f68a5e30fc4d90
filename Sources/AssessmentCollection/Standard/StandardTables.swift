internal import AssessmentCore

/// The standard as tables of comma-separated values.
struct StandardTables {
    let standard: StatisticalStandard

    /// `variables.csv`, a row a variable, and `registers.csv`, a row a field of a register.
    var files: [OutputFile] {
        [OutputFile(path: "variables.csv", text: variables), OutputFile(path: "registers.csv", text: registers)]
    }

    private var variables: String {
        let heading = [
            "code", "name_zh", "name_en", "definition_zh", "definition_en", "unit_of_measure_zh", "unit_of_measure_en",
            "decimals", "carried_over_boundaries", "reported_by_zh", "reported_by_en", "reporting_levels", "period",
            "collected", "used_by", "checks_zh", "checks_en",
        ]
        let rows = standard.items.map { item in
            let variable = item.variable
            return [variable.id] + texts(variable.name) + texts(variable.definition)
                + texts(variable.unitOfMeasure.symbol)
                + [String(variable.unitOfMeasure.decimals), variable.carrying.rawValue] + texts(variable.reportedBy)
                + [
                    CSVCell.text(standard.levels.joined(separator: ";")), standard.period.description,
                    item.isCollected ? "yes" : "no", item.uses.map(\.indicator).joined(separator: ";"),
                    CSVCell.text(item.checks.map(\.name.zh).joined(separator: ";")),
                    CSVCell.text(item.checks.map(\.name.en).joined(separator: ";")),
                ]
        }
        return StandardTables.text([heading] + rows)
    }

    private var registers: String {
        let heading = [
            "register", "register_zh", "register_en", "definition_zh", "definition_en", "kept_by_zh", "kept_by_en",
            "collected", "field", "field_zh", "field_en", "required", "accepted",
        ]
        let rows = standard.registers.flatMap { item in
            let register = item.register
            let own =
                [register.id] + texts(register.name) + texts(register.definition) + texts(register.keptBy)
                + [item.isCollected ? "yes" : "no"]
            return RegisterColumn.columns(of: register).map { column in
                own + [column.id] + texts(column.name)
                    + [column.isRequired ? "yes" : "no", CSVCell.text(column.acceptedWithNames.joined(separator: ";"))]
            }
        }
        return StandardTables.text([heading] + rows)
    }

    private func texts(_ text: BilingualText) -> [String] { [text.zh, text.en].map(CSVCell.text) }

    private static func text(_ rows: [[String]]) -> String {
        rows.map { $0.joined(separator: ",") + "\n" }.joined()
    }
}
