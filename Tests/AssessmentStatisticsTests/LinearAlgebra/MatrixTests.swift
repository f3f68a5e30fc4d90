import AssessmentStatistics
import Testing

@Suite("Matrices")
struct MatrixTests {
    @Test("A matrix takes its elements row after row, and refuses a wrong count")
    func shape() throws {
        let matrix = try Matrix(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5, 6])
        #expect(matrix[1, 0] == 4)
        #expect(matrix.row(1) == [4, 5, 6])
        #expect(matrix.column(2) == [3, 6])
        #expect(try matrix.transposed == Matrix(columnArrays: [[1, 2, 3], [4, 5, 6]]))
        #expect(throws: StatisticsError.unequalLengths(expected: 6, found: 1)) {
            try Matrix(rows: 2, columns: 3, elements: [1])
        }
        #expect(throws: StatisticsError.unequalLengths(expected: 2, found: 1)) {
            try Matrix(rowArrays: [[1, 2], [3]])
        }
    }

    @Test("Products with matrices and vectors, and refusals of shapes that do not fit")
    func products() throws {
        let matrix = try Matrix(rowArrays: [[1, 2], [3, 4], [5, 6]])
        #expect(try matrix.multiplied(by: Matrix(rowArrays: [[1, 0], [2, 1]])).elements == [5, 2, 11, 4, 17, 6])
        #expect(try matrix.multiplied(by: [1, -1]) == [-1, -1, -1])
        #expect(try matrix.multiplied(by: .identity(2)) == matrix)
        #expect(throws: StatisticsError.unequalLengths(expected: 2, found: 3)) { try matrix.multiplied(by: matrix) }
        #expect(throws: StatisticsError.unequalLengths(expected: 2, found: 1)) { try matrix.multiplied(by: [1]) }
    }

    @Test("A linear system is solved, with a zero in the way of the first pivot")
    func solve() throws {
        let system = try Matrix(rowArrays: [[0, 1, -1], [-3, -1, 2], [-2, 1, 2]])
        let solution = try system.solve([4, -11, -3])
        let back = try system.multiplied(by: solution)
        for (value, wanted) in zip(back, [4.0, -11, -3]) { #expect(agree(value, wanted, within: 1e-14)) }
        // numpy.linalg.solve([[2, 1, −1], [−3, −1, 2], [−2, 1, 2]], [8, −11, −3]) = [2, 3, −1]
        let other = try Matrix(rowArrays: [[2, 1, -1], [-3, -1, 2], [-2, 1, 2]]).solve([8, -11, -3])
        for (value, wanted) in zip(other, [2.0, 3, -1]) { #expect(agree(value, wanted, within: 1e-14)) }
    }

    @Test("A singular or misshapen system is refused")
    func refusals() throws {
        let singular = try Matrix(rowArrays: [[1, 2], [2, 4]])
        #expect(throws: StatisticsError.singular(column: 1)) { try singular.solve([1, 2]) }
        let third = try Matrix(rowArrays: [[0.1, 0.2, 0.3], [0.4, 0.5, 0.6], [0.7, 0.8, 0.9]])
        #expect(throws: StatisticsError.singular(column: 2)) { try third.solve([1, 2, 3]) }
        #expect(throws: StatisticsError.notSquare(rows: 1, columns: 2)) {
            try Matrix(rowArrays: [[1, 2]]).solve([1])
        }
        #expect(throws: StatisticsError.notFinite(row: 0, column: 1)) {
            try Matrix(rowArrays: [[1, .nan], [0, 1]]).solve([1, 1])
        }
        #expect(throws: StatisticsError.unequalLengths(expected: 2, found: 1)) { try singular.solve([1]) }
    }
}
