/// How far the tasks have come on the review date, by task and lead body, with a score for each body.
public struct TaskReport: Sendable, Hashable {
    /// The day on whose end the tasks are reviewed.
    public var asOf: CalendarDate
    /// A line for each task and lead body, in the order of the tasks.
    public var lines: [Line]
    /// The lead bodies, departments first, each in the order in which tasks name them.
    public var bodies: [Body]

    /// Creates a report.
    public init(asOf: CalendarDate, lines: [Line], bodies: [Body]) {
        self.asOf = asOf
        self.lines = lines
        self.bodies = bodies
    }

    /// The lines of a body, in the order of the tasks.
    public func lines(of body: Body) -> [Line] { lines.filter { $0.body == body.code } }
}

extension TaskReport {
    /// Where a lead body stands with a task.
    public enum Standing: String, Sendable, Hashable, CaseIterable {
        /// Its quantity is zero, so that there is nothing to do.
        case nothingToDo = "nothing_to_do"
        /// The task begins after the review date.
        case notBegun = "not_begun"
        /// Nothing should be done yet, and it is not finished.
        case notDue = "not_due"
        /// Nothing was reported.
        case notReported = "not_reported"
        /// Something was reported, and not all is done.
        case underWay = "under_way"
        /// All is done.
        case done
    }

    /// A light at the end of a month, or on the review date.
    public struct Check: Sendable, Hashable {
        /// The day.
        public var date: CalendarDate
        /// The share planned by then, in per cent.
        public var planned: Double
        /// The share done by then, in per cent.
        public var actual: Double
        /// The light.
        public var light: Light.Colour
        /// Whether the task was behind by so much that it showed, or late.
        public var isBehind: Bool

        /// The percentage points behind the plan; below zero where it is ahead.
        public var behind: Double { planned - actual }

        /// Creates a check.
        public init(date: CalendarDate, planned: Double, actual: Double, light: Light.Colour, isBehind: Bool) {
            self.date = date
            self.planned = planned
            self.actual = actual
            self.light = light
            self.isBehind = isBehind
        }
    }

    /// A task of a lead body.
    public struct Line: Sendable, Hashable {
        /// The id of the task.
        public var task: String
        /// The code of the body that answers for it on the review date.
        public var body: String
        /// Where it stands.
        public var standing: Standing
        /// What is to be reached.
        public var quantity: Double
        /// What was done by the review date.
        public var done: Double
        /// The lights at the end of each month, and on the review date as the last one.
        public var checks: [Check]
        /// The day on which all was done, where it is.
        public var finishedOn: CalendarDate?
        /// The days by which it was finished after its deadline, or is open since then; zero where it is not late.
        public var daysLate: Int
        /// The points that were taken off for being late.
        public var deduction: Double
        /// The score, from 0 to 100; nothing where there is nothing to score yet.
        public var score: Double?
        /// Whether the score counts in that of the body: one of a best-effort task does where it does not lower it.
        public var isCounted: Bool
        /// The positions of the entries that were used, in the order of their dates.
        public var entries: [Int]
        /// The positions of entries of days after the review date, which were not used.
        public var laterEntries: [Int]

        /// The light on the review date; nothing where none is shown.
        public var light: Light.Colour? { current?.light }

        /// The check on the review date; nothing where there is nothing to do or the task has not begun.
        public var current: Check? { checks.last }

        /// Creates a line.
        public init(
            task: String, body: String, standing: Standing, quantity: Double, done: Double = 0, checks: [Check] = [],
            finishedOn: CalendarDate? = nil, daysLate: Int = 0, deduction: Double = 0, score: Double? = nil,
            isCounted: Bool = false, entries: [Int] = [], laterEntries: [Int] = []
        ) {
            self.task = task
            self.body = body
            self.standing = standing
            self.quantity = quantity
            self.done = done
            self.checks = checks
            self.finishedOn = finishedOn
            self.daysLate = daysLate
            self.deduction = deduction
            self.score = score
            self.isCounted = isCounted
            self.entries = entries
            self.laterEntries = laterEntries
        }
    }

    /// A lead body with its score.
    public struct Body: Sendable, Hashable {
        /// Its code.
        public var code: String
        /// Its name.
        public var name: BilingualText
        /// Whether it is a department, rather than an assessed unit.
        public var isDepartment: Bool
        /// The bodies that tasks name and that it took the place of, with the day from which it answers.
        public var formerly: [Predecessor]
        /// The mean score of its counted tasks by their points; nothing where none counts.
        public var score: Double?
        /// How many of its tasks show each light.
        public var lights: [Light.Colour: Int]

        /// Creates a body.
        public init(
            code: String, name: BilingualText, isDepartment: Bool, formerly: [Predecessor] = [], score: Double? = nil,
            lights: [Light.Colour: Int] = [:]
        ) {
            self.code = code
            self.name = name
            self.isDepartment = isDepartment
            self.formerly = formerly
            self.score = score
            self.lights = lights
        }
    }

    /// A body that ended, and that another one answers for.
    public struct Predecessor: Sendable, Hashable {
        /// Its code.
        public var code: String
        /// Its name.
        public var name: BilingualText
        /// The first day on which it was no longer in force.
        public var until: CalendarDate?

        /// Creates it.
        public init(code: String, name: BilingualText, until: CalendarDate?) {
            self.code = code
            self.name = name
            self.until = until
        }
    }
}
