internal import AssessmentConfiguration
internal import AssessmentCore
internal import AssessmentData
internal import AssessmentQueries

extension DataLoader {
    /// Reads the tables with columns of their own, out of which only the variables of indicators in use are taken.
    ///
    /// They follow the files of observations, with which they may not share a value.
    mutating func readTables(into data: inout CollectedData) {
        let (specification, units) = (specification, data.units)
        let request = ObservationsTable.Request(
            units: units,
            variables: Set(
                wanted.flatMap(\.variables) + specification.variablesOfStatistics + specification.variablesOfTargets),
            periods: Set(specification.periods))
        var held = data.observations.variables.union(letGo.map(\.variable))
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
        let awaits = isAwaiting && collections.contains { $0.value.revision == 0 }
        guard isWhole, !isCollecting, !awaits else { return }
        let missing = missingVariables(held: held, names: names)
        // Where nothing was read at all, it is not the names that are wrong.
        let isEmpty = !missing.isEmpty && held.isEmpty && names.isEmpty
        let empty = isEmpty ? specification.data.filter { $0.content == .observations } : []
        problems +=
            empty.isEmpty
            ? missing
            : empty.map { file in
                Diagnostic(
                    at: SourcePosition(file: file.file, line: 1, column: 1), "the file has a heading and no rows",
                    expected: "a row a value")
            }
    }

    /// The table of a file: its own bytes, or the answer to the query that it holds, which is kept with the run.
    private mutating func table(_ file: DataFile) -> (name: String, bytes: [UInt8])? {
        guard case .query(let query) = file.content else {
            return bytes(file.file, at: file.position).map { (file.file, $0) }
        }
        guard let answer = answers[query.result] else { return nil }
        for (path, bytes) in [(answer.file, answer.sql), (answer.result, answer.bytes)]
        where read.updateValue(bytes, forKey: path) == nil {
            files.append(ReadFile(path: path, bytes: bytes))
        }
        return (answer.result, answer.bytes)
    }

    /// Reads those who rate, and then the ratings, which are held against them.
    mutating func readRatings(into data: inout CollectedData) {
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
}

extension DataFile.Content {
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
