import AssessmentCore
import Testing

@testable import AssessmentRobustness

@Suite("Groups of units that errors do not tell apart")
struct TiedGroupsTests {
    private func standing(_ group: Int, _ rank: Int?) -> RobustnessReport.Standing {
        RobustnessReport.Standing(group: group, score: rank.map { 100 - Double($0) }, rank: rank, grade: nil)
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
        #expect(order.share(0, ahead: 1) == 0.5 && order.share(1, ahead: 2) == 0.9)
        #expect(order.share(0, ahead: 2) == 0.9 && order.share(2, ahead: 4) == 0 && order.share(4, ahead: 2) == 0)
    }
}
