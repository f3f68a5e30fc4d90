public import AssessmentCore
public import AssessmentData

/// What a file reports, not yet held against what a collection has.
public struct ReportedContents: Sendable {
    /// The code of the unit that reports; empty where the file names one in each row.
    public var unit = ""
    /// The period that a form is of; empty where the file names one in each row.
    public var period = ""
    /// The digest of the standard that a form was written for, or that a text file names; empty where it names none.
    public var standard = ""
    /// The values.
    public var values: [ReportedValue] = []
    /// The places whose cells were left blank.
    public var blank: [CollectionContents.Value.Place] = []
    /// The entries of each register whose sheet is filled; none where the sheet states that there are none.
    public var registers: [String: [RegisterEntry]] = [:]
    /// The registers whose sheets neither list entries nor state that there are none.
    public var blankRegisters: [String] = []
    /// The encoding of a text file.
    public var encoding: TextEncoding?
    /// What stands on a form where nothing is read.
    public var passedOver: [Diagnostic] = []

    /// Creates contents that report nothing.
    public init() {}
}

/// Takes what files report into a collection: each file that changes something is a revision, and nothing that was taken in
/// before is changed.
public struct Intake: Sendable {
    /// What became of a file.
    public struct Report: Sendable, Hashable {
        /// The name of the file.
        public let file: String
        /// The code of the unit that reported; empty where the file names one in each row.
        public let unit: String
        /// The revision that it made; nothing where it changed nothing.
        public var revision: Int?
        /// The revision that took in the same bytes before; nothing was taken in again.
        public var alreadyTaken: Int?
        /// How many values it reports for the first time.
        public var added = 0
        /// How many values it reports otherwise than the collection had them.
        public var corrected = 0
        /// How many values it reports as the collection has them.
        public var unchanged = 0
        /// How many cells it leaves blank for which the collection has a value, which stays.
        public var leftBlank = 0
        /// How many entries each register has that it reports otherwise than before.
        public var entries: [String: Int] = [:]
        /// The registers whose sheets are blank, of which the unit has reported nothing so far: they count as not submitted.
        public var unreported: [String] = []
        /// The registers whose sheets are blank, which keeps the entries that the unit reported before.
        public var kept: [String] = []
        /// The corrections that its values replace.
        public var overwritten: [OverwrittenCorrection] = []
        /// The encoding of a text file.
        public var encoding: TextEncoding?
        /// What stands on a form where nothing is read.
        public var passedOver: [Diagnostic] = []
        /// Whether it says by which standard its values are to be understood, as every form does.
        public var namesStandard = true
    }

    /// The collection with every revision.
    public private(set) var contents: CollectionContents
    private var histories: [CollectionContents.Value.Place: [CollectionContents.Value]]
    private var taken: [String: Int]

    /// Continues a collection.
    public init(_ contents: CollectionContents) {
        self.contents = contents
        histories = Dictionary(grouping: contents.values, by: \.place)
        taken = Dictionary(contents.sources.map { ($0.sha256, $0.revision) }, uniquingKeysWith: { first, _ in first })
    }

    /// The revision that took in a file with these bytes before.
    ///
    /// To take in an older file again would undo the corrections since.
    public func revision(of sha256: String) -> Int? { taken[sha256] }

    /// Takes in what a file reports.
    ///
    /// - Parameters:
    ///   - file: the name of the file.
    ///   - sha256: the SHA-256 of its bytes.
    public mutating func take(_ reported: ReportedContents, from file: String, sha256: String) -> Report {
        var report = Report(file: file, unit: reported.unit, encoding: reported.encoding)
        if let revision = taken[sha256] {
            report.alreadyTaken = revision
            return report
        }
        report.passedOver = reported.passedOver
        report.namesStandard = !reported.standard.isEmpty
        let revision = contents.revision + 1
        for value in reported.values {
            let held = histories[value.place]?.last
            if let held, held.isSame(as: value.number, value.reason) {
                report.unchanged += 1
                continue
            }
            if held == nil { report.added += 1 } else { report.corrected += 1 }
            let new = CollectionContents.Value(
                revision: revision, place: value.place, number: value.number, reason: value.reason,
                origin: value.origin, sha256: sha256)
            contents.values.append(new)
            histories[value.place, default: []].append(new)
        }
        report.leftBlank = reported.blank.count { histories[$0]?.last?.number != nil }
        for (register, entries) in reported.registers.sorted(by: { $0.key < $1.key }) {
            let held = contents.currentEntries(of: register).filter { $0.reporter == reported.unit }.map(\.entry)
            if isReported(register, by: reported.unit), held.map(Intake.content) == entries.map(Intake.content) {
                continue
            }
            report.entries[register] = entries.count
            contents.entries[register, default: []] += entries.map {
                CollectionContents.Entry(revision: revision, reporter: reported.unit, entry: $0, sha256: sha256)
            }
        }
        for register in reported.blankRegisters {
            if isReported(register, by: reported.unit) {
                report.kept.append(register)
            } else {
                report.unreported.append(register)
            }
        }
        guard report.added + report.corrected > 0 || !report.entries.isEmpty else { return report }
        report.revision = revision
        taken[sha256] = revision
        contents.sources.append(
            CollectionContents.Source(
                revision: revision, file: file, sha256: sha256, unit: reported.unit, period: reported.period,
                standard: reported.standard, registers: report.entries.keys.sorted()))
        let taken = contents
        report.overwritten = reported.values.compactMap { value in
            guard let history = histories[value.place], history.last?.revision == revision else { return nil }
            return OverwrittenCorrection(in: history, isForm: taken.isForm)
        }
        return report
    }

    private func isReported(_ register: String, by unit: String) -> Bool {
        contents.sources.contains { $0.unit == unit && $0.registers.contains(register) }
    }

    /// An entry without where it was read.
    private static func content(_ entry: RegisterEntry) -> RegisterEntry {
        var entry = entry
        entry.origin = Origin(file: "", row: 0, column: "", note: entry.origin.note)
        return entry
    }
}
