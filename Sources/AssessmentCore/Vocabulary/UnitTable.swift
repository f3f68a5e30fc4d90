/// Every unit that data may refer to, in force or not, looked up by code.
public struct UnitTable: Sendable {
    /// The units in the order in which they were listed.
    public let units: [AssessedUnit]
    private let indices: [String: Int]
    private let endedInto: [String: [String]]

    /// Creates a table; of two units with one code the first is kept.
    public init(_ units: [AssessedUnit]) {
        self.units = units
        indices = Dictionary(units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        endedInto = Dictionary(
            grouping: units.filter { $0.successor != nil }, by: { $0.successor ?? "" }
        ).mapValues { $0.map(\.code) }
    }

    /// The unit with a code.
    public subscript(code: String) -> AssessedUnit? {
        indices[code].map { units[$0] }
    }

    /// Whether there is a unit with a code.
    public func contains(_ code: String) -> Bool { indices[code] != nil }

    /// The units of some levels, or of every level, that are in force on a day, or at any time, in listed order.
    public func inForce(on day: CalendarDate?, levels: [String]) -> [AssessedUnit] {
        units.filter { unit in
            (levels.isEmpty || levels.contains(unit.level)) && (day.map(unit.validity.contains) ?? true)
        }
    }

    /// The units that ended directly into this one, in listed order.
    public func predecessors(of code: String) -> [AssessedUnit] {
        (endedInto[code] ?? []).compactMap { self[$0] }
    }

    /// The units whose territory on a day is that of this one: itself when in force, else those that merged into it.
    ///
    /// Predecessors of predecessors are followed; a chain that returns to itself ends there.
    public func standingFor(_ code: String, on day: CalendarDate) -> [AssessedUnit] {
        var visited: Set<String> = []
        func collect(_ code: String) -> [AssessedUnit] {
            guard visited.insert(code).inserted, let unit = self[code] else { return [] }
            if unit.validity.contains(day) { return [unit] }
            return predecessors(of: code).flatMap { collect($0.code) }
        }
        return collect(code)
    }

    /// The units that belong to one, in listed order.
    public func children(of code: String) -> [AssessedUnit] {
        units.filter { $0.parent == code }
    }
}
