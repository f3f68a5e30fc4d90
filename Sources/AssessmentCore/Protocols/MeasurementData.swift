/// The data that an indicator measures on.
public struct MeasurementData: Sendable {
    /// The rows to be measured.
    public let panel: Panel
    /// Every unit that registers may refer to.
    public let units: UnitTable
    /// The values of each declared variable over the panel.
    public let variables: [String: Column]
    /// The entries of each declared register.
    public let registers: [String: [RegisterEntry]]
    /// The ratings of qualitative items.
    public let ratings: [Rating]
    /// The values of its parameters.
    public let parameters: ParameterValues
    /// The indices of the periods at which the series of a variable begins anew, by variable.
    public let seriesBreaks: [String: [Int]]
    /// The units that belong to the assessed ones, for formulas that reduce over them.
    public let parts: Parts?

    /// The units that belong to assessed ones, in the same periods.
    public struct Parts: Sendable {
        /// Their rows.
        public let panel: Panel
        /// The values of variables over their rows.
        public let variables: [String: Column]

        /// Creates parts.
        public init(panel: Panel, variables: [String: Column]) {
            self.panel = panel
            self.variables = variables
        }

        /// The rows of the units that belong to a unit and are in force at the end of a period.
        public func rows(of unit: AssessedUnit, in period: Period) -> [Int] {
            guard let index = panel.periods.firstIndex(of: period) else { return [] }
            return panel.rows(ofPeriodAt: index).filter { row in
                let part = panel.unit(ofRow: row)
                return part.parent == unit.code && (period.lastDay.map(part.validity.contains) ?? true)
            }
        }
    }

    /// Creates the data of a measurement.
    public init(
        panel: Panel, units: UnitTable, variables: [String: Column] = [:], registers: [String: [RegisterEntry]] = [:],
        ratings: [Rating] = [],
        parameters: ParameterValues = ParameterValues(), seriesBreaks: [String: [Int]] = [:], parts: Parts? = nil
    ) {
        self.panel = panel
        self.units = units
        self.variables = variables
        self.registers = registers
        self.ratings = ratings
        self.parameters = parameters
        self.seriesBreaks = seriesBreaks
        self.parts = parts
    }

    /// The column of a declared variable; collected nowhere where the data have none.
    public func column(_ variable: Variable) -> Column {
        variables[variable.id] ?? Column(count: panel.rowCount, absent: .notCollected)
    }

    /// The entries of a declared register with their positions, or nothing where no such list was handed in.
    public func entries(of register: RegisterDescription) -> [(position: Int, entry: RegisterEntry)]? {
        registers[register.id].map { $0.enumerated().map { (position: $0, entry: $1) } }
    }

    /// The positions in the panel of the assessed units that hold a place: the unit of the code itself, the one that
    /// took its place since, and those above.
    ///
    /// - Parameter code: the code of any unit, in force or not.
    public func assessedUnits(holding code: String) -> [Int] {
        holders(of: code).compactMap { panel.unitIndex(of: $0) }
    }

    /// The unit that a place belongs to next: the assessed one that took its place, else what stands above it while it is
    /// in force, so that a move after the last period changes nothing.
    private func place(above code: String) -> String? {
        guard let known = units[code] else { return nil }
        guard let successor = known.successor else { return known.parent }
        if panel.unitIndex(of: code) == nil, panel.unitIndex(of: successor) != nil { return successor }
        let isInForce = panel.periods.last?.lastDay.map(known.validity.contains) ?? true
        return isInForce ? known.parent : successor
    }

    /// Whether a place, by the code of its unit, lies in a unit, which need not be assessed itself.
    public func belongs(_ code: String, to unit: AssessedUnit) -> Bool {
        var next: String? = code
        // A chain that is longer than there are units returns to itself.
        for _ in 0...units.units.count {
            guard let current = next else { return false }
            if current == unit.code { return true }
            next = place(above: current)
        }
        return false
    }

    /// The codes from a unit up, each once: a chain that returns to itself ends there.
    private func holders(of code: String) -> [String] {
        var holders: [String] = []
        var next: String? = code
        while let current = next, !holders.contains(current) {
            holders.append(current)
            next = place(above: current)
        }
        return holders
    }
}
