/// The cell of a source file that a value was read from.
public struct Origin: Sendable, Hashable {
    /// The file, relative to the specification.
    public var file: String
    /// The sheet, where the file has sheets.
    public var sheet: String?
    /// The row in the file, from 1; the heading is row 1.
    public var row: Int
    /// The name of the column.
    public var column: String
    /// The name of the cell, such as `D12`, where the file has sheets of cells.
    public var cell: String?
    /// Who published the value.
    public var source: String
    /// What the source or the transcriber remarks on it.
    public var note: String

    /// Creates an origin.
    public init(
        file: String, sheet: String? = nil, row: Int, column: String, cell: String? = nil, source: String = "",
        note: String = ""
    ) {
        self.file = file
        self.sheet = sheet
        self.row = row
        self.column = column
        self.cell = cell
        self.source = source
        self.note = note
    }
}

/// A value of a variable for a unit in a period, as it was collected.
public struct Observation: Sendable {
    /// The variable.
    public let variable: String
    /// The code of the unit.
    public let unit: String
    /// The period.
    public let period: Period
    /// The number, where there is one.
    public let value: Double?
    /// Why there is none.
    public let reason: Reason?
    /// Where it was read.
    public let origin: Origin

    /// Creates an observation that has a value.
    public init(variable: String, unit: String, period: Period, value: Double, origin: Origin) {
        self.variable = variable
        self.unit = unit
        self.period = period
        self.value = value
        self.reason = nil
        self.origin = origin
    }

    /// Creates an observation that says why there is no value.
    public init(variable: String, unit: String, period: Period, absent reason: Reason, origin: Origin) {
        self.variable = variable
        self.unit = unit
        self.period = period
        self.value = nil
        self.reason = reason
        self.origin = origin
    }
}
