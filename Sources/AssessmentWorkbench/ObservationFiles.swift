internal import AssessmentConfiguration
internal import AssessmentCore
internal import AssessmentData

/// Files of observations that are not held in memory: each has one variable, and is read again when that is asked for.
struct ObservationFiles: Sendable {
    /// A file as it was when it was looked through.
    struct File: Sendable {
        let path: String
        /// The only variable that it holds.
        let variable: String
        /// The SHA-256 of its bytes.
        let digest: String
    }

    let files: [File]
    let folder: SourceFolder
    /// The folder as the user named it, before the names of files.
    let nameOfFolder: String
    let catalogue: Catalogue

    /// The observations of some variables; nothing where no file here has one of them.
    ///
    /// - Parameter data: what is held, with the observations of the other variables.
    /// - Throws: ``AssessmentFailure`` where a file is not what it was.
    func observations(of variables: Set<String>, beside data: CollectedData) throws -> Observations? {
        let asked = files.filter { variables.contains($0.variable) }
        guard !asked.isEmpty else { return nil }
        var observations = Observations()
        for file in asked { observations += try read(file, data.units) }
        let others = variables.subtracting(asked.map(\.variable)).intersection(data.observations.variables)
        if !others.isEmpty { observations += data.observations.filter { others.contains($0.variable) } }
        return observations
    }

    private func read(_ file: File, _ units: UnitTable) throws -> Observations {
        let changed = AssessmentFailure(
            "\(nameOfFolder)\(file.path): the file was changed while the assessment was running; expected that it stays as it is "
                + "until the results are written: run again", isOutput: false)
        guard let bytes = try? folder.bytes(file.path), sha256(bytes) == file.digest else { throw changed }
        var seen = HeldObservations()
        do throws(DiagnosticList) {
            return try ObservationsFile.read(
                bytes, file: file.path, units: units, variables: catalogue.variablesOfFiles, seen: &seen)
        } catch {
            throw changed
        }
    }
}

extension Catalogue {
    /// The variables that files of observations may have; any where the specification writes indicators over its own.
    var variablesOfFiles: [String: Variable]? { hasWrittenIndicators ? nil : variables }
}

extension DataLoader {
    /// What became of files of observations that were looked through before they are read.
    struct LookedThrough {
        /// Those that can be let go, by their paths.
        var files: [String: ObservationFiles.File] = [:]
        /// Those in which something is wrong, which was told.
        var wrong: Set<String> = []

        /// Whether a file need not be read any more.
        func isDone(_ file: String) -> Bool { files[file] != nil || wrong.contains(file) }
    }

    /// Reads each file of observations by itself, tells what is wrong in it, and lets it go.
    ///
    /// A file is let go for good that has one variable which no other file has: only then is everything wrong in it known
    /// without the others.
    mutating func lookThrough(_ units: UnitTable) -> LookedThrough {
        var looked = LookedThrough()
        let others = specification.data.contains {
            switch $0.content {
            case .table, .query, .collection: true
            default: false
            }
        }
        // Other sources of observations may have the same values, which is found by holding them all.
        guard !others else { return looked }
        var holders: [String: [ObservationFiles.File]] = [:]
        for file in specification.data where file.content == .observations {
            guard let bytes = try? folder.bytes(file.file) else { continue }
            var seen = HeldObservations()
            let names = catalogue.variablesOfFiles
            let observations = attempt { () throws(DiagnosticList) in
                try ObservationsFile.read(bytes, file: file.file, units: units, variables: names, seen: &seen)
            }
            guard let observations else {
                looked.wrong.insert(file.file)
                continue
            }
            let digest = sha256(bytes)
            let variables = observations.variables
            for variable in variables {
                // A file with several counts as one that others have too.
                let holder = ObservationFiles.File(path: file.file, variable: variable, digest: digest)
                holders[variable, default: []] += [ObservationFiles.File](repeating: holder, count: variables.count)
            }
        }
        for file in holders.values where file.count == 1 { looked.files[file[0].path] = file[0] }
        return looked
    }

    /// Notes a file that is let go among those that were read.
    mutating func note(_ file: ObservationFiles.File?) {
        guard let file else { return }
        letGo.append(file)
        files.append(ReadFile(path: file.path, bytes: [], digest: file.digest))
    }
}
