internal import AssessmentCore

/// Works out how far tasks have come on the review date, what lights they show and what bodies score.
struct TaskReporting {
    private let scheme: TaskScheme
    private let bodies: TaskBodies
    private let progress: [ProgressEntry]

    init(_ scheme: TaskScheme, _ bodies: TaskBodies, _ progress: [ProgressEntry]) {
        self.scheme = scheme
        self.bodies = bodies
        self.progress = progress
    }

    /// The report.
    func report() -> TaskReport {
        var lines: [TaskReport.Line] = []
        var found: [AssessedUnit] = []
        var formerly: [String: [AssessedUnit]] = [:]
        for task in scheme.tasks {
            let known = Dictionary(
                grouping: progress.indices.filter { progress[$0].task == task.id },
                by: { bodies.answering(for: progress[$0].body)?.code ?? "" })
            for body in bodies.leads(of: task) {
                if !found.contains(where: { $0.code == body.code }) { found.append(body) }
                let entries = (known[body.code] ?? []).sorted { (progress[$0].date, $0) < (progress[$1].date, $1) }
                lines.append(line(task, body, entries))
            }
            for (code, named) in bodies.predecessors(in: task) {
                for body in named where !(formerly[code] ?? []).contains(where: { $0.code == body.code }) {
                    formerly[code, default: []].append(body)
                }
            }
        }
        let isDepartment = { (body: AssessedUnit) in bodies.departments[body.code] != nil }
        let ordered = found.filter(isDepartment) + found.filter { !isDepartment($0) }
        let scored = ordered.map { body in
            let own = lines.indices.filter { lines[$0].body == body.code }
            let score = score(own, &lines)
            return TaskReport.Body(
                code: body.code, name: body.name, isDepartment: isDepartment(body),
                formerly: (formerly[body.code] ?? []).map {
                    TaskReport.Predecessor(code: $0.code, name: $0.name, until: $0.validity.until)
                },
                score: score,
                lights: own.compactMap { lines[$0].light }.reduce(into: [:]) { $0[$1, default: 0] += 1 })
        }
        return TaskReport(asOf: scheme.asOf, lines: lines, bodies: scored)
    }

    private func line(_ task: ReviewTask, _ body: AssessedUnit, _ entries: [Int]) -> TaskReport.Line {
        let quantity = task.quantity(of: body) ?? 0
        let used = entries.filter { progress[$0].date <= scheme.asOf }
        var line = TaskReport.Line(
            task: task.id, body: body.code, standing: .nothingToDo, quantity: quantity, entries: used,
            laterEntries: entries.filter { progress[$0].date > scheme.asOf })
        guard quantity > 0 else { return line }
        line.done = done(used, by: scheme.asOf)
        guard scheme.asOf >= task.start || !used.isEmpty else {
            line.standing = .notBegun
            return line
        }
        line.finishedOn = finished(used, quantity)
        line.checks = checks(task, quantity, used, line.finishedOn)
        let open = line.finishedOn ?? scheme.asOf
        line.daysLate = max(0, task.deadline.days(until: open))
        let planned = task.planned(on: scheme.asOf)
        line.standing =
            line.finishedOn != nil ? .done : planned == 0 ? .notDue : used.isEmpty ? .notReported : .underWay
        if line.standing == .notDue, scheme.measure == .plan { return line }
        let actual = 100 * line.done / quantity
        let rate = scheme.measure == .whole || planned == 0 ? actual : 100 * actual / planned
        let months = LateDeduction.months(from: task.deadline, to: open)
        if !task.isBestEffort, months > 0 { line.deduction = scheme.late?.deduction(months: months) ?? 0 }
        line.score = rounded(max(0, min(100, rate) - line.deduction))
        return line
    }

    /// What was done by the end of a day: as the latest entry says.
    private func done(_ entries: [Int], by day: CalendarDate) -> Double {
        entries.last { progress[$0].date <= day }.map { progress[$0].done } ?? 0
    }

    /// The day from which the whole quantity is done.
    private func finished(_ entries: [Int], _ quantity: Double) -> CalendarDate? {
        let open = entries.lastIndex { progress[$0].done < quantity }
        let from = open.map { $0 + 1 } ?? 0
        return entries.indices.contains(from) ? progress[entries[from]].date : nil
    }

    /// The lights at the end of each month from the start to the review date, and on the review date.
    private func checks(
        _ task: ReviewTask, _ quantity: Double, _ entries: [Int], _ finishedOn: CalendarDate?
    ) -> [TaskReport.Check] {
        var checks: [TaskReport.Check] = []
        for day in days(from: min(task.start, scheme.asOf)) {
            let planned = rounded(task.planned(on: day))
            let done = done(entries, by: day)
            let actual = rounded(100 * done / quantity)
            let lag = rounded(planned - actual)
            let (light, isBehind) = light(task, on: day, lag: lag, isDone: done >= quantity, finishedOn, after: checks)
            checks.append(
                TaskReport.Check(date: day, planned: planned, actual: actual, light: light, isBehind: isBehind))
        }
        return checks
    }

    private func light(
        _ task: ReviewTask, on day: CalendarDate, lag: Double, isDone: Bool, _ finishedOn: CalendarDate?,
        after checks: [TaskReport.Check]
    ) -> (light: Light.Colour, isBehind: Bool) {
        let rules = scheme.lights
        if task.isBestEffort { return (isDone ? .green : rules.bestEffort, false) }
        if day > task.deadline, !isDone { return (rules.late, true) }
        let lagging = rules.light(behind: lag)
        if lagging != .green { return (lagging, true) }
        if isDone, let finishedOn, finishedOn > task.deadline { return (rules.madeUp, false) }
        let wasBehind = checks.contains { $0.isBehind && $0.date.year == day.year }
        return (rules.madeUpAfter == .behind && wasBehind ? rules.madeUp : .green, false)
    }

    /// The last day of each month from that of a day, and the review date.
    private func days(from first: CalendarDate) -> [CalendarDate] {
        var days: [CalendarDate] = []
        var (year, month) = (first.year, first.month)
        while let end = CalendarDate.lastDay(of: month, in: year), end < scheme.asOf {
            days.append(end)
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        }
        return days + [scheme.asOf]
    }

    /// The score of a body: the mean of its tasks' scores by their points. Of the best-effort tasks, the best first,
    /// those count that raise it, or leave it as it is; alone they make no score.
    private func score(_ own: [Int], _ lines: inout [TaskReport.Line]) -> Double? {
        let tasks = Dictionary(scheme.tasks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var (sum, weight) = (0.0, 0.0)
        var bonus: [(line: Int, score: Double, points: Double)] = []
        for index in own {
            guard let score = lines[index].score, let task = tasks[lines[index].task] else { continue }
            if task.isBestEffort {
                bonus.append((index, score, task.points))
            } else {
                sum += score * task.points
                weight += task.points
                lines[index].isCounted = true
            }
        }
        guard weight > 0 else { return nil }
        for (line, score, points) in bonus.sorted(by: { ($1.score, $0.line) < ($0.score, $1.line) })
        where score * weight >= sum {
            sum += score * points
            weight += points
            lines[line].isCounted = true
        }
        return rounded(sum / weight)
    }

    private func rounded(_ number: Double) -> Double { DecimalRounding.round(number, decimals: scheme.decimals) }
}

extension CalendarDate {
    /// The last day of a month.
    fileprivate static func lastDay(of month: Int, in year: Int) -> CalendarDate? {
        (28...31).reversed().lazy.compactMap { CalendarDate(year: year, month: month, day: $0) }.first
    }
}
