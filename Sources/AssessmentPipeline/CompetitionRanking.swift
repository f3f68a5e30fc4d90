internal import AssessmentCore

extension Plan {
    /// Competition ranks ("1, 2, 2, 4") within each peer group and period, best score first: the largest, or the
    /// smallest where less is better.
    ///
    /// Scores within the tolerance of the best of a tie share its rank; the tolerance is measured against that leader
    /// and not from neighbour to neighbour, so that a chain of small steps is no tie.
    func rank(
        _ tolerance: Double, _ input: Int, _ direction: Direction, into output: Int, _ workspace: inout Workspace
    ) {
        for row in 0..<rowCount {
            workspace.copy(workspace.cell(input, row), to: workspace.cell(output, row))
        }
        let count = workspace.orderRows(of: input, by: groups, smallestFirst: direction == .lowerIsBetter)
        var (set, first, rank, leader) = (-1, 0, 0, 0.0)
        for position in 0..<count {
            let row = workspace.order[position]
            let score = workspace.values[workspace.cell(input, row)]
            if groups.setOfRow[row] != set {
                (set, first, rank, leader) = (groups.setOfRow[row], position, 1, score)
            } else if direction == .higherIsBetter ? score < leader - tolerance : score > leader + tolerance {
                (rank, leader) = (position - first + 1, score)
            }
            workspace.values[workspace.cell(output, row)] = Double(rank)
        }
    }
}
