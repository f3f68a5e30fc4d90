/// A statement of the policy that can be assessed.
public struct PolicyStatement: Sendable, Hashable {
    /// What kind of statement it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A service to be developed, without a number.
        case service
        /// A number to be reached.
        case target
        /// An event to have happened.
        case milestone
        /// A state of affairs to be improved.
        case quality
    }

    /// How binding the statement is.
    public enum Strength: String, Sendable, Hashable, CaseIterable {
        /// To be reached.
        case binding
        /// 力争: to be striven for. It may reward and never punishes.
        case bestEffort = "best_effort"
        /// 基本实现: to be reached in the main.
        case basic
    }

    /// The number under which the traceability table lists it.
    public let id: String
    /// The section of the policy, with the project box (专栏) where there is one. What is no statement of the policy says so
    /// here: an example begins with 示例, and what another document says names it, such as 工信部联电子〔2017〕25号.
    public let clause: String
    /// What kind of statement it is.
    public let kind: Kind
    /// What it says.
    public let text: BilingualText
    /// The number to be reached, as the policy prints it with its unit.
    public let target: BilingualText?
    /// The day by which it is to be reached.
    public let deadline: CalendarDate?
    /// How binding it is.
    public let strength: Strength

    /// Creates a statement.
    public init(
        id: String, clause: String, kind: Kind, text: BilingualText, target: BilingualText? = nil,
        deadline: CalendarDate? = nil, strength: Strength = .binding
    ) {
        self.id = id
        self.clause = clause
        self.kind = kind
        self.text = text
        self.target = target
        self.deadline = deadline
        self.strength = strength
    }
}
