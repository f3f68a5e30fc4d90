public import AssessmentArchive
public import AssessmentCollection
internal import AssessmentCore
internal import AssessmentData
internal import AssessmentExporters
internal import Foundation

// What an archive keeps of the data behind runs: collections, checks, samples and findings.

extension Workbench {
    /// The revisions of the collections that an archive lacks, read to be stored.
    ///
    /// - Parameters:
    ///   - loaded: what was loaded.
    ///   - outcome: what was taken in since; nothing where nothing was.
    ///   - path: the file of the archive, which need not be there yet.
    /// - Throws: `ArchiveFailure` where the archive cannot be read; ``AssessmentFailure`` where the files of a collection are
    ///   not those that the archive keeps the revisions of, or a file that was taken in is gone.
    public func revisions(
        of loaded: Loaded, with outcome: CollectingOutcome? = nil, lackingIn path: String
    ) throws -> [NewDataRecord] {
        let archive = FileManager.default.fileExists(atPath: path) ? try Archive(reading: path) : nil
        return try loaded.collections.sorted { $0.key < $1.key }.flatMap { folder, held in
            let last = try archive?.lastRevision(of: folder, loaded.reviewCase)?.revision
            return try ArchivedCollection(
                folder: folder, contents: outcome?.collections[folder] ?? held.contents, loaded, archive: path
            ).records(after: last)
        }
    }

    /// What the checks found, as an archive keeps it: with the report and every file that was read.
    public func record(of checked: CheckedAssessment, from loaded: Loaded) -> NewDataRecord {
        func count(_ severity: CheckSeverity) -> Int { checked.findings.count { $0.severity == severity } }
        let content = ChecksRecord(
            stops: count(.stop), warnings: count(.warning), notes: count(.note),
            cases: checked.findings.reduce(0) { $0 + $1.cases.count })
        return loaded.record(.checks(content), output: checked.files())
    }

    /// A sample as an archive keeps it: with its files, the list of assessors and every file that was read.
    ///
    /// - Throws: `MethodError` where the workbook for the findings cannot be written.
    public func record(
        of sample: VerificationSample, assessors: [UInt8]?, team: Int, from loaded: Loaded
    ) throws -> NewDataRecord {
        let content = SampleRecord(
            seed: sample.seed, share: sample.share, team: team, values: sample.strata.reduce(0) { $0 + $1.size },
            drawn: sample.draws.count, units: Set(sample.draws.map(\.item.unit)).count)
        return loaded.record(
            .sample(content), originals: assessors.map { [("assessors.csv", $0)] } ?? [],
            output: try loaded.files(of: sample))
    }

    /// What was found on site, as an archive keeps it beside the sample that it is on.
    ///
    /// - Parameters:
    ///   - found: what was found.
    ///   - bytes: the bytes of the file that it was read from.
    ///   - sample: what was drawn.
    ///   - loaded: what was loaded.
    ///   - archive: the archive, which must keep the sample.
    /// - Throws: ``AssessmentFailure`` where it does not.
    public func record(
        of found: SampleFindings, bytes: [UInt8], on sample: VerificationSample, from loaded: Loaded,
        in archive: Archive
    ) throws -> NewDataRecord {
        let drawn = try loaded.files(of: sample).filter { $0.path == "sample.csv" }.map { sha256($0.bytes) }
        let kept = try archive.dataRecords().last { record in
            guard case .sample(let kept) = record.content else { return false }
            return record.reviewCase == loaded.reviewCase && kept.seed == sample.seed && kept.share == sample.share
                && record.files.contains { $0.path == "sample.csv" && drawn.contains($0.sha256) }
        }
        guard let kept else {
            throw AssessmentFailure(
                "‘\(archive.path)’ keeps no sample with this seed and share of the same values; store it with "
                    + "‘assess sample draw … --archive \(archive.path)’ before anybody is sent out", isOutput: false)
        }
        let content = FindingsRecord(
            sample: kept.number, looked: found.lines.count, wrong: found.lines.count { $0.finding == .wrong },
            unverifiable: found.lines.count { $0.finding == .unverifiable }, interval: found.interval)
        return loaded.record(
            .findings(content), originals: [("findings.csv", bytes)],
            output: loaded.files(of: found, on: sample))
    }
}

extension Workbench.Loaded {
    /// A record of what was computed from the data.
    fileprivate func record(
        _ content: DataRecordContent, originals: [(name: String, bytes: [UInt8])] = [], output: [OutputFile]
    ) -> NewDataRecord {
        NewDataRecord(
            content, of: reviewCase, manifest: ManifestDocument(manifest),
            files: files + originals.map { RunFile(.original, path: "originals/\($0.name)", bytes: $0.bytes) }
                + output.map { RunFile(.output, path: $0.path, bytes: $0.bytes) },
            hasDataFolder: hasDataFolder)
    }
}

/// A collection whose revisions an archive is to keep.
private struct ArchivedCollection {
    private let folder: String
    private let contents: CollectionContents
    private let loaded: Workbench.Loaded
    private let archive: String
    private let files: CollectionFolder

    init(folder: String, contents: CollectionContents, _ loaded: Workbench.Loaded, archive: String) {
        self.folder = folder
        self.contents = contents
        self.loaded = loaded
        self.archive = archive
        files = CollectionFolder(loaded.folderOfData + folder)
    }

    /// The revisions behind the last one that is kept.
    func records(after last: RevisionRecord?) throws -> [NewDataRecord] {
        let revision = last?.revision ?? 0
        guard contents.revision >= revision else {
            throw failure(
                "it has \(contents.revision) revisions, where ‘\(archive)’ keeps \(revision): the later ones were taken away"
            )
        }
        var bytes: [String: [UInt8]] = [:]
        var digests: [String: RunningDigest] = [:]
        for extent in last?.extents ?? [] {
            let held = try files.bytes(extent.path) ?? []
            var digest = RunningDigest()
            digest.add(held.prefix(extent.size))
            guard digest.size == extent.size, digest.sha256 == extent.sha256 else {
                throw failure(
                    "‘\(extent.path)’ does not begin with what ‘\(archive)’ keeps of it up to revision \(revision): it was altered"
                )
            }
            (bytes[extent.path], digests[extent.path]) = (held, digest)
        }
        return try contents.parts(after: revision, registers: loaded.catalogue.registers).map { part in
            for register in part.source.registers where loaded.catalogue.registers[register] == nil {
                throw AssessmentFailure(
                    "revision \(part.source.revision) of ‘\(folder)’ has entries of ‘\(printable(register))’, a register of no "
                        + "plug-in that the specification lists; list it, so that they can be archived", isOutput: false
                )
            }
            var added: [RunFile] = []
            for file in part.files {
                let text = (digests[file.file] == nil ? file.heading : "") + file.rows
                var digest = digests[file.file] ?? RunningDigest()
                let held = try bytes[file.file] ?? files.bytes(file.file) ?? []
                // What is stored is what stands in the files: what a run reads is later compared with it.
                guard held.dropFirst(digest.size).starts(with: text.utf8) else {
                    throw failure(
                        "‘\(file.file)’ does not have revision \(part.source.revision) as ‘assess collect’ wrote it: it was "
                            + "altered")
                }
                digest.add(text.utf8)
                (bytes[file.file], digests[file.file]) = (held, digest)
                if !text.isEmpty { added.append(RunFile(.data, path: file.file, bytes: Array(text.utf8))) }
            }
            let original = try files.original(of: part.source)
            let extents = digests.map {
                RevisionRecord.Extent(path: $0.key, size: $0.value.size, sha256: $0.value.sha256)
            }
            return NewDataRecord(
                .revision(RevisionRecord(part, of: folder, extents: extents)), of: loaded.reviewCase,
                files: added + [RunFile(.original, path: original.path, bytes: original.bytes)])
        }
    }

    private func failure(_ problem: String) -> AssessmentFailure {
        AssessmentFailure(
            "the collection ‘\(loaded.folderOfData)\(folder)’ is not the one that was archived: \(problem); ‘assess archive "
                + "data export \(archive)’ writes it as it was", isOutput: false)
    }
}
