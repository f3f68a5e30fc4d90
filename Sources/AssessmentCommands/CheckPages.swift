internal import AssessmentCore

/// The reference of the rules and of the checks that plug-ins declare.
struct CheckPages {
    let catalogue: Catalogue

    /// The rules, then the declared checks.
    var entries: [ReferencePages.Entry] {
        CheckRule.all.map(rule) + catalogue.checks.map(check)
    }

    private func both(_ text: BilingualText) -> String { "\(text.zh) / \(text.en)" }

    private func rule(_ rule: CheckRule) -> ReferencePages.Entry {
        ReferencePages.Entry(summary: [rule.id, rule.severity.rawValue, rule.name.zh, rule.name.en]) {
            var lines = [
                rule.id, both(rule.name), both(rule.summary), "Severity: \(rule.severity.rawValue)",
                "Question: \(both(rule.question))",
            ]
            if !rule.source.isEmpty { lines.append("Source: \(rule.source)") }
            if !rule.parameters.isEmpty { lines.append("Parameters:") }
            let parameters = rule.parameters.map { parameter in
                let usual = parameter.defaultValue.map { "default \($0.text)" } ?? "must be given"
                return ["  " + parameter.name, parameter.kind.name, usual, parameter.summary.en]
            }
            return lines.map { $0 + "\n" }.joined() + TextTable.text(parameters)
        }
    }

    private func check(_ check: DataCheck) -> ReferencePages.Entry {
        let severity = CheckSettings([]).severity(of: check)
        return ReferencePages.Entry(summary: [check.id, severity.rawValue, check.name.zh, check.name.en]) {
            let question = check.question ?? CheckRule.named(check.ruleID)?.question
            let lines = [
                check.id, both(check.name), "Rule: \(check.ruleID)", "Severity: \(severity.rawValue)",
                "Variables: \(check.variables.joined(separator: ", "))",
                question.map { "Question: \(both($0))" },
            ].compactMap(\.self)
            return lines.map { $0 + "\n" }.joined()
        }
    }
}
