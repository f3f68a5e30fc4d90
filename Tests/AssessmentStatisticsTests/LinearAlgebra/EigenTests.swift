import AssessmentStatistics
import Foundation
import Testing

@Suite("Eigenvalues and eigenvectors")
struct EigenTests {
    @Test("A symmetric matrix agrees with LAPACK through numpy")
    func symmetric() throws {
        // numpy.linalg.eigh, in descending order, the largest component of each vector made positive
        let values = [7.284443787003492, 4.297971168230322, 2.0619063722547164, 1.3556786725114658]
        let vectors = [
            [-0.5450012174788375, 0.4231536783436909, 0.7104670795620313, 0.1383877390139286],
            [-0.09499777032333312, 0.7109674794685069, -0.382937727238557, -0.5821162803333724],
            [0.8301281871309643, 0.392805030291477, 0.3851276110471894, 0.0909292269705132],
            [-0.06954343614489263, 0.4014603539829475, -0.44751754057807785, 0.7960661690739008],
        ]
        let matrix = try Matrix(rowArrays: [[4, 1, -2, 0.5], [1, 3, 0.25, 1], [-2, 0.25, 6, 0], [0.5, 1, 0, 2]])
        let found = try SymmetricEigenproblem(matrix)
        for (value, wanted) in zip(found.values, values) { #expect(agree(value, wanted, within: 1e-14)) }
        for (row, wanted) in vectors.enumerated() {
            for (value, wanted) in zip(found.vectors.row(row), wanted) { #expect(agree(value, wanted, within: 1e-14)) }
        }
    }

    @Test("Equal components, as of two variables, have the first positive")
    func sign() throws {
        let found = try SymmetricEigenproblem(Matrix(rowArrays: [[1, -0.5], [-0.5, 1]]))
        #expect(found.vectors[0, 0] > 0 && found.vectors[1, 0] < 0)
        #expect(found.vectors[0, 1] > 0 && found.vectors[1, 1] > 0)
        #expect(agree(found.values[0], 1.5, within: 1e-15))
    }

    @Test("The Hilbert matrix of order 12 is decomposed and put together again, its vectors at right angles")
    func hilbert() throws {
        let size = 12
        var matrix = Matrix(repeating: 0, rows: size, columns: size)
        for row in 0..<size {
            for column in 0..<size { matrix[row, column] = 1 / Double(row + column + 1) }
        }
        let found = try SymmetricEigenproblem(matrix)
        var scaled = found.vectors
        for row in 0..<size {
            for column in 0..<size { scaled[row, column] *= found.values[column] }
        }
        let back = try scaled.multiplied(by: found.vectors.transposed)
        let products = try found.vectors.transposed.multiplied(by: found.vectors)
        for place in matrix.elements.indices {
            #expect(agree(back.elements[place], matrix.elements[place], within: 1e-14))
            #expect(agree(products.elements[place], Matrix.identity(size).elements[place], within: 1e-14))
        }
    }

    @Test("A diagonal matrix is sorted, and an empty one has no eigenvalues")
    func trivial() throws {
        let found = try SymmetricEigenproblem(Matrix(rowArrays: [[1, 0], [0, 3]]))
        #expect(found.values == [3, 1])
        #expect(found.vectors.elements == [0, 1, 1, 0])
        #expect(try SymmetricEigenproblem(Matrix(rowArrays: [])).values.isEmpty)
    }

    @Test("What is not square, symmetric, finite or positive is refused")
    func refusals() throws {
        #expect(throws: StatisticsError.notSymmetric(row: 1, column: 0)) {
            try SymmetricEigenproblem(Matrix(rowArrays: [[1, 2], [3, 1]]))
        }
        #expect(throws: StatisticsError.notFinite(row: 1, column: 1)) {
            try SymmetricEigenproblem(Matrix(rowArrays: [[1, 2], [2, .infinity]]))
        }
        #expect(throws: StatisticsError.notSquare(rows: 1, columns: 2)) {
            try SymmetricEigenproblem(Matrix(rowArrays: [[1, 2]]))
        }
        #expect(throws: StatisticsError.notPositive(row: 0, column: 1)) {
            try DominantEigenvector(Matrix(rowArrays: [[1, 0], [2, 1]]))
        }
        #expect(throws: StatisticsError.noConvergence(iterations: 2)) {
            try DominantEigenvector(Matrix(rowArrays: [[1, 2], [1, 1]]), limit: 2)
        }
        #expect(StatisticsError.notSquare(rows: 1, columns: 2).description == "expected a square matrix, found 1 × 2")
    }

    @Test("A consistent matrix of comparisons gives its weights at once, and its order as eigenvalue")
    func consistent() throws {
        let weights = [0.5, 0.25, 0.125, 0.125]
        let matrix = try Matrix(rowArrays: weights.map { own in weights.map { own / $0 } })
        let found = try DominantEigenvector(matrix)
        #expect(found.value == 4)
        #expect(found.vector == weights)
        #expect(found.iterations == 2)
    }

    private struct Comparison: Decodable {
        let matrix: [[Double]]
        let eigen_weights_numpy: [Double]
        let lambda_max: Double
    }

    @Test("Pairwise comparisons agree with numpy's general eigensolver", .enabled(if: PublishedTable.isThere))
    func comparisons() throws {
        let url = try #require(PublishedTable.folder).appendingPathComponent("mcdm/ahp.json")
        let cases = try JSONDecoder().decode([String: Comparison].self, from: Data(contentsOf: url))
        #expect(cases.count == 6)
        for (name, wanted) in cases {
            let found = try DominantEigenvector(Matrix(rowArrays: wanted.matrix))
            #expect(agree(found.value, wanted.lambda_max, within: 1e-14), "\(name)")
            for (value, weight) in zip(found.vector, wanted.eigen_weights_numpy) {
                #expect(agree(value, weight, within: 1e-14), "\(name)")
            }
        }
    }
}
