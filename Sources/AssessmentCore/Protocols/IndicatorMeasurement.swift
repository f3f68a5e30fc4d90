/// What an indicator measured.
public struct IndicatorMeasurement: Sendable {
    /// What the value of a row rests on.
    public enum Evidence: Sendable {
        /// The values of a formula's variables, in the row and in earlier ones where it lags.
        case formula(Formula)
        /// The values of variables, in the row and in earlier ones, the same for every row.
        case variables([LaggedVariable])
        /// The references of each row.
        case listed([[Reference]])
    }

    /// A collected value or a register entry that a value rests on.
    public enum Reference: Sendable, Hashable {
        /// The value of a variable in a row of the panel.
        case variable(String, row: Int)
        /// The value of a variable of a unit that belongs to an assessed one, in a row of the panel of such units.
        case part(String, row: Int)
        /// An entry by its position in its register.
        case registerEntry(register: String, position: Int)
        /// A cell of a file that holds neither a variable nor a register, such as a rating.
        case cell(Trace.Cell)
    }

    /// The values, with a state and a reason for each.
    public let column: Column
    /// What they rest on.
    public let evidence: Evidence

    /// Creates a measurement.
    public init(column: Column, evidence: Evidence) {
        self.column = column
        self.evidence = evidence
    }
}

extension IndicatorMeasurement.Evidence {
    /// What the value of a row rests on.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - panel: the rows that were measured.
    public func references(row: Int, panel: Panel) -> [IndicatorMeasurement.Reference] {
        switch self {
        case .listed(let rows): rows[row]
        case .formula(let formula):
            formula.laggedInputs.compactMap { input, periods in
                panel.row(row, yearsBefore: periods).map { .variable(input, row: $0) }
            }
        case .variables(let variables):
            variables.compactMap { lagged in
                panel.row(row, yearsBefore: lagged.yearsBefore).map { .variable(lagged.variable, row: $0) }
            }
        }
    }
}

/// A variable in the year of a row, or so many years before.
public struct LaggedVariable: Sendable, Hashable {
    /// The id of the variable.
    public var variable: String
    /// How many years before the row.
    public var yearsBefore: Int

    /// Creates it.
    public init(_ variable: String, yearsBefore: Int = 0) {
        self.variable = variable
        self.yearsBefore = yearsBefore
    }
}
