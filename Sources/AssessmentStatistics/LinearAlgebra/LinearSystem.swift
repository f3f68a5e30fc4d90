extension Matrix {
    /// The solution x of A x = b for this square matrix A, by Gaussian elimination with partial pivoting.
    ///
    /// `right` holds as many values as A has rows. The matrix counts as singular where a pivot is no greater than n
    /// times the rounding unit times the largest element.
    ///
    /// - Throws: `StatisticsError.notSquare`, `.unequalLengths`, `.notFinite` or `.singular`.
    public func solve(_ right: [Double]) throws(StatisticsError) -> [Double] {
        try requireSquare()
        try requireFinite()
        guard right.count == rows else { throw .unequalLengths(expected: rows, found: right.count) }
        if let place = right.firstIndex(where: { !$0.isFinite }) { throw .notFinite(row: place, column: 0) }
        var left = self
        var solution = right
        let largest = elements.reduce(0) { max($0, abs($1)) }
        let threshold = Double(rows) * Double.ulpOfOne * largest
        for column in 0..<columns {
            var pivot = column
            for row in column..<rows where abs(left[row, column]) > abs(left[pivot, column]) { pivot = row }
            guard abs(left[pivot, column]) > threshold else { throw .singular(column: column) }
            if pivot != column {
                for inner in column..<columns {
                    (left[pivot, inner], left[column, inner]) = (left[column, inner], left[pivot, inner])
                }
                solution.swapAt(pivot, column)
            }
            for row in column + 1..<max(rows, column + 1) {
                let factor = left[row, column] / left[column, column]
                if factor == 0 { continue }
                for inner in column..<columns { left[row, inner] -= factor * left[column, inner] }
                solution[row] -= factor * solution[column]
            }
        }
        for row in (0..<rows).reversed() {
            var total = solution[row]
            for column in row + 1..<max(columns, row + 1) { total -= left[row, column] * solution[column] }
            solution[row] = total / left[row, row]
        }
        return solution
    }
}
