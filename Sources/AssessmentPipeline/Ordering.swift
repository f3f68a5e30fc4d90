internal import AssessmentCore

extension Workspace {
    /// Puts the rows that have a number in a slot in order: by set, then the largest number first, or the smallest, then
    /// by row.
    ///
    /// The rows stand at the beginning of ``order``. Heapsort, since it needs no memory of its own.
    ///
    /// - Returns: the number of rows in order.
    mutating func orderRows(of slot: Int, by sets: ReferenceSets, smallestFirst: Bool = false) -> Int {
        var count = 0
        for row in 0..<rowCount where !values[cell(slot, row)].isNaN {
            order[count] = row
            count += 1
        }
        for root in stride(from: count / 2 - 1, through: 0, by: -1) {
            siftDown(from: root, count: count, slot, sets, smallestFirst)
        }
        for last in stride(from: count - 1, to: 0, by: -1) {
            order.swapAt(0, last)
            siftDown(from: 0, count: last, slot, sets, smallestFirst)
        }
        return count
    }

    private mutating func siftDown(
        from root: Int, count: Int, _ slot: Int, _ sets: ReferenceSets, _ smallestFirst: Bool
    ) {
        var parent = root
        while 2 * parent + 1 < count {
            var child = 2 * parent + 1
            if child + 1 < count, comesBefore(order[child], order[child + 1], slot, sets, smallestFirst) { child += 1 }
            guard comesBefore(order[parent], order[child], slot, sets, smallestFirst) else { return }
            order.swapAt(parent, child)
            parent = child
        }
    }

    private func comesBefore(_ left: Int, _ right: Int, _ slot: Int, _ sets: ReferenceSets, _ smallestFirst: Bool)
        -> Bool
    {
        let (leftSet, rightSet) = (sets.setOfRow[left], sets.setOfRow[right])
        if leftSet != rightSet { return leftSet < rightSet }
        let (leftValue, rightValue) = (values[cell(slot, left)], values[cell(slot, right)])
        if leftValue == rightValue { return left < right }
        return smallestFirst ? leftValue < rightValue : leftValue > rightValue
    }
}
