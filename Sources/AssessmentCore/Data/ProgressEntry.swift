/// How far a lead body had come with a task on a day, as it was reported.
public struct ProgressEntry: Sendable, Hashable {
    /// The id of the task.
    public var task: String
    /// The code of the unit or department that reported it.
    public var body: String
    /// The day on which it was so.
    public var date: CalendarDate
    /// The quantity that was done by then, all together.
    public var done: Double
    /// Where the evidence (佐证材料) is found.
    public var evidence: String
    /// Who reported it.
    public var reportedBy: String
    /// Where it was read, with what is remarked on it.
    public var origin: Origin

    /// Creates an entry.
    public init(
        task: String, body: String, date: CalendarDate, done: Double, evidence: String, reportedBy: String,
        origin: Origin
    ) {
        self.task = task
        self.body = body
        self.date = date
        self.done = done
        self.evidence = evidence
        self.reportedBy = reportedBy
        self.origin = origin
    }
}
