public import AssessmentCore

/// The rows that the requests after it are about, with every unit that data may refer to.
public struct PanelOfRequests: Sendable {
    /// The rows to be measured.
    public let panel: Panel
    /// Every unit that registers may refer to.
    public let units: UnitTable
    /// The rows of units that belong to assessed ones, where an indicator asks for them.
    public let parts: Panel?

    /// The rows of a measurement.
    public init(panel: Panel, units: UnitTable = UnitTable([]), parts: Panel? = nil) {
        self.panel = panel
        self.units = units
        self.parts = parts
    }

    /// Whether requests about another panel can follow without sending it again.
    public func serves(_ other: PanelOfRequests) -> Bool {
        // Arrays that share their storage are compared at once.
        panel.units == other.panel.units && panel.periods == other.panel.periods && parts?.units == other.parts?.units
            && (units.units == other.units.units || other.units.units.isEmpty)
    }
}

extension PanelOfRequests: ContractValue {
    /// The table of units, the codes of the assessed ones in the order of rows, the periods, and the codes of the parts.
    public var json: JSONValue {
        var listed = units.units
        let known = Set(listed.map(\.code))
        listed += (panel.units + (parts?.units ?? [])).filter { !known.contains($0.code) }
        return .members([
            "units": .list(listed), "assessed": .texts(panel.units.map(\.code)), "periods": .list(panel.periods),
            "parts": parts.map { .texts($0.units.map(\.code)) },
        ])
    }

    /// Reads a panel.
    public init(reading: Reading) throws {
        let units = UnitTable(try reading.list("units"))
        let periods: [Period] = try reading.list("periods")
        func panel(_ codes: Reading) throws -> Panel {
            Panel(
                units: try codes.items().map { item in
                    guard let unit = units[try item.text()] else { throw item.fault("is a unit that is not listed") }
                    return unit
                }, periods: periods)
        }
        self.init(
            panel: try panel(reading["assessed"]), units: units, parts: try reading.optional("parts").map(panel))
    }
}
