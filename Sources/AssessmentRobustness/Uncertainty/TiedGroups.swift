internal import AssessmentCore

/// Which of two units ranks ahead in how many replications.
struct RankOrder {
    /// The ranks of all units, replication by replication; 0 for one that has none.
    let ranks: [Int32]
    let units: Int

    /// The share of replications in which each of some units ranks ahead of each of others.
    ///
    /// One that has no rank is neither ahead nor behind.
    func share(_ first: [Int], ahead others: [Int]) -> Double {
        guard units > 0, !ranks.isEmpty else { return 0 }
        let draws = ranks.count / units
        let ahead = (0..<draws).count { replication in
            let own = replication * units
            var (worst, isRanked) = (Int32(0), true)
            for unit in first {
                worst = max(worst, ranks[own + unit])
                isRanked = isRanked && ranks[own + unit] > 0
            }
            return isRanked && others.allSatisfy { ranks[own + $0] > worst }
        }
        return Double(ahead) / Double(draws)
    }
}

/// Groups of units that errors of data do not tell apart.
struct TiedGroups {
    let nominal: [RobustnessReport.Standing]
    let interval: Double

    /// The groups of each peer group, from the best on: a leader, and those behind it that rank behind the leader in a
    /// smaller share of replications than the interval asks.
    ///
    /// As with ties of scores, each is compared with the leader and not with its neighbour, so that a chain of small steps
    /// is no tie. Units that share the rank of the leader lead with it: who is not told apart from one of them belongs to
    /// the group, in whatever order units are listed.
    func groups(_ order: RankOrder) -> [[Int]] {
        var groups: [[Int]] = []
        for unit in nominal.ranked {
            if let group = groups.last, let leader = group.first, nominal[leader].group == nominal[unit].group,
                group.contains(where: { other in
                    nominal[other].rank == nominal[leader].rank
                        && (nominal[unit].rank == nominal[leader].rank
                            || order.share([other], ahead: [unit]) < interval)
                })
            {
                groups[groups.count - 1].append(unit)
            } else {
                groups.append([unit])
            }
        }
        return groups
    }
}
