/// Who reported a register that units report themselves: of a unit that did not, nothing is known, while the absence of entries
/// on a register that somebody keeps as a whole means that there are none.
public struct RegisterReports: Sendable, Hashable {
    /// The last report of a unit.
    public struct Report: Sendable, Hashable {
        /// Whether it states that there are no entries.
        public let isEmpty: Bool
        /// Where it is listed.
        public let origin: Origin

        /// Creates a report.
        public init(isEmpty: Bool, origin: Origin) {
            self.isEmpty = isEmpty
            self.origin = origin
        }
    }

    /// The reports by the code of the unit.
    public var byUnit: [String: Report]

    /// Creates reports.
    public init(_ byUnit: [String: Report] = [:]) { self.byUnit = byUnit }

    /// The report of a unit: its own, or that of the units whose place it took, where each of them reported; nothing where
    /// the register was not reported.
    public func report(of code: String, in units: UnitTable) -> Report? { report(of: code, units, []) }

    private func report(of code: String, _ units: UnitTable, _ seen: Set<String>) -> Report? {
        if let own = byUnit[code] { return own }
        guard !seen.contains(code) else { return nil }
        let before = units.units.filter { $0.successor == code }.map { report(of: $0.code, units, seen.union([code])) }
        guard !before.isEmpty, !before.contains(nil) else { return nil }
        let reports = before.compactMap(\.self)
        return reports.first { !$0.isEmpty } ?? reports.first
    }
}
