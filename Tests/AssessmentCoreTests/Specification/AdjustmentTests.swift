import AssessmentCore
import Testing

@Suite("Adjustments")
struct AdjustmentTests {
    private func scores(
        _ effect: Adjustment.Effect, _ values: [Double], from score: Double, scale: Double = 1
    ) -> [Double] {
        Adjustment(id: "a", name: BilingualText(same: "a"), effect: effect)
            .scores(after: values, from: score, scale: scale)
    }

    @Test("A bonus counts up to its most points, all decisions together")
    func bonus() {
        // 80 + 2; of the next 2 only 1 is left of 3; of the last one nothing.
        #expect(scores(.bonus(atMost: 3, upTo: nil), [2, 2, 1], from: 80) == [82, 83, 83])
        #expect(scores(.bonus(atMost: nil, upTo: nil), [2, 2], from: 99) == [101, 103])
        #expect(scores(.bonus(atMost: nil, upTo: 100), [2, 2], from: 99) == [100, 100])
    }

    @Test("A bonus with a bound takes nothing from who is beyond it already")
    func bonusBeyondTheBound() {
        #expect(scores(.bonus(atMost: nil, upTo: 100), [2], from: 101) == [101])
    }

    @Test("A deduction counts up to its most points, and not below its bound")
    func deduction() {
        #expect(scores(.deduction(atMost: 5, downTo: 0), [3, 4], from: 60) == [57, 55])
        #expect(scores(.deduction(atMost: nil, downTo: 0), [3], from: 2) == [0])
        #expect(scores(.deduction(atMost: nil, downTo: 60), [3], from: 50) == [50])
    }

    @Test("Points are those of the node: one of 25 is four of a hundred")
    func points() {
        #expect(scores(.deduction(atMost: 2, downTo: 0), [1, 3], from: 80, scale: 4) == [76, 72])
    }

    /// R6 of the scoring rules: (original value + Σ adjustments) · k, with k from 1.00 to 1.35 by county.
    @Test("The rule of difficulty of 2013: points first, then the coefficient")
    func difficulty() {
        let raised = scores(.bonus(atMost: nil, upTo: nil), [1.5, 3], from: 70).last ?? 0
        #expect(raised == 74.5)
        #expect(scores(.coefficient(from: 1, to: 1.35, upTo: nil), [1.25], from: raised) == [93.125])
        #expect(scores(.coefficient(from: 1, to: 1.35, upTo: 100), [1.35], from: 80) == [100])
    }

    @Test("An override gives a score where there is none; nothing else does")
    func absence() {
        #expect(scores(.override, [71], from: .nan) == [71])
        #expect(scores(.bonus(atMost: nil, upTo: 100), [5], from: .nan)[0].isNaN)
        #expect(scores(.deduction(atMost: nil, downTo: 0), [5], from: .nan)[0].isNaN)
    }

    @Test(
        "A veto lowers the grade and never lifts it",
        arguments: [
            (Veto.Grade.disqualified, [3, 3, 3, 3]), (.lowered(by: 1), [1, 2, 3, 3]), (.lowered(by: 2), [2, 3, 3, 3]),
            (.noBetterThan(2), [2, 2, 2, 3]),
        ])
    func veto(grade: Veto.Grade, after: [Int]) {
        #expect((0..<4).map { Veto(grade).position(from: $0, of: 4) } == after)
    }
}
