/// Statistics over reference sets: one arithmetic for whole columns and for explanations.
///
/// Cells without a value are NaN and are passed over. Sums run in the order of the rows, so that the same inputs give
/// the same last bit.
extension Formula.Statistic {
    /// The statistic over some rows; NaN where they have too few values. Not for ranks, which differ by row.
    ///
    /// - Parameter order: memory for as many numbers as there are rows; what it holds does not matter.
    func value(
        of values: UnsafePointer<Double>, at rows: [Int], order: UnsafeMutablePointer<Double>
    ) -> Double {
        let result = unbounded(of: values, at: rows, order: order)
        // A statistic too large to be a number is none.
        return result.isInfinite ? .nan : result
    }

    private func unbounded(
        of values: UnsafePointer<Double>, at rows: [Int], order: UnsafeMutablePointer<Double>
    ) -> Double {
        var (count, sum) = (0.0, 0.0)
        var (least, most) = (Double.infinity, -Double.infinity)
        for row in rows where !values[row].isNaN {
            count += 1
            sum += values[row]
            least = Swift.min(least, values[row])
            most = Swift.max(most, values[row])
        }
        switch self {
        case .count: return count
        case .sum: return sum
        case .mean: return sum / count
        case .minimum: return count == 0 ? .nan : least
        case .maximum: return count == 0 ? .nan : most
        case .standardDeviation, .populationStandardDeviation:
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
        _ rows: [Int], by values: UnsafePointer<Double>, into order: UnsafeMutablePointer<Double>
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
