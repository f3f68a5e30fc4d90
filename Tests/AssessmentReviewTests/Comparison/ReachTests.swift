import AssessmentCore
import AssessmentPipeline
import AssessmentReview
import Testing

@Suite("What would lift a unit")
struct ReachTests {
    private static let grades = [
        GradeBand(atLeast: 60, name: BilingualText(zh: "合格", en: "Pass")),
        GradeBand(atLeast: 0, name: BilingualText(zh: "不合格", en: "Fail")),
    ]

    /// u1 has 0.75 · 40 + 0.25 · 80 = 50.
    private func review() -> SmallReview {
        var review = SmallReview(
            .total([.leaf("a", weight: 0.75), .leaf("b", weight: 0.25)], decimals: 2, grades: ReachTests.grades))
        review.observe("a", ["u1": 40, "u2": 60])
        review.observe("b", ["u1": 80, "u2": 50])
        return review
    }

    private func looking(_ review: SmallReview, forGrade grade: String = "Pass", _ unit: String = "u1") async throws
        -> Reach
    {
        let measured = try await review.pipeline().measure(review.data)
        return try await Reach.looking(
            forGrade: grade, unit: unit, in: measured,
            of: review.pipeline().complete(measured, manifest: review.manifest))
    }

    /// The total is published with two decimals, so that 59.995 is 60: a must be 53.32667, printed 53.33. b is a share and ends
    /// at 100, which gives 55.
    @Test("The smallest value to the published decimals, by the rounded total; what is bounded says how far it comes")
    func grade() async throws {
        let reach = try await looking(review())
        #expect(!reach.isReached)
        #expect(reach.options.map(\.node) == ["a", "b"])
        #expect(reach.options.first?.outcome == .reached(value: 53.33, total: 60, rank: 1))
        #expect(reach.options.first?.relativeChange.map { abs($0 - 13.33 / 40) < 1e-12 } == true)
        #expect(reach.options.last?.outcome == .unreachable(bestTotal: 55, at: 100))
        #expect(reach.options.map(\.isBounded) == [false, true])
    }

    @Test("The grade may be named in Chinese; one that is reached needs nothing, one that is unknown is refused")
    func names() async throws {
        let other = try await looking(review(), forGrade: "合格")
        #expect(other.options.count == 2)
        #expect(try await looking(review(), forGrade: "不合格").isReached)
        let error = await #expect(throws: ReachProblem.self) { try await looking(review(), forGrade: "Best") }
        #expect(error?.known == ["Pass", "合格", "Fail", "不合格"])
    }

    /// u2 has 0.75 · 60 + 0.25 · 50 = 57.5. u1 passes it with a total of 57.51, which 57.505 is rounded to: a = 50.0067 → 50.01.
    @Test("A neighbour is passed by the next published total")
    func pass() async throws {
        let review = review()
        let measured = try await review.pipeline().measure(review.data)
        let assessment = try await review.pipeline().complete(measured, manifest: review.manifest)
        let reach = try await Reach.looking(toPass: "u2", unit: "u1", in: measured, of: assessment)
        #expect(reach.options.first?.outcome == .reached(value: 50.01, total: 57.51, rank: 1))
        await #expect(throws: ReachProblem.self) {
            try await Reach.looking(toPass: "u1", unit: "u1", in: measured, of: assessment)
        }
    }

    /// Without a, u1 has 20 of b alone; a = 53.33 would do, counted from the least that a unit has.
    @Test("A figure that is withheld is looked for too")
    func withheld() async throws {
        var review = review()
        review.observations.removeAll { $0.variable == "a" && $0.unit == "u1" }
        review.units.append(SmallReview.unit("u3"))
        review.observe("a", ["u3": 5])
        review.observe("b", ["u3": 5])
        let reach = try await looking(review)
        let option = try #require(reach.options.first { $0.node == "a" })
        #expect(option.current == nil && option.reason == .notSubmitted && option.relativeChange == nil)
        #expect(option.outcome == .reached(value: 53.33, total: 60, rank: 1))
    }
}
