public import AssessmentCore

/// What a plug-in says of itself when it is greeted: an open list of sections, each with a name and a version.
///
/// A section that the reader does not know is passed over, so that a plug-in may say more than a workbench understands.
/// Of a section that comes in several versions the reader takes the one it knows.
public struct Hello: Sendable {
    /// The plug-in itself.
    public var plugin: PluginDescription
    /// The statements of the policy that fall to it.
    public var statements: [PolicyStatement]
    /// Its indicators.
    public var indicators: [IndicatorDescription]
    /// Its evaluators.
    public var evaluators: [EvaluatorDescription]

    /// What a plug-in says of itself.
    public init(_ plugin: any DomainPlugin) {
        self.plugin = plugin.description
        statements = plugin.statements
        indicators = plugin.indicators.map(\.description)
        evaluators = plugin.evaluators.map { EvaluatorDescription($0) }
    }

    private enum Section: String, CaseIterable {
        case statements, variables, registers, indicators, evaluators
    }

    private static let versionOfSections = 1
}

extension Hello: ContractValue {
    /// The description with its sections.
    public var json: JSONValue {
        var (variables, registers) = ([Variable](), [RegisterDescription]())
        for indicator in indicators {
            for variable in indicator.variables where !variables.contains(where: { $0.id == variable.id }) {
                variables.append(variable)
            }
            for register in indicator.registers where !registers.contains(where: { $0.id == register.id }) {
                registers.append(register)
            }
        }
        func section(_ name: Section, _ items: [JSONValue]) -> JSONValue {
            ["name": .text(name.rawValue), "version": .integer(Hello.versionOfSections), "items": .array(items)]
        }
        return [
            "plugin": plugin.json,
            "sections": .array([
                section(.statements, statements.map(\.json)), section(.variables, variables.map(\.json)),
                section(.registers, registers.map(\.json)), section(.indicators, indicators.map(\.json)),
                section(.evaluators, evaluators.map(\.json)),
            ]),
        ]
    }

    /// Reads a description.
    ///
    /// - Throws: ``ContractFault`` also where a section comes only in versions that are not known here.
    public init(reading: Reading) throws {
        plugin = try reading["plugin"].decoded()
        var sections: [Section: Reading] = [:]
        var others: [Section: Reading] = [:]
        for section in try reading["sections"].items() {
            guard let name = Section(rawValue: try section["name"].text()) else { continue }
            if try section["version"].integer() == Hello.versionOfSections {
                guard sections.updateValue(try section["items"], forKey: name) == nil else {
                    throw section.fault("is a second section ‘\(name.rawValue)’ of the same version")
                }
            } else {
                others[name] = section
            }
        }
        for name in Section.allCases where sections[name] == nil {
            if let other = others[name] {
                throw other.fault(
                    "is the section ‘\(name.rawValue)’ in a version that is not known here; expected version "
                        + "\(Hello.versionOfSections)")
            }
        }
        func items<Value: ContractValue>(_ name: Section, of: Value.Type = Value.self) throws -> [Value] {
            try sections[name]?.items().map { try $0.decoded() } ?? []
        }
        statements = try items(.statements)
        let variables: [Variable] = try items(.variables)
        let registers: [RegisterDescription] = try items(.registers)
        let (variablesById, registersById) = (
            Dictionary(variables.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            Dictionary(registers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        )
        indicators =
            try sections[.indicators]?.items().map {
                try IndicatorDescription(reading: $0, variables: variablesById, registers: registersById)
            } ?? []
        evaluators = try items(.evaluators)
    }
}
