import AssessmentCore

/// Decodes what a specification says of the variables that its own data bring, which no plug-in declares.
struct VariablesDecoder {
    let problems: DiagnosticCollector
    /// The catalogue of the plug-ins that are listed.
    let catalogue: Catalogue

    /// What may stand behind `variables`.
    static let form = ValueForm.named(by: "variable", .shape { shape })

    static let shape = Shape(
        name: "a variable",
        summary:
            "A statistical item of the data that no plug-in declares: what readers see of it, and whether it counts "
            + "things, so that small counts can be held back in open data.",
        keys: [
            Key("name", .bilingual, "Its name.", required: true),
            Key(
                "unit_of_measure", .bilingual,
                "What its values are measured in, such as { zh: 个, en: parks }. Classifiers (个, 人, 户 …), also behind "
                    + "百, 千, 万 or 亿, count things.", required: true),
            Key(
                "decimals", .integer(0...6, called: "a number of decimals"),
                "The decimals that readers see of its values; 0 if nothing."),
            Key("definition", .bilingual, "What exactly is counted, when and where; its name if nothing."),
            Key("reported_by", .bilingual, "The department that reports it; none is named if nothing."),
            Key(
                "carrying", .words(Variable.Carrying.self),
                "How its values follow a unit whose boundary changed: `sum` adds up those of the units that merged, "
                    + "`missing` leaves none before the change; `sum` if nothing."),
        ])

    /// The variables, in written order.
    func variables(_ fields: Fields) -> [Variable] {
        fields.entries("variables").compactMap { entry in
            if catalogue.variables[entry.key] != nil {
                let owner = catalogue.plugins.first { plugin in
                    plugin.indicators.contains { $0.description.variables.contains { $0.id == entry.key } }
                }
                problems.report(
                    at: entry.keyPosition,
                    "‘\(owner?.description.id ?? "a plug-in")’ declares the variable ‘\(entry.key)’ already",
                    expected: "variables that no listed plug-in declares")
                return nil
            }
            return variable(entry)
        }
    }

    private func variable(_ entry: YAMLEntry) -> Variable? {
        guard let fields = Fields(entry.value, VariablesDecoder.shape, problems) else { return nil }
        let decimals = fields["decimals"].flatMap { node in
            problems.attempt { () throws(Diagnostic) in try node.integer(in: 0...6) }
        }
        let carrying = fields.word("carrying", Variable.Carrying.self)
        let (definition, reportedBy) = (fields.bilingual("definition"), fields.bilingual("reported_by"))
        let (named, measured) = (fields.bilingual("name"), fields.bilingual("unit_of_measure"))
        guard let name = named, let unit = measured else { return nil }
        return Variable(
            id: entry.key, name: name, definition: definition ?? name,
            unitOfMeasure: UnitOfMeasure(unit, decimals: decimals ?? 0), carrying: carrying ?? .sum,
            reportedBy: reportedBy ?? BilingualText(same: ""))
    }
}
