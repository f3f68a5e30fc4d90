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
        var count = 0
        for members in sets.members {
            let found = gatherRows(members, of: slot, from: count)
            sorting.sort(found, smallestFirst: smallestFirst)
            // The places of the sorted ones among those of the set, which are read before they are written over.
            sorting.take(&order, from: count, found)
            count += found
        }
        return count
    }

    /// Puts the competition ranks of the rows that have a number in a slot, within each set, into another slot, which was
    /// filled.
    mutating func rankRows(
        of slot: Int, by sets: ReferenceSets, tolerance: Double, smallestFirst: Bool, into output: Int
    ) {
        for members in sets.members {
            let found = gatherRows(members, of: slot, from: 0)
            sorting.rank(found, tolerance: tolerance, smallestFirst: smallestFirst)
            put(sorting.ranks, into: output, at: order[..<found])
        }
    }

    /// Puts the rows of a set that have a number into ``order`` from a place on, and their numbers where they are sorted.
    ///
    /// - Returns: the number of these rows.
    private mutating func gatherRows(_ members: [Int], of slot: Int, from start: Int) -> Int {
        let numbers = numbers(slot)
        return numbers.withUnsafeBufferPointer { numbers in
            order.withUnsafeMutableBufferPointer { order in
                sorting.scores.withUnsafeMutableBufferPointer { scores in
                    var count = 0
                    for row in members where !numbers[row].isNaN {
                        scores[count] = numbers[row]
                        order[start + count] = row
                        count += 1
                    }
                    return count
                }
            }
        }
    }

    /// The memory that numbers are put in order in.
    struct Sorting {
        /// The numbers.
        var scores: [Double]
        private var keys: [UInt64]
        private var places: [UInt32]
        private var rows: [Int]
        /// The ranks of the numbers, as they stand.
        private(set) var ranks: [Int32]

        init(_ count: Int) {
            scores = Workspace.unwritten(count)
            keys = Workspace.unwritten(2 * count)
            places = Workspace.unwritten(count)
            rows = Workspace.unwritten(count)
            ranks = Workspace.unwritten(count)
        }

        /// Puts the first so many numbers in order.
        mutating func sort(_ count: Int, smallestFirst: Bool) {
            assessment_order(scores, count, smallestFirst ? 1 : 0, &keys, &places)
        }

        /// Finds the competition ranks of the first so many numbers.
        mutating func rank(_ count: Int, tolerance: Double, smallestFirst: Bool) {
            assessment_ranks(scores, count, tolerance, smallestFirst ? 1 : 0, &keys, &ranks)
        }

        /// Puts rows that stand from a start on in the order of the numbers.
        mutating func take(_ order: inout [Int], from start: Int, _ count: Int) {
            for place in 0..<count { rows[place] = order[start + Int(places[place])] }
            for place in 0..<count { order[start + place] = rows[place] }
        }
    }
}
