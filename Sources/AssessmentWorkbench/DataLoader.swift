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
    private let declared: Set<String>
    /// Whether a collection may have taken in nothing yet.
    let isCollecting: Bool
    /// The revision of the collection as of which its data are read; the last one where none is named.
    let revision: Int?
    /// The answers to queries, by the paths under which they are kept.
    private let answers: [String: QueryAnswer]
    /// The bytes of every file that was read, by its path.
    private var read: [String: [UInt8]] = [:]
    var problems: [Diagnostic] = []
    /// The files that were read, in the order of reading.
    private(set) var files: [(path: String, bytes: [UInt8])] = []

    init(
        _ specification: Specification, _ catalogue: Catalogue, _ folder: SourceFolder, declared: Set<String>,
        answers: [QueryAnswer], isCollecting: Bool = false, asOf revision: Int? = nil
    ) {
        self.revision = revision
        self.answers = Dictionary(answers.map { ($0.result, $0) }, uniquingKeysWith: { first, _ in first })
        self.specification = specification
        // What units report is there once they have: before that, no file need hold a variable that is declared.
        let isCollected = specification.data.contains { if case .collection = $0.content { true } else { false } }
        self.declared = isCollected ? declared.union(catalogue.declared.map(\.id)) : declared
        self.isCollecting = isCollecting
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
        for file in specification.data where !file.content.isQuery {
            if case .collection = file.content {
                readCollection(file, into: &data, &seen, &seenEntries)
                continue
            }
            guard let bytes = self.bytes(file.file, at: file.position) else { continue }
            switch file.content {
            case .observations:
                data.observations +=
                    attempt { () throws(DiagnosticList) in
                        try ObservationsFile.read(
                            bytes, file: file.file, units: units,
                            variables: catalogue.hasWrittenIndicators ? nil : catalogue.variables, seen: &seen)
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

    /// Reads the tables with columns of their own, out of which only the variables of indicators in use are taken.
    ///
    /// They follow the files of observations, with which they may not share a value.
    private mutating func readTables(into data: inout CollectedData) {
        let (specification, units) = (specification, data.units)
        let request = ObservationsTable.Request(
            units: units,
            variables: Set(
                wanted.flatMap(\.variables) + specification.variablesOfStatistics + specification.variablesOfTargets),
            periods: Set(specification.periods))
        var held = data.observations.variables
        var names: Set<String> = []
        var (hasTables, isWhole) = (false, problems.isEmpty)
        var seen = ReadCells()
        for file in specification.data {
            guard let form = file.content.form else { continue }
            if !hasTables { seen = ReadCells(data.observations) }
            hasTables = true
            guard let table = table(file),
                let contents = attempt({ () throws(DiagnosticList) in
                    do throws(DiagnosticList) {
                        return try ObservationsTable.read(
                            table.bytes, file: table.name, form: form, namedAt: file.position, request, seen: &seen)
                    } catch {
                        throw error.within(file)
                    }
                })
            else {
                isWhole = false
                continue
            }
            data.observations += contents.observations
            held.formUnion(contents.variables)
            names.formUnion(contents.names)
            names.formUnion(form.variables.values)
        }
        // A file that could not be read may hold what seems to be missing, and so may what is still to be collected.
        if isWhole, !isCollecting { problems += missingVariables(held: held, names: names) }
    }

    /// The table of a file: its own bytes, or the answer to the query that it holds, which is kept with the run.
    private mutating func table(_ file: DataFile) -> (name: String, bytes: [UInt8])? {
        guard case .query(let query) = file.content else {
            return bytes(file.file, at: file.position).map { (file.file, $0) }
        }
        guard let answer = answers[query.result] else { return nil }
        for (path, bytes) in [(answer.file, answer.sql), (answer.result, answer.bytes)]
        where read.updateValue(bytes, forKey: path) == nil {
            files.append((path, bytes))
        }
        return (answer.result, answer.bytes)
    }

    /// Reads those who rate, and then the ratings, which are held against them.
    private mutating func readRatings(into data: inout CollectedData) {
        let (specification, units) = (specification, data.units)
        guard let ratings = specification.ratings else { return }
        var (assessors, isWhole): ([Assessor]?, Bool) = (nil, true)
        for file in specification.data where file.content == .assessors {
            guard let bytes = bytes(file.file, at: file.position),
                let listed = attempt({ () throws(DiagnosticList) in
                    try AssessorsFile.read(
                        bytes, file: file.file, scheme: ratings, units: units, known: assessors ?? [])
                })
            else {
                isWhole = false
                continue
            }
            assessors = (assessors ?? []) + listed
        }
        // Each rating of an assessor who could not be read would be a problem of its own.
        guard isWhole else { return }
        data.assessors = assessors ?? []
        let scheme = RatingsFile.Scheme(ratings, specification, units: units, assessors: data.assessors)
        var seen: [RatingsFile.Place: Origin] = [:]
        for file in specification.data where file.content == .ratings {
            guard let bytes = bytes(file.file, at: file.position) else { continue }
            data.ratings +=
                attempt { () throws(DiagnosticList) in
                    try RatingsFile.read(bytes, file: file.file, scheme: scheme, units: units, seen: &seen)
                } ?? []
        }
    }

    /// The variables of each indicator in use, with the node that uses it.
    private var wanted: [(node: FrameworkNode, variables: [String])] {
        specification.framework.subtree.compactMap { node in
            guard let use = node.measure, let indicator = catalogue.indicators[use.indicator] else { return nil }
            return (node, indicator.description.variables.map(\.id))
        }
    }

    /// What the formulas of a specification name and no file has: a variable of a plug-in may be collected nowhere, but
    /// one that the specification itself writes is misspelt.
    private func missingVariables(held: Set<String>, names: Set<String>) -> [Diagnostic] {
        let all = names.union(held).sorted()
        return wanted.flatMap { node, variables in
            variables.filter { variable in
                !held.contains(variable) && !declared.contains(ReportPeriod.base(of: variable))
                    && !declared.contains(variable)
            }.map { variable in
                let column = ReportPeriod.base(of: variable)
                return Diagnostic(
                    at: node.position ?? specification.units.position
                        ?? SourcePosition(file: specification.units.file, line: 1, column: 1),
                    "no table has a column ‘\(column)’",
                    expected:
                        "a column of a table under ‘data’, by its own name or by ‘columns’; or observations of it",
                    suggestion: nearestMatch(to: column, among: all))
            }
        }
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
            files.append((file, bytes))
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
        files = files.compactMap { $0.path == file ? bytes.map { (file, $0) } : $0 }
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

    /// How a table with columns of its own is read.
    fileprivate var form: TableForm? {
        switch self {
        case .table(let form): form
        case .query(let query): query.form
        default: nil
        }
    }
}

extension DiagnosticList {
    /// The same problems where the specification names the query, since its answer is no file that a person could mend.
    fileprivate func within(_ file: DataFile) -> DiagnosticList {
        guard case .query(let query) = file.content else { return self }
        return DiagnosticList(
            diagnostics.map { diagnostic in
                guard diagnostic.position.file == query.result else { return diagnostic }
                var moved = diagnostic
                moved.position = file.position
                moved.problem =
                    "line \(diagnostic.position.line) of the answer to ‘\(file.file)’: \(diagnostic.problem)"
                return moved
            })
    }
}
