internal import AssessmentConfiguration
internal import AssessmentCore
internal import AssessmentData
internal import AssessmentQueries

/// Reads the data files of a specification, and tells every problem of all of them together.
struct DataLoader {
    let specification: Specification
    let catalogue: Catalogue
    let folder: SourceFolder
    /// The variables that the plug-ins which are linked in declare, listed or not.
    let declared: Set<String>
    /// Whether files are to be taken in, before which a collection may have taken in nothing yet, and rows of an intake
    /// that was cut off are passed over.
    let isCollecting: Bool
    /// Whether a collection may have taken in nothing yet.
    let isAwaiting: Bool
    /// The revision of the collection as of which its data are read; the last one where none is named.
    let revision: Int?
    /// The answers to queries, by the paths under which they are kept.
    let answers: [String: QueryAnswer]
    /// The bytes of every file that was read, by its path.
    var read: [String: [UInt8]] = [:]
    var problems: [Diagnostic] = []
    /// The files that were read, in the order of reading.
    var files: [ReadFile] = []
    /// Whether files of observations that can be read again are let go.
    let isSparing: Bool
    /// The files of observations that were let go.
    var letGo: [ObservationFiles.File] = []

    /// A file that was read.
    struct ReadFile {
        let path: String
        /// Its bytes; none where they were let go.
        let bytes: [UInt8]
        /// The SHA-256 of bytes that were let go.
        var digest: String?

        /// The SHA-256 of its bytes.
        var sha256OfBytes: String { digest ?? sha256(bytes) }
    }

    init(
        _ specification: Specification, _ catalogue: Catalogue, _ folder: SourceFolder, declared: Set<String>,
        answers: [QueryAnswer], isCollecting: Bool = false, isAwaiting: Bool = false, asOf revision: Int? = nil,
        isSparing: Bool = false
    ) {
        self.revision = revision
        self.isSparing = isSparing
        self.answers = Dictionary(answers.map { ($0.result, $0) }, uniquingKeysWith: { first, _ in first })
        self.specification = specification
        // What units report is there once they have: before that, no file need hold a variable that is declared.
        let isCollected = specification.data.contains { if case .collection = $0.content { true } else { false } }
        self.declared = isCollected ? declared.union(catalogue.declared.map(\.id)) : declared
        self.isCollecting = isCollecting
        self.isAwaiting = isAwaiting || isCollecting
        self.catalogue = catalogue
        self.folder = folder
    }

    /// What each collection has taken in, by its folder.
    var collections: [String: LoadedCollection] = [:]

    /// The data, before they are carried over to the assessed units.
    ///
    /// - Throws: `DiagnosticList` with every problem of the files.
    mutating func load() throws(DiagnosticList) -> CollectedData {
        // The closures below must not reach back into self, which `attempt` changes.
        let (catalogue, list) = (catalogue, specification.units.file)
        let position = specification.units.position ?? SourcePosition(file: list, line: 1, column: 1)
        let form = specification.units.table
        guard let bytes = bytes(list, at: position),
            let units = attempt({ () throws(DiagnosticList) in
                if let form { return try UnitsTable.read(bytes, file: list, form: form, namedAt: position) }
                return try UnitsFile.read(bytes, file: list)
            })
        else { throw DiagnosticList(problems) }
        var data = CollectedData(units: units)
        problems += UnitNames(units).problems(of: specification)
        var seen = HeldObservations()
        var seenTargets: [TargetsFile.Place: Origin] = [:]
        var seenEntries: [String: [RegisterFile.Item: Origin]] = [:]
        var seenDecisions: [AdjustmentsFile.Place: Origin] = [:]
        var seenProgress: [ProgressFile.Place: Origin] = [:]
        let bodies = bodies(units)
        data.departments = bodies?.departments ?? UnitTable([])
        let specification = specification
        let targeted = DataLoader.targeted(specification, catalogue)
        if let revision { checkCollections(for: revision) }
        let sought = isSparing ? lookThrough(units) : LookedThrough()
        for file in specification.data where !file.content.isQuery {
            if case .collection = file.content {
                readCollection(file, into: &data, &seen, &seenEntries)
                continue
            }
            if case .observations = file.content, sought.isDone(file.file) {
                note(sought.files[file.file])
                continue
            }
            guard let bytes = self.bytes(file.file, at: file.position) else { continue }
            switch file.content {
            case .observations:
                data.observations +=
                    attempt { () throws(DiagnosticList) in
                        try ObservationsFile.read(
                            bytes, file: file.file, units: units, variables: catalogue.variablesOfFiles, seen: &seen)
                    } ?? []
            case .register(let id):
                guard let register = catalogue.registers[id] else { continue }
                data.registers[id, default: []] +=
                    attempt { () throws(DiagnosticList) in
                        try RegisterFile.read(
                            bytes, file: file.file, register: register, units: units,
                            seen: &seenEntries[id, default: [:]])
                    } ?? []
            case .targets:
                let targets = attempt { () throws(DiagnosticList) in
                    try TargetsFile.read(bytes, file: file.file, nodes: targeted, units: units, seen: &seenTargets)
                }
                data.targets.merge(targets ?? [:]) { NumberTable(lines: $0.lines + $1.lines) }
            case .adjustments:
                let scheme = AdjustmentsFile.Scheme(specification, units: units)
                data.decisions +=
                    attempt { () throws(DiagnosticList) in
                        try AdjustmentsFile.read(
                            bytes, file: file.file, scheme: scheme, units: units, seen: &seenDecisions)
                    } ?? []
            case .progress:
                guard let scheme = specification.tasks, let bodies else { continue }
                data.progress +=
                    attempt { () throws(DiagnosticList) in
                        try ProgressFile.read(
                            bytes, file: file.file, scheme: scheme, bodies: bodies, seen: &seenProgress)
                    } ?? []
            case .table, .query, .ratings, .assessors, .collection: continue
            case .facts:
                data.facts +=
                    attempt { () throws(DiagnosticList) in
                        try FactsFile.read(
                            bytes, file: file.file, statements: Set(catalogue.statements.keys), units: units)
                    } ?? []
            }
        }
        noteReports(in: &data)
        readTables(into: &data)
        readRatings(into: &data)
        if !problems.isEmpty { throw DiagnosticList(problems) }
        return data
    }

    /// The bodies that may answer for tasks; nothing where there are no tasks, or the departments cannot be read.
    private mutating func bodies(_ units: UnitTable) -> TaskBodies? {
        guard let scheme = specification.tasks else { return nil }
        var departments: UnitTable? = UnitTable([])
        if let file = scheme.departments {
            let position = scheme.departmentsPosition ?? SourcePosition(file: file, line: 1, column: 1)
            departments = bytes(file, at: position).flatMap { bytes in
                attempt { () throws(DiagnosticList) in try DepartmentsFile.read(bytes, file: file, units: units) }
            }
        }
        guard let departments else { return nil }
        let bodies = TaskBodies(
            units: units,
            assessed: units.inForce(on: specification.units.inForceOn, levels: specification.units.levels),
            departments: departments, asOf: scheme.asOf)
        problems += TaskNames(units: units, bodies: bodies).problems(of: scheme, specification.data)
        return bodies
    }

    /// The ids of nodes and indicators whose evaluators compare with a target.
    private static func targeted(_ specification: Specification, _ catalogue: Catalogue) -> Set<String> {
        let nodes = specification.framework.subtree.filter { node in
            node.steps.contains { step in
                guard case .evaluate(let choice) = step else { return false }
                return catalogue.evaluators[choice.id]?.targets != TargetRequirement.none
            }
        }
        return Set(nodes.flatMap { [$0.id, $0.measure?.indicator].compactMap(\.self) })
    }

    /// The bytes of a file, which may be listed more than once.
    ///
    /// - Parameter counting: the part of them that counts; all where there is none.
    mutating func bytes(
        _ file: String, at position: SourcePosition, counting: (([UInt8]) -> [UInt8]?)? = nil
    ) -> [UInt8]? {
        if let bytes = read[file] { return bytes }
        do throws(SourceFolder.Refusal) {
            let all = try folder.bytes(file)
            guard let bytes = counting.map({ $0(all) }) ?? all else { return nil }
            read[file] = bytes
            files.append(ReadFile(path: file, bytes: bytes))
            return bytes
        } catch {
            problems.append(Diagnostic(at: position, error.problem, expected: error.expected))
            return nil
        }
    }

    /// Notes where the data cannot be read as of a revision, since it would not be clear of what.
    private mutating func checkCollections(for revision: Int) {
        let count = specification.data.count { if case .collection = $0.content { true } else { false } }
        guard count != 1 else { return }
        problems.append(
            Diagnostic(
                at: specification.units.position
                    ?? SourcePosition(file: specification.units.file, line: 1, column: 1),
                "revision \(revision) is asked for, and there \(count == 0 ? "is no collection" : "are several collections")",
                expected: "one ‘collection’ under ‘data’, or no revision"))
    }

    /// Takes a file that was read for what it was before; it was not there where there is nothing.
    mutating func setBack(_ file: String, to bytes: [UInt8]?) {
        guard read[file] != nil else { return }
        read[file] = bytes
        files = files.compactMap { $0.path == file ? bytes.map { ReadFile(path: file, bytes: $0) } : $0 }
    }

    mutating func attempt<Value>(_ read: () throws(DiagnosticList) -> Value) -> Value? {
        do throws(DiagnosticList) {
            return try read()
        } catch {
            problems += error.diagnostics
            return nil
        }
    }
}

extension DataFile.Content {
    /// Whether an engine is asked for what is read.
    fileprivate var isQuery: Bool {
        if case .query = self { true } else { false }
    }
}
