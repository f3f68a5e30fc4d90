import Testing

@testable import AssessmentReview

@Suite("Shapley values")
struct ShapleyValueTests {
    /// One left glove and two right ones: a pair is worth 1. Shapley values 2/3, 1/6 and 1/6, by the six orders of arrival.
    @Test("The glove game")
    func gloves() {
        let values = ShapleyValue.contributions(of: 3) { set in set & 1 == 1 && set > 1 ? 1 : 0 }
        for (value, expected) in zip(values, [2.0 / 3, 1.0 / 6, 1.0 / 6]) { #expect(abs(value - expected) < 1e-15) }
    }

    @Test("What adds up is given back as it is, and a factor without effect gets nothing")
    func additive() {
        let parts = [3.0, -1.5, 0, 8]
        let values = ShapleyValue.contributions(of: 4) { set in
            parts.indices.reduce(10) { $0 + (set >> $1 & 1 == 1 ? parts[$1] : 0) }
        }
        for (value, part) in zip(values, parts) { #expect(abs(value - part) < 1e-14) }
    }
}
