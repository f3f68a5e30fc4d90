internal import AssessmentCore
internal import Foundation

/// The standard in machine form: one JSON document, whose keys are in the order of their names.
struct StandardDictionary: Encodable {
    struct Use: Encodable {
        let indicator: String
        let name: BilingualText
    }

    struct Check: Encodable {
        let id: String
        let name: BilingualText
    }

    struct Item: Encodable {
        let code: String
        let name: BilingualText
        let definition: BilingualText
        let unitOfMeasure: BilingualText
        let decimals: Int
        let carriedOverBoundaries: String
        let reportedBy: BilingualText
        let collected: Bool
        var usedBy: [Use]?
        var checks: [Check]?
    }

    struct Field: Encodable {
        let code: String
        let name: BilingualText
        let accepted: [String]
        /// The names of accepted values; left out of the digest, since they change nothing that is asked.
        let names: [String: BilingualText]?
        let required: Bool
    }

    struct Register: Encodable {
        let code: String
        let name: BilingualText
        let definition: BilingualText
        let keptBy: BilingualText
        let fields: [Field]
        let collected: Bool
        var usedBy: [Use]?
    }

    var format = "assessment-standard/1"
    var assessment: String?
    var title: BilingualText?
    var basis: String?
    var period: String?
    var reportingLevels: [String]?
    var digest: String?
    let variables: [Item]
    let registers: [Register]

    /// - Parameter onlyCollected: whether it holds what the framework uses and nothing of the assessment itself, as the
    ///   digest takes it.
    init(of standard: StatisticalStandard, onlyCollected: Bool = false) {
        func uses(_ uses: [StatisticalStandard.Use]) -> [Use]? {
            onlyCollected ? nil : uses.map { Use(indicator: $0.indicator, name: $0.name) }
        }
        variables = standard.items.filter { $0.isCollected || !onlyCollected }.map { item in
            let variable = item.variable
            return Item(
                code: variable.id, name: variable.name, definition: variable.definition,
                unitOfMeasure: variable.unitOfMeasure.symbol, decimals: variable.unitOfMeasure.decimals,
                carriedOverBoundaries: variable.carrying.rawValue, reportedBy: variable.reportedBy,
                collected: item.isCollected, usedBy: uses(item.uses),
                checks: onlyCollected ? nil : item.checks.map { Check(id: $0.id, name: $0.name) })
        }
        registers = standard.registers.filter { $0.isCollected || !onlyCollected }.map { item in
            let register = item.register
            let fields = register.fields.map {
                Field(
                    code: $0.id, name: $0.name, accepted: $0.accepted,
                    names: onlyCollected || $0.names.isEmpty ? nil : $0.names, required: $0.isRequired)
            }
            return Register(
                code: register.id, name: register.name, definition: register.definition, keptBy: register.keptBy,
                fields: fields, collected: item.isCollected, usedBy: uses(item.uses))
        }
        guard !onlyCollected else { return }
        assessment = standard.assessment
        title = standard.title
        basis = standard.basis
        period = standard.period.description
        reportingLevels = standard.levels
        digest = standard.digest
    }

    /// The document in UTF-8, ended by a line feed.
    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        // Texts, numbers and lists of them: there is nothing in it that could not be encoded.
        return ((try? encoder.encode(self)).map { [UInt8]($0) } ?? []) + [UInt8(ascii: "\n")]
    }
}
