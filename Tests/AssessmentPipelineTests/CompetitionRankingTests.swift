import AssessmentCore
import AssessmentPipeline
import Testing

@Suite("Ranks")
struct CompetitionRankingTests {
    private func ranks(_ values: [Double?], tolerance: Double = 0, groups: [PeerGroup] = []) async throws -> [Int?] {
        var fixture = Fixture(.leaf("a", then: [.rank(tolerance: tolerance)]))
        fixture.units = values.indices.map { Fixture.unit("u\($0)") }
        fixture.peerGroups = groups
        fixture.observe("a", values)
        return try await fixture.run().ranks("a")
    }

    @Test("Equal scores share a rank, and the next one counts all before it")
    func competition() async throws {
        #expect(try await ranks([80, 90, 70, 80]) == [2, 1, 4, 2])
        #expect(try await ranks([5, 5, 5]) == [1, 1, 1])
    }

    @Test("A unit without a score has no rank and takes no place")
    func missing() async throws {
        #expect(try await ranks([80, nil, 90, 70]) == [2, nil, 1, 3])
    }

    @Test("The last bit of a sum decides no rank")
    func lastBit() async throws {
        let values: [Double?] = [80, 80.00000000000001, 79]
        #expect(try await ranks(values, tolerance: 1e-9) == [1, 1, 3])
        #expect(try await ranks(values, tolerance: 0) == [2, 1, 3])
    }

    @Test("A tie is measured from its leader, so that a chain of small steps is none")
    func chain() async throws {
        #expect(try await ranks([10, 9.5, 9, 8.5, 8], tolerance: 0.5) == [1, 1, 3, 3, 5])
        #expect(try await ranks([10, 9.5, 9, 8.5, 8], tolerance: 1) == [1, 1, 1, 4, 4])
    }

    @Test("Ties are broken by the scores of other nodes in their order; who has none comes behind")
    func tieBreaks() async throws {
        var fixture = Fixture(
            .mean(of: [.leaf("a"), .leaf("b"), .leaf("c")], then: [.rank(tolerance: 0, tieBreaks: ["b", "c"])]))
        fixture.units = (0..<6).map { Fixture.unit("u\($0)") }
        // Every total is 50 save the last one's 60. By b: u2 60, then u0, u1 and u3 50, u4 40. By c: u0 and u1 40, u3 30.
        fixture.observe("a", [60, 60, 50, 70, 70, 90])
        fixture.observe("b", [50, 50, 60, 50, 40, 50])
        fixture.observe("c", [40, 40, 40, 30, 40, 40])
        #expect(try await fixture.run().ranks() == [3, 3, 2, 5, 6, 1])
    }

    @Test("Each peer group has ranks of its own, and says how many it ranks")
    func groups() async throws {
        let groups = [["u0", "u2", "u4"], ["u1", "u3"]].enumerated().map {
            PeerGroup(id: "g\($0)", name: BilingualText(same: "g\($0)"), units: $1)
        }
        #expect(try await ranks([50, 40, 60, 45, nil], groups: groups) == [2, 2, 1, 1, nil])
        var fixture = Fixture(.leaf("a", then: [.rank(tolerance: 0)]))
        fixture.peerGroups = [PeerGroup(id: "all", name: BilingualText(same: "all"))]
        fixture.observe("a", [1, nil, 3])
        #expect(try await fixture.run().ledger.rank(of: "a", row: 0)?.of == 2)
    }

    @Test("Periods are ranked apart")
    func periods() async throws {
        var fixture = Fixture(.leaf("a", then: [.rank(tolerance: 0)]))
        fixture.history = [2019]
        fixture.observe("a", [1, 2, 3, 4], in: 2019)
        fixture.observe("a", [40, 30, 20, 10])
        #expect(try await fixture.run().ranks("a") == [4, 3, 2, 1, 1, 2, 3, 4])
    }

    /// Columns of a published table (COINr 1.1.14, ranks descending with the smallest rank for ties), values and ranks.
    @Test(
        "Published ranks with ties and gaps come out",
        arguments: [
            (
                [3.2, 5.1, nil, 8.4, 2.2, 9.9, 5.1, 7.3, 6.6, 4, 1.5, nil], [8, 5, nil, 2, 9, 1, 5, 3, 4, 7, 10, nil]
            ),
            (
                [100, 250, 75, nil, 300, 125, 125, 90, 410, 55, 60, 1000], [7, 4, 9, nil, 3, 5, 5, 8, 2, 11, 10, 1]
            ),
            (
                [-2.5, 0, 1.5, 3.25, -1, 0, 4.75, 2, -0.5, 6, 0.25, 1.125], [12, 8, 5, 3, 11, 8, 2, 4, 10, 1, 7, 6]
            ),
            ([12, 12, 12, 15, 9, 20, 18, nil, nil, 11, 14, 13], [6, 6, 6, 3, 10, 1, 2, nil, nil, 9, 4, 5]),
        ] as [([Double?], [Int?])])
    func published(values: [Double?], expected: [Int?]) async throws {
        #expect(try await ranks(values) == expected)
        #expect(try await ranks(values, tolerance: 1e-9) == expected)
    }

    @Test("A rank is one more than the number of better units, for random scores with ties")
    func definition() async throws {
        var generator = SplitMix64(seed: 41)
        for _ in 0..<20 {
            let values = (0..<40).map { _ in
                Int.random(in: 0..<8, using: &generator) == 0 ? nil : Double(Int.random(in: 0..<15, using: &generator))
            }
            let expected = values.map { value in
                value.map { value in 1 + values.count { $0.map { $0 > value } ?? false } }
            }
            #expect(try await ranks(values) == expected)
        }
    }
}
