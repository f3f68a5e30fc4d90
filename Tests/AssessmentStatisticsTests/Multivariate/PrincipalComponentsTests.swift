import AssessmentStatistics
import Testing

@Suite("Principal components")
struct PrincipalComponentsTests {
    static let columns = [[1.0, 2, 3, 4, 6], [2, 1, 5, 4, 9], [7, 3, 4, 1, 0]]

    @Test("Scores have the eigenvalues as variances and no covariances", arguments: PrincipalComponents.Basis.allCases)
    func scores(basis: PrincipalComponents.Basis) throws {
        let found = try PrincipalComponents(Matrix(columnArrays: Self.columns), basis: basis)
        for component in 0..<3 {
            let scores = found.scores.column(component)
            #expect(agree(Moments.variance(scores), found.eigenvalues[component]))
            #expect(agree(Moments.mean(scores), 0, within: 1e-14))
        }
        let across = try #require(Correlation.pearson(found.scores.column(0), found.scores.column(1)))
        #expect(abs(across.coefficient) < 1e-13)
        #expect(agree(found.cumulativeShares[2], 1, within: 1e-15))
        #expect(found.explainedShares == found.explainedShares.sorted(by: >))
    }

    @Test("On the correlation basis, loadings are the correlations of variables with components")
    func loadings() throws {
        let found = try PrincipalComponents(Matrix(columnArrays: Self.columns))
        for (row, column) in Self.columns.enumerated() {
            let correlation = try #require(Correlation.pearson(column, found.scores.column(0)))
            #expect(agree(found.loadings[row, 0], correlation.coefficient))
        }
    }

    @Test("A constant variable is refused on the correlation basis only")
    func constant() throws {
        let data = try Matrix(columnArrays: [[1, 2, 3], [5, 5, 5]])
        #expect(throws: StatisticsError.constantColumn(1)) { try PrincipalComponents(data) }
        #expect(try PrincipalComponents(data, basis: .covariance).eigenvalues == [1, 0])
        #expect(throws: StatisticsError.tooFewRows(found: 1, needed: 2)) {
            try PrincipalComponents(Matrix(rowArrays: [[1, 2]]))
        }
    }

    @Test("R's prcomp on the eight pillars of ASEM, up to signs", .enabled(if: PublishedTable.isThere))
    func pillars() throws {
        let expected = try PublishedTable("stats/pca_L2_all_loadings")
        let data = try PublishedTable("asem/07_aggregated")
        let codes = try expected.texts("iCode")
        #expect(codes.count == 8)
        let found = try PrincipalComponents(Matrix(columnArrays: codes.map(data.numbers)))
        let deviations = try PublishedTable("stats/pca_L2_all_sdev").numbers("sdev")
        for component in 0..<8 {
            #expect(agree(found.eigenvalues[component].squareRoot(), deviations[component]))
            let wanted = try expected.numbers("PC\(component + 1)")
            let product = zip(wanted, found.vectors.column(component)).reduce(0) { $0 + $1.0 * $1.1 }
            for (value, target) in zip(found.vectors.column(component), wanted) {
                #expect(agree(product < 0 ? -value : value, target))
            }
        }
    }

    @Test("R's prcomp on the indicators of each pillar, up to signs", .enabled(if: PublishedTable.isThere))
    func indicators() throws {
        let eigen = try PublishedTable("stats/pca_eigen_by_pillar")
        let loadings = try PublishedTable("stats/pca_loadings_pc1_pc2")
        let data = try PublishedTable("asem/07_aggregated")
        let groups = try eigen.texts("group")
        let numbers = try eigen.numbers("PC")
        let values = try eigen.numbers("eigenvalue")
        let shares = try eigen.numbers("prop_var")
        let owners = try loadings.texts("group")
        let codes = try loadings.texts("iCode")
        #expect(Set(groups) == Set(owners) && Set(owners).count == 8)
        for group in Set(groups) {
            let places = owners.indices.filter { owners[$0] == group }
            let found = try PrincipalComponents(Matrix(columnArrays: places.map { try data.numbers(codes[$0]) }))
            for row in groups.indices where groups[row] == group {
                let component = Int(numbers[row]) - 1
                #expect(agree(found.eigenvalues[component], values[row]), "\(group)")
                #expect(agree(found.explainedShares[component], shares[row]), "\(group)")
            }
            for component in 0..<2 {
                let column = try loadings.numbers("PC\(component + 1)")
                let wanted = places.map { column[$0] }
                let own = found.vectors.column(component)
                let product = zip(wanted, own).reduce(0) { $0 + $1.0 * $1.1 }
                for (value, target) in zip(own, wanted) {
                    #expect(agree(product < 0 ? -value : value, target), "\(group)")
                }
            }
        }
    }
}
