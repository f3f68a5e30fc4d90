/// The completion of a task (任务完成率) as an indicator: of each lead unit, what was reported done in per cent of what is
/// to be reached.
///
/// A row holds the completion at the end of its period; in the period of the review date, on that date. A unit that does
/// not lead the task is not assessed by it.
public struct TaskCompletion: Indicator {
    /// What it says of itself.
    public let description: IndicatorDescription
    /// The task.
    public let task: ReviewTask
    private let asOf: CalendarDate
    private let register: RegisterDescription

    /// Creates the indicator of a task.
    ///
    /// - Parameters:
    ///   - id: the id of the indicator.
    ///   - task: the task.
    ///   - asOf: the day on whose end tasks are reviewed; what was reported of later days is not used.
    public init(id: String, _ task: ReviewTask, asOf: CalendarDate) {
        self.task = task
        self.asOf = asOf
        register = TaskCompletion.register(of: task)
        description = IndicatorDescription(
            id: id, name: task.name,
            definition: BilingualText(
                zh: "任务完成率：截至期末（不晚于\(asOf)）已完成数量占应完成数量的百分比，期限\(task.deadline)",
                en:
                    "completion of the task: what was done by the end of the period (and no later than \(asOf)), in per "
                    + "cent of what is to be reached by \(task.deadline)"),
            rationale: BilingualText(same: ""), unitOfMeasure: .percent,
            statements: task.statement.map { [$0] } ?? [], registers: [register], examples: [])
    }

    /// Measures the completion.
    public func measure(_ data: MeasurementData) -> IndicatorMeasurement {
        let panel = data.panel
        var column = Column(count: panel.rowCount, absent: .notAssessedAtLevel)
        var references = [[IndicatorMeasurement.Reference]](repeating: [], count: panel.rowCount)
        let bodies = TaskBodies(
            units: data.units, assessed: panel.units, departments: UnitTable([]), asOf: asOf)
        let leads = Set(bodies.leads(of: task).map(\.code))
        let entries = Dictionary(
            grouping: data.entries(of: register) ?? [], by: { bodies.answering(for: $0.entry.unit)?.code ?? "" })
        for row in 0..<panel.rowCount {
            let unit = panel.unit(ofRow: row)
            guard leads.contains(unit.code), let last = panel.period(ofRow: row).lastDay else { continue }
            let day = min(last, asOf)
            let known = (entries[unit.code] ?? []).filter { $0.entry.recognition.from.map { $0 <= day } ?? false }
            references[row] = known.map { .registerEntry(register: register.id, position: $0.position) }
            guard let quantity = task.quantity(of: unit), quantity > 0 else {
                column.leaveOut(.zeroTarget, at: row)
                continue
            }
            let latest = known.max { ($0.entry.recognition.from ?? day) < ($1.entry.recognition.from ?? day) }
            if let latest, let done = latest.entry.fields[TaskCompletion.doneField].flatMap(Double.init) {
                column.measure(100 * done / quantity, at: row)
            } else if day < task.start {
                let note = BilingualText(zh: "任务自\(task.start)开始", en: "the task begins on \(task.start)")
                column.leaveOut(.notApplicable, note: note, at: row)
            } else {
                column.leaveOut(.notSubmitted, at: row)
            }
        }
        return IndicatorMeasurement(column: column, evidence: .listed(references))
    }
}

extension TaskCompletion {
    /// The field of a register entry that holds the quantity done.
    static let doneField = "done"

    /// The register that a task's progress is read from.
    public static func register(of task: ReviewTask) -> RegisterDescription {
        RegisterDescription(
            id: "task.\(task.id)",
            name: BilingualText(zh: "任务进度：\(task.name.zh)", en: "Progress of the task: \(task.name.en)"),
            definition: BilingualText(zh: "牵头单位报送的任务进度", en: "The progress that lead bodies reported"),
            keptBy: BilingualText(zh: "考核办", en: "who runs the review"))
    }

    /// The progress of a task as a register: each entry holds until the next one of its body.
    public static func entries(of task: ReviewTask, in progress: [ProgressEntry]) -> [RegisterEntry] {
        let own = progress.filter { $0.task == task.id }
        let dates = Dictionary(grouping: own, by: \.body).mapValues { $0.map(\.date).sorted() }
        return own.map { entry in
            let next = dates[entry.body]?.first { $0 > entry.date }
            let done = DecimalRounding.readable(entry.done)
            return RegisterEntry(
                unit: entry.body, name: entry.evidence.isEmpty ? done : "\(done) (\(entry.evidence))",
                recognition: Validity(from: entry.date, until: next),
                fields: [doneField: Formula.text(of: entry.done)], origin: entry.origin)
        }
    }
}
