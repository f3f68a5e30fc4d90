/// Observations in the order in which they were read, kept in columns.
///
/// Each text is kept once, so that an observation takes some twenty bytes, whatever its unit and variable are called: ten
/// million of a file fit where a list of ``Observation`` would take ten times as much. Of a position an ``Observation`` is
/// made when it is asked for.
public struct Observations: Sendable {
    /// A variable in a period.
    package struct Series: Hashable, Sendable {
        package let variable: String
        package let period: Period

        package init(variable: String, period: Period) {
            self.variable = variable
            self.period = period
        }
    }

    /// A column of a file or sheet, in which many observations stand.
    private struct Place: Hashable {
        let file: String
        let sheet: String?
        let column: String
    }

    /// The units, numbered.
    package private(set) var units = Numbering<String>()
    /// The variables with their periods, numbered.
    package private(set) var series = Numbering<Series>()
    private var places = Numbering<Place>()
    /// Names of cells, sources and notes; the first one is empty.
    private var texts = Numbering<String>()

    /// The number of the unit of each observation.
    package private(set) var unitNumbers: [UInt32] = []
    /// The number of the variable and period of each observation.
    package private(set) var seriesNumbers: [UInt32] = []
    private var values: [Double] = []
    /// The row of each observation; below 0 where it stands among the far ones.
    private var rows: [Int32] = []
    private var farRows: [Int: Int] = [:]
    /// 0 for a value; else the reason's place among all, from 1.
    private var reasons = SparseNumbers<UInt8>()
    private var placeNumbers = SparseNumbers<UInt32>()
    private var cells = SparseNumbers<UInt32>()
    private var sources = SparseNumbers<UInt32>()
    private var notes = SparseNumbers<UInt32>()

    /// Creates a list without any.
    public init() { _ = texts.number(of: "") }

    /// The ids of the variables.
    public var variables: Set<String> { Set(series.values.map(\.variable)) }
}

extension Observations: RandomAccessCollection, MutableCollection {
    /// The first position.
    public var startIndex: Int { 0 }
    /// The position behind the last one.
    public var endIndex: Int { unitNumbers.count }

    /// The observation at a position.
    public subscript(position: Int) -> Observation {
        get {
            let series = series.values[Int(seriesNumbers[position])]
            let unit = units.values[Int(unitNumbers[position])]
            if let reason = reason(at: position) {
                return Observation(
                    variable: series.variable, unit: unit, period: series.period, absent: reason,
                    origin: origin(at: position))
            }
            return Observation(
                variable: series.variable, unit: unit, period: series.period, value: values[position],
                origin: origin(at: position))
        }
        set {
            unitNumbers[position] = units.number(of: newValue.unit)
            seriesNumbers[position] = series.number(of: Series(variable: newValue.variable, period: newValue.period))
            values[position] = newValue.value ?? .nan
            reasons.set(Observations.code(newValue.reason), at: position)
            let origin = newValue.origin
            placeNumbers.set(number(of: origin), at: position)
            farRows[position] = nil
            rows[position] = row(origin.row, at: position)
            cells.set(texts.number(of: origin.cell ?? ""), at: position)
            sources.set(texts.number(of: origin.source), at: position)
            notes.set(texts.number(of: origin.note), at: position)
        }
    }

    /// The number of an observation, where there is one.
    package func value(at position: Int) -> Double? { reasons[position] == 0 ? values[position] : nil }

    /// Why an observation has no number.
    package func reason(at position: Int) -> Reason? {
        let code = Int(reasons[position])
        return code == 0 ? nil : Observations.reasonsByCode[code - 1]
    }

    /// What an observation is of.
    package func place(at position: Int) -> (variable: String, period: Period, unit: String) {
        let series = series.values[Int(seriesNumbers[position])]
        return (series.variable, series.period, units.values[Int(unitNumbers[position])])
    }

    /// The row that an observation was read from.
    package func row(at position: Int) -> Int {
        rows[position] >= 0 ? Int(rows[position]) : farRows[position] ?? 0
    }

    private func origin(at position: Int) -> Origin {
        let place = places.values[Int(placeNumbers[position])]
        let cell = texts.values[Int(cells[position])]
        return Origin(
            file: place.file, sheet: place.sheet, row: row(at: position), column: place.column,
            cell: cell.isEmpty ? nil : cell, source: texts.values[Int(sources[position])],
            note: texts.values[Int(notes[position])])
    }

    private static let reasonsByCode = Reason.allCases
    private static let codes = Dictionary(
        uniqueKeysWithValues: reasonsByCode.enumerated().map { ($1, UInt8($0 + 1)) })

    /// The number that stands for a reason; 0 where there is a value.
    package static func code(_ reason: Reason?) -> UInt8 { reason.flatMap { codes[$0] } ?? 0 }

    private mutating func number(of origin: Origin) -> UInt32 {
        places.number(of: Place(file: origin.file, sheet: origin.sheet, column: origin.column))
    }

    private mutating func row(_ row: Int, at position: Int) -> Int32 {
        if let near = Int32(exactly: row), near >= 0 { return near }
        farRows[position] = row
        return -1
    }
}

extension Observations: RangeReplaceableCollection, ExpressibleByArrayLiteral {
    /// Creates a list of the observations that are written down.
    public init(arrayLiteral elements: Observation...) { self.init(elements) }

    /// Creates a list of some observations in their order.
    public init(_ elements: some Sequence<Observation>) {
        self.init()
        if let whole = elements as? Observations {
            self = whole
        } else {
            for element in elements { append(element) }
        }
    }

    /// Adds an observation behind the others.
    public mutating func append(_ observation: Observation) {
        let position = count
        let origin = observation.origin
        unitNumbers.append(units.number(of: observation.unit))
        seriesNumbers.append(series.number(of: Series(variable: observation.variable, period: observation.period)))
        values.append(observation.value ?? .nan)
        rows.append(row(origin.row, at: position))
        reasons.append(Observations.code(observation.reason))
        placeNumbers.append(number(of: origin))
        cells.append(texts.number(of: origin.cell ?? ""))
        sources.append(texts.number(of: origin.source))
        notes.append(texts.number(of: origin.note))
    }

    /// Puts observations in the place of others.
    public mutating func replaceSubrange(_ range: Range<Int>, with elements: some Collection<Observation>) {
        if range.lowerBound == count {
            for element in elements { append(element) }
            return
        }
        var replaced = Observations()
        for position in 0..<range.lowerBound { replaced.append(self[position]) }
        for element in elements { replaced.append(element) }
        for position in range.upperBound..<count { replaced.append(self[position]) }
        self = replaced
    }

    /// Adds the observations of another list behind those of this one.
    public static func += (observations: inout Observations, more: Observations) {
        if observations.isEmpty {
            observations = more
            return
        }
        let units = more.units.values.map { observations.units.number(of: $0) }
        let series = more.series.values.map { observations.series.number(of: $0) }
        let places = more.places.values.map { observations.places.number(of: $0) }
        let texts = more.texts.values.map { observations.texts.number(of: $0) }
        observations.reserve(observations.count + more.count)
        for position in more.indices {
            observations.farRows[observations.count] = more.farRows[position]
            observations.rows.append(more.rows[position])
            observations.unitNumbers.append(units[Int(more.unitNumbers[position])])
            observations.seriesNumbers.append(series[Int(more.seriesNumbers[position])])
            observations.values.append(more.values[position])
            observations.reasons.append(more.reasons[position])
            observations.placeNumbers.append(places[Int(more.placeNumbers[position])])
            observations.cells.append(texts[Int(more.cells[position])])
            observations.sources.append(texts[Int(more.sources[position])])
            observations.notes.append(texts[Int(more.notes[position])])
        }
    }
}

extension Observations {
    /// Rows that a reader took from one column of one file, with numbers of its own for their texts.
    package struct Rows: Sendable {
        package var units: [UInt32] = []
        package var series: [UInt32] = []
        /// The numbers; what has a reason has none.
        package var values: [Double] = []
        package var reasons: [UInt8] = []
        package var rows: [UInt32] = []
        package var cells: [UInt32] = []
        package var sources: [UInt32] = []
        package var notes: [UInt32] = []
        package var hasReasons = false
        package var hasCells = false
        package var hasSources = false
        package var hasNotes = false

        /// Creates none, with room for so many.
        package init(reserving count: Int = 0) {
            units.reserveCapacity(count)
            series.reserveCapacity(count)
            values.reserveCapacity(count)
            reasons.reserveCapacity(count)
            rows.reserveCapacity(count)
            sources.reserveCapacity(count)
            notes.reserveCapacity(count)
        }

        package var count: Int { units.count }
    }

    /// The number of a unit's code.
    package mutating func number(ofUnit code: String) -> UInt32 { units.number(of: code) }

    /// The number of a variable in a period.
    package mutating func number(of series: Series) -> UInt32 { self.series.number(of: series) }

    /// The number of the name of a cell, a source or a note.
    package mutating func number(ofText text: String) -> UInt32 { texts.number(of: text) }

    /// The number of a column of a file or sheet.
    package mutating func number(ofFile file: String, sheet: String?, column: String) -> UInt32 {
        places.number(of: Place(file: file, sheet: sheet, column: column))
    }

    /// Makes room for so many observations in all.
    package mutating func reserve(_ count: Int) {
        unitNumbers.reserveCapacity(count)
        seriesNumbers.reserveCapacity(count)
        values.reserveCapacity(count)
        rows.reserveCapacity(count)
    }

    /// Adds what a reader took.
    ///
    /// - Parameters:
    ///   - units: the number here of each of its units.
    ///   - series: the number here of each of its variables and periods.
    ///   - texts: the number here of each of its texts.
    ///   - place: the number of the column that the rows stand in.
    ///   - before: how many rows stand before the first of its rows.
    package mutating func append(
        _ read: Rows, units: [UInt32], series: [UInt32], texts: [UInt32], place: UInt32, before: Int
    ) {
        let first = count
        for unit in read.units { unitNumbers.append(units[Int(unit)]) }
        for number in read.series { seriesNumbers.append(series[Int(number)]) }
        values.append(contentsOf: read.values)
        for (index, row) in read.rows.enumerated() { rows.append(self.row(before + Int(row), at: first + index)) }
        reasons.append(count: read.count, areZero: !read.hasReasons) { read.reasons[$0] }
        placeNumbers.append(count: read.count, areZero: place == 0) { _ in place }
        cells.append(count: read.count, areZero: !read.hasCells) { texts[Int(read.cells[$0])] }
        sources.append(count: read.count, areZero: !read.hasSources) { texts[Int(read.sources[$0])] }
        notes.append(count: read.count, areZero: !read.hasNotes) { texts[Int(read.notes[$0])] }
    }
}
