internal import AssessmentCore

/// The cells that files of observations hold so far, so that one that is given twice is found, also across files.
///
/// A bit says of each unit, variable and period whether it is held. Where it is held is looked for only when a second value
/// appears.
public struct HeldObservations: Sendable {
    private var units = Numbering<String>()
    private var series = Numbering<Observations.Series>()
    /// Variables and periods with runs of 64 units.
    private var words = NumberedKeys()
    /// Which units of each run are held.
    private var bits: [UInt64] = []
    private var files: [Observations] = []

    /// Begins without any.
    public init() {}

    /// How many cells are held.
    public var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// The numbers here of the units, variables and periods of some observations, by their numbers there.
    struct Numbers: Sendable {
        fileprivate var units: [UInt32] = []
        fileprivate var series: [UInt32] = []
    }

    /// Marks the cells of observations from one position on.
    ///
    /// - Parameter numbers: what was found out of these observations before.
    /// - Returns: whether all of them are new.
    mutating func mark(_ observations: Observations, from first: Int, _ numbers: inout Numbers) -> Bool {
        for unit in observations.units.values[numbers.units.count...] { numbers.units.append(units.number(of: unit)) }
        for one in observations.series.values[numbers.series.count...] {
            numbers.series.append(series.number(of: one))
        }
        var isNew = true
        for position in first..<observations.count {
            let unit = numbers.units[Int(observations.unitNumbers[position])]
            let one = numbers.series[Int(observations.seriesNumbers[position])]
            let word = words.number(of: UInt64(one) << 32 | UInt64(unit >> 6))
            if word == bits.count { bits.append(0) }
            let bit = UInt64(1) << UInt64(unit & 63)
            if bits[word] & bit != 0 { isNew = false }
            bits[word] |= bit
        }
        return isNew
    }

    /// Keeps observations whose cells were marked, so that their places can be told.
    mutating func keep(_ observations: Observations) { files.append(observations) }

    /// The positions of those of the observations kept last that have a cell which is held before them, with that before.
    func repeated() -> [(position: Int, earlier: Origin)] {
        var places: [UInt64: (file: Int, position: Int)] = [:]
        var repeated: [(position: Int, earlier: Origin)] = []
        for (file, observations) in files.enumerated() {
            let units = observations.units.values.map { self.units.existing($0) ?? 0 }
            let series = observations.series.values.map { self.series.existing($0) ?? 0 }
            for position in observations.indices {
                let unit = units[Int(observations.unitNumbers[position])]
                let key = UInt64(series[Int(observations.seriesNumbers[position])]) << 32 | UInt64(unit)
                guard let earlier = places.updateValue((file, position), forKey: key), file == files.count - 1 else {
                    continue
                }
                repeated.append((position, files[earlier.file][earlier.position].origin))
            }
        }
        return repeated
    }
}
