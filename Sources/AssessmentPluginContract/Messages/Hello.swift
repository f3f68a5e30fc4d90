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
    /// The checks of collected values that it declares, but for those of formulas that are no sums of variables.
    public var checks: [DataCheck]

    /// What a plug-in says of itself.
    public init(_ plugin: any DomainPlugin) {
        self.plugin = plugin.description
        statements = plugin.statements
        indicators = plugin.indicators.map(\.description)
        evaluators = plugin.evaluators.map { EvaluatorDescription($0) }
        checks = plugin.checks.filter(\.isCarried)
    }

    private enum Section: String, CaseIterable {
        case statements, variables, registers, indicators, evaluators, checks
    }

    private static let versionOfSections = 1
}

extension Hello: ContractValue {
    /// The description with its sections.
    public var json: JSONValue {
        var (variables, registers) = ([Variable](), [RegisterDescription]())
        var (seenVariables, seenRegisters) = (Set<String>(), Set<String>())
        for indicator in indicators {
            variables += indicator.variables.filter { seenVariables.insert($0.id).inserted }
            registers += indicator.registers.filter { seenRegisters.insert($0.id).inserted }
        }
        func section(_ name: Section, _ items: [JSONValue]) -> JSONValue {
            ["name": .text(name.rawValue), "version": .integer(Hello.versionOfSections), "items": .array(items)]
        }
        return [
            "plugin": plugin.json,
            "sections": .array([
                section(.statements, statements.map(\.json)), section(.variables, variables.map(\.json)),
                section(.registers, registers.map(\.json)), section(.indicators, indicators.map(\.json)),
                section(.evaluators, evaluators.map(\.json)), section(.checks, checks.map(\.json)),
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
        checks = try items(.checks)
        try checkIdentifiers(reading, variables, registers)
    }

    /// Refuses ids that could not be told apart, or that would not do in a file.
    private func checkIdentifiers(
        _ reading: Reading, _ variables: [Variable], _ registers: [RegisterDescription]
    ) throws {
        func isIdentifier(_ id: some StringProtocol) -> Bool {
            id.utf8.first.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } ?? false
                && id.utf8.allSatisfy {
                    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
                }
        }
        func refuse(_ what: String, _ id: String, _ expected: String) -> ContractFault {
            reading.fault("the \(what) ‘\(id.prefix(60))’ has an id that cannot be; expected \(expected)")
        }
        let letters = plugin.id.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
                || byte == 0x2D
        }
        guard letters, !plugin.id.isEmpty, plugin.id.utf8.count <= 100 else {
            throw refuse("plug-in", plugin.id, "letters, digits, ‘_’ and ‘-’")
        }
        guard isIdentifier(plugin.prefix) else {
            throw refuse("prefix", plugin.prefix, "lower-case letters, digits and ‘_’")
        }
        for indicator in indicators {
            guard indicator.id.hasPrefix(plugin.prefix + "."),
                isIdentifier(indicator.id.dropFirst(plugin.prefix.count + 1))
            else {
                throw refuse("indicator", indicator.id, "\(plugin.prefix). and a name such as \(plugin.prefix).share")
            }
        }
        let known = Set(variables.map(\.id))
        for check in checks {
            guard check.id.hasPrefix(plugin.prefix + "."), isIdentifier(check.id.dropFirst(plugin.prefix.count + 1))
            else { throw refuse("check", check.id, "\(plugin.prefix). and a name such as \(plugin.prefix).beds_whole") }
            for variable in check.variables where !known.contains(variable) {
                throw reading.fault(
                    "the check ‘\(check.id.prefix(60))’ is of ‘\(variable.prefix(60))’, which the section ‘variables’ does "
                        + "not have")
            }
        }
        let others =
            checks.map { ("check", $0.id.replacing(".", with: "_")) } + variables.map { ("variable", $0.id) }
            + registers.map { ("register", $0.id) }
            + evaluators.map { ("evaluator", $0.method.id) }
        var seen: Set<String> = []
        for (what, id) in others {
            guard isIdentifier(id) else { throw refuse(what, id, "lower-case letters, digits and ‘_’") }
            guard seen.insert("\(what) \(id)").inserted else {
                throw reading.fault("the \(what) ‘\(id)’ is declared twice")
            }
        }
    }
}
