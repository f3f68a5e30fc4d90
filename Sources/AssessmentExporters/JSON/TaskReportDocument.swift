public import AssessmentCore

/// The report of tasks as it stands in result.json.
public struct TaskReportDocument: Codable, Sendable, Hashable {
    /// A task of a lead body.
    public struct Line: Codable, Sendable, Hashable {
        /// The id of the task.
        public let task: String
        /// The code of the body that answers for it.
        public let body: String
        /// The word for where it stands.
        public let standing: String
        /// What is to be reached.
        public let quantity: Double
        /// What was done by the review date.
        public let done: Double
        /// The share planned by then, in per cent; nothing where no light is shown.
        public let planned: Double?
        /// The share done by then, in per cent; nothing where no light is shown.
        public let actual: Double?
        /// The light on the review date.
        public let light: String?
        /// The lights at the ends of months at which they changed, by date.
        public let lights: [String: String]
        /// The day on which all was done.
        public let finishedOn: String?
        /// The days after the deadline.
        public let daysLate: Int
        /// The points that were taken off for being late.
        public let deduction: Double
        /// The score.
        public let score: Double?
        /// Whether the score counts in that of the body.
        public let isCounted: Bool
        /// The reports that were used.
        public let entries: [Entry]
        /// The reports of days after the review date, which were not used.
        public let laterEntries: [Entry]
    }

    /// A report of progress.
    public struct Entry: Codable, Sendable, Hashable {
        /// The code of the body that reported it.
        public let body: String
        /// The day.
        public let date: String
        /// What was done by then.
        public let done: Double
        /// Where the evidence is found.
        public let evidence: String
        /// Who reported it.
        public let reportedBy: String
        /// The file that it was read from.
        public let file: String
        /// The row of the file.
        public let row: Int

        init(_ entry: ProgressEntry) {
            body = entry.body
            date = entry.date.description
            done = entry.done
            evidence = entry.evidence
            reportedBy = entry.reportedBy
            file = entry.origin.file
            row = entry.origin.row
        }
    }

    /// A lead body.
    public struct Body: Codable, Sendable, Hashable {
        /// Its code.
        public let code: String
        /// Its name.
        public let name: BilingualText
        /// Whether it is a department.
        public let isDepartment: Bool
        /// The codes of the bodies that it took the place of.
        public let formerly: [String]
        /// Its score.
        public let score: Double?
        /// How many of its tasks show each light.
        public let lights: [String: Int]
    }

    /// The review date.
    public let asOf: String
    /// The lines.
    public let lines: [Line]
    /// The lead bodies.
    public let bodies: [Body]

    init(_ report: TaskReport, _ progress: [ProgressEntry]) {
        asOf = report.asOf.description
        lines = report.lines.map { line in
            Line(
                task: line.task, body: line.body, standing: line.standing.rawValue, quantity: line.quantity,
                done: line.done, planned: line.current?.planned, actual: line.current?.actual,
                light: line.light?.rawValue,
                lights: Dictionary(
                    line.changesOfLight.map { ($0.date.description, $0.light.rawValue) },
                    uniquingKeysWith: { _, last in last }),
                finishedOn: line.finishedOn?.description, daysLate: line.daysLate, deduction: line.deduction,
                score: line.score, isCounted: line.isCounted, entries: line.entries.map { Entry(progress[$0]) },
                laterEntries: line.laterEntries.map { Entry(progress[$0]) })
        }
        bodies = report.bodies.map { body in
            Body(
                code: body.code, name: body.name, isDepartment: body.isDepartment, formerly: body.formerly.map(\.code),
                score: body.score,
                lights: Dictionary(
                    uniqueKeysWithValues: body.lights.map { ($0.key.rawValue, $0.value) }))
        }
    }
}

extension TaskReport.Line {
    /// The checks whose light differs from that of the one before, the first one among them.
    var changesOfLight: [TaskReport.Check] {
        checks.indices.filter { $0 == 0 || checks[$0].light != checks[$0 - 1].light }.map { checks[$0] }
    }
}
