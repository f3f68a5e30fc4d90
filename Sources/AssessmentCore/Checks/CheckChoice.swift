/// What a specification says of a rule or of a check that a plug-in declares.
public struct CheckChoice: Sendable, Hashable {
    /// The id of the rule or check.
    public var id: String
    /// How much its findings weigh; as usual where nothing is said.
    public var severity: CheckSeverity?
    /// The values given to its parameters.
    public var parameters: [String: ParameterValue]
    /// Where the specification has it.
    public var position: SourcePosition?

    /// Creates a choice.
    public init(
        _ id: String, severity: CheckSeverity? = nil, parameters: [String: ParameterValue] = [:],
        position: SourcePosition? = nil
    ) {
        self.id = id
        self.severity = severity
        self.parameters = parameters
        self.position = position
    }
}

/// What holds for each rule and check of a specification, from its choices and from what is usual.
public struct CheckSettings: Sendable {
    private let choices: [String: CheckChoice]

    /// Creates the settings; of two choices of one id the last counts.
    public init(_ choices: [CheckChoice]) {
        self.choices = Dictionary(choices.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    }

    /// How much the findings of a rule weigh.
    public func severity(of rule: CheckRule) -> CheckSeverity { choices[rule.id]?.severity ?? rule.severity }

    /// How much the findings of a declared check weigh: as is said of it, then of its rule, then as it declares itself,
    /// then as usual for its rule.
    public func severity(of check: DataCheck) -> CheckSeverity {
        choices[check.id]?.severity ?? choices[check.ruleID]?.severity ?? check.severity
            ?? CheckRule.named(check.ruleID)?.severity ?? .warning
    }

    /// The values of the parameters of a rule.
    public func parameters(of rule: CheckRule) -> ParameterValues {
        ParameterValues(choices[rule.id]?.parameters ?? [:], for: rule.parameters)
    }

    /// Where the specification says something of a rule or check.
    public func position(of id: String) -> SourcePosition? { choices[id]?.position }
}
