internal import AssessmentCore

extension Workspace {
    /// Puts the rows that have a number in a slot in order: by set, then the largest number first, or the smallest, then
    /// by row.
    ///
    /// The rows stand at the beginning of ``order``.
    ///
    /// - Returns: the number of rows in order.
    mutating func orderRows(of slot: Int, by sets: ReferenceSets, smallestFirst: Bool = false) -> Int {
        var count = 0
        for row in 0..<rowCount where !values[cell(slot, row)].isNaN {
            order[count] = row
            count += 1
        }
        // Read apart from the workspace, whose order changes meanwhile.
        let (values, setOfRow, start) = (values, sets.setOfRow, cell(slot, 0))
        order.withUnsafeMutableBufferPointer { order in
            // In place: a slice of the array would be a copy.
            var rows = UnsafeMutableBufferPointer(rebasing: order[..<count])
            rows.sort { left, right in
                if setOfRow[left] != setOfRow[right] { return setOfRow[left] < setOfRow[right] }
                let (leftValue, rightValue) = (values[start + left], values[start + right])
                if leftValue == rightValue { return left < right }
                return smallestFirst ? leftValue < rightValue : leftValue > rightValue
            }
        }
        return count
    }
}
