public import AssessmentCore

extension AssessmentRun {
    /// What the exchange of single rows between two runs touches.
    public struct RowExchange: Sendable {
        let other: AssessmentRun
        let levelOfUnit: [Int]
        /// The rows that decisions are on, in one of the runs or both.
        let decidedRows: Set<Int>
        /// For each rule by which a node leaves the framework for a level: the rows that make it leave, here and there.
        let leavers: [(output: Int, here: Set<Int>, there: Set<Int>)]

        /// The slots of nodes that leave the framework for the level of a row in one of the runs, or in the exchange, alone.
        func leaving(_ row: Int) -> Set<Int> {
            let units = levelOfUnit.count
            let level = levelOfUnit[row % units]
            func reaches(_ other: Int) -> Bool { levelOfUnit[other % units] == level }
            return Set(
                leavers.filter { _, here, there in
                    let (isHere, isThere) = (here.contains(where: reaches), there.contains(where: reaches))
                    let isExchanged = there.contains(row) || here.contains { $0 != row && reaches($0) }
                    return isHere != isExchanged || isThere != isExchanged
                }.map(\.output))
        }
    }

    /// Prepares the exchange of rows of a period with another run.
    ///
    /// - Parameter other: a run of the same prepared assessment, or of one with other decisions, which differs in that
    ///   period alone.
    public func exchange(with other: AssessmentRun, in period: Period) -> RowExchange {
        let place = plan.panel.periods.firstIndex(of: period)
        let rows = place.map { plan.panel.rows(ofPeriodAt: $0) } ?? 0..<0
        let leavers = prepared.levelRules.map { level in
            func leaving(_ run: AssessmentRun) -> Set<Int> {
                Set(
                    rows.filter { row in
                        guard run.workspace.number(level.input, row).isNaN,
                            let reason = run.workspace.reason(level.input, row),
                            reason != .notAssessedAtLevel, reason != .leftFramework
                        else { return false }
                        return level.rule.action(for: reason) == .leaveFramework
                    })
            }
            return (output: level.output, here: leaving(self), there: leaving(other))
        }
        return RowExchange(
            other: other, levelOfUnit: plan.levelOfUnit,
            decidedRows: plan.decidedRows.union(other.plan.decidedRows),
            leavers: leavers.filter { !$0.here.isEmpty || !$0.there.isEmpty })
    }

    /// Reads this run as it would be if one row were measured, and decided on, as in the other one.
    ///
    /// Where steps compute each unit on its own, the row has the results that it has in the other run; only what may read
    /// other units is done again.
    ///
    /// - Throws: ``PipelineError`` where a step cannot go on.
    public mutating func exchanging<Result>(
        row: Int, by exchange: RowExchange, _ read: (AssessmentRun) -> Result
    ) throws(PipelineError) -> Result {
        let leaving = exchange.leaving(row)
        var operations = prepared.comparing
        if !leaving.isEmpty {
            let more = PreparedAssessment.needed(plan, leaving, root: prepared.root)
            operations = Set(operations + more).sorted()
        }
        let again = Set(operations.map { plan.operations[$0].output })
        let single = plan.operations.map(\.output).filter { !again.contains($0) }
        let (kept, known, fitted) = (
            single.map { workspace.cell(at: $0, row) }, failures, workspace.fitted
        )
        let columns = operations.map { workspace.contents(plan.operations[$0].output) }
        defer {
            for (slot, cell) in zip(single, kept) { workspace.set(cell, slot, row) }
            for (operation, column) in zip(operations, columns) {
                workspace.set(column, of: plan.operations[operation].output)
            }
            (failures, workspace.fitted) = (known, fitted)
        }
        for slot in single {
            workspace.set(exchange.other.workspace.cell(at: slot, row), slot, row)
        }
        let own = prepared
        defer { prepared = own }
        if exchange.decidedRows.contains(row) {
            prepared.plan = own.plan.takingDecisions(onRow: row, from: exchange.other.plan)
        }
        try run(operations)
        return read(self)
    }
}
