/// A small dense matrix, its elements row after row.
public struct Matrix: Equatable, Sendable {
    /// The number of rows.
    public let rows: Int
    /// The number of columns.
    public let columns: Int
    /// The elements, row after row: rows × columns of them.
    public private(set) var elements: [Double]

    /// Creates a matrix of its elements, row after row.
    ///
    /// - Throws: `StatisticsError.unequalLengths` where there are not rows × columns elements.
    public init(rows: Int, columns: Int, elements: [Double]) throws(StatisticsError) {
        guard rows >= 0, columns >= 0, elements.count == rows * columns else {
            throw .unequalLengths(expected: max(0, rows) * max(0, columns), found: elements.count)
        }
        self.init(unchecked: elements, rows: rows, columns: columns)
    }

    /// Creates a matrix of its rows.
    ///
    /// - Throws: `StatisticsError.unequalLengths` where a row is longer or shorter than the first.
    public init(rowArrays: [[Double]]) throws(StatisticsError) {
        let width = rowArrays.first?.count ?? 0
        for row in rowArrays where row.count != width {
            throw .unequalLengths(expected: width, found: row.count)
        }
        self.init(unchecked: rowArrays.flatMap(\.self), rows: rowArrays.count, columns: width)
    }

    /// Creates a matrix of its columns.
    ///
    /// - Throws: `StatisticsError.unequalLengths` where a column is longer or shorter than the first.
    public init(columnArrays: [[Double]]) throws(StatisticsError) {
        self = try Matrix(rowArrays: columnArrays).transposed
    }

    /// Creates a matrix of one number throughout; rows and columns are 0 or more.
    public init(repeating value: Double, rows: Int, columns: Int) {
        self.init(unchecked: [Double](repeating: value, count: rows * columns), rows: rows, columns: columns)
    }

    private init(unchecked elements: [Double], rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        self.elements = elements
    }

    /// The identity matrix of a size.
    public static func identity(_ size: Int) -> Matrix {
        var result = Matrix(repeating: 0, rows: size, columns: size)
        for index in 0..<size { result[index, index] = 1 }
        return result
    }

    /// The element at a row and a column, both from 0 and within the shape.
    public subscript(row: Int, column: Int) -> Double {
        get { elements[row * columns + column] }
        set { elements[row * columns + column] = newValue }
    }

    /// The elements of a row.
    public func row(_ row: Int) -> [Double] {
        Array(elements[row * columns..<(row + 1) * columns])
    }

    /// The elements of a column.
    public func column(_ column: Int) -> [Double] {
        (0..<rows).map { self[$0, column] }
    }

    /// The matrix with rows and columns exchanged.
    public var transposed: Matrix {
        var result = Matrix(repeating: 0, rows: columns, columns: rows)
        for row in 0..<rows {
            for column in 0..<columns { result[column, row] = self[row, column] }
        }
        return result
    }

    /// The product with a matrix whose rows are as many as the columns of this one.
    ///
    /// - Throws: `StatisticsError.unequalLengths` where they are not.
    public func multiplied(by other: Matrix) throws(StatisticsError) -> Matrix {
        guard columns == other.rows else { throw .unequalLengths(expected: columns, found: other.rows) }
        var result = Matrix(repeating: 0, rows: rows, columns: other.columns)
        for row in 0..<rows {
            for column in 0..<other.columns {
                var total = 0.0
                for inner in 0..<columns { total += self[row, inner] * other[inner, column] }
                result[row, column] = total
            }
        }
        return result
    }

    /// The product with a vector that has as many values as this matrix has columns.
    ///
    /// - Throws: `StatisticsError.unequalLengths` where it has not.
    public func multiplied(by vector: [Double]) throws(StatisticsError) -> [Double] {
        guard columns == vector.count else { throw .unequalLengths(expected: columns, found: vector.count) }
        return (0..<rows).map { row in
            var total = 0.0
            for column in 0..<columns { total += self[row, column] * vector[column] }
            return total
        }
    }

    /// Refuses a matrix that is not square.
    func requireSquare() throws(StatisticsError) {
        guard rows == columns else { throw .notSquare(rows: rows, columns: columns) }
    }

    /// Refuses a matrix that holds an infinity or not-a-number.
    func requireFinite() throws(StatisticsError) {
        if let place = elements.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(row: place / columns, column: place % columns)
        }
    }
}
