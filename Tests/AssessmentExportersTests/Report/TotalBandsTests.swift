import Testing

@testable import AssessmentExporters

@Suite("Bands that totals are counted in")
struct TotalBandsTests {
    @Test("Decimal totals on an edge lie in the band that begins there")
    func edges() throws {
        // 0.7 / 0.1 is 6.999… in binary numbers.
        let bands = try #require(TotalBands([0.3, 0.6, 0.7, 0.95])).bands
        #expect(bands.first?.from == 0.3 && bands.last.map { $0.from <= 0.95 && 0.95 < $0.below } == true)
        for total in [0.3, 0.6, 0.7] { #expect(bands.contains { $0.from == total && $0.count == 1 }, "\(total)") }
        #expect(bands.reduce(0) { $0 + $1.count } == 4)
    }

    @Test(
        "Every total is counted once, whatever the totals are",
        arguments: [
            [0, 1000], [-50, 450, 1e6], [5, 5, 5], [0, 0], [5e19, 5.1e19, -3e19], [5e19, 5e19], [60.004, 60.005],
            [1e-9, 2e-9],
            [89.99, 90, 90.01], [1e300, -1e300], [99.9, 100], [5e19, 5e19 + 8192],
        ] as [[Double]])
    func all(totals: [Double]) throws {
        let bands = try #require(TotalBands(totals)).bands
        #expect(bands.reduce(0) { $0 + $1.count } == totals.count)
        #expect(bands.count <= 14)
        #expect(zip(bands, bands.dropFirst()).allSatisfy { $0.below == $1.from && $0.from < $0.below })
    }

    @Test("Totals from 60 to 96 are counted in bands of five")
    func usual() throws {
        let bands = try #require(TotalBands([60, 64.99, 65, 78, 96.2])).bands
        #expect(bands.map(\.from) == [60, 65, 70, 75, 80, 85, 90, 95])
        #expect(bands.map(\.count) == [2, 1, 0, 1, 0, 0, 0, 1])
        #expect(TotalBands([]) == nil)
    }
}
