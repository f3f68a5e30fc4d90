public import AssessmentCore

/// The terms of a review's procedure, in working days, and the people who act in it. They are stated when the scheme is
/// issued and hold until the end.
public struct ReviewTerms: Sendable, Hashable, Codable {
    /// Somebody who acts in a review.
    public struct Person: Sendable, Hashable, Codable {
        /// The name or code by which acts name the person.
        public let id: String
        /// The code of the unit that the person belongs to; nothing for one of the province.
        public let unit: String?

        /// Creates a person.
        public init(id: String, unit: String? = nil) {
            self.id = id
            self.unit = unit
        }
    }

    /// How long the results are published for comment (公示) at least.
    public var commentDays: Int
    /// How long after the publication an objection may be raised.
    public var appealDays: Int
    /// How long after an objection it must be decided.
    public var decisionDays: Int
    /// The weekdays on which offices are closed, as `2021-02-11`.
    public var holidays: [String]
    /// The days of weekends on which offices work.
    public var workedWeekends: [String]
    /// Who may act.
    public var people: [Person]

    /// Creates terms.
    public init(
        commentDays: Int, appealDays: Int, decisionDays: Int, holidays: [CalendarDate] = [],
        workedWeekends: [CalendarDate] = [], people: [Person]
    ) {
        self.commentDays = commentDays
        self.appealDays = appealDays
        self.decisionDays = decisionDays
        self.holidays = holidays.sorted().map(\.description)
        self.workedWeekends = workedWeekends.sorted().map(\.description)
        self.people = people
    }

    /// The days on which offices work.
    public var workingDays: WorkingDays {
        WorkingDays(
            holidays: Set(holidays.compactMap { CalendarDate($0) }),
            workedWeekends: Set(workedWeekends.compactMap { CalendarDate($0) }))
    }
}
