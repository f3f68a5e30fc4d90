internal import AssessmentCore

extension Plan {
    /// Competition ranks ("1, 2, 2, 4") within each peer group and period, best score first: the largest, or the
    /// smallest where less is better. Who is last by a veto comes behind all others.
    ///
    /// Scores within the tolerance of the best of a tie share its rank; the tolerance is measured against that leader
    /// and not from neighbour to neighbour, so that a chain of small steps is no tie. Where the scores of other nodes
    /// tell tied units apart, the better one comes first.
    func rank(_ ranking: Ranking, _ input: Int, into output: Int, _ workspace: inout Workspace) {
        workspace.copy(input, to: output)
        let smallestFirst = ranking.direction == .lowerIsBetter
        if ranking.tieBreaks.isEmpty, ranking.isLast.isEmpty {
            return workspace.rankRows(
                of: input, by: groups, tolerance: ranking.tolerance, smallestFirst: smallestFirst, into: output)
        }
        let count = workspace.orderRows(of: input, by: groups, smallestFirst: smallestFirst)
        putLast(ranking.isLast, count, &workspace)
        var first = 0
        while first < count {
            // The rows of one group, and within it those that are tied with the leader.
            let set = groups.setOfRow[workspace.order[first]]
            var leader = first
            while leader < count, groups.setOfRow[workspace.order[leader]] == set {
                let end = endOfTie(from: leader, count, ranking, input, workspace)
                breakTie(leader..<end, first: first, ranking, into: output, &workspace)
                leader = end
            }
            first = leader
        }
    }

    /// Puts those that are last behind the others of their group, in their order.
    private func putLast(_ isLast: [Bool], _ count: Int, _ workspace: inout Workspace) {
        guard !isLast.isEmpty else { return }
        let ordered = Array(workspace.order[..<count])
        var first = 0
        while first < count {
            let set = groups.setOfRow[ordered[first]]
            let rows = ordered[first...].prefix { groups.setOfRow[$0] == set }
            for (place, row) in (rows.filter { !isLast[$0] } + rows.filter { isLast[$0] }).enumerated() {
                workspace.order[first + place] = row
            }
            first += rows.count
        }
    }

    /// The position behind the last row that is tied with a leader.
    private func endOfTie(
        from leader: Int, _ count: Int, _ ranking: Ranking, _ input: Int, _ workspace: Workspace
    ) -> Int {
        let row = workspace.order[leader]
        let best = workspace.number(input, row)
        var end = leader + 1
        while end < count {
            let other = workspace.order[end]
            guard groups.setOfRow[other] == groups.setOfRow[row] else { break }
            if !ranking.isLast.isEmpty, ranking.isLast[other] != ranking.isLast[row] { break }
            let score = workspace.number(input, other)
            let isWorse =
                ranking.direction == .higherIsBetter
                ? score < best - ranking.tolerance : score > best + ranking.tolerance
            if isWorse { break }
            end += 1
        }
        return end
    }

    /// Gives ranks to rows that are tied: one for all, or one each as the scores of other nodes tell them apart.
    private func breakTie(
        _ tied: Range<Int>, first: Int, _ ranking: Ranking, into output: Int, _ workspace: inout Workspace
    ) {
        if tied.count > 1, !ranking.tieBreaks.isEmpty {
            workspace.order.replaceSubrange(
                tied,
                with: workspace.order[tied].sorted { left, right in
                    let order = compare(left, right, ranking.tieBreaks, workspace)
                    return order == 0 ? left < right : order < 0
                })
        }
        var rank = tied.lowerBound - first + 1
        for position in tied {
            let row = workspace.order[position]
            if position > tied.lowerBound, !ranking.tieBreaks.isEmpty,
                compare(workspace.order[position - 1], row, ranking.tieBreaks, workspace) != 0
            {
                rank = position - first + 1
            }
            workspace.replace(Double(rank), output, row)
        }
    }

    /// Which of two rows the scores of other nodes put first: below zero the left one, zero where none tells them apart.
    /// A row without a score comes behind one that has it.
    private func compare(
        _ left: Int, _ right: Int, _ tieBreaks: [(slot: Int, direction: Direction)], _ workspace: Workspace
    ) -> Int {
        for (slot, direction) in tieBreaks {
            let values = (workspace.number(slot, left), workspace.number(slot, right))
            switch (values.0.isNaN, values.1.isNaN) {
            case (true, true): continue
            case (true, false): return 1
            case (false, true): return -1
            case (false, false): break
            }
            if values.0 == values.1 { continue }
            return (values.0 > values.1) == (direction == .higherIsBetter) ? -1 : 1
        }
        return 0
    }
}
