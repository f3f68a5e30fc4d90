internal import AssessmentConfiguration
internal import AssessmentCore
internal import AssessmentData

/// What a collection has taken in, with the files that it was read from.
struct LoadedCollection: Sendable {
    /// The contents.
    var contents = CollectionContents()
    /// The bytes of each file that counts as it is, by its path within the folder.
    var files: [String: [UInt8]] = [:]
    /// Whether none of the files that it was taken from lies beside it, as in a copy of what a run read.
    var lacksOriginals = false
    /// The revision as of which the data were read; the last one where none is set.
    var asOf: Int?

    /// The last revision that the data have.
    var revision: Int { asOf ?? contents.revision }
}

extension DataLoader {
    /// Reads what a collection has taken in: the latest of each value, and the entries that hold.
    mutating func readCollection(
        _ file: DataFile, into data: inout CollectedData, _ seen: inout HeldObservations,
        _ seenEntries: inout [String: [RegisterFile.Item: Origin]]
    ) {
        let folder = file.file + "/"
        guard self.folder.hasFile(folder + CollectionFiles.sources),
            let list = bytes(folder + CollectionFiles.sources, at: file.position)
        else {
            collections[file.file] = LoadedCollection()
            guard !isAwaiting else { return }
            problems.append(
                Diagnostic(
                    at: file.position, "the collection ‘\(file.file)’ has taken in nothing yet",
                    expected: "files that ‘assess collect’ takes in"))
            return
        }
        let (source, listed) = (self.folder, DataLoader.rows(of: list))
        var held = [CollectionFiles.sources: list]
        let paths =
            [CollectionFiles.observations, CollectionFiles.digests]
            + catalogue.registers.keys.sorted().map(CollectionFiles.register)
        for path in paths where source.hasFile(folder + path) {
            held[path] = bytes(folder + path, at: file.position) { bytes in
                // Read behind the bytes: what was put behind them before, somebody had marked by then.
                guard let mark = DataLoader.mark(in: folder, source) else { return bytes }
                return mark.counting(bytes, of: path, listed: listed)
            }
        }
        var reading = CollectionReading(
            folder: file.file, units: data.units, registers: catalogue.registers, passesOverCutOff: isCollecting)
        guard let contents = attempt({ () throws(DiagnosticList) in try reading.read { held[$0] } }) else { return }
        let originals = OriginalsOfCollection(contents, in: folder, source)
        collections[file.file] = LoadedCollection(
            contents: contents, files: reading.hasPassedOver ? [:] : held, lacksOriginals: originals.areAbsent)
        problems += originals.problems + alterations(of: contents, in: folder)
        let counting = revision.flatMap { setBack(file, contents, to: $0) } ?? contents
        let observations = Observations(counting.observations)
        _ = attempt { () throws(DiagnosticList) in
            try ObservationsFile.note(observations, of: folder + CollectionFiles.observations, seen: &seen)
        }
        data.observations += observations
        for (id, entries) in counting.registers.sorted(by: { $0.key < $1.key }) where catalogue.registers[id] != nil {
            _ = attempt { () throws(DiagnosticList) in
                try RegisterFile.note(
                    entries, of: folder + CollectionFiles.register(id), seen: &seenEntries[id, default: [:]])
            }
            data.registers[id, default: []] += entries
        }
    }

    /// The contents as they were at a revision; the files that were read are then those that held them.
    private mutating func setBack(
        _ file: DataFile, _ contents: CollectionContents, to revision: Int
    ) -> CollectionContents? {
        guard (1...max(1, contents.revision)).contains(revision) else {
            problems.append(
                Diagnostic(
                    at: file.position, "the collection ‘\(file.file)’ has no revision \(revision)",
                    expected: "a revision from 1 to \(contents.revision)"))
            return nil
        }
        collections[file.file]?.asOf = revision
        let then = contents.upTo(revision)
        let hasDigests = then.sources.contains { !$0.digests.isEmpty }
        let covered = Set(then.sources.flatMap(\.registers).map(CollectionFiles.register))
        let rows = then.rows(after: 0, registers: catalogue.registers)
        for (path, heading, rows) in rows {
            // A register that no revision up to then covers had no file.
            let isThere =
                [CollectionFiles.sources, CollectionFiles.observations].contains(path) || covered.contains(path)
                || path == CollectionFiles.digests
            setBack(file.file + "/" + path, to: isThere ? Array((heading + rows).utf8) : nil)
        }
        if !hasDigests { setBack(file.file + "/" + CollectionFiles.digests, to: nil) }
        return then
    }

    /// Where the files of a collection no longer hold what its revisions put behind them.
    private func alterations(of contents: CollectionContents, in folder: String) -> [Diagnostic] {
        contents.alterations(registers: catalogue.registers).map { source, file in
            Diagnostic(
                at: SourcePosition(file: folder + file, line: 1, column: 1),
                "the rows of revision \(source.revision) (\(printable(source.file))) are not those that ‘assess collect’ "
                    + "wrote: the file was altered",
                expected:
                    "the file as it was, from a copy or by ‘assess archive data export’; a correction is a file that "
                    + "‘assess collect’ takes in")
        }
    }

    /// Notes who reported the registers in use that collections bring; a register that the specification gives as a file is
    /// kept as a whole by somebody, and an entry that is not there does not exist.
    func noteReports(in data: inout CollectedData) {
        guard !collections.isEmpty else { return }
        let given = Set(
            specification.data.compactMap { file in
                if case .register(let id) = file.content { id } else { nil as String? }
            })
        let used = specification.framework.subtree.compactMap(\.measure).compactMap {
            catalogue.indicators[$0.indicator]
        }
        .filter { !($0 is TaskCompletion) }.flatMap(\.description.registers).map(\.id)
        for id in Set(used) where catalogue.registers[id] != nil && !given.contains(id) {
            var reports = RegisterReports()
            for (folder, collection) in collections.sorted(by: { $0.key < $1.key }) {
                let then = collection.asOf.map(collection.contents.upTo) ?? collection.contents
                reports.byUnit.merge(then.reports(of: id, in: folder).byUnit) { _, later in later }
            }
            data.registerReports[id] = reports
            if data.registers[id] == nil { data.registers[id] = [] }
        }
    }

    /// How far the files of a collection count, where an intake is going on or was cut off.
    private static func mark(in folder: String, _ source: SourceFolder) -> CollectionMark? {
        let path = folder + CollectionMark.file
        guard source.hasFile(path), let bytes = try? source.bytes(path) else { return nil }
        return CollectionMark(bytes)
    }

    /// How many rows a list of files has below its heading; a wrong list is told of when it is read.
    private static func rows(of list: [UInt8]) -> Int {
        let table = try? TableOfTexts(
            bytes: list, file: "", place: nil, namedAt: SourcePosition(file: "", line: 1, column: 1))
        return table?.rows.count ?? 0
    }
}
