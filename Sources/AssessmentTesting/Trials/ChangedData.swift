internal import AssessmentCore

extension MeasurementData {
    /// The data with other variables or registers.
    func with(
        variables: [String: Column]? = nil, registers: [String: [RegisterEntry]]? = nil
    ) -> MeasurementData {
        MeasurementData(
            panel: panel, units: units, variables: variables ?? self.variables, registers: registers ?? self.registers,
            parameters: parameters, seriesBreaks: seriesBreaks, parts: parts)
    }

    /// The data with some rows of variables left out for a reason.
    func leavingOut(_ ids: [String], rows: some Sequence<Int>, as reason: Reason) -> MeasurementData {
        var variables = variables
        for id in ids {
            var column = variables[id] ?? Column(count: panel.rowCount, absent: reason)
            for row in rows { column.leaveOut(reason, at: row) }
            variables[id] = column
        }
        return with(variables: variables)
    }

    /// The data with the units in another order.
    ///
    /// - Parameter order: for each new position the position of the unit so far.
    func ordered(by order: [Int]) -> MeasurementData {
        MeasurementData(
            panel: Panel(units: order.map { panel.units[$0] }, periods: panel.periods), units: units,
            variables: variables.mapValues { $0.reordered { panel.row($0, before: order) } }, registers: registers,
            parameters: parameters, seriesBreaks: seriesBreaks, parts: parts)
    }
}

extension Panel {
    /// The row that a row of the panel in another order of units was before.
    func row(_ row: Int, before order: [Int]) -> Int {
        row / units.count * units.count + order[row % units.count]
    }
}

extension Column {
    /// The column with its rows taken from others.
    fileprivate func reordered(_ source: (Int) -> Int) -> Column {
        var result = Column(count: count, absent: .notCollected)
        for row in 0..<count {
            let from = source(row)
            switch (self[from], states[from]) {
            case (let value?, .imputed): result.impute(value, because: reasons[from], note: notes[from], at: row)
            case (let value?, _): result.measure(value, note: notes[from], at: row)
            case (nil, _): result.leaveOut(reasons[from] ?? .notCollected, note: notes[from], at: row)
            }
        }
        return result
    }
}
