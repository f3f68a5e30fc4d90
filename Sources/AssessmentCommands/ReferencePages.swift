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
        case .methods: methods
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
                return text + parameters(description.parameters) + examples(description)
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

    private var methods: [Entry] {
        let evaluators = catalogue.evaluators.values.sorted { $0.description.id < $1.description.id }.map(evaluator)
        let aggregations = catalogue.aggregations.values.sorted { $0.description.id < $1.description.id }
            .map(aggregation)
        let weightings = catalogue.weightings.values.map(\.description).sorted { $0.id < $1.id }
            .map { method($0, "weighting", formula: nil, examples: "") }
        let exporters = catalogue.exporters.values.map(\.description).sorted { $0.id < $1.id }
            .map { method($0, "format", formula: nil, examples: "") }
        return evaluators + weightings + aggregations + exporters
    }

    private func evaluator(_ evaluator: any Evaluator) -> Entry {
        var formula: String?
        if let closed = evaluator as? any ClosedFormEvaluator {
            let given = evaluator.examples.first?.parameters ?? [:]
            let parameters = ParameterValues(given, for: evaluator.description.parameters)
            formula = (try? closed.formula(direction: .higherIsBetter, parameters: parameters))?.text
        }
        let examples = evaluator.examples.map { example in
            "  \(both(example.title))\n    values \(list(example.values))"
                + (example.targets.map { ", targets \(list($0))" } ?? "") + given(example.parameters)
                + "\n    → \(list(example.expected))\n"
        }.joined()
        return method(evaluator.description, "evaluator", formula: formula, examples: examples)
    }

    private func aggregation(_ aggregation: any Aggregation) -> Entry {
        let examples = aggregation.examples.map { example in
            "  \(both(example.title))\n    scores \(list(example.scores)), weights \(list(example.weights))\n"
                + "    → \(list([example.expected]))\n"
        }.joined()
        return method(aggregation.description, "aggregation", formula: aggregation.formula.text, examples: examples)
    }

    private func method(_ description: MethodDescription, _ kind: String, formula: String?, examples: String) -> Entry {
        Entry(
            summary: [description.id, kind, description.name.zh, description.name.en],
            page: {
                var text = lines([
                    "\(description.id) (\(kind))", both(description.name), "", both(description.summary),
                    "Source: \(description.source)",
                ])
                if let formula { text += "Formula: \(formula)\n" }
                text += parameters(description.parameters)
                return examples.isEmpty ? text : text + "\nWorked examples:\n" + examples
            })
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

    private func parameters(_ parameters: [Parameter]) -> String {
        guard !parameters.isEmpty else { return "" }
        return "\nParameters:\n"
            + TextTable.text(
                parameters.map { parameter in
                    let fallback = parameter.defaultValue.map { ", default \(value($0))" } ?? ", must be given"
                    return ["  " + parameter.name, parameter.kind.name + fallback, both(parameter.summary)]
                })
    }

    private func given(_ parameters: [String: ParameterValue]) -> String {
        parameters.keys.sorted().map { name in ", \(name) \(parameters[name].map { value($0) } ?? "")" }.joined()
    }

    private func value(_ value: ParameterValue) -> String {
        switch value {
        case .number(let table): table.single.map { Formula.text(of: $0) } ?? "a table"
        case .text(let text): text
        case .flag(let flag): flag ? "true" : "false"
        case .units(let codes): "[\(codes.joined(separator: ", "))]"
        case .records(let records):
            records.map { record in
                "{ "
                    + record.keys.sorted().map { name in "\(name): \(record[name].map { self.value($0) } ?? "")" }
                    .joined(separator: ", ") + " }"
            }.joined(separator: " ")
        }
    }

    private func both(_ text: BilingualText) -> String {
        text.zh == text.en ? text.zh : "\(text.zh) / \(text.en)"
    }

    private func list(_ numbers: [Double?]) -> String {
        numbers.map { $0.map { Formula.text(of: $0) } ?? "–" }.joined(separator: ", ")
    }

    private func lines(_ lines: [String]) -> String {
        lines.map { $0 + "\n" }.joined()
    }
}
