public import AssessmentCore
internal import AssessmentData
public import AssessmentExporters

extension Archive {
    /// The files of a record of data as they are exported.
    ///
    /// For a revision they are the folder of its collection as it was then, byte for byte, with every file that had been taken
    /// in. Else they are those of the record: ‘inputs’, a folder that can be run again; ‘data’, where the data came from a
    /// folder of their own; ‘originals’, what was handed in; and what came out.
    ///
    /// - Throws: ``ArchiveFailure`` where a file is not as it was stored, or its path would lead out of the folder.
    public func export(_ record: DataRecord) throws -> [OutputFile] {
        guard let revision = record.revision else {
            try checkPaths(record.files, record, hasDataFolder: record.hasDataFolder)
            return try record.files.map { file in
                OutputFile(
                    path: ArchivedPath.exported(file, hasDataFolder: record.hasDataFolder),
                    bytes: try bytes(of: file, in: record))
            }
        }
        var (order, parts): ([String], [String: [UInt8]]) = ([], [:])
        for earlier in try revisions(of: revision.collection, record.reviewCase, upTo: revision.revision) {
            for file in earlier.files {
                if parts[file.path] == nil { order.append(file.path) }
                parts[file.path, default: []] += try bytes(of: file, in: earlier)
            }
        }
        for extent in revision.extents {
            let bytes = parts[extent.path] ?? []
            guard sha256(bytes) == extent.sha256 else {
                throw ArchiveFailure(
                    .damaged,
                    "the record \(record.number) of ‘\(path)’ cannot be exported: the revisions do not make up "
                        + "‘\(printable(extent.path))’ as it was")
            }
        }
        let files = order.map { ArchivedFile(role: .output, path: $0, size: 0, sha256: "") }
        try checkPaths(files, record, hasDataFolder: false)
        return order.map { OutputFile(path: $0, bytes: parts[$0] ?? []) }
    }

    private func checkPaths(_ files: [ArchivedFile], _ record: DataRecord, hasDataFolder: Bool) throws {
        if let problem = ArchivedPath.problem(ofPaths: files, hasDataFolder: hasDataFolder) {
            throw ArchiveFailure(.damaged, "the record \(record.number) of ‘\(path)’ cannot be exported: \(problem)")
        }
    }

    /// The revisions that the collections of a manifest had, in its order, where the archive keeps them.
    ///
    /// - Parameter reviewCase: what the manifest belongs to.
    /// - Throws: ``ArchiveFailure`` where one was altered.
    public func revisions(
        behind manifest: ManifestDocument, of reviewCase: ReviewCase
    ) throws -> [(collection: ManifestDocument.Collection, record: DataRecord?)] {
        try (manifest.collections ?? []).map { collection in
            let held = try revisions(of: collection.folder, reviewCase, upTo: collection.revision).last
            return (collection, held?.revision?.revision == collection.revision ? held : nil)
        }
    }
}
