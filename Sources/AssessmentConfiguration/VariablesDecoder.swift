import AssessmentCore

/// Decodes what a specification says of the variables that its own data bring, which no plug-in declares.
struct VariablesDecoder {
    /// What is declared: the variables, in written order, and the checks of their values.
    struct Declared {
        var variables: [Variable] = []
        var checks: [DataCheck] = []
    }

    let problems: DiagnosticCollector
    /// The catalogue of the plug-ins that are listed.
    let catalogue: Catalogue

    /// What may stand behind `variables`.
    static let form = ValueForm.named(by: "variable", .shape { shape })

    static let shape = Shape(
        name: "a variable",
        summary:
            "A statistical item of the data that no plug-in declares: what readers see of it, what is checked, and "
            + "whether it counts things, so that small counts can be held back in open data.",
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
                    + "`missing` leaves none before the change; if nothing, `missing` for rates (%, ‰, indices, units of "
                    + "measure with `/`) and `sum` for all others."),
            Key("at_least", .number(), "The least value that is expected."),
            Key("at_most", .number(), "The greatest value that is expected."),
            Key("whole", .flag, "Whether values must be whole numbers from 0."),
            Key(
                "part_of", .text("the id of a variable"),
                "The variable that is at least as large, such as the whole of a part."),
        ])

    /// The variables with their checks.
    func declared(_ fields: Fields) -> Declared {
        var declared = Declared()
        var parts: [(part: Variable, whole: String, position: SourcePosition)] = []
        for entry in fields.entries("variables") {
            if catalogue.variables[entry.key] != nil {
                let owner = catalogue.plugins.first { plugin in
                    plugin.indicators.contains { $0.description.variables.contains { $0.id == entry.key } }
                }
                problems.report(
                    at: entry.keyPosition,
                    "‘\(owner?.description.id ?? "a plug-in")’ declares the variable ‘\(entry.key)’ already",
                    expected: "variables that no listed plug-in declares")
                continue
            }
            guard let fields = Fields(entry.value, VariablesDecoder.shape, problems),
                let variable = variable(entry.key, fields)
            else { continue }
            declared.variables.append(variable)
            declared.checks += checks(of: variable, fields)
            if let whole = fields.text("part_of") { parts.append((variable, whole, fields.position(of: "part_of"))) }
        }
        for (part, whole, position) in parts {
            let known = Dictionary(
                declared.variables.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }
            ).merging(catalogue.variables) { own, _ in own }
            guard let other = known[whole], whole != part.id else {
                problems.report(
                    at: position,
                    whole == part.id ? "‘\(whole)’ is no part of itself" : "there is no variable ‘\(whole)’",
                    expected: "another variable of ‘variables’ or of a listed plug-in",
                    suggestion: nearestMatch(to: whole, among: known.keys.filter { $0 != part.id }.sorted()))
                continue
            }
            declared.checks.append(.part(part, of: other, VariablesDecoder.prefix))
        }
        return declared
    }

    /// What the ids of the checks begin with.
    private static let prefix = "own"

    private func variable(_ id: String, _ fields: Fields) -> Variable? {
        let decimals = fields["decimals"].flatMap { node in
            problems.attempt { () throws(Diagnostic) in try node.integer(in: 0...6) }
        }
        let carrying = fields.word("carrying", Variable.Carrying.self)
        let (definition, reportedBy) = (fields.bilingual("definition"), fields.bilingual("reported_by"))
        let (named, measured) = (fields.bilingual("name"), fields.bilingual("unit_of_measure"))
        guard let name = named, let symbol = measured else { return nil }
        let unit = UnitOfMeasure(symbol, decimals: decimals ?? 0)
        return Variable(
            id: id, name: name, definition: definition ?? name,
            unitOfMeasure: unit,
            carrying: carrying ?? (unit.isRate ? .missing : .sum),
            reportedBy: reportedBy ?? BilingualText(same: ""))
    }

    private func checks(of variable: Variable, _ fields: Fields) -> [DataCheck] {
        func number(_ key: String) -> Double? {
            fields[key].flatMap { node in problems.attempt { () throws(Diagnostic) in try node.number() } }
        }
        let (least, most) = (number("at_least"), number("at_most"))
        let isWhole = fields["whole"].flatMap { node in
            problems.attempt { () throws(Diagnostic) in try node.boolean() }
        }
        if let least, let most, least > most {
            problems.report(
                at: fields.position(of: "at_most"),
                "‘at_most’ (\(Formula.text(of: most))) lies below ‘at_least’ (\(Formula.text(of: least)))",
                expected: "a number that is not smaller")
            return []
        }
        return (isWhole == true ? [.count(variable, VariablesDecoder.prefix)] : [])
            + (least != nil || most != nil
                ? [.range(of: variable, atLeast: least, atMost: most, VariablesDecoder.prefix)] : [])
    }
}
