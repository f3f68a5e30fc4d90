import AssessmentCore
import AssessmentReview
import Foundation
import Testing

@Suite("What a run changes besides what was decided")
struct AmendmentTests {
    private static let bonus = Adjustment(
        id: "bonus", name: BilingualText(same: "bonus"), effect: .bonus(atMost: nil, upTo: nil))
    private static let override = Adjustment(id: "override", name: BilingualText(same: "override"), effect: .override)

    /// Totals of 30, 57.5 and 85: three quarters of a against 100, and a quarter of b between its least and most.
    private func review(weight: Double = 0.75) -> SmallReview {
        var (a, b) = (
            FrameworkNode.leaf("a", weight: weight, by: "completion", target: NumberTable(100)),
            FrameworkNode.leaf("b", weight: 1 - weight, by: "min_max", reference: .period)
        )
        a.steps.append(.adjust(Self.override))
        b.steps.append(.adjust(Self.override))
        var root = FrameworkNode.total([a, b])
        root.steps.insert(.adjust(Self.bonus), at: 1)
        var review = SmallReview(root)
        review.units = ["u1", "u2", "u3"].map { SmallReview.unit($0) }
        review.observe("a", ["u1": 40, "u2": 60, "u3": 80])
        review.observe("b", ["u1": 10, "u2": 20, "u3": 30])
        review.inputs = ["assessment.yml", "data.csv", "decisions.csv"].map { Manifest.Input(file: $0, sha256: "1") }
        return review
    }

    /// The same with another figure; the observations are those of a, then of b, by unit.
    private func changed(_ review: SmallReview, _ observation: Int, _ value: Double) -> SmallReview {
        var review = review
        review.change(observation, to: value)
        review.inputs[1].sha256 += "'"
        return review
    }

    private func decided(
        _ review: SmallReview, _ adjustment: Adjustment, _ unit: String, _ node: String, _ value: Double
    )
        -> SmallReview
    {
        var review = review
        review.decide(adjustment, unit, node, value)
        review.inputs[2].sha256 += "'"
        return review
    }

    /// The amendment after an upheld objection.
    private func amendment(
        _ before: SmallReview, _ after: SmallReview, _ unit: String, _ node: String
    ) async throws -> Amendment {
        let people = [ReviewTerms.Person(id: "office"), ReviewTerms.Person(id: "p", unit: unit)]
        let terms = ReviewTerms(commentDays: 1, appealDays: 1, decisionDays: 1, people: people)
        let acts: [(ReviewAct, String)] = [
            (.issue(scheme: "s", authority: "a", document: "d", terms: terms, units: [unit]), "office"),
            (.selfReport(unit: unit, evidence: "e"), "p"),
            (.verify(unit: unit, finding: .confirmed, note: ""), "office"),
            (.publish(run: 1, scheme: "s", results: "r"), "office"),
            (.appeal(unit: unit, cells: [node], objection: "o", evidence: "e"), "p"),
            (.decide(appeal: 1, decision: .partly, reason: "r", authority: "a"), "office"),
        ]
        let state = try ReviewState(acts.map { RecordedAct($0.0, by: $0.1, on: "2021-03-01") })
        return Amendment(
            from: try await before.result(), to: try await after.result(), following: state.uncorrected)
    }

    /// b of u1 goes from 10 to 30, so that the least is 20: the score of u2 falls from 50 to 0, and its rank to 3.
    @Test("Scores, totals and ranks that follow from a decided figure need no decision of their own")
    func followed() async throws {
        let amendment = try await amendment(review(), changed(review(), 3, 30), "u1", "b")
        #expect(amendment.isAsDecided, "\(amendment.places)")
        #expect(amendment.difference.totals.map(\.unit) == ["u1", "u2"])
    }

    @Test("A figure of another unit that was altered along with it is named with what it was, and is")
    func otherUnit() async throws {
        let after = changed(changed(review(), 3, 30), 1, 61)
        let amendment = try await amendment(review(), after, "u1", "b")
        #expect(amendment.places == ["u2 a"])
        #expect(amendment.cells.map(\.step) == ["measure"])
        #expect(amendment.cells.map(\.before?.value) == [60])
        #expect(amendment.cells.map(\.after?.value) == [61])
        #expect(amendment.cells.first?.causes.count == 1)
    }

    @Test("A figure that no score shows is named all the same")
    func beyondTarget() async throws {
        let before = changed(review(), 2, 120)
        let after = changed(changed(before, 3, 30), 2, 140)
        #expect(try await amendment(before, after, "u1", "b").places == ["u3 a"])
    }

    @Test("Another node of the unit is not decided on, and what lies below the node is")
    func otherNode() async throws {
        let after = changed(review(), 3, 30)
        #expect(try await amendment(review(), after, "u1", "a").places == ["u1 b"])
        #expect(try await amendment(review(), after, "u1", "total").isAsDecided)
        #expect(try await amendment(review(), after, "u2", "total").places == ["u1 b"])
    }

    @Test("A decision on the total needs an objection to it, and the first one names no other unit")
    func decisionsOnTotal() async throws {
        let after = decided(review(), Self.bonus, "u1", "total", 2)
        #expect(try await amendment(review(), after, "u1", "b").places == ["u1 total"])
        #expect(try await amendment(review(), after, "u1", "total").isAsDecided)
        #expect(try await amendment(review(), after, "u2", "total").places == ["u1 total"])
        let standing = decided(review(), Self.bonus, "u1", "total", 2)
        #expect(try await amendment(standing, changed(standing, 3, 30), "u1", "b").isAsDecided)
    }

    @Test("A score is overridden where it was objected to")
    func override() async throws {
        let before = decided(review(), Self.bonus, "u1", "total", 2)
        let after = decided(before, Self.override, "u1", "b", 40)
        #expect(try await amendment(before, after, "u1", "b").isAsDecided)
        #expect(try await amendment(before, after, "u1", "a").places == ["u1 b"])
    }

    @Test("A decision that changes no cell is named")
    func withoutEffect() async throws {
        let after = decided(changed(review(), 3, 30), Self.bonus, "u3", "total", 0)
        let amendment = try await amendment(review(), after, "u1", "b")
        #expect(amendment.places == ["u3 total"])
        #expect(amendment.decisions.map(\.after) == [["bonus 0 of 2021-01-10, office: r; a; e"]])
    }

    @Test("Weights, peer groups and versions are nobody's own to object to")
    func framework() async throws {
        let weights = try await amendment(review(), review(weight: 0.5), "u1", "total")
        #expect(weights.places == ["u2 total", "u3 total", "framework a", "framework b"])
        var groups = review()
        groups.peerGroups = [["u1"], ["u2", "u3"]].map {
            PeerGroup(id: "g\($0.count)", name: BilingualText(same: "g"), units: $0)
        }
        var others = groups
        others.peerGroups[0].units.append("u3")
        others.peerGroups[1].units.removeLast()
        #expect(try await amendment(groups, others, "u1", "total").places.contains("u3"))
        var version = changed(review(), 3, 30)
        version.version = "2"
        version.platform = "q"
        #expect(try await amendment(review(), version, "u1", "b").places == ["program workbench"])
    }
}
