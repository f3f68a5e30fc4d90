import AssessmentCore

/// Decodes what a specification says of the checks on collected data.
struct ChecksDecoder {
    let problems: DiagnosticCollector
    /// The catalogue of the plug-ins that are listed.
    let catalogue: Catalogue
    /// The catalogue of every plug-in.
    let whole: Catalogue

    private static let idPattern = "^[a-z][a-z0-9_.]*$"

    /// What may stand behind `checks`: a mapping of ids, or a list of such mappings.
    static let form: ValueForm = .either([
        .named(by: "a rule or check", setting, matching: idPattern),
        .list(.named(by: "a rule or check", setting, matching: idPattern), of: "rules and checks", atLeast: 0),
    ])

    private static let setting: ValueForm = .either([.words(CheckSeverity.self), .shape { shape }])

    static let shape = Shape(
        name: "the settings of a check",
        summary: "How much the findings of a rule, or of a check that a plug-in declares, weigh: `stop` ends the run, "
            + "`warning` and `note` are shown, `off` is not looked for. The rules are "
            + ValueForm.listed(CheckRule.all.map { "`\($0.id)` (\($0.summary.en))" }, "and")
            + ". `assess list checks` prints those that plug-ins declare.",
        keys: [Key("severity", .words(CheckSeverity.self), "How much findings weigh; as usual if nothing.")]
            + parameters.map { name, form, summary in Key(name, form, summary) })

    /// The parameters of all rules, each name once.
    private static var parameters: [(String, ValueForm, String)] {
        var names: [String] = []
        for name in CheckRule.all.flatMap(\.parameters).map(\.name) where !names.contains(name) { names.append(name) }
        return names.compactMap { name in
            let rules = CheckRule.all.filter { rule in rule.parameters.contains { $0.name == name } }
            guard let parameter = rules.first?.parameters.first(where: { $0.name == name }) else { return nil }
            let usual = rules.compactMap { rule in
                rule.parameters.first { $0.name == name }?.defaultValue?.usual.map { "\($0) for `\(rule.id)`" }
            }
            let form: ValueForm =
                switch parameter.kind {
                case .flag: .flag
                case .text: .date
                default: .number()
                }
            let summary =
                "\(parameter.summary.en); "
                + (usual.isEmpty ? "of `\(rules[0].id)`." : "\(usual.joined(separator: ", ")) if nothing.")
            return (name, form, summary)
        }
    }

    /// The choices in their order.
    func choices(_ node: YAMLNode?) -> [CheckChoice] {
        guard let node, !node.isNull else { return [] }
        var seen: Set<String> = []
        return entries(node).compactMap { entry in
            guard isKnown(entry) else { return nil }
            if !seen.insert(entry.key).inserted {
                problems.report(
                    at: entry.keyPosition, "‘\(entry.key)’ is set twice", expected: "each rule or check once")
            }
            return choice(entry)
        }
    }

    private func entries(_ node: YAMLNode) -> [YAMLEntry] {
        switch node.value {
        case .mapping(let entries): return entries
        case .sequence(let items):
            return items.flatMap { item -> [YAMLEntry] in
                if case .mapping(let entries) = item.value { return entries }
                problems.report(
                    at: item.position, "an item of ‘checks’ must be a mapping",
                    expected: "a rule or check with its severity, such as { jump: warning }")
                return []
            }
        case .scalar:
            problems.report(
                at: node.position, "‘checks’ must be a mapping",
                expected: "rules and checks with their severities, such as { jump: warning }")
            return []
        }
    }

    private func isKnown(_ entry: YAMLEntry) -> Bool {
        if CheckRule.named(entry.key) != nil || catalogue.checks.contains(where: { $0.id == entry.key }) { return true }
        if let plugin = whole.plugins.first(where: { $0.checks.contains { $0.id == entry.key } }) {
            problems.reportUnlisted("the check ‘\(entry.key)’", of: plugin, at: entry.keyPosition)
            return false
        }
        let rules = CheckRule.all.map(\.id)
        problems.report(
            at: entry.keyPosition, "there is no rule or check ‘\(entry.key)’",
            expected: "one of \(rules.joined(separator: ", ")), or a check of ‘assess list checks’",
            suggestion: nearestMatch(to: entry.key, among: rules + catalogue.checks.map(\.id)))
        return false
    }

    private func choice(_ entry: YAMLEntry) -> CheckChoice? {
        guard case .mapping(let settings) = entry.value.value else {
            return entry.value.word(CheckSeverity.self, problems).map {
                CheckChoice(entry.key, severity: $0, position: entry.keyPosition)
            }
        }
        let severity = settings.first { $0.key == "severity" }?.value.word(CheckSeverity.self, problems)
        let parameters = CheckRule.named(entry.key)?.parameters ?? []
        let values = MethodDecoder(problems: problems, whole: whole).values(
            settings.filter { $0.key != "severity" }, for: parameters, of: "‘\(entry.key)’", at: entry.keyPosition,
            alsoKnown: ["severity"])
        for parameter in parameters {
            guard let position = settings.first(where: { $0.key == parameter.name })?.value.position else { continue }
            check(values[parameter.name], of: parameter, at: position)
        }
        return CheckChoice(entry.key, severity: severity, parameters: values, position: entry.keyPosition)
    }

    /// A rule looks at all units at once, so that its numbers do not differ between them; its one text is a day.
    private func check(_ value: ParameterValue?, of parameter: Parameter, at position: SourcePosition) {
        switch value {
        case .number(let table) where table.single == nil:
            problems.report(at: position, "‘\(parameter.name)’ is a table", expected: "one number for every unit")
        case .text(let text) where !text.isEmpty && CalendarDate(text) == nil:
            problems.report(at: position, "‘\(text)’ is no day", expected: "a day such as 2018-01-01")
        default: break
        }
    }
}

extension ParameterValue {
    /// A default in words, where that is a number or a flag.
    fileprivate var usual: String? {
        switch self {
        case .number(let table): table.single.map { Formula.text(of: $0) }
        case .flag(let flag): flag ? "true" : "false"
        default: nil
        }
    }
}
