import AssessmentCore
import Testing

@testable import AssessmentRobustness

@Suite("Groups of units that errors do not tell apart")
struct TiedGroupsTests {
    private func standing(_ group: Int, _ rank: Int?) -> RobustnessReport.Standing {
        RobustnessReport.Standing(group: group, score: rank.map { 100 - Double($0) }, rank: rank, grade: nil)
    }

    @Test("Units that share a rank lead together, in whatever order they are listed")
    func sharedRank() {
        // Two units share the first rank. One of them always leads; the other falls behind the third in 4 of 10 replications.
        func found(_ order: [Int]) -> (
            groups: [Set<Int>], neighbours: [(ahead: Set<Int>, behind: Set<Int>, share: Double)]
        ) {
            let nominal = [standing(0, 1), standing(0, 1), standing(0, 3)]
            let listed = order.map { nominal[$0] }
            let ranks: [Int32] = (0..<10).flatMap { replication -> [Int32] in
                let own: [Int32] = replication < 4 ? [1, 3, 2] : [1, 2, 3]
                return order.map { own[$0] }
            }
            let share = RankOrder(ranks: ranks, units: 3)
            return (
                TiedGroups(nominal: listed, interval: 0.9).groups(share).map { Set($0.map { order[$0] }) },
                listed.neighbours.map { own in
                    (
                        Set(own.ahead.map { order[$0] }), Set(own.behind.map { order[$0] }),
                        share.share(own.ahead, ahead: own.behind)
                    )
                }
            )
        }
        for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0], [2, 0, 1]] {
            let (groups, neighbours) = found(order)
            #expect(groups == [[0, 1, 2]])
            #expect(neighbours.count == 1)
            #expect(neighbours[0].ahead == [0, 1] && neighbours[0].behind == [2] && neighbours[0].share == 0.6)
        }
    }

    @Test("Each is compared with the leader, within its peer group")
    func leaders() {
        // Ten replications of five units: the second is behind the first in 5 of them, the third in 9 and behind the second
        // in 8; the fourth is of another group; the fifth has no rank.
        let ranks: [Int32] = (0..<10).flatMap { replication -> [Int32] in
            let second: Int32 = replication < 5 ? 2 : 1
            let third: Int32 = replication < 9 ? 3 : 1
            return [second == 1 ? 2 : 1, second, third == 1 ? 0 : 3, 1, 0]
        }
        let order = RankOrder(ranks: ranks, units: 5)
        let groups = TiedGroups(
            nominal: [standing(0, 1), standing(0, 2), standing(0, 3), standing(1, 1), standing(0, nil)], interval: 0.9
        ).groups(order)
        #expect(groups == [[0, 1], [2], [3]])
        // Neighbours are compared with each other; one without a rank is neither ahead nor behind.
        #expect(order.share([0], ahead: [1]) == 0.5 && order.share([1], ahead: [2]) == 0.9)
        #expect(order.share([0], ahead: [2]) == 0.9 && order.share([2], ahead: [4]) == 0)
        #expect(order.share([4], ahead: [2]) == 0)
    }
}
