import AssessmentStatistics
import Testing

@Suite("Cronbach's alpha")
struct ReliabilityTests {
    static let items = [[1.0, 2, 3, 4, 5], [2, 2, 4, 4, 6], [1, 3, 2, 5, 4]]

    @Test("Raw and standardised alpha, and each item against the rest, by hand")
    func worked() throws {
        let found = try #require(Reliability(Self.items))
        // Variances 2.5, 2.8, 2.5; covariances 2.5, 2, 1.5: alpha = 1.5 × (1 − 7.8 / 19.8).
        #expect(agree(found.raw, 1.5 * (1 - 7.8 / 19.8), within: 1e-14))
        // numpy.corrcoef: mean of 0.944911182523068, 0.8, 0.5669467095138409
        let mean = (0.944911182523068 + 0.8 + 0.5669467095138409) / 3
        #expect(agree(found.standardised, 3 * mean / (1 + 2 * mean), within: 1e-14))
        // Without the third: 2 × (1 − 5.3 / 10.3).
        #expect(agree(found.items[2].alphaWithout, 2 * (1 - 5.3 / 10.3), within: 1e-14))
        // numpy.corrcoef([1, 3, 2, 5, 4], [3, 4, 7, 8, 11])[0, 1]
        #expect(agree(found.items[2].correlationWithRest, 0.6897304947150051, within: 1e-14))
    }

    @Test("One item has no alpha, and nothing is computed from lists of unequal length")
    func undefined() {
        #expect(Reliability([[1, 2, 3]]) == nil)
        #expect(Reliability([[1, 2, 3], [1, 2]]) == nil)
        #expect(Reliability([[1, 1], [2, 2]]) == nil)
        #expect(Reliability([[1, 2, 3], [2, 2, 2]])?.standardised == nil)
    }

    @Test("COINr's alpha of every group of the ASEM data", .enabled(if: PublishedTable.isThere))
    func published() throws {
        let expected = try PublishedTable("stats/cronbach_alpha")
        let aggregated = try PublishedTable("asem/07_aggregated")
        let raw = try PublishedTable("asem/01_raw")
        let groups = try expected.texts("group")
        #expect(groups.count == 13)
        for (row, group) in groups.enumerated() {
            // COINr takes indicators for sub-indexes and the index, unless a level is named.
            let codes =
                switch group {
                case "Conn", "Sust": try ASEM.indicators(below: group, depth: 2)
                case "Index": try ASEM.indicators(below: group, depth: 3)
                case "Index_L2": try ASEM.indicators(below: "Index", depth: 2)
                case "Index_L3": try ASEM.indicators(below: "Index", depth: 1)
                default: try ASEM.indicators(below: group, depth: 1)
                }
            let found = try Reliability(codes.map(aggregated.numbers))
            #expect(try agree(found?.raw, expected.numbers("alpha")[row]), "\(group)")
            let wanted = try expected.numbers("alpha_raw")[row]
            if !wanted.isNaN {
                #expect(try agree(Reliability(codes.map(raw.numbers))?.raw, wanted), "\(group), raw")
            }
        }
    }
}
