import AssessmentCore
import AssessmentPipeline
import Testing

@Suite("Places of grades")
struct QuotaTests {
    private static func bands(_ quotas: [Quota?]) -> [GradeBand] {
        zip([(90.0, "A"), (75, "B"), (60, "C"), (0, "D")], quotas).map {
            GradeBand(atLeast: $0.0, name: BilingualText(same: $0.1), quota: $1)
        }
    }

    private func result(
        _ values: [Double?], _ quotas: [Quota?], groups: [PeerGroup] = [], vetoed: [String] = []
    ) async throws -> CompletedAssessment {
        let veto = Adjustment(id: "v", name: BilingualText(same: "v"), effect: .veto(Veto(.lowered(by: 1))))
        var fixture = Fixture(
            .mean(
                of: [.leaf("a")],
                then: [.rank(tolerance: 0), .grade(Self.bands(quotas)), .veto(veto), .quota]))
        fixture.units = values.indices.map { Fixture.unit("u\($0)") }
        fixture.observe("a", values)
        fixture.peerGroups = groups
        for unit in vetoed { try fixture.decide(veto, unit, on: "2021-01-10") }
        return try await fixture.run()
    }

    private func grades(_ result: CompletedAssessment) -> String {
        (0..<result.ledger.panel.rowCount).map { result.ledger.grade(of: "root", row: $0)?.name.en ?? "-" }.joined()
    }

    @Test("At most 30 % of ten units are excellent: the others take the next grade")
    func share() async throws {
        // Five reach 90, three have a place: ranks 1 to 3.
        let values: [Double?] = [95, 94, 93, 92, 91, 80, 70, 65, 50, 40]
        let result = try await result(values, [Quota(share: 0.3), nil, nil, nil])
        #expect(grades(result) == "AAABBBCCDD")
        let line = try #require((result.trace(of: "root", row: 3)?.lines ?? []).first { $0.step == .quota })
        #expect(line.text.en == "no place left: A → B")
        #expect(line.workings.map(\.en) == ["places of ‘A’: 10 × 30% = 3, rounded down: 3; 5 reached it"])
    }

    @Test("Who loses one place competes for the next grade, which has a quota of its own")
    func cascade() async throws {
        // A: 2 of 10; B: 3 of 10. 93, 92, 91 fall to B, where with 80 and 79 five compete for three places.
        let values: [Double?] = [95, 94, 93, 92, 91, 80, 79, 65, 50, 40]
        let result = try await result(values, [Quota(share: 0.2), Quota(share: 0.3), nil, nil])
        #expect(grades(result) == "AABBBCCCDD")
    }

    @Test("Units that share the last rank with a place have the grade together or not at all")
    func ties() async throws {
        let values: [Double?] = [95, 94, 92, 92, 92, 80, 70, 65, 50, 40]
        let without = try await result(values, [Quota(share: 0.3, tied: .without), nil, nil, nil])
        #expect(grades(without) == "AABBBBCCDD")
        let within = try await result(values, [Quota(share: 0.3, tied: .within), nil, nil, nil])
        #expect(grades(within) == "AAAAABCCDD")
    }

    @Test("Who has lost the grade by a veto takes none of its places")
    func vetoesFirst() async throws {
        let values: [Double?] = [95, 94, 93, 92, 91, 80, 70, 65, 50, 40]
        let result = try await result(values, [Quota(share: 0.3), nil, nil, nil], vetoed: ["u0"])
        #expect(grades(result) == "BAAABBCCDD")
    }

    @Test("Each peer group has places of its own, by its own share; units without a score count for none")
    func groups() async throws {
        let groups = [0..<4, 4..<8].enumerated().map { index, units in
            PeerGroup(id: "g\(index)", name: BilingualText(same: "g"), units: units.map { "u\($0)" })
        }
        // g0: 50 % of 3 ranked units is 1.5, so 1; g1: 75 % of 4 is 3.
        let result = try await result(
            [95, 94, 93, nil, 95, 94, 93, 92], [Quota(share: 0.5, sharesOfGroups: ["g1": 0.75]), nil, nil, nil],
            groups: groups)
        #expect(grades(result) == "ABB-AAAB")
    }
}
