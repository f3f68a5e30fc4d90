internal import AssessmentCore

/// The reference of what a specification may name, written from what each thing says of itself.
struct ReferencePages {
    /// One thing: a line for the list and a page of its own.
    struct Entry {
        let summary: [String]
        let page: () -> String
    }

    let catalogue: Catalogue

    /// The entries of a subject.
    func entries(of subject: ListCommand.Subject) -> [Entry] {
        switch subject {
        case .plugins: catalogue.plugins.map(plugin)
        case .indicators: catalogue.plugins.flatMap(\.indicators).map(indicator)
        case .methods: MethodPages(catalogue: catalogue).entries
        case .checks: CheckPages(catalogue: catalogue).entries
        case .variables: catalogue.variables.values.sorted { $0.id < $1.id }.map(variable)
        }
    }

    private func plugin(_ plugin: any DomainPlugin) -> Entry {
        let description = plugin.description
        return Entry(
            summary: [
                description.id, "\(plugin.indicators.count) indicators", description.name.zh, description.name.en,
            ],
            page: {
                lines([
                    "\(description.id) \(description.version)", both(description.name), both(description.summary),
                    "", "Statements of the policy:",
                ])
                    + TextTable.text(plugin.statements.map { ["  " + $0.id, $0.clause, $0.text.zh, $0.text.en] })
                    + lines(["", "Indicators:"])
                    + TextTable.text(
                        plugin.indicators.map {
                            ["  " + $0.description.id, $0.description.name.zh, $0.description.name.en]
                        })
                    + (plugin.methods.isEmpty
                        ? ""
                        : lines(["", "Methods and formats:"])
                            + TextTable.text(
                                plugin.methods.map {
                                    ["  " + $0.description.id, $0.kind, $0.description.name.zh, $0.description.name.en]
                                }))
            })
    }

    private func indicator(_ indicator: any Indicator) -> Entry {
        let description = indicator.description
        return Entry(
            summary: [description.id, description.name.zh, description.name.en],
            page: {
                var text = lines([
                    description.id, both(description.name), "", "Definition: \(both(description.definition))",
                    "Rationale: \(both(description.rationale))",
                    "Unit of measure: \(both(description.unitOfMeasure.symbol)); "
                        + (description.direction == .higherIsBetter ? "higher is better" : "lower is better"),
                ])
                if let formula = (indicator as? FormulaIndicator)?.formula { text += "Formula: \(formula.text)\n" }
                for id in description.statements {
                    guard let statement = catalogue.statements[id] else { continue }
                    text += "Measures: \(id) \(statement.clause) \(both(statement.text))\n"
                }
                text += "\nVariables and registers:\n"
                text += TextTable.text(
                    description.variables.map { ["  " + $0.id, $0.unitOfMeasure.symbol.zh, both($0.definition)] }
                        + description.registers.map { ["  " + $0.id, "register", both($0.definition)] })
                return text + parameterTable(description.parameters) + examples(description)
            })
    }

    private func examples(_ description: IndicatorDescription) -> String {
        var text = "\nWorked examples:\n"
        for example in description.examples {
            text += "  \(both(example.title))\n"
            for id in example.variables.keys.sorted() {
                text += "    \(id) = \(list(example.variables[id] ?? []))\n"
            }
            for id in example.registers.keys.sorted() {
                text += "    \(id): \(example.registers[id]?.count ?? 0) entries\n"
            }
            if !example.parameters.isEmpty { text += "    \(ParameterValue.text(of: example.parameters))\n" }
            let expected = example.expected.map { expectation in
                switch expectation {
                case .value(let value): Formula.text(of: value)
                case .absent(let reason): reason.rawValue
                }
            }
            text += "    → \(expected.joined(separator: ", "))\n"
        }
        return text
    }

    private func variable(_ variable: Variable) -> Entry {
        Entry(
            summary: [variable.id, variable.unitOfMeasure.symbol.zh, variable.name.zh, variable.name.en],
            page: {
                let users = catalogue.plugins.flatMap(\.indicators).map(\.description)
                    .filter { $0.variables.contains { $0.id == variable.id } }.map(\.id)
                return lines([
                    variable.id, both(variable.name), "", "Definition: \(both(variable.definition))",
                    "Unit of measure: \(both(variable.unitOfMeasure.symbol))",
                    "Reported by: \(both(variable.reportedBy))",
                    "When boundaries change: "
                        + (variable.carrying == .sum ? "added up over the units that merged" : "missing"),
                    "Used by: \(users.joined(separator: ", "))",
                ])
            })
    }
}
