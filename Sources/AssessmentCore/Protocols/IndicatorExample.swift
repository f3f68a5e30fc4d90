/// A case worked by hand: data of some units and periods and the values that an indicator must give.
public struct IndicatorExample: Sendable {
    /// What an indicator must give in a row.
    public enum Expectation: Sendable, Hashable {
        /// A value, within a relative tolerance of 1e-12.
        case value(Double)
        /// No value, for a reason.
        case absent(Reason)
    }

    /// What the case shows.
    public let title: BilingualText
    /// The assessed units; one county-level unit where none are given.
    public let units: [AssessedUnit]
    /// The periods.
    public let periods: [Period]
    /// The values of each variable, through the units of the first period, then of the next; nothing where not
    /// submitted.
    public let variables: [String: [Double?]]
    /// The entries of each register.
    public let registers: [String: [RegisterEntry]]
    /// The values of its parameters.
    public let parameters: [String: ParameterValue]
    /// The periods at which the series of a variable begins anew, by variable.
    public let seriesBreaks: [String: [Period]]
    /// What must come out, in the same order.
    public let expected: [Expectation]

    /// Creates an example of several rows.
    public init(
        _ title: BilingualText, units: [AssessedUnit] = [IndicatorExample.unit],
        periods: [Period] = [Period(year: 2020)],
        variables: [String: [Double?]] = [:], registers: [String: [RegisterEntry]] = [:],
        parameters: [String: ParameterValue] = [:], seriesBreaks: [String: [Period]] = [:], expected: [Expectation]
    ) {
        self.title = title
        self.units = units
        self.periods = periods
        self.variables = variables
        self.registers = registers
        self.parameters = parameters
        self.seriesBreaks = seriesBreaks
        self.expected = expected
    }

    /// Creates an example of one unit in 2020.
    public init(
        _ title: BilingualText, _ values: [Variable: Double], parameters: [String: ParameterValue] = [:],
        gives expected: Double
    ) {
        self.init(
            title, variables: Dictionary(uniqueKeysWithValues: values.map { ($0.key.id, [$0.value]) }),
            parameters: parameters, expected: [.value(expected)])
    }

    /// The unit of examples that name none.
    public static let unit = AssessedUnit(
        code: "340100", name: BilingualText(zh: "合肥市", en: "Hefei City"), level: "city")

    /// The data that the example hands to its indicator.
    public func data(for description: IndicatorDescription) -> MeasurementData {
        let panel = Panel(units: units, periods: periods)
        var columns: [String: Column] = [:]
        for (id, values) in variables {
            var column = Column(count: panel.rowCount, absent: .notSubmitted)
            for (row, value) in values.enumerated() where row < panel.rowCount {
                if let value { column.measure(value, at: row) }
            }
            columns[id] = column
        }
        return MeasurementData(
            panel: panel, units: UnitTable(units), variables: columns, registers: registers,
            parameters: ParameterValues(parameters, for: description.parameters),
            seriesBreaks: seriesBreaks.mapValues { $0.compactMap(panel.firstIndex(from:)) })
    }
}

extension RegisterEntry {
    /// An entry of an organisation that does not exist, for worked examples.
    ///
    /// - Parameters:
    ///   - name: the name of the item.
    ///   - code: the unified social credit code of the organisation.
    ///   - unit: the code of the unit that it lies in.
    ///   - from: the day from which it is recognised, as `2020-12-31`.
    ///   - until: the day on which the recognition ended.
    ///   - fields: the other fields, by id.
    public static func example(
        _ name: String, code: String = "91340100MA00000151", unit: String = IndicatorExample.unit.code,
        from: String, until: String? = nil, fields: [String: String] = [:]
    ) -> RegisterEntry {
        RegisterEntry(
            unit: unit, name: name, organisationCode: code,
            recognition: Validity(from: CalendarDate(from), until: until.flatMap { CalendarDate($0) }),
            fields: fields, origin: Origin(file: "example.csv", row: 2, column: "name"))
    }
}
