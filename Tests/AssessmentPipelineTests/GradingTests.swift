import AssessmentCore
import AssessmentPipeline
import Testing

@Suite("Rounding and grades")
struct GradingTests {
    private static let bands = [
        GradeBand(atLeast: 60, name: BilingualText(zh: "合格", en: "Pass")),
        GradeBand(atLeast: 90, name: BilingualText(zh: "优秀", en: "Excellent")),
        GradeBand(atLeast: 75, name: BilingualText(zh: "良好", en: "Good")),
    ]

    private func result(_ values: [Double?], _ steps: [Step]) async throws -> CompletedAssessment {
        var fixture = Fixture(.leaf("a", then: steps))
        fixture.units = values.indices.map { Fixture.unit("u\($0)") }
        fixture.observe("a", values)
        return try await fixture.run()
    }

    @Test("Lower bounds belong to their grade, in whichever order the grades are listed")
    func bounds() async throws {
        let result = try await result([90, 90.0.nextDown, 75, 74.99, 60], [.grade(Self.bands)])
        #expect(
            (0..<5).map { result.ledger.grade(of: "a", row: $0)?.name.en } == [
                "Excellent", "Good", "Good", "Pass", "Pass",
            ])
    }

    @Test("Grade and rank are decided on the rounded total: 89.996 is shown as 90.00 and graded so")
    func published() async throws {
        let steps: [Step] = [.round(decimals: 2), .rank(tolerance: 0), .grade(Self.bands)]
        let result = try await result([89.996, 90.004, 89.994], steps)
        #expect(try result.scores("a") == [90, 90, 89.99])
        #expect((0..<3).map { result.ledger.grade(of: "a", row: $0)?.name.en } == ["Excellent", "Excellent", "Good"])
        #expect(result.ranks("a") == [1, 1, 3])
    }

    @Test("A sum that falls short of a half by its last bits is rounded as it reads on paper")
    func lastBits() async throws {
        #expect(try await result([89.99499999999999], [.round(decimals: 2)]).scores("a") == [90])
    }

    @Test("Without a score there is no grade")
    func absent() async throws {
        let result = try await result([nil, 60], [.grade(Self.bands)])
        #expect(result.ledger.grade(of: "a", row: 0) == nil)
        #expect(result.ledger.entry(of: "a", .grade)?.column.reasons[0] == .notSubmitted)
        #expect(result.ledger.grade(of: "a", row: 1)?.name.zh == "合格")
    }

    @Test("A score below every grade stops the run, and is told with its unit")
    func below() async {
        await #expect { _ = try await result([59.99, 60], [.grade(Self.bands)]) } throws: {
            "\($0)".contains("59.99 of u0 in 2020 lies below every grade")
        }
    }
}
