import AssessmentCore
import Testing

@Suite("Reference sets")
struct ReferenceSetsTests {
    private let panel = Panel(units: ["a", "b", "c"].map { Sample.unit($0) }, periods: Sample.periods(2019...2020))
    private let groups = [0, 1, 0]

    @Test(
        "Rows are put together by what the scope names",
        arguments: [
            (ReferenceSets.Scope.allRows, [[0, 1, 2, 3, 4, 5]]), (.period, [[0, 1, 2], [3, 4, 5]]),
            (.peerGroup, [[0, 2, 3, 5], [1, 4]]), (.peerGroupAndPeriod, [[0, 2], [1], [3, 5], [4]]),
        ])
    func sets(scope: ReferenceSets.Scope, expected: [[Int]]) {
        let sets = ReferenceSets(scope, panel: panel, peerGroupOfUnit: groups)
        let found = Dictionary(grouping: 0..<panel.rowCount, by: { sets.setOfRow[$0] }).values
        #expect(Set(found) == Set(expected))
        #expect(sets.count == expected.count)
        #expect(sets.setOfRow.allSatisfy { (0..<sets.count).contains($0) })
    }

    @Test("Every scope has a word for files and a name of its own")
    func words() {
        #expect(
            ReferenceSets.Scope.allCases.map(\.rawValue)
                == ["all_rows", "period", "peer_group", "peer_group_and_period"])
        #expect(Set(ReferenceSets.Scope.allCases.map(\.name)).count == 4)
    }
}
