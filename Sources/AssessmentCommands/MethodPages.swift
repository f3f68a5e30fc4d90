internal import AssessmentCore

/// The reference of methods: a line for the list and a page with formula, source, parameters and worked examples.
struct MethodPages {
    let catalogue: Catalogue

    /// Every method by kind, then by id.
    var entries: [ReferencePages.Entry] {
        columns("evaluator", catalogue.evaluators.values.map { $0 as any ColumnMethod })
            + columns("treatment", catalogue.treatments.values.map { $0 as any ColumnMethod })
            + columns("imputation", catalogue.imputations.values.map { $0 as any ColumnMethod })
            + catalogue.weightings.values.sorted { $0.description.id < $1.description.id }.map(weighting)
            + catalogue.aggregations.values.sorted { $0.description.id < $1.description.id }.map(aggregation)
            + catalogue.exporters.values.sorted { $0.description.id < $1.description.id }.map(format)
    }

    private func format(_ exporter: any Exporter) -> ReferencePages.Entry {
        var notes = exporter.unavailable.map { ["Not in this program: \($0)."] } ?? []
        if !exporter.sections.isEmpty {
            notes += ["", "Takes a template, whose ‘sections’ may be:"]
            notes += exporter.sections.map { "  \($0.id)  \(both($0.name))" }
        }
        return entry(exporter.description, "format", formula: nil, notes: notes, examples: "")
    }

    private func columns(_ kind: String, _ methods: [any ColumnMethod]) -> [ReferencePages.Entry] {
        methods.sorted { $0.description.id < $1.description.id }.map { method in
            var notes: [String] = []
            if method.needsReference { notes.append("Compares with a reference set, which must be named.") }
            if let evaluator = method as? any Evaluator {
                if evaluator.targets != .none { notes.append("Compares with a target, which must be given.") }
                if evaluator.keepsDirection { notes.append("Its results point the way its values do.") }
                let givens = [[:]] + evaluator.examples.map(\.parameters)
                let parameters = evaluator.description.parameters
                if !givens.allSatisfy({ evaluator.isMonotone(with: ParameterValues($0, for: parameters)) }) {
                    notes.append("Depending on its parameters a better value may score less.")
                }
            }
            if (method as? any Treatment)?.reversesOrder == true { notes.append("Turns the direction around.") }
            if (method as? any Imputation)?.needsCompanions == true {
                notes.append("Reads the other indicators below the same node.")
            }
            return entry(
                method.description, kind, formula: formula(of: method), notes: notes,
                examples: method.examples.map(text).joined())
        }
    }

    /// The formula of a method with a closed form, by the parameters of its first example.
    private func formula(of method: any ColumnMethod) -> String? {
        let given = method.examples.first?.parameters ?? [:]
        let parameters = ParameterValues(given, for: method.description.parameters)
        if let closed = method as? any ClosedFormEvaluator {
            // A rule for burdens alone refuses the usual direction.
            return [Direction.higherIsBetter, .lowerIsBetter].lazy.compactMap { direction in
                try? closed.formula(direction: direction, parameters: parameters)
            }.first?.text
        }
        if let closed = method as? any ClosedFormTreatment {
            return (try? closed.formula(direction: .higherIsBetter, parameters: parameters))?.text
        }
        return nil
    }

    private func text(_ example: ColumnExample) -> String {
        var given = ["values \(list(example.values))"]
        if example.periods.count > 1 {
            given.append("periods \(example.periods.map(String.init).joined(separator: ", "))")
        }
        if example.direction == .lowerIsBetter { given.append("lower is better") }
        if let targets = example.targets { given.append("targets \(list(targets))") }
        if !example.groups.isEmpty { given.append("groups \(example.groups.joined(separator: ", "))") }
        given += example.companions.map { "beside \(list($0))" }
        if !example.parameters.isEmpty { given.append(ParameterValue.text(of: example.parameters)) }
        return lines(["  \(both(example.title))"] + given.map { "    \($0)" } + ["    → \(list(example.expected))"])
    }

    private func weighting(_ weighting: any Weighting) -> ReferencePages.Entry {
        let examples = weighting.examples.map { example in
            var given = example.scores.map { "scores \(list($0))" }
            if example.given.contains(where: { $0 != nil }) { given.append("given \(list(example.given))") }
            if !example.parameters.isEmpty { given.append(ParameterValue.text(of: example.parameters)) }
            return lines(
                ["  \(both(example.title))", "    children \(example.children.joined(separator: ", "))"]
                    + given.map { "    \($0)" } + ["    → \(list(example.expected))"])
        }.joined()
        var notes: [String] = []
        if weighting.needsGivenWeights { notes.append("Each node below must have a weight.") }
        if weighting.readsScores { notes.append("Fitted on the scores of a reference set, which must be named.") }
        return entry(weighting.description, "weighting", formula: nil, notes: notes, examples: examples)
    }

    private func aggregation(_ aggregation: any Aggregation) -> ReferencePages.Entry {
        let examples = aggregation.examples.map { example in
            var given = ["weights \(list(example.weights))"]
            if example.directions.contains(.lowerIsBetter) {
                given.append("directions " + example.directions.map(\.rawValue).joined(separator: ", "))
            }
            if !example.parameters.isEmpty { given.append(ParameterValue.text(of: example.parameters)) }
            let units = zip(example.scores, example.expected).map { "scores \(list($0)) → \(list([$1]))" }
            return lines(["  \(both(example.title))"] + (given + units).map { "    \($0)" })
        }.joined()
        var notes: [String] = []
        if aggregation.needsReference { notes.append("Compares units of a reference set, which must be named.") }
        if aggregation.readsDirections { notes.append("Takes nodes of which less is better as they are.") }
        let parameters = ParameterValues(
            aggregation.examples.first?.parameters ?? [:], for: aggregation.description.parameters)
        let formula = (aggregation as? any ClosedFormAggregation).flatMap { try? $0.formula(parameters: parameters) }
        return entry(
            aggregation.description, "aggregation", formula: formula?.text, notes: notes, examples: examples)
    }

    private func entry(
        _ description: MethodDescription, _ kind: String, formula: String?, notes: [String], examples: String
    ) -> ReferencePages.Entry {
        ReferencePages.Entry(
            summary: [description.id, kind, description.name.zh, description.name.en],
            page: {
                var text = lines([
                    "\(description.id) (\(kind))", both(description.name), "", both(description.summary),
                    "Source: \(description.source)",
                ])
                if let plugin = catalogue.plugin(bringing: description.id, kind: kind) {
                    text += "Brought by: \(plugin.description.id)\n"
                }
                let shown = formula ?? description.formula
                if !shown.isEmpty { text += "Formula: \(shown)\n" }
                text += lines(notes) + parameterTable(description.parameters)
                return examples.isEmpty ? text : text + "\nWorked examples:\n" + examples
            })
    }
}
