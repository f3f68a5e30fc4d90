internal import AssessmentCore
internal import CAssessmentKernels

extension Workspace {
    /// Puts the rows that have a number in a slot in order: by set, then the largest number first, or the smallest, then
    /// by row.
    ///
    /// The rows stand at the beginning of ``order``.
    ///
    /// - Returns: the number of rows in order.
    mutating func orderRows(of slot: Int, by sets: ReferenceSets, smallestFirst: Bool = false) -> Int {
        let numbers = numbers(slot)
        let first = numbers.startIndex
        var count = 0
        for members in sets.members {
            let start = count
            for row in members where !numbers[first + row].isNaN {
                sorting.scores[count - start] = numbers[first + row]
                order[count] = row
                count += 1
            }
            sorting.sort(count - start, smallestFirst: smallestFirst)
            // The places of the sorted ones among those of the set, which are read before they are written over.
            sorting.take(&order, from: start, count - start)
        }
        return count
    }

    /// The memory that numbers are put in order in.
    struct Sorting {
        /// The numbers.
        var scores: [Double]
        private var keys: [UInt64]
        private var places: [UInt32]
        private var rows: [Int]

        init(_ count: Int) {
            scores = Workspace.unwritten(count)
            keys = Workspace.unwritten(2 * count)
            places = Workspace.unwritten(count)
            rows = Workspace.unwritten(count)
        }

        /// Puts the first so many numbers in order.
        mutating func sort(_ count: Int, smallestFirst: Bool) {
            assessment_order(scores, count, smallestFirst ? 1 : 0, &keys, &places)
        }

        /// Puts rows that stand from a start on in the order of the numbers.
        mutating func take(_ order: inout [Int], from start: Int, _ count: Int) {
            for place in 0..<count { rows[place] = order[start + Int(places[place])] }
            for place in 0..<count { order[start + place] = rows[place] }
        }
    }
}
