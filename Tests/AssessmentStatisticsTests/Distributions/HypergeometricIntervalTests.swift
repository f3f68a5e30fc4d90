import AssessmentStatistics
import Testing

@Suite("Exact intervals of a share in a finite population")
struct HypergeometricIntervalTests {
    /// The least and the most cases in the population, found among all numbers of them by `scipy.stats.hypergeom.sf` and
    /// `cdf` of SciPy 1.17.1.
    @Test(
        "Ends as SciPy gives them by trying every number of cases",
        arguments: [
            (0, 10, 100, 0.95, 0, 29), (1, 10, 100, 0.95, 1, 42), (3, 20, 50, 0.95, 3, 16),
            (10, 10, 100, 0.95, 71, 100),
            (10, 10, 10, 0.95, 10, 10), (5, 100, 2000, 0.95, 35, 222), (17, 320, 6400, 0.95, 204, 530),
            (0, 1, 5, 0.95, 0, 4), (2, 7, 9, 0.95, 2, 4), (50, 100, 300, 0.95, 125, 175),
            (40, 200, 10500, 0.95, 1548, 2747),
            (1, 10, 100, 0.9, 1, 38), (17, 320, 6400, 0.9, 222, 499),
        ])
    func scipy(
        cases: Int, draws: Int, population: Int, confidence: Double, least: Int, most: Int
    ) throws {
        let interval = try #require(
            HypergeometricInterval.exact(cases: cases, of: draws, among: population, confidence: confidence))
        #expect(interval.lowerBound == Double(least) / Double(population))
        #expect(interval.upperBound == Double(most) / Double(population))
    }

    @Test("Of a population that was drawn whole, the share is known")
    func whole() {
        for cases in 0...7 {
            let share = Double(cases) / 7
            #expect(HypergeometricInterval.exact(cases: cases, of: 7, among: 7) == share...share)
        }
    }

    @Test("The intervals of every number of cases hold it as often as they should, and ends are symmetric")
    func coverage() throws {
        let (draws, population) = (6, 24)
        let intervals = try (0...draws).map {
            try #require(HypergeometricInterval.exact(cases: $0, of: draws, among: population))
        }
        func choose(_ n: Int, _ k: Int) -> Double {
            k < 0 || k > n ? 0 : (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
        }
        for cases in 0...population {
            let share = Double(cases) / Double(population)
            let held = (0...draws).filter { intervals[$0].contains(share) }.reduce(0.0) { sum, found in
                sum + choose(cases, found) * choose(population - cases, draws - found) / choose(population, draws)
            }
            #expect(held >= 0.95, "\(cases) of \(population)")
        }
        for found in 0...draws {
            #expect(abs(intervals[found].lowerBound - (1 - intervals[draws - found].upperBound)) < 1e-15)
        }
    }

    @Test("Large populations are no trouble, and come near to what independent draws give")
    func large() throws {
        let interval = try #require(HypergeometricInterval.exact(cases: 5, of: 50, among: 10_000_000))
        // Clopper and Pearson's, by beta.ppf of SciPy.
        #expect(abs(interval.lowerBound - 0.033275093589022475) < 1e-5)
        #expect(abs(interval.upperBound - 0.21813536643420225) < 1e-5)
    }

    @Test("Without draws, with more cases than draws or more draws than there are, there is none")
    func none() {
        #expect(HypergeometricInterval.exact(cases: 0, of: 0, among: 5) == nil)
        #expect(HypergeometricInterval.exact(cases: 3, of: 2, among: 5) == nil)
        #expect(HypergeometricInterval.exact(cases: 1, of: 6, among: 5) == nil)
        #expect(HypergeometricInterval.exact(cases: 1, of: 2, among: 5, confidence: 1) == nil)
    }
}
