/// Where the observation of a variable for a unit in a period stands among others: the first one, if there are several.
///
/// It is an order of the positions by variable, period and unit, which takes four bytes an observation.
package struct ObservationPositions: Sendable {
    private let observations: Observations
    /// The positions of each variable and period, one after the other, by the number of the unit.
    private let order: [UInt32]
    /// Where the positions of a variable and period begin, and behind the last of them the end.
    private let starts: [Int]

    /// Orders the positions of some observations.
    package init(_ observations: Observations) {
        self.observations = observations
        let (units, series) = (observations.unitNumbers, observations.seriesNumbers)
        var starts = [Int](repeating: 0, count: observations.series.values.count + 1)
        for number in series { starts[Int(number) + 1] += 1 }
        for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
        var next = starts
        var order = [UInt32](repeating: 0, count: series.count)
        for (position, number) in series.enumerated() {
            order[next[Int(number)]] = UInt32(position)
            next[Int(number)] += 1
        }
        for index in starts.indices.dropLast() {
            let range = starts[index]..<starts[index + 1]
            // Files are mostly in the order of units.
            let isOrdered = zip(range, range.dropFirst()).allSatisfy {
                units[Int(order[$0])] <= units[Int(order[$1])]
            }
            if isOrdered { continue }
            order[range].sort { (units[Int($0)], $0) < (units[Int($1)], $1) }
        }
        self.order = order
        self.starts = starts
    }

    /// The position of the first observation of a variable for a unit in a period.
    package subscript(variable: String, unit: String, period: Period) -> Int? {
        let series = Observations.Series(variable: variable, period: period)
        guard let number = observations.series.existing(series), let unit = observations.units.existing(unit) else {
            return nil
        }
        return self[number, unit]
    }

    /// The position of the first observation of a variable in a period for a unit, by their numbers.
    package subscript(number: UInt32, unit: UInt32) -> Int? {
        var (low, high) = (starts[Int(number)], starts[Int(number) + 1])
        let end = high
        // Where a file has every unit in the order of units, it stands where it is looked for first.
        let guess = low + Int(unit)
        if guess < high, observations.unitNumbers[Int(order[guess])] == unit,
            guess == low || observations.unitNumbers[Int(order[guess - 1])] != unit
        {
            return Int(order[guess])
        }
        while low < high {
            let middle = (low + high) / 2
            if observations.unitNumbers[Int(order[middle])] < unit { low = middle + 1 } else { high = middle }
        }
        guard low < end, observations.unitNumbers[Int(order[low])] == unit else { return nil }
        return Int(order[low])
    }
}
