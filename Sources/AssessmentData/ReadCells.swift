public import AssessmentCore

/// The cells that were read so far, so that one that is given twice is found, also across files.
///
/// All variables of a table share one list of rows, so that a large table costs no entry a cell.
public struct ReadCells: Sendable {
    struct Place: Hashable, Sendable {
        let unit: String
        let period: Period
    }

    struct Source: Sendable {
        let file: String
        /// The rows of the file by unit and period.
        let rows: [Place: Int]
    }

    private var sources: [String: [Source]] = [:]

    /// Begins with the observations of files that were read already.
    public init(_ observations: Observations = Observations()) {
        struct Key: Hashable {
            let variable: String
            let file: String
        }
        var rows: [Key: [Place: Int]] = [:]
        for observation in observations {
            let key = Key(variable: observation.variable, file: observation.origin.file)
            rows[key, default: [:]][Place(unit: observation.unit, period: observation.period)] = observation.origin.row
        }
        for (key, rows) in rows { add(key.variable, Source(file: key.file, rows: rows)) }
    }

    /// Where a variable was read from before.
    func sources(of variable: String) -> [Source] { sources[variable] ?? [] }

    mutating func add(_ variable: String, _ source: Source) {
        sources[variable, default: []].append(source)
    }
}
