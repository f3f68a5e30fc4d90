/// Which units are assessed.
public struct UnitSelection: Sendable, Hashable {
    /// The file that lists every unit.
    public var file: String
    /// How a file with columns of its own is read; nothing for a file in the form of the workbench.
    public var table: UnitTableForm?
    /// The levels that are assessed; every one where there are none.
    public var levels: [String]
    /// The day on which an assessed unit must be in force; any where there is none.
    public var inForceOn: CalendarDate?
    /// Where the specification has it.
    public var position: SourcePosition?

    /// Creates a selection.
    public init(
        file: String, table: UnitTableForm? = nil, levels: [String], inForceOn: CalendarDate?,
        position: SourcePosition? = nil
    ) {
        self.file = file
        self.table = table
        self.levels = levels
        self.inForceOn = inForceOn
        self.position = position
    }
}

/// How units are read from a table with columns of its own; a unit may stand in several rows, such as one a year.
public struct UnitTableForm: Sendable, Hashable {
    /// The place of the rows in a JSON file, such as `data.matrix`; nothing for CSV.
    public var place: String?
    /// The sheet of a workbook; the first one that is shown where there is none.
    public var sheet: String?
    /// The column of codes; the number of the row where there is none.
    public var code: String?
    /// The column of names; the code where there is none.
    public var name: String?
    /// The column of the unit that each belongs to. One that has no row of its own is a unit of the level that the column
    /// is named for.
    public var parent: String?
    /// The columns that group units, such as a region.
    public var groups: [String]
    /// The codes of units that belong to a class, by class.
    public var classes: [String: [String]]

    /// Creates a form.
    public init(
        place: String? = nil, sheet: String? = nil, code: String? = nil, name: String? = nil, parent: String? = nil,
        groups: [String] = [], classes: [String: [String]] = [:]
    ) {
        self.place = place
        self.sheet = sheet
        self.code = code
        self.name = name
        self.parent = parent
        self.groups = groups
        self.classes = classes
    }
}

/// A file of data that an assessment reads.
public struct DataFile: Sendable, Hashable {
    /// What a file holds.
    public enum Content: Sendable, Hashable {
        /// Values of variables, a row a value.
        case observations
        /// Values of variables, in a form of its own.
        case table(TableForm)
        /// A question in SQL, whose answer is a table; the file holds the SQL.
        case query(DataQuery)
        /// Entries of a register.
        case register(String)
        /// Targets by indicator, unit and period.
        case targets
        /// Decisions that adjust scores and grades.
        case adjustments
        /// The reported progress of tasks.
        case progress
        /// Ratings of qualitative items.
        case ratings
        /// Those who rate.
        case assessors
        /// Dated facts on statements of the policy, shown without scores.
        case facts
        /// Values and registers that were taken in from filled forms, in a folder, with what is taken for a number in them.
        case collection(Set<NumberRule>)
    }

    /// What it holds.
    public var content: Content
    /// Its path relative to the specification, or to the folder of data that the user named.
    public var file: String
    /// Where the specification names it.
    public var position: SourcePosition

    /// Creates a data file.
    public init(content: Content, file: String, position: SourcePosition) {
        self.content = content
        self.file = file
        self.position = position
    }
}

/// How the values of variables are read from a table with columns of its own.
public struct TableForm: Sendable, Hashable {
    /// Where the period of a row comes from.
    public enum PeriodSource: Sendable, Hashable {
        /// A column holds it.
        case column(String)
        /// Every row is of one period.
        case only(Period)
    }

    /// What the columns hold.
    public enum Layout: Sendable, Hashable {
        /// A column a variable.
        case wide
        /// One column names the variable, another one holds its value.
        case long(variable: String, value: String)
    }

    /// The place of the rows in a JSON file, such as `data.matrix`; nothing for CSV.
    public var place: String?
    /// The sheet of a workbook; the first one that is shown where there is none.
    public var sheet: String?
    /// The column of the codes of units; the number of the row where there is none.
    public var unit: String?
    /// Where the period comes from.
    public var period: PeriodSource
    /// What the columns hold.
    public var layout: Layout
    /// The texts that stand for no value, with the reason that each stands for.
    public var missing: [String: Reason]
    /// The numbers that texts stand for, such as 0 for “no practice”, by text.
    public var codes: [String: Double]
    /// The variables by the columns that have another name than theirs.
    public var variables: [String: String]
    /// Whether rows of units that are not listed are passed over, rather than an error.
    public var ignoresOtherUnits: Bool

    /// Creates a form.
    public init(
        place: String? = nil, sheet: String? = nil, unit: String? = nil, period: PeriodSource,
        layout: Layout = .wide, missing: [String: Reason] = [:], codes: [String: Double] = [:],
        variables: [String: String] = [:],
        ignoresOtherUnits: Bool = false
    ) {
        self.place = place
        self.sheet = sheet
        self.unit = unit
        self.period = period
        self.layout = layout
        self.missing = missing
        self.codes = codes
        self.variables = variables
        self.ignoresOtherUnits = ignoresOtherUnits
    }
}
