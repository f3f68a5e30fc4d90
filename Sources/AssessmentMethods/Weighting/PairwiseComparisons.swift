internal import AssessmentCore
internal import AssessmentStatistics

#if canImport(Glibc)
import Glibc
#else
import Foundation
#endif

/// A reciprocal matrix of how many times as important each child is as each other; some cells may be unknown.
struct PairwiseComparisons {
    /// How unknown judgements are dealt with.
    enum Completion: String, CaseIterable {
        /// They are set so that the largest eigenvalue is as small as can be: the most consistent completion.
        case leastEigenvalue = "least_eigenvalue"
        /// They are set to ratios of the weights that fit the logarithms of the known ones best.
        case leastSquares = "least_squares"
        /// They count as nothing, and each unknown one of a row adds one to its diagonal.
        case harker
    }

    /// The cells, row after row; nothing where a judgement is unknown. Mirrored cells are reciprocals.
    let cells: [[Double?]]
    /// The number of children.
    var size: Int { cells.count }
    /// The number of pairs without a judgement.
    var unknownPairs: Int { cells.joined().count { $0 == nil } / 2 }

    /// How far a cell and its mirror may be from reciprocals, since 1/3 is often written as 0.33.
    private static let tolerance = 0.03

    /// Checks the rows of judgements and fills in the mirror of each.
    ///
    /// Where both a cell and its mirror are given, the one from 1 on counts, as the one that was judged.
    ///
    /// - Throws: `MethodError` that names the pair.
    init(_ rows: [[Double?]], of children: [String]) throws {
        let size = children.count
        guard rows.count == size, rows.allSatisfy({ $0.count == size }) else {
            let shape = "\(rows.count) rows of \(rows.map { "\($0.count)" }.joined(separator: ", ")) cells"
            throw MethodError(
                "ahp: the judgements are \(shape); expected \(size) rows of \(size) cells, in the order of the children "
                    + children.joined(separator: ", ") + ", with ~ where a judgement is unknown")
        }
        var cells = rows
        for (row, name) in children.enumerated() {
            for (column, other) in children.enumerated() {
                guard let value = rows[row][column] else { continue }
                guard value > 0, value.isFinite, (1 / value).isFinite else {
                    throw MethodError(
                        "ahp: ‘\(name)’ against ‘\(other)’ is \(Formula.text(of: value)); expected a number above zero, "
                            + "such as 3 for somewhat more important and 1/3 for the reverse")
                }
                guard row != column || value == 1 else {
                    throw MethodError(
                        "ahp: ‘\(name)’ against itself is \(Formula.text(of: value)); expected 1 on the diagonal, or ~")
                }
            }
            cells[row][row] = 1
        }
        for row in 0..<size {
            for column in row + 1..<max(size, row + 1) {
                switch (rows[row][column], rows[column][row]) {
                case (let above?, let below?):
                    guard abs(above * below - 1) <= Self.tolerance else {
                        throw MethodError(
                            "ahp: ‘\(children[row])’ against ‘\(children[column])’ is \(Formula.text(of: above)), and the "
                                + "reverse \(Formula.text(of: below)); expected its reciprocal; give one of them and ~ "
                                + "for the other")
                    }
                    if above >= 1 { cells[column][row] = 1 / above } else { cells[row][column] = 1 / below }
                case (let above?, nil): cells[column][row] = 1 / above
                case (nil, let below?): cells[row][column] = 1 / below
                case (nil, nil): break
                }
            }
        }
        self.cells = cells
        try requireConnection(children)
    }

    /// Refuses judgements that leave two groups of children without a comparison between them.
    private func requireConnection(_ children: [String]) throws {
        guard size > 0 else { throw MethodError("ahp: there are no children to compare") }
        var reached: Set<Int> = [0]
        var open = [0]
        while let row = open.popLast() {
            for column in 0..<size where cells[row][column] != nil && reached.insert(column).inserted {
                open.append(column)
            }
        }
        guard reached.count < size else { return }
        let rest = children.indices.filter { !reached.contains($0) }.map { children[$0] }
        throw MethodError(
            "ahp: nothing compares \(rest.joined(separator: ", ")) with ‘\(children[0])’, directly or through others; "
                + "at least one more judgement is needed")
    }

    /// The matrix without unknown cells.
    func completed(_ completion: Completion) throws -> Matrix {
        if completion == .harker, unknownPairs > 0 { return try harkerMatrix }
        guard unknownPairs > 0 else { return try Matrix(rowArrays: cells.map { $0.compactMap(\.self) }) }
        let logarithms = try leastSquaresLogarithms
        var matrix = Matrix(repeating: 1, rows: size, columns: size)
        for row in 0..<size {
            for column in 0..<size {
                matrix[row, column] = cells[row][column] ?? exp(logarithms[row] - logarithms[column])
            }
        }
        if completion == .leastEigenvalue { try lowerEigenvalue(&matrix) }
        return matrix
    }

    /// The logarithms of the weights, the first being zero, that minimise Σ (ln a_ij − ln w_i + ln w_j)² over known
    /// pairs.
    private var leastSquaresLogarithms: [Double] {
        get throws {
            guard size > 1 else { return [0] }
            var system = Matrix(repeating: 0, rows: size - 1, columns: size - 1)
            var right = [Double](repeating: 0, count: size - 1)
            for row in 1..<size {
                for column in 0..<size where column != row {
                    guard let value = cells[row][column] else { continue }
                    system[row - 1, row - 1] += 1
                    if column > 0 { system[row - 1, column - 1] -= 1 }
                    right[row - 1] += log(value)
                }
            }
            return try [0] + system.solve(right)
        }
    }

    /// Moves the unknown cells to where the largest eigenvalue is smallest.
    ///
    /// The eigenvalue is convex in the logarithms of the unknown cells; it is smallest where u_i a_ij v_j = u_j a_ji v_i
    /// for each of them, u and v being the left and right eigenvectors. Source: S. Bozóki, J. Fülöp and L. Rónyai (2010),
    /// Mathematical and Computer Modelling 52, 318–333.
    private func lowerEigenvalue(_ matrix: inout Matrix) throws {
        let limit = 10_000
        for _ in 0..<limit {
            let right = try DominantEigenvector(matrix).vector
            let left = try DominantEigenvector(matrix.transposed).vector
            var change = 0.0
            for row in 0..<size {
                for column in row + 1..<max(size, row + 1) where cells[row][column] == nil {
                    let value = (left[column] * right[row] / (left[row] * right[column])).squareRoot()
                    change = max(change, abs(value / matrix[row, column] - 1))
                    matrix[row, column] = value
                    matrix[column, row] = 1 / value
                }
            }
            if change <= 1e-13 { return }
        }
        throw MethodError(
            "ahp: the unknown judgements did not settle in \(limit) steps; choose completion: least_squares, or give more "
                + "judgements")
    }

    /// The known cells, zero where unknown, and on the diagonal one more than the number of unknown cells of the row.
    ///
    /// Source: P. T. Harker (1987), Mathematical Modelling 9(11), 837–848.
    private var harkerMatrix: Matrix {
        get throws {
            try Matrix(
                rowArrays: cells.enumerated().map { row, values in
                    values.enumerated().map { column, value in
                        row == column ? 1 + Double(values.count { $0 == nil }) : value ?? 0
                    }
                })
        }
    }

    /// The principal eigenvalue and eigenvector of a matrix of numbers from zero on, all children being connected.
    static func principal(_ matrix: Matrix) throws -> (value: Double, vector: [Double]) {
        guard matrix.elements.contains(0) else {
            let found = try DominantEigenvector(matrix)
            return (found.value, found.vector)
        }
        // With a positive diagonal and all children connected, the power n − 1 has no zeros, and the same eigenvector.
        var power = matrix
        for _ in 2..<max(2, matrix.rows) {
            power = try power.multiplied(by: matrix)
            let largest = power.elements.max() ?? 1
            power = try Matrix(
                rows: power.rows, columns: power.columns, elements: power.elements.map { $0 / largest })
        }
        let vector = try DominantEigenvector(power).vector
        return (try matrix.multiplied(by: vector).reduce(0, +), vector)
    }
}
