internal import AssessmentCore

/// Which units are one's own: the unit itself under any of its codes, those that it belongs to, and those within it.
struct UnitKinship {
    private let units: UnitTable
    private let assessed: Set<String>

    /// - Parameter assessed: the codes of the assessed units. Who belongs to a province that is none of them belongs to
    ///   no city.
    init(_ units: UnitTable, assessed: Set<String>) {
        self.units = units
        self.assessed = assessed
    }

    /// Whether two codes stand for one unit, by the units that took their places.
    func isSame(_ left: String, _ right: String) -> Bool { latest(left) == latest(right) }

    /// Whether a unit is one's own: it is the home unit, holds it, or lies in it.
    func isOwn(_ unit: String, of home: String) -> Bool {
        let (unit, home) = (latest(unit), latest(home))
        return unit == home || holders(of: home).contains(unit)
            || assessed.contains(home) && holders(of: unit).contains(home)
    }

    /// The unit that took the place of another in the end; a chain that returns to itself ends there.
    private func latest(_ code: String) -> String {
        var (code, visited) = (code, Set([code]))
        while let next = units[code]?.successor, visited.insert(next).inserted { code = next }
        return code
    }

    /// The units that one belongs to, from the next one up.
    private func holders(of code: String) -> Set<String> {
        var (holders, next) = (Set<String>(), units[code]?.parent)
        while let parent = next.map(latest), holders.insert(parent).inserted { next = units[parent]?.parent }
        return holders
    }
}
