import AssessmentCore
import Testing

@Suite("Quotas")
struct QuotaTests {
    @Test(
        "Places are the share of the group, rounded as stated",
        arguments: [
            (0.3, 16, Quota.Rounding.down, 4), (0.3, 16, .nearest, 5), (0.3, 16, .up, 5), (0.3, 10, .down, 3),
            (0.3, 10, .up, 3), (0.25, 10, .nearest, 3), (0.3, 0, .up, 0), (0, 16, .up, 0), (1, 16, .down, 16),
        ])
    func places(share: Double, size: Int, rounding: Quota.Rounding, places: Int) {
        #expect(Quota(share: share, rounding: rounding).places(in: "g", of: size) == places)
    }

    /// In binary arithmetic 0.29 · 100 lies below 29, and 0.07 · 100 above 7.
    @Test("A share is the decimal number that is written", arguments: 1...100)
    func decimals(percent: Int) {
        let share = Double(percent) / 100
        #expect(Quota(share: share, rounding: .down).places(in: "g", of: 100) == percent)
        #expect(Quota(share: share, rounding: .up).places(in: "g", of: 100) == percent)
    }

    @Test("A group may have a share of its own and least places, and never more places than units")
    func groups() {
        let quota = Quota(share: 0.3, sharesOfGroups: ["districts": 0.5], leastPlaces: 1)
        #expect(quota.places(in: "districts", of: 8) == 4)
        #expect(quota.places(in: "cities", of: 2) == 1)
        #expect(quota.places(in: "cities", of: 0) == 0)
    }
}
