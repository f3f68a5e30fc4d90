import AssessmentStatistics
import Testing

@Suite("Ranks")
struct RanksTests {
    static let values = [10, 30, 20, 20.0]

    @Test(
        "Ties take the minimum, the maximum, the mean or one place",
        arguments: [
            (Ranks.Ties.minimum, [1, 4, 2, 2], [4, 1, 2, 2]),
            (.maximum, [1, 4, 3, 3], [4, 1, 3, 3]),
            (.average, [1, 4, 2.5, 2.5], [4, 1, 2.5, 2.5]),
            (.dense, [1, 3, 2, 2], [3, 1, 2, 2]),
        ] as [(Ranks.Ties, [Double], [Double])])
    func ties(ties: Ranks.Ties, ascending: [Double], descending: [Double]) {
        #expect(Ranks.ranks(of: Self.values, ties: ties) == ascending)
        #expect(Ranks.ranks(of: Self.values, .descending, ties: ties) == descending)
    }

    @Test("Groups of equal values are counted from the smallest value")
    func groups() {
        #expect(Ranks.sizesOfTies(in: [5, 1, 5, 2, 1, 1]) == [3, 2])
        #expect(Ranks.numberOfTies(in: [5, 1, 5, 2, 1, 1]) == 2)
        #expect(Ranks.numberOfTies(in: [1, 2]) == 0)
        #expect(Ranks.ranks(of: []).isEmpty)
    }

    @Test(
        "COINr's ranks with gaps and ties", .enabled(if: PublishedTable.isThere),
        arguments: [
            ("methods/norm_rank", Ranks.Order.ascending, Ranks.Ties.minimum),
            ("methods/norm_rank_average", .ascending, .average),
            ("methods/rank_df_small", .descending, .minimum),
        ])
    func published(file: String, order: Ranks.Order, ties: Ranks.Ties) throws {
        let data = try PublishedTable("methods/norm_input")
        let directions = try PublishedTable("methods/norm_meta").numbers("Direction")
        let expected = try PublishedTable(file)
        for (index, code) in ["i1", "i2", "i3", "i4", "i5", "i6"].enumerated() {
            // Normalisation ranks the directed data; the table of ranks takes them as they are.
            let direction = file.contains("norm") ? directions[index] : 1
            let values = try data.known(code).map { $0 * direction }
            #expect(try Ranks.ranks(of: values, order, ties: ties) == expected.known(code), "\(code)")
        }
    }
}
