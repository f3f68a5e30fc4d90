/// The bodies that may answer for tasks: assessed units and departments, each with those that took its place.
public struct TaskBodies: Sendable {
    /// Departments; a department has the level ``departmentLevel``.
    public let departments: UnitTable
    private let units: UnitTable
    private let assessed: [AssessedUnit]
    private let asOf: CalendarDate

    /// The level of a department, which tables of quantities may name as a class.
    public static let departmentLevel = "department"

    /// Creates them.
    ///
    /// - Parameters:
    ///   - units: every unit that data may refer to.
    ///   - assessed: those of them that are assessed.
    ///   - departments: the departments that lead or support tasks.
    ///   - asOf: the day on whose end tasks are reviewed.
    public init(units: UnitTable, assessed: [AssessedUnit], departments: UnitTable, asOf: CalendarDate) {
        self.units = units
        self.assessed = assessed
        self.departments = departments
        self.asOf = asOf
    }

    /// A body with a code, in force or not.
    public subscript(code: String) -> AssessedUnit? { departments[code] ?? units[code] }

    /// The body that answers on the review date for one with a code: itself while it is in force, else its successor.
    ///
    /// - Returns: nothing where there is no such body, or it ended and nobody took its place.
    public func answering(for code: String) -> AssessedUnit? {
        departments[code] == nil
            ? units.answering(for: code, on: asOf) : departments.answering(for: code, on: asOf)
    }

    /// The bodies that answer for a task on the review date, each once: departments and units named by their codes in
    /// the order of the task, then units by level and class in the order of their table.
    public func leads(of task: ReviewTask) -> [AssessedUnit] {
        var found: [AssessedUnit] = []
        for lead in task.lead {
            let bodies: [AssessedUnit] =
                switch lead.party {
                case .body(let code): answering(for: code).map { [$0] } ?? []
                case .level(let level): assessed.filter { $0.level == level }
                case .unitClass(let name): assessed.filter { $0.classes.contains(name) || $0.kind == name }
                case .named: []
                }
            for body in bodies where !found.contains(where: { $0.code == body.code }) { found.append(body) }
        }
        return found
    }

    /// The bodies that a task names and another one answers for, by the code of the latter.
    public func predecessors(in task: ReviewTask) -> [String: [AssessedUnit]] {
        var found: [String: [AssessedUnit]] = [:]
        for case .body(let code) in task.lead.map(\.party) {
            if let named = self[code], let body = answering(for: code), body.code != code {
                found[body.code, default: []].append(named)
            }
        }
        return found
    }
}

extension UnitTable {
    /// The unit that answers on a day for one with a code: itself in force, or not begun yet, else its successor, and so
    /// on.
    ///
    /// - Returns: nothing where there is no such unit, or a chain of successors ends, or comes back, without one in force.
    public func answering(for code: String, on day: CalendarDate) -> AssessedUnit? {
        var visited: Set<String> = []
        var next: String? = code
        while let current = next, visited.insert(current).inserted, let unit = self[current] {
            guard let until = unit.validity.until, day >= until else { return unit }
            next = unit.successor
        }
        return nil
    }
}
