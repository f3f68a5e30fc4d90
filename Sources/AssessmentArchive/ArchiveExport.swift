public import AssessmentCore

extension Archive {
    /// The files of a run as they are exported: ‘inputs’, a folder that can be run again; ‘data’, where the data came from
    /// a folder of their own; and what came out.
    ///
    /// - Throws: ``ArchiveFailure`` where a file is not as it was stored, or its path would lead out of the folder.
    public func export(_ run: ArchivedRun) throws -> [OutputFile] {
        if let problem = ArchivedPath.problem(in: run.files, hasDataFolder: run.hasDataFolder) {
            throw ArchiveFailure(.damaged, "run \(run.number) of ‘\(path)’ cannot be exported: \(problem)")
        }
        return try run.files.map { file in
            OutputFile(
                path: ArchivedPath.exported(file, hasDataFolder: run.hasDataFolder), bytes: try bytes(of: file, in: run)
            )
        }
    }
}

extension ArchivedRun {
    /// The path of its specification in an exported folder.
    public var exportedSpecification: String? {
        files.first { $0.role == .specification }.map { ArchivedPath.exported($0, hasDataFolder: hasDataFolder) }
    }
    /// The path of the folder of its data in an exported folder, where they came from a folder of their own.
    public var exportedData: String? { hasDataFolder ? "data" : nil }
}
