/// Where the tile of a unit lies on a tile map: a grid of squares, about as the units lie to each other.
public struct MapPlace: Sendable, Hashable {
    /// The numbers that rows and columns have.
    public static let range = 1...40

    /// The row, counted from one at the top.
    public let row: Int
    /// The column, counted from one at the left.
    public let column: Int

    /// Creates a place; nothing outside the numbers of rows and columns.
    public init?(row: Int, column: Int) {
        guard MapPlace.range.contains(row), MapPlace.range.contains(column) else { return nil }
        self.row = row
        self.column = column
    }
}
