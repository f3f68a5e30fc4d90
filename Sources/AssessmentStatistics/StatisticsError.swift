/// Why a statistic of several variables could not be computed.
///
/// Statistics of one list give `nil` where they are undefined; these errors belong to matrices and to iterations.
public enum StatisticsError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The lengths of two inputs, or of the rows of one, do not agree.
    case unequalLengths(expected: Int, found: Int)
    /// A square matrix was expected.
    case notSquare(rows: Int, columns: Int)
    /// A symmetric matrix was expected; the place is the first that differs from its mirror.
    case notSymmetric(row: Int, column: Int)
    /// Numbers greater than zero were expected; the place is the first that is not.
    case notPositive(row: Int, column: Int)
    /// Finite numbers were expected; the place is the first that is not.
    case notFinite(row: Int, column: Int)
    /// The matrix has no inverse to working precision; the column is the first without a pivot.
    case singular(column: Int)
    /// There are fewer rows (units) than the statistic needs.
    case tooFewRows(found: Int, needed: Int)
    /// There are fewer columns (variables or raters) than the statistic needs.
    case tooFewColumns(found: Int, needed: Int)
    /// A column does not vary and has no correlation with another.
    case constantColumn(Int)
    /// A parameter lies outside its range; the text says which range.
    case parameterOutOfRange(String)
    /// An iteration did not settle.
    case noConvergence(iterations: Int)

    /// What is wrong and what was expected; rows and columns count from 0.
    public var description: String {
        switch self {
        case .unequalLengths(let expected, let found): "expected \(expected) values, found \(found)"
        case .notSquare(let rows, let columns): "expected a square matrix, found \(rows) × \(columns)"
        case .notSymmetric(let row, let column):
            "expected a symmetric matrix; (\(row), \(column)) differs from its mirror"
        case .notPositive(let row, let column): "expected a number above zero at (\(row), \(column))"
        case .notFinite(let row, let column): "expected a finite number at (\(row), \(column))"
        case .singular(let column): "the matrix is singular: no pivot in column \(column)"
        case .tooFewRows(let found, let needed): "expected at least \(needed) rows, found \(found)"
        case .tooFewColumns(let found, let needed): "expected at least \(needed) columns, found \(found)"
        case .constantColumn(let column): "column \(column) does not vary"
        case .parameterOutOfRange(let text): text
        case .noConvergence(let iterations): "no convergence after \(iterations) iterations"
        }
    }
}
