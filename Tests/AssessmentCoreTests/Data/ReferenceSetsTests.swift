import AssessmentCore
import Testing

@Suite("Reference sets")
struct ReferenceSetsTests {
    private let panel = Panel(units: ["a", "b", "c"].map { Sample.unit($0) }, periods: Sample.periods(2019...2020))
    private let groups = [0, 1, 0]

    @Test(
        "Rows are put together by what the scope names",
        arguments: [
            (ReferenceScope.allRows, [[0, 1, 2, 3, 4, 5]]), (.period, [[0, 1, 2], [3, 4, 5]]),
            (.peerGroup, [[0, 2, 3, 5], [1, 4]]), (.peerGroupAndPeriod, [[0, 2], [1], [3, 5], [4]]),
        ])
    func sets(scope: ReferenceScope, expected: [[Int]]) {
        let sets = ReferenceSets(scope, panel: panel, peerGroupOfUnit: groups)
        let found = Dictionary(grouping: 0..<panel.rowCount, by: { sets.setOfRow[$0] }).values
        #expect(Set(found) == Set(expected))
        #expect(sets.count == expected.count)
        #expect(sets.setOfRow.allSatisfy { (0..<sets.count).contains($0) })
    }

    @Test("Rows of another period than the base belong to no set and are compared with it")
    func base() {
        let sets = ReferenceSets(
            ReferenceScope(.all, .only(Period(year: 2019))), panel: panel, peerGroupOfUnit: groups)
        #expect(sets.members == [[0, 1, 2]])
        #expect(sets.setOfRow == [0, 0, 0, 0, 0, 0])
    }

    @Test("Units with the same text in a column are put together")
    func grouping() {
        let units = [("a", "east"), ("b", "west"), ("c", "east")].map { code, region in
            AssessedUnit(
                code: code, name: BilingualText(same: code), level: "city", groups: ["region": region])
        }
        let panel = Panel(units: units, periods: Sample.periods(2019...2020))
        let sets = ReferenceSets(ReferenceScope(.group("region"), .same), panel: panel, peerGroupOfUnit: groups)
        #expect(sets.members == [[0, 2], [1], [3, 5], [4]])
    }

    @Test("Every scope is read back from its word and has a name of its own")
    func words() throws {
        let groupings = ["region"]
        var names: Set<BilingualText> = []
        for word in ReferenceScope.words(groupings: groupings) + ["2018"] {
            let scope = try #require(ReferenceScope(word, groupings: groupings))
            #expect(scope.text == word)
            names.insert(scope.name)
        }
        #expect(names.count == 7)
        #expect(ReferenceScope("regions", groupings: groupings) == nil)
    }
}
