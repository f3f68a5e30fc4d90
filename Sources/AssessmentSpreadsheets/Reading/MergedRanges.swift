/// Finds the cells that a merged range covers.
enum MergedRanges {
    /// Marks each cell that lies within a range and is not its first.
    ///
    /// - Throws: `PartProblem` where two ranges overlap, at the first cell of one of them.
    static func mark(
        _ cells: inout [SpreadsheetTable.Packed], in rows: [SpreadsheetTable.Row], _ ranges: [Sheet.Block]
    ) throws(PartProblem) {
        guard !ranges.isEmpty else { return }
        let sorted = ranges.sorted {
            ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
        }
        // Those that reach down to the row at hand, from left to right.
        var open: [Sheet.Block] = []
        var soonest = Int.max
        var next = 0
        func begin(upTo row: Int) throws(PartProblem) {
            while next < sorted.count, sorted[next].rows.lowerBound <= row {
                let range = sorted[next]
                next += 1
                if soonest < range.rows.lowerBound { close(before: range.rows.lowerBound) }
                let place = open.partitioningIndex { $0.columns.lowerBound > range.columns.lowerBound }
                let touches =
                    (place > 0 && open[place - 1].columns.upperBound >= range.columns.lowerBound)
                    || (place < open.count && open[place].columns.lowerBound <= range.columns.upperBound)
                if touches {
                    throw PartProblem(
                        "a merged range overlaps another one", row: range.rows.lowerBound,
                        column: range.columns.lowerBound)
                }
                open.insert(range, at: place)
                soonest = min(soonest, range.rows.upperBound)
            }
        }
        func close(before row: Int) {
            open.removeAll { $0.rows.upperBound < row }
            soonest = open.map(\.rows.upperBound).min() ?? .max
        }
        for row in rows {
            try begin(upTo: row.number)
            if soonest < row.number { close(before: row.number) }
            if open.isEmpty { continue }
            for index in row.cells {
                let column = Int(cells[index].column)
                let place = open.partitioningIndex { $0.columns.lowerBound > column } - 1
                guard place >= 0, open[place].columns.contains(column) else { continue }
                let isFirst = open[place].rows.lowerBound == row.number && open[place].columns.lowerBound == column
                if !isFirst { cells[index].flags |= SpreadsheetTable.Packed.covered }
            }
        }
        try begin(upTo: .max)
    }
}
