internal import AssessmentConfiguration
internal import AssessmentCore
internal import AssessmentData
internal import AssessmentExporters
internal import AssessmentHosting
internal import AssessmentPipeline
internal import AssessmentQueries
internal import AssessmentReview
internal import Foundation

/// Computes a sealed run again from what its bundle holds, and compares; nothing of the bundle is executed.
struct Recomputation {
    private let workbench: Workbench
    private let bundle: OpenedBundle
    private let threads: Int
    private let file = "results/result.json"

    init(_ workbench: Workbench, _ bundle: OpenedBundle, threads: Int) {
        self.workbench = workbench
        self.bundle = bundle
        self.threads = threads
    }

    /// Adds what is found to a verification.
    func compare(_ verification: inout Verification) async {
        let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appendingPathComponent("assess-verify-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            let inputs = bundle.inputs
            // Any other path could lead out of the folder.
            guard inputs[bundle.seal.run.specification] != nil else {
                throw SealingError("the specification ‘\(bundle.seal.run.specification)’ is not in the bundle")
            }
            try write(inputs, to: folder)
            try await compare(&verification, folder.path + "/" + bundle.seal.run.specification)
        } catch {
            let problem = Recomputation.problem(error).replacing(folder.path + "/", with: "inputs/")
            verification.findings.append(Finding(file, "nothing could be computed again: \(problem)"))
        }
    }

    private static func problem(_ error: any Error) -> String {
        func first(_ texts: [String]) -> String {
            (texts.first ?? "") + (texts.count > 1 ? " (and \(texts.count - 1) more)" : "")
        }
        return switch error {
        case let list as DiagnosticList: first(list.diagnostics.map(\.description))
        case let failure as PipelineError: first(failure.problems.map(\.description))
        default: "\(error)"
        }
    }

    private func write(_ files: [String: [UInt8]], to folder: URL) throws {
        let manager = FileManager.default
        try manager.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for (path, bytes) in files {
            let url = folder.appendingPathComponent(path)
            try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url)
        }
    }

    /// The recorded result: as it is now, or as it was sealed where it can no longer be read.
    private func recorded() throws -> (document: ResultDocument, bytes: [UInt8]) {
        guard let bytes = bundle.results["result.json"] else { throw SealingError("\(file) is missing") }
        do {
            return (try ResultDocument(bytes, file: file), bytes)
        } catch {
            guard let sealed = bundle.sealedResults["result.json"] else { throw error }
            return (try ResultDocument(sealed, file: file), sealed)
        }
    }

    private func compare(_ verification: inout Verification, _ path: String) async throws {
        let (recorded, bytes) = try recorded()
        if recorded.ledger.kind == Specification.Kind.review.rawValue, bundle.seal.run.review == nil {
            verification.remarks.append(
                "the seal states no stage of a review: whether these results were final cannot be told from it")
        }
        checkDigests(recorded, bytes, &verification)
        let opened = OpenedSpecification(path)
        let hosted = try stored(recorded, opened)
        let loaded = try await workbench.load(
            path, opened, hosted, SpecificationReader(catalogue: workbench.catalogue),
            Workbench.LoadRequest(
                folder: nil, queries: QueryAccess(recorded: RecordedQueries(recorded.manifest)))
        ).loaded
        let replayed = ReplayedSpecification(
            loaded.specification,
            indicators: Set(hosted.all.flatMap(\.indicators).map(\.description.id)),
            evaluators: Set(hosted.all.flatMap(\.evaluators).map(\.description.id)))
        verification.notRecomputed += notRecomputed(loaded.specification, hosted)
        verification.notRecomputed += loaded.manifest.queries.map {
            "answered by \(printable("\($0.engine) \($0.version)")), which was not asked again; the answer that is kept stands "
                + "in: \($0.file) (inputs/\($0.result))"
        }
        verification.remarks += versions(recorded, loaded)

        let pipeline = Pipeline(replayed.specification, catalogue: loaded.catalogue, threads: threads)
        var measured = try await pipeline.measure(loaded.data)
        var comparison = ResultComparison(recorded.ledger)
        for (node, measurement) in measured.measurements.sorted(by: { $0.key < $1.key }) {
            guard let entry = recorded.ledger.entry(of: node, Step.Kind.measure.rawValue),
                entry.values.count == measurement.column.count
            else { continue }
            let isStored = loaded.specification.framework.subtree.contains { leaf in
                leaf.id == node
                    && leaf.measure.map { loaded.catalogue.indicators[$0.indicator]?.runsApart == true } ?? false
            }
            comparison.compare(
                entry, with: measurement.column,
                again: isStored ? "in the stored reply of the plug-in" : "measured again from inputs/")
            do throws(SealingError) {
                // What follows is computed from what is recorded, so that each difference is told where it begins.
                measured.measurements[node] = IndicatorMeasurement(
                    column: try entry.column(), evidence: measurement.evidence)
            } catch {
                verification.findings.append(Finding("\(file): \(node), measure", error.description))
            }
        }
        let completed = try await pipeline.complete(measured, manifest: manifest(loaded, recorded))
        var again = replayed.restored(completed)
        again.findings = try Workbench.findings(loaded, measured, pipeline)
        again.robustness = try await Workbench.robustness(
            loaded.specification.robustness, replayed.specification, loaded.catalogue, measured, threads: threads,
            folder: "")
        verification.numbers = again.ledger.entries.filter { $0.step != .measure }.reduce(0) { sum, entry in
            sum + entry.column.values.count { !$0.isNaN }
        }
        try await compareFiles(again, bytes, &comparison, &verification)
    }

    // MARK: What is stored

    private func stored(_ recorded: ResultDocument, _ opened: OpenedSpecification) throws -> HostedPlugins {
        let processes = recorded.manifest.processes ?? []
        guard !opened.isWrong else { throw opened.failure }
        guard processes.count == opened.processes.count else {
            throw SealingError(
                "the specification lists \(opened.processes.count) plug-ins as processes, and the manifest "
                    + "\(processes.count)")
        }
        let scores = ReplayedSpecification.scores(recorded.ledger)
        var plugins: [SourcePosition: any DomainPlugin] = [:]
        var manifest: [Manifest.Process] = []
        for (declaration, process) in zip(opened.processes, processes) {
            let name = "\(process.plugin).json"
            guard let bytes = bundle.plugins[name] else { throw SealingError("plugins/\(name) is missing") }
            guard let (program, digest) = HostedPlugins.program(declaration, opened) else { throw opened.failure }
            let plugin: StoredPlugin
            do {
                plugin = try StoredPlugin(reading: bytes)
            } catch {
                throw SealingError("plugins/\(name) cannot be read: \(error)")
            }
            guard plugin.id == process.plugin else {
                throw SealingError("plugins/\(name) describes the plug-in ‘\(plugin.id)’")
            }
            plugins[declaration.position] = plugin.plugin(scores: scores)
            manifest.append(
                Manifest.Process(
                    plugin: process.plugin, command: program.words, sha256: digest, isolation: process.isolation))
        }
        return HostedPlugins(plugins, manifest: manifest)
    }

    /// What the plug-ins of stored replies gave.
    private func notRecomputed(_ specification: Specification, _ hosted: HostedPlugins) -> [String] {
        let nodes = specification.framework.subtree
        return hosted.all.flatMap { plugin -> [String] in
            let id = plugin.description.id
            let (indicators, evaluators) = (
                Set(plugin.indicators.map(\.description.id)), Set(plugin.evaluators.map(\.description.id))
            )
            let measured = nodes.filter { $0.measure.map { indicators.contains($0.indicator) } ?? false }.map(\.id)
            let evaluated = nodes.flatMap { node in
                node.steps.compactMap { step -> String? in
                    guard case .evaluate(let choice) = step, evaluators.contains(choice.id) else { return nil }
                    return "\(node.id) (\(choice.id))"
                }
            }
            return [
                measured.isEmpty
                    ? nil
                    : "measured by the plug-in \(id), a process that was not started; its stored replies were compared: "
                        + measured.joined(separator: ", "),
                evaluated.isEmpty
                    ? nil
                    : "scored by the plug-in \(id), a process that was not started; the recorded scores stand in: "
                        + evaluated.joined(separator: ", "),
            ].compactMap(\.self)
        }
    }

    // MARK: Comparison

    /// The manifest as the run had it, with every digest that can be taken again.
    private func manifest(_ loaded: Workbench.Loaded, _ recorded: ResultDocument) -> Manifest {
        var manifest = loaded.manifest
        manifest.workbench = recorded.manifest.workbench
        manifest.platform = recorded.manifest.platform
        manifest.plugins = recorded.manifest.plugins
        return manifest
    }

    private func versions(_ recorded: ResultDocument, _ loaded: Workbench.Loaded) -> [String] {
        let (then, now) = (recorded.manifest, loaded.manifest)
        var remarks: [String] = []
        if then.workbench != now.workbench {
            remarks.append("computed by version \(then.workbench) of the workbench, and again by \(now.workbench)")
        }
        for (plugin, version) in then.plugins.sorted(by: { $0.key < $1.key }) where now.plugins[plugin] != version {
            remarks.append(
                "computed with version \(version) of \(plugin), and again with \(now.plugins[plugin] ?? "none")")
        }
        return remarks.map { printable($0) }
    }

    /// The digest of the ledger is taken of its line in result.json.
    private func checkDigests(_ recorded: ResultDocument, _ bytes: [UInt8], _ verification: inout Verification) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let prefix = Array("\"ledger\":".utf8)
        if lines.count > 1, lines[1].starts(with: prefix),
            sha256(Array(lines[1].dropFirst(prefix.count).dropLast())) != recorded.manifest.results
        {
            verification.findings.append(
                Finding("\(file):2", "the ledger has another digest than the manifest above it says (‘results’)"))
        }
        if recorded.manifest.results != bundle.seal.run.results {
            verification.findings.append(
                Finding(file, "its manifest names another digest of the results than seal.json"))
        }
    }

    private func compareFiles(
        _ again: CompletedAssessment, _ bytes: [UInt8], _ comparison: inout ResultComparison,
        _ verification: inout Verification
    ) async throws {
        // The digest is checked by itself; here it must not stand in the way of what agrees but for last bits.
        var manifest = again.manifest
        manifest.results = bundle.seal.run.results
        let files = try await workbench.sealedFiles(of: again.with(manifest))
        var changed: [String] = []
        for file in files {
            if file.path == "result.json" {
                if file.bytes != bytes { try comparison.compare(recorded: bytes, recomputed: file.bytes) }
                continue
            }
            let name = "results/\(file.path)"
            guard let found = bundle.results[file.path] else {
                verification.findings.append(Finding(name, "the file is written by the run and is not in the bundle"))
                continue
            }
            // Of a file that was altered the place is told already.
            guard bundle.sealedResults[file.path] == found else { continue }
            switch TextComparison.compare(name, recorded: found, rewritten: file.bytes) {
            case .same: break
            case .lastBits: changed.append(name)
            case .different(let finding): verification.findings.append(finding)
            }
        }
        let written = Set(files.map(\.path))
        for path in bundle.results.keys.sorted() where !written.contains(path) {
            verification.findings.append(Finding("results/\(path)", "the run does not write such a file"))
        }
        verification.findings += comparison.findings
        if comparison.unlisted > 0 {
            verification.findings.append(Finding(file, "\(comparison.unlisted) more numbers or words differ"))
        }
        tellLastBits(comparison, changed, &verification)
    }

    private func tellLastBits(
        _ comparison: ResultComparison, _ files: [String], _ verification: inout Verification
    ) {
        guard comparison.lastBits.count > 0 || !files.isEmpty else { return }
        let (then, now) = (printable(bundle.seal.run.platform), Workbench.platform)
        let cause =
            then == now
            ? "the platform is the same, \(now), so that another library of mathematics is the likely cause"
            : "it was computed on \(then), and again on \(now)"
        if comparison.lastBits.count > 0 {
            verification.remarks.append(
                (comparison.lastBits.count == 1
                    ? "1 number differs in its last bits alone"
                    : "\(comparison.lastBits.count) numbers differ in their last bits alone")
                    + ", by at most 1e-12; \(cause). The first is \(comparison.lastBits.first)")
        }
        if !files.isEmpty {
            verification.remarks.append(
                "numbers differ in their last bits alone, by at most 1e-12, in \(files.joined(separator: ", ")); \(cause)"
            )
        }
    }
}
