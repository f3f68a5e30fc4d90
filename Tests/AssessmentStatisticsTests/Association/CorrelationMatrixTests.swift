import AssessmentStatistics
import Testing

@Suite("Correlation matrices")
struct CorrelationMatrixTests {
    @Test("A matrix is symmetric, with ones on its diagonal, and finds pairs beyond thresholds")
    func pairs() throws {
        let matrix = try CorrelationMatrix(
            names: ["a", "b", "c"], variables: [[1, 2, 3, 4], [2, 4, 6, 9], [4, 3, 2.5, 1]])
        #expect(matrix["a", "b"] == matrix["b", "a"])
        #expect(matrix[1, 1]?.coefficient == 1)
        #expect(matrix.pairs(above: 0.9).map(\.second) == ["b"])
        #expect(matrix.pairs(below: -0.9).map { [$0.first, $0.second] } == [["a", "c"], ["b", "c"]])
        #expect(matrix.pairs(beyond: 0.9).count == 3)
        #expect(matrix["a", "d"] == nil)
        #expect(matrix.coefficients?.rows == 3)
    }

    @Test("A variable that does not vary has no correlations, and the matrix no complete form")
    func constant() throws {
        let matrix = try CorrelationMatrix(names: ["a", "b"], variables: [[1, 2, 3], [5, 5, 5]])
        #expect(matrix["a", "b"] == nil)
        #expect(matrix["b", "b"] == nil)
        #expect(matrix.coefficients == nil)
    }

    @Test("Lists of unequal length are refused")
    func unequal() {
        #expect(throws: StatisticsError.unequalLengths(expected: 2, found: 1)) {
            try CorrelationMatrix(names: ["a", "b"], variables: [[1, 2]])
        }
        #expect(throws: StatisticsError.unequalLengths(expected: 2, found: 3)) {
            try CorrelationMatrix(names: ["a", "b"], variables: [[1, 2], [1, 2, 3]])
        }
    }

    @Test(
        "COINr's correlations of the ASEM data", .enabled(if: PublishedTable.isThere),
        arguments: [
            ("asem/01_raw", "corr_pearson_raw_pval0", CorrelationMethod.pearson),
            ("asem/06_normalised", "corr_pearson_ind_normalised_pval0", .pearson),
            ("asem/07_aggregated", "corr_pearson_L1_parent_pval0", .pearson),
            ("asem/07_aggregated", "corr_pearson_L2_L3_L4_family_pval0", .pearson),
            ("asem/07_aggregated", "corr_spearman_L2_pval0", .spearman),
            ("asem/07_aggregated", "corr_kendall_L2_pval0", .kendall),
        ])
    func published(data: String, expected: String, method: CorrelationMethod) throws {
        let data = try PublishedTable(data)
        let expected = try PublishedTable("stats/\(expected)")
        let firsts = try expected.texts("Var1")
        let seconds = try expected.texts("Var2")
        let coefficients = try expected.numbers("Correlation")
        #expect(firsts.count >= 16)
        for (row, coefficient) in coefficients.enumerated() {
            // Where COINr says ‘Sub-index’ it means the one that the pillar belongs to.
            let parent = ["Environ", "Social", "SusEcFin"].contains(seconds[row]) ? "Sust" : "Conn"
            let first = firsts[row] == "Sub-index" ? parent : firsts[row]
            let found = try Correlation.compute(data.numbers(first), data.numbers(seconds[row]), method)
            #expect(agree(found?.coefficient, coefficient, within: 1e-14), "\(firsts[row]), \(seconds[row])")
        }
    }

    @Test("COINr's probabilities of all correlations of the ASEM data", .enabled(if: PublishedTable.isThere))
    func probabilities() throws {
        let data = try PublishedTable("asem/01_raw")
        let expected = try PublishedTable("stats/corr_pvalues_raw")
        let codes = try expected.texts("iCode")
        #expect(codes.count == 49)
        let matrix = try CorrelationMatrix(names: codes, variables: codes.map(data.numbers))
        for (row, first) in codes.enumerated() {
            for (column, wanted) in try expected.numbers(first).enumerated() where row != column {
                #expect(
                    agreeRelatively(matrix[row, column]?.pValue, wanted, within: 1e-11), "\(first), \(codes[column])")
            }
        }
    }

    @Test("COINr leaves out what is not significant at 0.05", .enabled(if: PublishedTable.isThere))
    func significance() throws {
        let data = try PublishedTable("asem/01_raw")
        let expected = try PublishedTable("stats/corr_pearson_raw_environ_pval005")
        let coefficients = try expected.numbers("Correlation")
        for (row, pair) in zip(try expected.texts("Var1"), try expected.texts("Var2")).enumerated() {
            let found = try #require(try Correlation.pearson(data.numbers(pair.0), data.numbers(pair.1)))
            let significant = try #require(found.pValue) <= 0.05
            #expect(significant == !coefficients[row].isNaN)
        }
    }

    @Test(
        "COINr's flags within each pillar, above 0.75 and below −0.4", .enabled(if: PublishedTable.isThere),
        arguments: [("corr_flags_075_L2", 0.75), ("corr_flags_low_m04_L2", -0.4)])
    func flags(file: String, threshold: Double) throws {
        let data = try PublishedTable("asem/07_aggregated")
        let expected = try PublishedTable("stats/\(file)")
        var wanted: [Set<String>: Double] = [:]
        let coefficients = try expected.numbers("Corr")
        for (row, pair) in zip(try expected.texts("Ind1"), try expected.texts("Ind2")).enumerated() {
            wanted[[pair.0, pair.1]] = coefficients[row]
        }
        var found: [Set<String>: Double] = [:]
        for (_, codes) in try ASEM.pillars() {
            let matrix = try CorrelationMatrix(names: codes, variables: codes.map(data.numbers))
            for pair in threshold > 0 ? matrix.pairs(above: threshold) : matrix.pairs(below: threshold) {
                found[[pair.first, pair.second]] = pair.result.coefficient
            }
        }
        #expect(Set(found.keys) == Set(wanted.keys))
        for (pair, coefficient) in wanted { #expect(agree(found[pair], coefficient, within: 1e-14)) }
    }
}
