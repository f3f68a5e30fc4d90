/// A table of statistics on the values or scores of an assessment, such as a matrix of correlations.
public struct StatisticsTable: Sendable, Hashable {
    /// Its id.
    public let id: String
    /// What it holds.
    public let title: BilingualText
    /// The names of the rows.
    public let rows: [String]
    /// The names of the columns.
    public let columns: [String]
    /// The numbers by row, then by column; nothing where there is none.
    public let values: [[Double?]]
    /// What is to be noticed, such as pairs of indicators that say the same.
    public let remarks: [BilingualText]

    /// Creates a table.
    public init(
        id: String, title: BilingualText, rows: [String], columns: [String], values: [[Double?]],
        remarks: [BilingualText] = []
    ) {
        self.id = id
        self.title = title
        self.rows = rows
        self.columns = columns
        self.values = values
        self.remarks = remarks
    }
}
