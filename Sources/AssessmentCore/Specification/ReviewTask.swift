/// A task (任务) of a policy or a review: who leads it, what is to be delivered and by when.
///
/// Each lead body answers for itself, with a quantity of its own.
public struct ReviewTask: Sendable, Hashable {
    /// A body that leads a task or supports it.
    public enum Party: Sendable, Hashable {
        /// A department or an assessed unit, by its code.
        case body(String)
        /// Every assessed unit of a level.
        case level(String)
        /// Every assessed unit of a class or kind.
        case unitClass(String)
        /// Somebody who has no code; such a body only supports.
        case named(BilingualText)
    }

    /// A party, with where the specification names it.
    public struct PlacedParty: Sendable, Hashable {
        /// The party.
        public var party: Party
        /// Where the specification names it.
        public var position: SourcePosition

        /// Creates it.
        public init(_ party: Party, position: SourcePosition) {
            self.party = party
            self.position = position
        }
    }

    /// How much of a task should be done by when.
    public enum Plan: Sendable, Hashable {
        /// In step with the days from the start to the deadline (序时进度).
        case linear
        /// Everything at the deadline, and nothing before it.
        case atDeadline
        /// So many per cent by each date, and everything at the deadline; nothing is asked for between the dates.
        case steps([Step])
    }

    /// A share of a task that should be done by a date.
    public struct Step: Sendable, Hashable {
        /// The date.
        public var by: CalendarDate
        /// The share in per cent, from 0 to 100.
        public var percent: Double

        /// Creates a step.
        public init(by: CalendarDate, percent: Double) {
            self.by = by
            self.percent = percent
        }
    }

    /// Its id.
    public var id: String
    /// Its name.
    public var name: BilingualText
    /// The id of the policy's statement that sets it.
    public var statement: String?
    /// The bodies that lead it.
    public var lead: [PlacedParty]
    /// The bodies that support it.
    public var support: [PlacedParty]
    /// The day on which it begins.
    public var start: CalendarDate
    /// The last day on which it may be finished.
    public var deadline: CalendarDate
    /// What is delivered.
    public var deliverable: BilingualText
    /// How much each lead body is to reach; 1 for what is done or not done.
    public var quantity: NumberTable
    /// What the quantity is measured in.
    public var unitOfMeasure: BilingualText
    /// Whether it is a best-effort task (力争), which may reward and never punishes.
    public var isBestEffort: Bool
    /// How much should be done by when.
    public var plan: Plan
    /// How much it counts in the score of a body.
    public var points: Double
    /// Where the specification has it.
    public var position: SourcePosition

    /// Creates a task.
    public init(
        id: String, name: BilingualText, statement: String? = nil, lead: [PlacedParty], support: [PlacedParty] = [],
        start: CalendarDate, deadline: CalendarDate, deliverable: BilingualText = BilingualText(same: ""),
        quantity: NumberTable = NumberTable(1), unitOfMeasure: BilingualText = BilingualText(same: ""),
        isBestEffort: Bool = false, plan: Plan, points: Double = 1, position: SourcePosition
    ) {
        self.id = id
        self.name = name
        self.statement = statement
        self.lead = lead
        self.support = support
        self.start = start
        self.deadline = deadline
        self.deliverable = deliverable
        self.quantity = quantity
        self.unitOfMeasure = unitOfMeasure
        self.isBestEffort = isBestEffort
        self.plan = plan
        self.points = points
        self.position = position
    }

    /// How much a body is to reach; nothing where the specification does not say it.
    public func quantity(of body: AssessedUnit) -> Double? {
        quantity.value(unit: body, period: Period(year: deadline.year))
    }

    /// The share that should be done at the end of a day, in per cent.
    public func planned(on day: CalendarDate) -> Double {
        if day >= deadline { return 100 }
        if day < start { return 0 }
        switch plan {
        case .linear: return 100 * Double(start.days(until: day)) / Double(start.days(until: deadline))
        case .atDeadline: return 0
        case .steps(let steps): return steps.filter { $0.by <= day }.map(\.percent).max() ?? 0
        }
    }
}
