/// The rows of every column: each assessed unit in each period.
///
/// Rows run through the units of the first period, then of the next, so that one period is contiguous and a lag of
/// one period is a shift by the number of units.
public struct Panel: Sendable {
    /// The assessed units, in listed order.
    public let units: [AssessedUnit]
    /// The periods, earliest first.
    public let periods: [Period]
    private let unitIndices: [String: Int]

    /// Creates the panel of some units and periods; the periods are put in order.
    public init(units: [AssessedUnit], periods: [Period]) {
        self.units = units
        self.periods = Set(periods).sorted()
        unitIndices = Dictionary(units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The number of rows.
    public var rowCount: Int { units.count * periods.count }

    /// Every row.
    public var rows: Range<Int> { 0..<rowCount }

    /// The rows of one period, by the index of the period.
    public func rows(ofPeriodAt index: Int) -> Range<Int> {
        index * units.count..<(index + 1) * units.count
    }

    /// The row of a unit in a period.
    public func row(unit code: String, period: Period) -> Int? {
        guard let unit = unitIndices[code], let index = periods.firstIndex(of: period) else { return nil }
        return index * units.count + unit
    }

    /// The index of the first period from one on, which the panel itself need not hold: where a new series begins.
    public func firstIndex(from period: Period) -> Int? {
        periods.firstIndex { $0 >= period }
    }

    /// The row of the same unit a number of years before; nothing where the panel does not hold that year.
    public func row(_ row: Int, yearsBefore years: Int) -> Int? {
        let index = row / units.count
        let year = periods[index].year - years
        guard let earlier = periods[...index].lastIndex(where: { $0.year == year }) else { return nil }
        return row - (index - earlier) * units.count
    }

    /// The index of a unit by its code.
    public func unitIndex(of code: String) -> Int? {
        unitIndices[code]
    }

    /// The unit of a row.
    public func unit(ofRow row: Int) -> AssessedUnit {
        units[row % units.count]
    }

    /// The period of a row.
    public func period(ofRow row: Int) -> Period {
        periods[row / units.count]
    }
}
