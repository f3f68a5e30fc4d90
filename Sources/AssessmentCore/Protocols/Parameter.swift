/// A parameter that a method or an indicator declares: configuration checks it, help prints it.
public struct Parameter: Sendable, Hashable {
    /// What values a parameter takes.
    public indirect enum Kind: Sendable, Hashable {
        /// A number within bounds, or a table of such numbers by unit, class and period.
        case number(atLeast: Double? = nil, atMost: Double? = nil)
        /// One of some words, or any text where there are none.
        case text(oneOf: [String] = [])
        /// `true` or `false`.
        case flag
        /// Codes of assessed units.
        case units
        /// A list of records, each with these parameters.
        case records([Parameter])
        /// A number for each of some names, such as the ids of the children of a node.
        case numbersByName
        /// A list of lists of numbers, the rows of a matrix; a cell that is not known is `~`.
        case matrix
        /// A list of weightings, each with its parameters.
        case weightings

        /// The kind in words, for messages and help.
        public var name: String {
            switch self {
            case .number(let low?, let high?): "a number from \(Formula.text(of: low)) to \(Formula.text(of: high))"
            case .number(let low?, nil): "a number from \(Formula.text(of: low))"
            case .number(nil, let high?): "a number up to \(Formula.text(of: high))"
            case .number(nil, nil): "a number"
            case .text(let words): words.isEmpty ? "a text" : "one of " + words.joined(separator: ", ")
            case .flag: "true or false"
            case .units: "a list of unit codes"
            case .records(let fields): "a list of { " + fields.map(\.name).joined(separator: ", ") + " }"
            case .numbersByName: "a mapping of names to numbers"
            case .matrix: "a list of lists of numbers"
            case .weightings: "a list of weightings"
            }
        }
    }

    /// Its key in YAML.
    public let name: String
    /// What it means.
    public let summary: BilingualText
    /// The values that it takes.
    public let kind: Kind
    /// The value where none is given; a parameter without one must be given.
    public let defaultValue: ParameterValue?

    /// Creates a parameter.
    public init(_ name: String, _ summary: BilingualText, _ kind: Kind, default value: ParameterValue? = nil) {
        self.name = name
        self.summary = summary
        self.kind = kind
        self.defaultValue = value
    }
}

/// A value given to a parameter.
public enum ParameterValue: Sendable, Hashable {
    /// A number, the same for every row or varying.
    case number(NumberTable)
    /// A word.
    case text(String)
    /// Yes or no.
    case flag(Bool)
    /// Codes of units.
    case units([String])
    /// A list of records.
    case records([[String: ParameterValue]])
    /// Numbers by name.
    case numbersByName([String: Double])
    /// The rows of a matrix; nothing where a cell is not known.
    case matrix([[Double?]])
    /// Methods with their parameters.
    case methods([MethodChoice])

    /// A number that is the same for every row.
    public static func number(_ value: Double) -> ParameterValue { .number(NumberTable(value)) }
}

/// A number that may differ by unit, class of unit and period.
public struct NumberTable: Sendable, Hashable {
    /// A line of the table: the number for what it names, and for everything where it names nothing.
    public struct Line: Sendable, Hashable {
        /// The code of the unit.
        public var unit: String?
        /// The class or level of unit.
        public var unitClass: String?
        /// The period.
        public var period: Period?
        /// The number.
        public var value: Double

        /// Creates a line.
        public init(unit: String? = nil, unitClass: String? = nil, period: Period? = nil, value: Double) {
            self.unit = unit
            self.unitClass = unitClass
            self.period = period
            self.value = value
        }
    }

    /// The lines. One that names a unit goes before one that names a class of the unit, that before one that names its
    /// kind, that before one that names its level, and that before one that names none of them; among equals one that
    /// names the period goes first; then the later line.
    public var lines: [Line]

    /// Creates a table of one number for everything.
    public init(_ value: Double) {
        lines = [Line(value: value)]
    }

    /// Creates a table.
    public init(lines: [Line]) {
        self.lines = lines
    }

    /// The number where it is the same for everything.
    public var single: Double? {
        guard lines.count == 1, let line = lines.first, line.unit == nil, line.unitClass == nil, line.period == nil
        else { return nil }
        return line.value
    }

    /// The number for a unit in a period, where the table has one.
    public func value(unit: AssessedUnit, period: Period) -> Double? {
        var best: (rank: Int, value: Double)?
        for line in lines {
            guard let rank = rank(of: line, unit, period) else { continue }
            if rank >= best?.rank ?? -1 { best = (rank, line.value) }
        }
        return best?.value
    }

    /// The different numbers of the lines that name a unit in a period most particularly; more than one where a unit is in
    /// two classes that the table names.
    public func bestNumbers(unit: AssessedUnit, period: Period) -> [Double] {
        let ranked = lines.compactMap { line in rank(of: line, unit, period).map { (rank: $0, value: line.value) } }
        guard let best = ranked.map(\.rank).max() else { return [] }
        return ranked.filter { $0.rank == best }.map(\.value).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// How particularly a line names a unit and a period; nothing where it names others.
    private func rank(of line: Line, _ unit: AssessedUnit, _ period: Period) -> Int? {
        guard line.period == nil || line.period == period, line.unit == nil || line.unit == unit.code else {
            return nil
        }
        return particularity(of: line, for: unit).map { 2 * $0 + (line.period != nil ? 1 : 0) }
    }

    /// How particularly a line names a unit; nothing where it names another class.
    private func particularity(of line: Line, for unit: AssessedUnit) -> Int? {
        guard let name = line.unitClass else { return line.unit == nil ? 0 : 4 }
        let rank: Int? = unit.classes.contains(name) ? 3 : name == unit.kind ? 2 : name == unit.level ? 1 : nil
        return rank.map { line.unit == nil ? $0 : 4 + $0 }
    }

    /// The numbers for the rows of a panel; NaN where the table has none.
    public func numbers(for panel: Panel) -> [Double] {
        (0..<panel.rowCount).map { value(unit: panel.unit(ofRow: $0), period: panel.period(ofRow: $0)) ?? .nan }
    }
}

/// The values given to the parameters of a method or an indicator, completed by their defaults.
public struct ParameterValues: Sendable, Hashable {
    private var values: [String: ParameterValue]

    /// Creates values, completed by the defaults of the parameters.
    public init(_ given: [String: ParameterValue] = [:], for parameters: [Parameter] = []) {
        values = given
        for parameter in parameters where values[parameter.name] == nil {
            values[parameter.name] = parameter.defaultValue
        }
    }

    /// The value of a parameter, where there is one.
    public subscript(name: String) -> ParameterValue? { values[name] }

    /// The names of the parameters that have a value, sorted.
    public var names: [String] { values.keys.sorted() }

    /// The number of a parameter, for any row.
    public func numberTable(_ name: String) -> NumberTable? {
        if case .number(let table) = values[name] { table } else { nil }
    }

    /// The number of a parameter that is the same for every row.
    public func number(_ name: String) -> Double? { numberTable(name)?.single }

    /// The word of a parameter.
    public func text(_ name: String) -> String? {
        if case .text(let text) = values[name] { text } else { nil }
    }

    /// The yes or no of a parameter.
    public func flag(_ name: String) -> Bool? {
        if case .flag(let flag) = values[name] { flag } else { nil }
    }

    /// The unit codes of a parameter.
    public func units(_ name: String) -> [String]? {
        if case .units(let codes) = values[name] { codes } else { nil }
    }

    /// The numbers by name of a parameter.
    public func numbersByName(_ name: String) -> [String: Double]? {
        if case .numbersByName(let numbers) = values[name] { numbers } else { nil }
    }

    /// The rows of a parameter that is a matrix.
    public func matrix(_ name: String) -> [[Double?]]? {
        if case .matrix(let rows) = values[name] { rows } else { nil }
    }

    /// The methods of a parameter.
    public func methods(_ name: String) -> [MethodChoice]? {
        if case .methods(let methods) = values[name] { methods } else { nil }
    }

    /// The records of a parameter.
    public func records(_ name: String) -> [[String: ParameterValue]]? {
        if case .records(let records) = values[name] { records } else { nil }
    }
}
