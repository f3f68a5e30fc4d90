public import AssessmentCore

/// Values of variables from a table with columns of its own, CSV, JSON or a workbook.
///
/// In wide form each row is a unit in a period and each variable has a column; in long form one column names the variable
/// and another one holds its value. The period is that of a column, written as a year or as a report period such as
/// `2020-q1` (see ``ReportPeriod``), or one for all rows. An empty cell is not submitted, unless the form says otherwise.
/// Without a column of units the number of a row among the rows, from 1, is the code of its unit.
public enum ObservationsTable {
    /// What is read out of a table, of all that it may hold.
    public struct Request: Sendable {
        let units: UnitTable
        let variables: Set<String>
        let periods: Set<Period>
        let codes: Set<String>

        /// Creates a request.
        ///
        /// - Parameters:
        ///   - units: every unit that data may refer to.
        ///   - variables: the variables that are read; other columns are passed over, whatever they hold.
        ///   - periods: the periods that are read; other rows are passed over.
        public init(units: UnitTable, variables: Set<String>, periods: Set<Period>) {
            self.units = units
            self.variables = variables
            self.periods = periods
            codes = Set(units.units.map(\.code))
        }
    }

    /// What was read.
    public struct Contents: Sendable {
        /// The values.
        public let observations: [Observation]
        /// The variables that were asked for and that the table has.
        public let variables: Set<String>
        /// The names that the table has values under: of its columns, or in long form those in the column of variables.
        public let names: [String]
    }

    /// Reads the values that are asked for.
    ///
    /// - Parameters:
    ///   - form: which columns hold what.
    ///   - position: where the specification names the file.
    ///   - seen: the cells that were read before; those of this table are added.
    /// - Throws: `DiagnosticList` with every problem of the file and of the form.
    public static func read(
        _ bytes: [UInt8], file: String, form: TableForm, namedAt position: SourcePosition, _ request: Request,
        seen: inout ReadCells
    ) throws(DiagnosticList) -> Contents {
        let table = try SourceTable(bytes: bytes, file: file, place: form.place, sheet: form.sheet, namedAt: position)
        var reading = TableReading(table, form, request)
        try reading.findColumns(namedAt: position)
        switch form.layout {
        case .wide: reading.readWide(&seen)
        case .long: reading.readLong(&seen)
        }
        try reading.finish()
        return Contents(observations: reading.observations, variables: reading.found, names: reading.names)
    }
}
