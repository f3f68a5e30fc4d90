import AssessmentCore
import ConsumptionFoundation
import LifeConsumption
import NewProductConsumption
import ProductionConsumption
import PublicServiceConsumption

/// Why no data could be generated.
struct GeneratorError: Error, CustomStringConvertible {
    let description: String
}

/// What the data must hold: the variables and registers of the indicators that a review can use.
enum RuleCheck {
    static let plugins: [any DomainPlugin] = [
        LifeConsumption(), ProductionConsumption(), PublicServiceConsumption(), NewProductConsumption(),
        ConsumptionFoundation(),
    ]

    /// The indicators of every plug-in but conditions, which describe a unit and are no achievement of it.
    static var indicators: [IndicatorDescription] {
        plugins.flatMap(\.indicators).map(\.description)
            .filter { !$0.statements.isEmpty && $0.id != "foundation.science_expenditure_share" }
    }

    /// The variables of those indicators by id.
    static var variables: [String: Variable] {
        Dictionary(indicators.flatMap(\.variables).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The registers of those indicators by id.
    static var registers: [String: RegisterDescription] {
        Dictionary(indicators.flatMap(\.registers).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Refuses rules that name a variable that nobody reads, or name one twice. A variable without a rule is left out of
    /// the data: an indicator that the review does not use needs none.
    static func check(_ rules: [VariableRule], variables: Set<String>) throws {
        let named = rules.map(\.variable)
        var problems = Set(named).subtracting(variables).sorted().map {
            "a rule names ‘\($0)’, which no indicator reads"
        }
        for rule in rules {
            if named.count(where: { $0 == rule.variable }) > 1 { problems.append("‘\(rule.variable)’ has two rules") }
            if let whole = rule.whole, !named.contains(whole) {
                problems.append("‘\(rule.variable)’ is a part of ‘\(whole)’, which has no rule")
            }
        }
        if !problems.isEmpty { throw GeneratorError(description: problems.joined(separator: "\n")) }
    }
}
