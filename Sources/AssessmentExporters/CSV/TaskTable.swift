internal import AssessmentCore

/// The report of tasks as `tasks.csv`: one row a task and lead body.
struct TaskTable {
    private let assessment: CompletedAssessment
    private let report: TaskReport

    init(_ assessment: CompletedAssessment, _ report: TaskReport) {
        self.assessment = assessment
        self.report = report
    }

    private static let heading = [
        "as_of", "body", "body_zh", "body_en", "department", "formerly", "task", "task_zh", "task_en", "statement",
        "best_effort", "start", "deadline", "deliverable_zh", "deliverable_en", "quantity", "unit_of_measure", "done",
        "planned_percent", "done_percent", "behind_points", "light", "standing", "finished_on", "days_late",
        "deduction",
        "score", "points", "counted", "body_score", "evidence", "sources",
    ]

    /// The file; numbers are written in full precision.
    var file: OutputFile {
        var text = TaskTable.heading.joined(separator: ",") + "\n"
        let tasks = Dictionary(
            (assessment.specification.tasks?.tasks ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for body in report.bodies {
            for line in report.lines(of: body) {
                guard let task = tasks[line.task] else { continue }
                text += (cells(body) + cells(task) + cells(line, task, body)).joined(separator: ",") + "\n"
            }
        }
        return OutputFile(path: "tasks.csv", text: text)
    }

    private func cells(_ body: TaskReport.Body) -> [String] {
        [
            report.asOf.description, CSVCell.text(body.code), CSVCell.text(body.name.zh), CSVCell.text(body.name.en),
            body.isDepartment ? "true" : "false",
            CSVCell.text(body.formerly.map { "\($0.code) \($0.name.zh)" }.joined(separator: "; ")),
        ]
    }

    private func cells(_ task: ReviewTask) -> [String] {
        [
            task.id, CSVCell.text(task.name.zh), CSVCell.text(task.name.en), CSVCell.text(task.statement ?? ""),
            task.isBestEffort ? "true" : "false", task.start.description, task.deadline.description,
            CSVCell.text(task.deliverable.zh), CSVCell.text(task.deliverable.en),
        ]
    }

    private func cells(_ line: TaskReport.Line, _ task: ReviewTask, _ body: TaskReport.Body) -> [String] {
        let entries = line.entries.map { assessment.data.progress[$0] }
        return [
            CSVCell.number(line.quantity), CSVCell.text(task.unitOfMeasure.zh), CSVCell.number(line.done),
            CSVCell.number(line.current?.planned), CSVCell.number(line.current?.actual),
            CSVCell.number(line.behind), line.light?.rawValue ?? "", line.standing.rawValue,
            line.finishedOn?.description ?? "", String(line.daysLate), CSVCell.number(line.deduction),
            CSVCell.number(line.score), CSVCell.number(task.points), line.isCounted ? "true" : "false",
            CSVCell.number(body.score), CSVCell.text(entries.last?.evidence ?? ""),
            CSVCell.text(entries.map { "\($0.origin.file):\($0.origin.row)" }.joined(separator: "; ")),
        ]
    }
}

extension TaskReport.Line {
    /// The percentage points behind the plan on the review date, as the shares are printed.
    var behind: Double? { current.map { DecimalRounding.round($0.behind, decimals: 12) } }
}
