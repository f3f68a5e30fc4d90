public import AssessmentData

/// What a record of data says, besides the files that belong to it.
public enum DataRecordContent: Sendable, Hashable {
    /// A revision of a collection: a file that was taken in.
    case revision(RevisionRecord)
    /// What the checks found.
    case checks(ChecksRecord)
    /// A sample that was drawn for verification on site.
    case sample(SampleRecord)
    /// What was found on site of a sample.
    case findings(FindingsRecord)

    /// The word for what it is.
    public var kind: String {
        switch self {
        case .revision: "revision"
        case .checks: "checks"
        case .sample: "sample"
        case .findings: "findings"
        }
    }
}

/// A revision of a collection: the file that was taken in, and how far the files of the collection go with it.
public struct RevisionRecord: Codable, Sendable, Hashable {
    /// How far a file of the collection goes.
    public struct Extent: Codable, Sendable, Hashable {
        /// The path of the file within the folder.
        public let path: String
        /// The number of its bytes, up to this revision.
        public let size: Int
        /// The SHA-256 of so many of its bytes.
        public let sha256: String

        /// Creates it.
        public init(path: String, size: Int, sha256: String) {
            self.path = path
            self.size = size
            self.sha256 = sha256
        }
    }

    /// The folder of the collection, as the specification names it.
    public let collection: String
    /// The number of the revision.
    public let revision: Int
    /// The name of the file that was taken in.
    public let file: String
    /// The SHA-256 of its bytes.
    public let sha256: String
    /// The code of the unit that reported; empty where the file names a unit in each row.
    public let unit: String
    /// The period that the form is of; empty where the file names one in each row.
    public let formPeriod: String
    /// The digest of the standard that the form was written for; empty for a file that is no form.
    public let standard: String
    /// The registers whose entries of the unit it replaces.
    public let registers: [String]
    /// How many values it brought.
    public let values: Int
    /// How many entries of registers it brought.
    public let entries: Int
    /// How far each file of the collection goes, in the order of paths.
    public let extents: [Extent]

    /// Creates it of what a revision put behind the files of a collection.
    ///
    /// - Parameter extents: how far each file goes, in any order.
    public init(_ part: CollectionPart, of collection: String, extents: [Extent]) {
        self.collection = collection
        revision = part.source.revision
        file = part.source.file
        sha256 = part.source.sha256
        unit = part.source.unit
        formPeriod = part.source.period
        standard = part.source.standard
        registers = part.source.registers
        values = part.values
        entries = part.entries
        self.extents = extents.sorted { $0.path < $1.path }
    }
}

/// What the checks of the collected data found, counted by severity.
public struct ChecksRecord: Codable, Sendable, Hashable {
    /// How many findings stop a run.
    public let stops: Int
    /// How many are warnings.
    public let warnings: Int
    /// How many are notes.
    public let notes: Int
    /// How many cases all of them have.
    public let cases: Int

    /// Creates it.
    public init(stops: Int, warnings: Int, notes: Int, cases: Int) {
        self.stops = stops
        self.warnings = warnings
        self.notes = notes
        self.cases = cases
    }
}

/// A sample that was drawn for verification on site.
public struct SampleRecord: Codable, Sendable, Hashable {
    /// The seed, as it is published.
    public let seed: String
    /// The share that was drawn of each stratum.
    public let share: Double
    /// How many visit a unit.
    public let team: Int
    /// How many values there are.
    public let values: Int
    /// How many were drawn.
    public let drawn: Int
    /// How many units are visited.
    public let units: Int

    /// Creates it.
    public init(seed: String, share: Double, team: Int, values: Int, drawn: Int, units: Int) {
        self.seed = seed
        self.share = share
        self.team = team
        self.values = values
        self.drawn = drawn
        self.units = units
    }
}

/// What was found on site of a sample, in numbers.
public struct FindingsRecord: Codable, Sendable, Hashable {
    /// The number of the record that keeps the sample.
    public let sample: Int
    /// How many values were looked at.
    public let looked: Int
    /// How many are wrong.
    public let wrong: Int
    /// How many cannot be verified.
    public let unverifiable: Int
    /// The lower end of the confidence interval of the share of either; nothing for an empty sample.
    public let lower: Double?
    /// Its upper end.
    public let upper: Double?

    /// Creates it.
    public init(sample: Int, looked: Int, wrong: Int, unverifiable: Int, interval: ClosedRange<Double>?) {
        self.sample = sample
        self.looked = looked
        self.wrong = wrong
        self.unverifiable = unverifiable
        lower = interval?.lowerBound
        upper = interval?.upperBound
    }
}
