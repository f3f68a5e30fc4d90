/// A rule by which collected data are checked, with what it may be told.
public struct CheckRule: Sendable, Hashable {
    /// The id by which specifications set it.
    public let id: String
    /// Its name.
    public let name: BilingualText
    /// What it looks for and when it applies.
    public let summary: BilingualText
    /// The publication that it follows; empty where it is arithmetic.
    public let source: String
    /// How much a finding weighs unless a specification says otherwise.
    public let severity: CheckSeverity
    /// What it may be told.
    public let parameters: [Parameter]
    /// What is asked of who reported the values.
    public let question: BilingualText

    /// Creates a rule.
    public init(
        id: String, name: BilingualText, summary: BilingualText, source: String = "", severity: CheckSeverity,
        parameters: [Parameter] = [], question: BilingualText
    ) {
        self.id = id
        self.name = name
        self.summary = summary
        self.source = source
        self.severity = severity
        self.parameters = parameters
        self.question = question
    }

    /// Every rule, in the order in which findings are told: those that plug-ins declare, those of values, and those of
    /// registers.
    public static let all = declared + ofValues + ofDistributions + ofRegisters

    /// The rule of an id.
    public static func named(_ id: String) -> CheckRule? { all.first { $0.id == id } }
}

extension DataCheck {
    /// The id of the rule that it follows.
    public var ruleID: String {
        switch rule {
        case .range: "range"
        case .wholeNumber: "whole_number"
        case .required: "required"
        case .identity: "identity"
        case .order: "order"
        }
    }
}
