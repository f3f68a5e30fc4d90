import AssessmentCore
import Testing

@Suite("Targets that follow from a rule")
struct TargetTests {
    /// The policy asks for 500 billion yuan in 2020 at 16 % a year; the earlier years by hand: 5000 / 1.16 and so on.
    @Test(
        "A goal at a steady growth gives the path back to the base",
        arguments: [(2020, 5000.0), (2019, 4310.34), (2018, 3715.81), (2017, 3203.29)])
    func path(year: Int, value: Double) {
        let path = TargetPath(goal: 5000, year: Period(year: 2020), growth: 16, decimals: 2)
        #expect(path.value(in: Period(year: year)) == value)
    }

    @Test("After the year of the goal nothing is asked for")
    func afterTheGoal() {
        #expect(TargetPath(goal: 5000, year: Period(year: 2020), growth: 16).value(in: Period(year: 2021)) == nil)
    }

    /// Seats of ten by votes of 47, 16, 15.8, 12, 6.1 and 3.1 (the worked example of the largest remainder method): 5, 2,
    /// 1, 1, 1, 0.
    @Test("Shares are those of the largest remainders")
    func largestRemainders() {
        let shares = SharedTarget.shares(of: 10, by: [47_000, 16_000, 15_800, 12_000, 6_100, 3_100], decimals: 0)
        #expect(shares == [5, 2, 1, 1, 1, 0])
    }

    @Test("Equal remainders go to the units listed first; five parks over 16 cities leave 11 without one")
    func ties() {
        let shares = SharedTarget.shares(of: 5, by: [Double](repeating: 1, count: 16), decimals: 0)
        #expect(shares == [Double](repeating: 1, count: 5) + [Double](repeating: 0, count: 11))
    }

    @Test("Shares add up exactly, to the stated decimals, and a larger key never has less")
    func exactness() throws {
        var generator = SplitMix64(seed: 20_180_212)
        for round in 0..<200 {
            let keys = (0..<16).map { _ in Double(generator.next() % 1_000_000) / 7 }
            let decimals = round % 4
            let steps = Double(generator.next() % 1_000_000)
            let scale = [1.0, 10, 100, 1000][decimals]
            let shares = try #require(SharedTarget.shares(of: steps / scale, by: keys, decimals: decimals))
            #expect(shares.map { ($0 * scale).rounded() }.reduce(0, +) == steps)
            for (left, right) in zip(shares.indices, shares.indices.dropFirst()) where keys[left] > keys[right] {
                #expect(shares[left] >= shares[right])
            }
        }
    }

    @Test("What cannot be shared out in the stated steps is not")
    func refused() {
        #expect(SharedTarget.shares(of: 10.5, by: [1, 1], decimals: 0) == nil)
        #expect(SharedTarget.shares(of: 10.5, by: [1, 1], decimals: 1) == [5.3, 5.2])
        #expect(SharedTarget.shares(of: 10, by: [0, 0], decimals: 0) == nil)
        #expect(SharedTarget.shares(of: 10, by: [1, -1], decimals: 0) == nil)
        #expect(SharedTarget.shares(of: 10, by: [1, .nan], decimals: 0) == nil)
    }
}
