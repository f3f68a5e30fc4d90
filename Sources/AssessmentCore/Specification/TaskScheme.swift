/// The tasks of an assessment and the rules by which their progress is judged.
public struct TaskScheme: Sendable, Hashable {
    /// What the score of a task before its deadline compares with.
    public enum Measure: String, Sendable, Hashable, CaseIterable {
        /// What should be done by the review date.
        case plan
        /// The whole task.
        case whole
    }

    /// The day on whose end the tasks are reviewed.
    public var asOf: CalendarDate
    /// The file of departments, where there is one.
    public var departments: String?
    /// Where the specification names that file.
    public var departmentsPosition: SourcePosition?
    /// When which light is shown.
    public var lights: TaskLights
    /// What is taken off for finishing late; nothing where nothing is.
    public var late: LateDeduction?
    /// What scores compare with.
    public var measure: Measure
    /// The decimals that shares in per cent and scores are rounded to, half away from zero, before lights are decided.
    public var decimals: Int
    /// The tasks.
    public var tasks: [ReviewTask]

    /// Creates a scheme.
    public init(
        asOf: CalendarDate, departments: String? = nil, departmentsPosition: SourcePosition? = nil,
        lights: TaskLights = TaskLights(), late: LateDeduction? = nil, measure: Measure = .plan, decimals: Int = 2,
        tasks: [ReviewTask]
    ) {
        self.asOf = asOf
        self.departments = departments
        self.departmentsPosition = departmentsPosition
        self.lights = lights
        self.late = late
        self.measure = measure
        self.decimals = decimals
        self.tasks = tasks
    }
}

/// When which light (红黄绿灯) is shown for a task.
public struct TaskLights: Sendable, Hashable {
    /// What must have gone before for what is not behind to count as made up (补齐).
    public enum MadeUpAfter: String, Sendable, Hashable, CaseIterable {
        /// The task was behind at the end of an earlier month of the same year, or it was finished after its deadline.
        case behind
        /// It was finished after its deadline.
        case late
    }

    /// The percentage points behind the plan from which the light is yellow.
    public var yellowFrom: Double
    /// The percentage points behind the plan above which it is red.
    public var redAbove: Double
    /// The light of what is not finished after its deadline.
    public var late: Light.Colour
    /// The light of what was made up later.
    public var madeUp: Light.Colour
    /// What must have gone before for that.
    public var madeUpAfter: MadeUpAfter
    /// The light of a best-effort task that is not finished.
    public var bestEffort: Light.Colour

    /// Creates the rules; without anything said those of use in China: yellow from 10 points, red above 30.
    public init(
        yellowFrom: Double = 10, redAbove: Double = 30, late: Light.Colour = .red, madeUp: Light.Colour = .yellow,
        madeUpAfter: MadeUpAfter = .behind, bestEffort: Light.Colour = .grey
    ) {
        self.yellowFrom = yellowFrom
        self.redAbove = redAbove
        self.late = late
        self.madeUp = madeUp
        self.madeUpAfter = madeUpAfter
        self.bestEffort = bestEffort
    }

    /// The light of a lag alone.
    ///
    /// - Parameter behind: the percentage points behind the plan; below zero where it is ahead.
    public func light(behind: Double) -> Light.Colour {
        behind > redAbove ? .red : behind >= yellowFrom ? .yellow : .green
    }
}

/// What is taken off the score of a task that is finished, or still open, after its deadline.
public struct LateDeduction: Sendable, Hashable {
    /// The points for each month begun.
    public var points: Double
    /// The most points that are taken off.
    public var atMost: Double

    /// Creates it.
    public init(points: Double, atMost: Double = 100) {
        self.points = points
        self.atMost = atMost
    }

    /// The months begun from a deadline to a later day; none up to the deadline.
    ///
    /// A month after the 31st ends on the last day that its month has: one day late is one month, and 1 May after
    /// 31 March is two.
    public static func months(from deadline: CalendarDate, to day: CalendarDate) -> Int {
        guard day > deadline else { return 0 }
        let whole = 12 * (day.year - deadline.year) + day.month - deadline.month
        // A month that lacks the day of the deadline ends on its last one, which is no later in the calendar.
        return day.day <= deadline.day ? whole : whole + 1
    }

    /// The points that are taken off for some months.
    public func deduction(months: Int) -> Double { min(atMost, points * Double(months)) }
}
