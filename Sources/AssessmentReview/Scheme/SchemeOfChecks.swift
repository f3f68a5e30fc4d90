internal import AssessmentCore

extension Specification {
    /// The checks that may stop the review, each with what it is told; the others decide nothing.
    func linesOfChecks(_ catalogue: Catalogue) -> [SchemeListing.Line] {
        let settings = CheckSettings(checks)
        let rules = CheckRule.all.filter { settings.severity(of: $0) == .stop }.map { rule in
            let given = settings.parameters(of: rule)
            let values = rule.parameters.compactMap { parameter in given[parameter.name].map { (parameter.name, $0) } }
            let text = ParameterValue.text(of: Dictionary(values, uniquingKeysWith: { first, _ in first }))
            return SchemeListing.Line("check \(rule.id)", "stops \(text)", settings.position(of: rule.id))
        }
        let declared = catalogue.checks.filter { settings.severity(of: $0) == .stop }.map { check in
            SchemeListing.Line(
                "check \(check.id)", "stops where not \(check.condition)",
                settings.position(of: check.id) ?? settings.position(of: check.ruleID))
        }
        return rules + declared
    }
}

extension DataCheck {
    /// What must hold, by ids.
    fileprivate var condition: String {
        func within(_ tolerance: Double) -> String {
            tolerance == 0 ? "" : " within \(Formula.text(of: tolerance))"
        }
        return switch rule {
        case .range(let variable, let low, let high):
            [low.map { "\(Formula.text(of: $0)) <=" }, variable, high.map { "<= \(Formula.text(of: $0))" }]
                .compactMap(\.self).joined(separator: " ")
        case .wholeNumber(let variable): "\(variable) a whole number"
        case .required(let variable): "\(variable) given"
        case .identity(let left, let right, let tolerance): "\(left.text) = \(right.text)\(within(tolerance))"
        case .order(let left, let right, let tolerance): "\(left.text) <= \(right.text)\(within(tolerance))"
        }
    }
}
