internal import AssessmentCore

/// The bodies that tasks name, held against the units and departments that there are.
///
/// A task whose lead body nobody answers for would silently leave the report.
struct TaskNames {
    let units: UnitTable
    let bodies: TaskBodies

    /// What tasks name and nothing has, lead bodies without a quantity, and tasks of which nothing can be reported.
    ///
    /// - Parameter data: the files that the specification lists.
    func problems(of scheme: TaskScheme, _ data: [DataFile]) -> [Diagnostic] {
        let unreported = data.contains { $0.content == .progress } ? nil : scheme.tasks.first
        return unreported.map { task in
            [
                Diagnostic(
                    at: task.position,
                    "there are tasks, and no file of their progress: everybody would have done nothing",
                    expected: "under data: - progress: path, of a file that may be empty below its heading")
            ]
        }
            ?? scheme.tasks.flatMap { task in
                task.lead.flatMap { problems($0, task, leads: true, asOf: scheme.asOf) }
                    + task.support.flatMap { problems($0, task, leads: false, asOf: scheme.asOf) }
                    + withoutQuantity(task)
            }
    }

    private func problems(
        _ placed: ReviewTask.PlacedParty, _ task: ReviewTask, leads: Bool, asOf: CalendarDate
    ) -> [Diagnostic] {
        switch placed.party {
        case .named: return []
        case .level(let level):
            let known = Set(units.units.map(\.level))
            return known.contains(level)
                ? unassessed("the level", level, placed, task, leads)
                : [unknown("the level", level, known, placed, task)]
        case .unitClass(let name):
            let known = Set(units.units.flatMap { $0.classes + [$0.kind] }).subtracting([""])
            return known.contains(name)
                ? unassessed("the class", name, placed, task, leads) : [unknown("the class", name, known, placed, task)]
        case .body(let code):
            guard bodies[code] != nil else {
                let known = bodies.departments.units.map(\.code)
                return [
                    Diagnostic(
                        at: placed.position, "the task ‘\(task.id)’ names ‘\(code)’, and there is no such body",
                        expected: "the code of a department or unit, { level: … } or { class: … }",
                        suggestion: nearestMatch(to: code, among: known + units.units.map(\.code)))
                ]
            }
            guard leads, bodies.answering(for: code) == nil else { return [] }
            return [
                Diagnostic(
                    at: placed.position,
                    "‘\(code)’, which leads the task ‘\(task.id)’, ended before \(asOf) and nobody took its place",
                    expected: "a successor of it in the file, or another lead body")
            ]
        }
    }

    /// A level or class that leads and that no assessed unit has.
    private func unassessed(
        _ what: String, _ name: String, _ placed: ReviewTask.PlacedParty, _ task: ReviewTask, _ leads: Bool
    ) -> [Diagnostic] {
        var alone = task
        alone.lead = [placed]
        guard leads, bodies.leads(of: alone).isEmpty else { return [] }
        return [
            Diagnostic(
                at: placed.position, "\(what) ‘\(name)’ leads the task ‘\(task.id)’, and no unit of it is assessed",
                expected: "a level or class of assessed units, or codes")
        ]
    }

    private func unknown(
        _ what: String, _ name: String, _ known: Set<String>, _ placed: ReviewTask.PlacedParty, _ task: ReviewTask
    ) -> Diagnostic {
        Diagnostic(
            at: placed.position, "the task ‘\(task.id)’ names \(what) ‘\(name)’, which no unit has",
            expected: known.count > 12
                ? "one that the file of units has"
                : "one of "
                    + known.sorted().joined(separator: ", "), suggestion: nearestMatch(to: name, among: known.sorted()))
    }

    private func withoutQuantity(_ task: ReviewTask) -> [Diagnostic] {
        let without = bodies.leads(of: task).filter { task.quantity(of: $0) == nil }
        guard let first = without.first else { return [] }
        return [
            Diagnostic(
                at: task.position,
                "the task ‘\(task.id)’ has no quantity for \(first.name.zh) (\(first.code))"
                    + (without.count > 1 ? " and \(without.count - 1) more of its lead bodies" : ""),
                expected: "a quantity for each lead body; 0 where it has nothing to do")
        ]
    }
}
