internal import CAssessmentKernels

/// Statistics over reference sets: one arithmetic for whole columns and for explanations.
///
/// Cells without a value are NaN and are passed over. Sums run in the order of the rows, so that the same inputs give
/// the same last bit.
extension Formula.Statistic {
    /// The statistic over some rows; NaN where they have too few values. Not for ranks, which differ by row.
    ///
    /// - Parameter order: memory for as many numbers as there are rows; what it holds does not matter.
    @inline(__always)
    func value(
        of values: UnsafePointer<Double>, at rows: some RandomAccessCollection<Int>, order: UnsafeMutablePointer<Double>
    ) -> Double {
        let result = unbounded(of: values, at: rows, order: order)
        // A statistic too large to be a number is none.
        return result.isInfinite ? .nan : result
    }

    @inline(__always)
    private func unbounded(
        of values: UnsafePointer<Double>, at rows: some RandomAccessCollection<Int>,
        order: UnsafeMutablePointer<Double>
    ) -> Double {
        switch self {
        case .count: return count(of: values, at: rows)
        case .sum: return sum(of: values, at: rows).sum
        case .mean:
            let (count, sum) = sum(of: values, at: rows)
            return sum / count
        case .minimum:
            let least = least(of: values, at: rows)
            return least.isFinite ? least : count(of: values, at: rows) == 0 ? .nan : least
        case .maximum:
            let most = most(of: values, at: rows)
            return most.isFinite ? most : count(of: values, at: rows) == 0 ? .nan : most
        case .standardDeviation, .populationStandardDeviation:
            let (count, sum) = sum(of: values, at: rows)
            let mean = sum / count
            guard mean.isFinite else { return .nan }
            var squares = 0.0
            for row in rows where !values[row].isNaN { squares += (values[row] - mean) * (values[row] - mean) }
            guard squares.isFinite else { return .nan }
            if self == .populationStandardDeviation { return count > 0 ? (squares / count).squareRoot() : .nan }
            return count > 1 ? (squares / (count - 1)).squareRoot() : .nan
        case .median:
            let count = RowOrder.sort(rows, by: values, into: order)
            guard count > 0 else { return .nan }
            return (values[Int(order[(count - 1) / 2])] + values[Int(order[count / 2])]) / 2
        case .rank, .averageRank: return .nan
        }
    }

    private func count(of values: UnsafePointer<Double>, at rows: some RandomAccessCollection<Int>) -> Double {
        if let stretch = rows as? Range<Int> {
            return Double(assessment_count(values + stretch.lowerBound, stretch.count))
        }
        return Double(rows.count { !values[$0].isNaN })
    }

    // No comparison with NaN is true, so that rows without a value change nothing. Of zero the sign is dropped, as by the
    // kernel.
    private func least(of values: UnsafePointer<Double>, at rows: some RandomAccessCollection<Int>) -> Double {
        if let stretch = rows as? Range<Int> { return assessment_least(values + stretch.lowerBound, stretch.count) }
        var least = Double.infinity
        for row in rows { least = values[row] < least ? values[row] : least }
        return least + 0
    }

    private func most(of values: UnsafePointer<Double>, at rows: some RandomAccessCollection<Int>) -> Double {
        if let stretch = rows as? Range<Int> { return assessment_most(values + stretch.lowerBound, stretch.count) }
        var most = -Double.infinity
        for row in rows { most = values[row] > most ? values[row] : most }
        return most + 0
    }

    @inline(__always)
    private func sum(
        of values: UnsafePointer<Double>, at rows: some RandomAccessCollection<Int>
    ) -> (count: Double, sum: Double) {
        var (count, sum) = (0.0, 0.0)
        for row in rows where !values[row].isNaN {
            count += 1
            sum += values[row]
        }
        return (count, sum)
    }

    /// The place of each of some rows among them, from the smallest up; the others are left as they are.
    func places(
        of values: UnsafePointer<Double>, at rows: [Int], order: UnsafeMutablePointer<Double>,
        into places: UnsafeMutablePointer<Double>
    ) {
        let count = RowOrder.sort(rows, by: values, into: order)
        var first = 0
        while first < count {
            var end = first + 1
            while end < count, values[Int(order[end])] == values[Int(order[first])] { end += 1 }
            let place = self == .averageRank ? Double(first + 1 + end) / 2 : Double(first + 1)
            for position in first..<end { places[Int(order[position])] = place }
            first = end
        }
    }
}

/// Rows in the order of their values, as doubles so that the scratch of a formula can hold them.
enum RowOrder {
    /// Puts those of some rows that have a value in order, the smallest value first, then by row.
    ///
    /// - Returns: how many have a value.
    static func sort(
        _ rows: some Sequence<Int>, by values: UnsafePointer<Double>, into order: UnsafeMutablePointer<Double>
    ) -> Int {
        var count = 0
        for row in rows where !values[row].isNaN {
            order[count] = Double(row)
            count += 1
        }
        var sorted = UnsafeMutableBufferPointer(start: order, count: count)
        sorted.sort { left, right in
            let (leftValue, rightValue) = (values[Int(left)], values[Int(right)])
            return leftValue != rightValue ? leftValue < rightValue : left < right
        }
        return count
    }
}
