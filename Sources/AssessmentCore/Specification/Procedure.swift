/// The terms of a review's procedure (考核程序): how long it is published, when objections are raised and decided, and who
/// acts in it.
public struct Procedure: Sendable, Hashable {
    /// The working days for which the results are published for comment at least.
    public var commentDays: Int
    /// The working days after the publication within which an objection is raised.
    public var appealDays: Int
    /// The working days after an objection within which it is decided.
    public var decisionDays: Int
    /// The file of the people who act, with the unit that each belongs to.
    public var people: String
    /// The file of holidays, and of weekend days that are worked.
    public var holidays: String?
    /// Where the specification has it.
    public var position: SourcePosition

    /// Creates terms.
    public init(
        commentDays: Int, appealDays: Int, decisionDays: Int, people: String, holidays: String? = nil,
        position: SourcePosition
    ) {
        self.commentDays = commentDays
        self.appealDays = appealDays
        self.decisionDays = decisionDays
        self.people = people
        self.holidays = holidays
        self.position = position
    }
}
