internal import AssessmentArchive
internal import AssessmentConfiguration
public import AssessmentCore
internal import AssessmentData
internal import AssessmentExporters
internal import AssessmentHosting
public import AssessmentReview
internal import Foundation

extension Workbench.Loaded {
    /// The bytes of every file that a bundle holds of it: without the programs of plug-ins the specification could not be
    /// read again, although they are not started.
    fileprivate var inputs: [String: [UInt8]] {
        let programs = hosted.programs.flatMap(\.files).map { ($0.path, $0.bytes) }
        return Dictionary(files.map { ($0.path, $0.bytes) } + programs, uniquingKeysWith: { read, _ in read })
    }
}

extension Workbench {
    /// The files of the bundle of a finished run, signed; the same run and key give the same bytes.
    ///
    /// - Parameters:
    ///   - assessment: the finished run.
    ///   - loaded: what was run.
    ///   - reason: why it is sealed, where that is to be said.
    ///   - review: where the review stood whose result it is, where that is to be said.
    ///   - key: the key that signs it.
    /// - Throws: `SealingError` or ``AssessmentFailure`` where something cannot be in a bundle.
    public func bundle(
        of assessment: CompletedAssessment, _ loaded: Loaded, reason: String? = nil, review: Seal.Review? = nil,
        signedBy key: SigningKey
    ) async throws -> [OutputFile] {
        let inputs = loaded.inputs
        for input in assessment.manifest.inputs where inputs[input.file].map(sha256) != input.sha256 {
            throw AssessmentFailure(
                "two files are called ‘\(input.file)’, one beside the specification and one in the folder of data, and a "
                    + "bundle holds one; rename one of them", isOutput: false)
        }
        var plugins: [String: [UInt8]] = [:]
        for plugin in loaded.hosted.all {
            plugins[plugin.description.id] = try StoredPlugin.bytes(
                of: plugin, measurements: Workbench.measurements(of: plugin, assessment.ledger))
        }
        return try SealedBundle(
            Seal.Run(assessment, reason: reason, review: review), inputs: inputs,
            results: await sealedFiles(of: assessment),
            plugins: plugins
        ).files(signedBy: key)
    }

    /// What the indicators of a plug-in measured, by node.
    private static func measurements(of plugin: any DomainPlugin, _ ledger: Ledger) -> [String: IndicatorMeasurement] {
        let own = Set(plugin.indicators.map(\.description.id))
        return Dictionary(
            ledger.entries.compactMap { entry in
                guard case .measured(let indicator, let evidence) = entry.detail, own.contains(indicator) else {
                    return nil
                }
                return (entry.node, IndicatorMeasurement(column: entry.column, evidence: evidence))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The results that a bundle holds: those that the specification asks for, and always `result.json`.
    func sealedFiles(of assessment: CompletedAssessment) async throws -> [OutputFile] {
        let files = try await files(of: assessment)
        guard !files.contains(where: { $0.path == "result.json" }) else { return files }
        return files
            + (try JSONExporter().files(
                for: assessment, languages: assessment.specification.languages, options: ParameterValues()))
    }

    /// Refuses a place for a bundle where there is something already, before any work is done.
    ///
    /// A sealed bundle is never overwritten. Where one is there and an input has changed since, the file and the line are
    /// told.
    ///
    /// - Parameters:
    ///   - path: where the bundle is to be.
    ///   - loaded: what is to be run.
    ///   - folder: the folder of the data, as the user named it, where it is not that of the specification.
    /// - Throws: `DiagnosticList` where an input changed; ``AssessmentFailure`` where something else is in the way.
    public func check(bundle path: String, for loaded: Loaded, data folder: String? = nil) async throws {
        do {
            try check(bundle: path, loaded, data: folder)
        } catch {
            try? await loaded.hosted.end()
            throw error
        }
    }

    private func check(bundle path: String, _ loaded: Loaded, data folder: String?) throws {
        guard (try? FileManager.default.attributesOfItem(atPath: path)) != nil else { return }
        guard let bundle = try? OpenedBundle(path) else {
            throw AssessmentFailure("‘\(path)’ is there already; name a new folder or zip archive for the bundle")
        }
        let inputs = loaded.inputs
        let changed = bundle.changedInputs { inputs[$0] }
        guard changed.isEmpty else {
            throw DiagnosticList(
                changed.map { path, finding in
                    Diagnostic(
                        at: Workbench.position(finding, file: shown(path, loaded, data: folder)),
                        "changed since the run was sealed: \(finding.text)",
                        expected: "the file as it was sealed, inputs/\(path) of the bundle; or another name with "
                            + "--output, to seal what is there now")
                })
        }
        throw AssessmentFailure(
            "‘\(path)’ is a sealed bundle of the same inputs, and is never overwritten; verify it, or name another one")
    }

    /// A file as the user would name it.
    private func shown(_ path: String, _ loaded: Loaded, data folder: String?) -> String {
        guard let folder, FileManager.default.fileExists(atPath: folder + "/" + path) else {
            return loaded.folder + path
        }
        return folder + (folder.hasSuffix("/") ? "" : "/") + path
    }

    /// The line and column behind the path in the place of a finding.
    private static func position(_ finding: Finding, file: String) -> SourcePosition {
        let numbers = finding.place.split(separator: ":").suffix(2).compactMap { Int($0) }
        guard numbers.count == 2 else { return SourcePosition(file: file, line: 1, column: 1) }
        return SourcePosition(file: file, line: numbers[0], column: numbers[1])
    }

    /// Writes a bundle, as a zip archive where its name ends so, as a folder otherwise; whole or not at all.
    ///
    /// - Throws: ``AssessmentFailure`` where something is there already, or the disk refuses; `SealingError` where an
    ///   archive would be too large.
    public func write(bundle files: [OutputFile], to path: String) throws {
        let archive = path.lowercased().hasSuffix(".zip") ? try SealedBundle.archive(of: files) : nil
        let target = URL(fileURLWithPath: path).standardizedFileURL
        let aside = target.deletingLastPathComponent().appendingPathComponent(
            ".\(target.lastPathComponent).writing-\(ProcessInfo.processInfo.processIdentifier)")
        let manager = FileManager.default
        do {
            if let archive {
                try Data(archive).write(to: aside)
            } else {
                for file in files {
                    let url = aside.appendingPathComponent(file.path)
                    try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                    try Data(file.bytes).write(to: url)
                }
            }
            // Nothing is replaced: this fails where something is there by now.
            try manager.moveItem(at: aside, to: target)
        } catch {
            try? manager.removeItem(at: aside)
            throw AssessmentFailure("the bundle cannot be written to ‘\(path)’: \(error.localizedDescription)")
        }
    }

    /// Checks every digest and the signature of a bundle, and computes every score again; nothing of it is executed.
    ///
    /// - Parameters:
    ///   - path: a folder or a zip archive.
    ///   - signers: the keys of which one must have signed; any where there are none.
    ///   - folders: folders whose files are compared with those that were sealed, each with that of the first folder
    ///     that has it.
    ///   - threads: how many indicators are measured at a time; it changes nothing in the result.
    /// - Throws: `SealingError` where it is no bundle, or damaged beyond reading.
    public func verify(
        _ path: String, signers: [SignerKey] = [], inputs folders: [String] = [], threads: Int = 1
    ) async throws(SealingError) -> Verification {
        var sources: [(name: String, folder: SourceFolder)] = []
        for name in folders {
            do throws(SourceFolder.Refusal) {
                sources.append((name, try SourceFolder(ofData: name)))
            } catch {
                throw SealingError("\(name): \(error.problem)")
            }
        }
        let bundle = try OpenedBundle(path, signers: signers)
        var verification = Verification(bundle)
        if let first = sources.first {
            /// The folder that has a file.
            func source(_ path: String) -> (name: String, folder: SourceFolder)? {
                sources.first { (try? $0.folder.bytes(path)) != nil }
            }
            let changed = bundle.changedInputs { path in source(path).flatMap { try? $0.folder.bytes(path) } }
            verification.findings += changed.map { path, finding in
                Finding(
                    "\((source(path) ?? first).name)/\(finding.place)",
                    "changed since the run was sealed: \(finding.text)")
            }
        }
        await Recomputation(self, bundle, threads: threads).compare(&verification)
        return verification
    }
}
