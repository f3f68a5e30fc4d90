/// A published table and where the results of a specification must agree with it.
public struct PublishedTable: Sendable, Hashable {
    /// What a column is compared with.
    public struct Comparison: Sendable, Hashable {
        /// The column of the table.
        public var column: String
        /// The id of the node.
        public var node: String
        /// The result of the node.
        public var result: Result

        /// Creates a comparison.
        public init(column: String, node: String, result: Result) {
            self.column = column
            self.node = node
            self.result = result
        }
    }

    /// A result of a node.
    public enum Result: Sendable, Hashable {
        /// The final score.
        case score
        /// The values before any score.
        case value
        /// What a step gave; for a light its colour, for a grade its name.
        case step(Step.Kind)
        /// The share of units or of weight that rests on measured values.
        case measuredShare
    }

    /// What the rows of the table stand for.
    public enum Subject: Sendable, Hashable {
        /// Units in periods, with the columns that are compared; every column that is a node where none are listed.
        case units(unit: String?, period: TableForm.PeriodSource?, [Comparison], everyNode: Result?)
        /// Lists in a JSON file, each with a number a unit in the order of the units, and the node that each is compared
        /// with.
        case vectors([String: String])
        /// Lists in a JSON file, each with the shares of weight of the children of a node in their order.
        case weightVectors([String: String])
        /// The children of a node, by id or in order; the column holds the share of weight of each.
        case weights(node: String, child: String?, column: String)
        /// The cells of a table of statistics.
        case statistics(String, StatisticsCells, isUnsigned: Bool)
    }

    /// How a published table names the cells of a table of statistics.
    public enum StatisticsCells: Sendable, Hashable {
        /// A row a row, named by the text of a column; the columns by the names that they have in ours, all of one name
        /// where none are listed.
        case wide(row: String?, columns: [String: String])
        /// A row a cell, which columns name.
        case long(row: String, column: String, value: String)
    }

    /// How closely the results must agree.
    public enum Precision: Sendable, Hashable {
        /// Rounded to so many decimals they are the same number.
        case decimals(Int)
        /// The difference is at most so much, in units of the published number where that is larger than one.
        case within(Double)
    }

    /// Its name.
    public var name: String
    /// The specification, beside the list.
    public var specification: String
    /// The file of the table, in the folder of data.
    public var file: String
    /// The place of the rows in a JSON file.
    public var place: String?
    /// The sheet of a workbook; the first one that is shown where none is named.
    public var sheet: String?
    /// What its rows stand for.
    public var subject: Subject
    /// The rows that are compared: those with these texts, by column.
    public var only: [String: String] = [:]
    /// The texts that stand for nothing published.
    public var missing: [String]
    /// How closely the results must agree.
    public var precision: Precision
    /// Whether a result that is absent where nothing is published counts as reproduced.
    public var countsAbsences: Bool
    /// How many values are reproduced at least; all where nothing is said.
    public var atLeast: Int?
    /// The optional part of the program without which it cannot be compared.
    public var needs: String?
    /// Why not all are, and what else is to be said.
    public var note: String
    /// Where it is listed.
    public var position: SourcePosition

    /// Creates a table.
    public init(
        name: String, specification: String, file: String, place: String? = nil, subject: Subject,
        missing: [String] = [], precision: Precision, countsAbsences: Bool = false, atLeast: Int? = nil,
        needs: String? = nil, note: String = "", position: SourcePosition
    ) {
        self.name = name
        self.specification = specification
        self.file = file
        self.place = place
        self.subject = subject
        self.missing = missing
        self.precision = precision
        self.countsAbsences = countsAbsences
        self.atLeast = atLeast
        self.needs = needs
        self.note = note
        self.position = position
    }
}
