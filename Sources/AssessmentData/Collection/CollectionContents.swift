public import AssessmentCore

/// What was taken in from filled forms and files, revision by revision: what was once taken in stays, and a correction is a
/// new revision.
public struct CollectionContents: Sendable {
    /// A file that was taken in.
    public struct Source: Sendable, Hashable {
        /// The revision that it made, from 1.
        public let revision: Int
        /// Its name.
        public let file: String
        /// The SHA-256 of its bytes.
        public let sha256: String
        /// The code of the unit that reported; empty where the file names a unit in each row.
        public let unit: String
        /// The period that the form is of; empty where the file names one in each row.
        public let period: String
        /// The digest of the standard that the form was written for, or that a text file names; empty where it names none.
        public let standard: String
        /// The registers whose entries of the unit it replaces.
        public let registers: [String]
        /// The SHA-256 of the rows that it put behind each file of the collection, by path; none where it was taken in
        /// before such digests were kept.
        public internal(set) var digests: [String: String]

        /// Creates a source.
        public init(
            revision: Int, file: String, sha256: String, unit: String = "", period: String = "", standard: String = "",
            registers: [String] = [], digests: [String: String] = [:]
        ) {
            self.revision = revision
            self.file = file
            self.sha256 = sha256
            self.unit = unit
            self.period = period
            self.standard = standard
            self.registers = registers
            self.digests = digests
        }
    }

    /// A value of a variable, or why there is none, in one revision.
    public struct Value: Sendable, Hashable {
        /// What a value is of.
        public struct Place: Sendable, Hashable {
            /// The code of the unit.
            public let unit: String
            /// The variable.
            public let variable: String
            /// The period.
            public let period: Period

            /// Creates a place.
            public init(unit: String, variable: String, period: Period) {
                self.unit = unit
                self.variable = variable
                self.period = period
            }
        }

        /// The revision.
        public let revision: Int
        /// What it is of.
        public let place: Place
        /// The number; nothing where there is a reason.
        public let number: Double?
        /// Why there is none.
        public let reason: Reason?
        /// Where it was read, with what the reporter remarks on it.
        public let origin: Origin
        /// The SHA-256 of the file that it was read from.
        public let sha256: String

        /// Creates a value.
        public init(
            revision: Int, place: Place, number: Double?, reason: Reason?, origin: Origin, sha256: String
        ) {
            self.revision = revision
            self.place = place
            self.number = number
            self.reason = reason
            self.origin = origin
            self.sha256 = sha256
        }
    }

    /// An entry of a register in one revision.
    public struct Entry: Sendable, Hashable {
        /// The revision.
        public let revision: Int
        /// The code of the unit that reported it.
        public let reporter: String
        /// The entry, with where it was read.
        public let entry: RegisterEntry
        /// The SHA-256 of the file that it was read from.
        public let sha256: String

        /// Creates an entry.
        public init(revision: Int, reporter: String, entry: RegisterEntry, sha256: String) {
            self.revision = revision
            self.reporter = reporter
            self.entry = entry
            self.sha256 = sha256
        }
    }

    /// The files, in the order of revisions.
    public var sources: [Source]
    /// The values, in the order of revisions.
    public var values: [Value]
    /// The entries of each register, in the order of revisions.
    public var entries: [String: [Entry]]

    /// Creates contents; without arguments, those of a collection that has taken in nothing yet.
    public init(sources: [Source] = [], values: [Value] = [], entries: [String: [Entry]] = [:]) {
        self.sources = sources
        self.values = values
        self.entries = entries
    }

    /// The number of the last revision; 0 where there is none.
    public var revision: Int { sources.last?.revision ?? 0 }

    /// The latest value of each place, in the order in which the places were first reported.
    public var current: [Value] {
        var (order, latest): ([Value.Place], [Value.Place: Value]) = ([], [:])
        for value in values where latest.updateValue(value, forKey: value.place) == nil { order.append(value.place) }
        return order.compactMap { latest[$0] }
    }

    /// The values as observations, the latest of each place; their origins name the revision.
    public var observations: [Observation] {
        current.map { value in
            var origin = value.origin
            origin.source = CollectionContents.source(revision: value.revision, sha256: value.sha256)
            let place = value.place
            if let number = value.number {
                return Observation(
                    variable: place.variable, unit: place.unit, period: place.period, value: number, origin: origin)
            }
            return Observation(
                variable: place.variable, unit: place.unit, period: place.period,
                absent: value.reason ?? .notSubmitted, origin: origin)
        }
    }

    /// The entries of a register that hold: of each unit, those of the last file that covers the register.
    public func currentEntries(of register: String) -> [Entry] {
        var last: [String: Int] = [:]
        for source in sources where source.registers.contains(register) { last[source.unit] = source.revision }
        return (entries[register] ?? []).filter { last[$0.reporter] == $0.revision }
    }

    /// Who reported a register, each with its last report.
    ///
    /// - Parameters:
    ///   - register: the register.
    ///   - folder: the folder of the collection, in whose list of files the reports stand.
    public func reports(of register: String, in folder: String) -> RegisterReports {
        var reports = RegisterReports()
        let filled = Set((entries[register] ?? []).map(\.revision))
        for source in sources where source.registers.contains(register) {
            reports.byUnit[source.unit] = RegisterReports.Report(
                isEmpty: !filled.contains(source.revision),
                origin: Origin(
                    file: folder + "/" + CollectionFiles.sources, row: source.revision + 1, column: "registers",
                    source: CollectionContents.source(revision: source.revision, sha256: source.sha256),
                    note: source.file))
        }
        return reports
    }

    /// The entries of each register that hold, as a run reads them; a register that was reported empty is there too.
    public var registers: [String: [RegisterEntry]] {
        let covered = Set(sources.flatMap(\.registers))
        return Dictionary(
            uniqueKeysWithValues: covered.map { register in
                let entries = currentEntries(of: register).map { held -> RegisterEntry in
                    var entry = held.entry
                    entry.origin.source = CollectionContents.source(revision: held.revision, sha256: held.sha256)
                    return entry
                }
                return (register, entries)
            })
    }

    private static func source(revision: Int, sha256: String) -> String {
        "修订 revision \(revision) · SHA-256 \(sha256.prefix(12))…"
    }
}
