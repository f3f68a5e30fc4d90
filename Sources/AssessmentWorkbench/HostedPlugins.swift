internal import AssessmentConfiguration
public import AssessmentCore
internal import AssessmentData
public import AssessmentHosting

/// The plug-ins of a specification that run as processes, started.
public struct HostedPlugins: Sendable {
    /// The plug-ins in the order in which the specification lists them.
    public var all: [any DomainPlugin] {
        plugins.sorted { ($0.key.line, $0.key.column) < ($1.key.line, $1.key.column) }.map(\.value)
    }

    /// The plug-ins, by where the specification lists them.
    private(set) var plugins: [SourcePosition: any DomainPlugin] = [:]
    private(set) var processes: [PluginProcess] = []
    /// What the manifest says of them.
    private(set) var manifest: [Manifest.Process] = []

    /// Their programs.
    var programs: [PluginProgram] { processes.map(\.program) }

    /// Plug-ins of which none is started.
    init(_ plugins: [SourcePosition: any DomainPlugin], manifest: [Manifest.Process]) {
        self.plugins = plugins
        self.manifest = manifest
    }

    /// The ids of the variables that they declare.
    var variables: [String] { all.flatMap(\.indicators).flatMap(\.description.variables).map(\.id) }

    /// Starts those that the user trusts; what is wrong with one is noted in the specification.
    init(of opened: OpenedSpecification, trusting trusted: TrustedPlugins) async {
        guard !opened.processes.isEmpty, !opened.isWrong else { return }
        let allowed = opened.processes.compactMap { declaration in
            HostedPlugins.program(declaration, opened).flatMap { program, digest in
                HostedPlugins.isAllowed(program, digest, declaration, opened, trusted)
                    ? (declaration: declaration, program: program, digest: digest) : nil
            }
        }
        // Nothing is started where something else stops the run anyway.
        guard !opened.isWrong else { return }
        let isolation = await PluginIsolation.available()
        for (declaration, program, digest) in allowed {
            let process = PluginProcess(
                program, prefix: declaration.prefix,
                limits: PluginLimits(
                    seconds: declaration.seconds ?? PluginLimits.usual.seconds,
                    mebibytes: declaration.mebibytes ?? PluginLimits.usual.mebibytes),
                isolation: isolation, workbench: Workbench.version)
            processes.append(process)
            do {
                let plugin = try await process.plugin()
                plugins[declaration.position] = plugin
                manifest.append(
                    Manifest.Process(
                        plugin: plugin.description.id, command: program.words, sha256: digest,
                        isolation: isolation.text))
            } catch {
                opened.report(Diagnostic(at: declaration.position, "\(error)"))
            }
        }
        if opened.isWrong { try? await end() }
    }

    /// Why one of them cannot go on; nothing where all can.
    public func failure() async -> PluginFailure? {
        for process in processes {
            if let failure = await process.failure() { return failure }
        }
        return nil
    }

    /// Ends every process.
    ///
    /// - Throws: `PluginFailure` where one had more to say than it was asked.
    public func end() async throws {
        var first: (any Error)?
        for process in processes {
            do {
                try await process.end()
            } catch {
                first = first ?? error
            }
        }
        if let first { throw first }
    }

    /// The program that a specification declares, with its digest; nothing where a file of it cannot be read.
    static func program(
        _ declaration: ProcessDeclaration, _ opened: OpenedSpecification
    ) -> (program: PluginProgram, digest: String)? {
        var files: [PluginProgram.File] = []
        for path in declaration.files {
            do throws(SourceFolder.Refusal) {
                let bytes = try opened.bytes(path)
                files.append(PluginProgram.File(path: path, bytes: bytes, sha256: sha256(bytes)))
            } catch {
                opened.report(Diagnostic(at: declaration.position, error.problem, expected: error.expected))
                return nil
            }
        }
        let program = PluginProgram(words: declaration.words, files: files)
        return (program, sha256(Array(program.listing.utf8)))
    }

    private static func isAllowed(
        _ program: PluginProgram, _ digest: String, _ declaration: ProcessDeclaration,
        _ opened: OpenedSpecification, _ trusted: TrustedPlugins
    ) -> Bool {
        if let named = declaration.sha256, named != digest {
            opened.report(
                Diagnostic(
                    at: declaration.position,
                    "the process ‘\(program.name)’ has the SHA-256 \(digest), and not the one that the specification names",
                    expected: named))
            return false
        }
        guard !trusted.allows(digest) else { return true }
        let files = program.files.map(\.path).joined(separator: ", ")
        opened.report(
            Diagnostic(
                at: declaration.position,
                "the process ‘\(program.name)’ was not started, since you have not allowed it; its SHA-256 is \(digest)",
                expected:
                    "that you look at \(files), and then allow it once with --allow-plugin \(digest), or for good "
                    + "with ‘assess plugin trust’"))
        return false
    }
}

/// A program that a specification lists as a plug-in.
public struct DeclaredProgram: Sendable {
    /// The program.
    public let program: PluginProgram
    /// Its SHA-256, by which a user allows it.
    public let digest: String
}

extension Workbench {
    /// The programs that a specification lists as plug-ins; none is started.
    ///
    /// - Parameter path: the file, or a folder that holds it as `assessment.yml`.
    /// - Throws: `DiagnosticList` where the specification or a file of a program cannot be read.
    public static func programs(of path: String) throws(DiagnosticList) -> [DeclaredProgram] {
        let opened = OpenedSpecification(Workbench.file(at: path))
        let programs = opened.processes.compactMap { HostedPlugins.program($0, opened) }
        guard !opened.isWrong else { throw opened.failure }
        return programs.map { DeclaredProgram(program: $0.program, digest: $0.digest) }
    }

    /// Starts the plug-ins that a specification lists as processes, and reads nothing else of it.
    ///
    /// - Parameters:
    ///   - path: the file, or a folder that holds it as `assessment.yml`.
    ///   - trusted: those that may be started.
    /// - Throws: `DiagnosticList` where one may not be started or fails.
    public func host(
        _ path: String, trusting trusted: TrustedPlugins
    ) async throws(DiagnosticList) -> HostedPlugins {
        let opened = OpenedSpecification(Workbench.file(at: path))
        let hosted = await HostedPlugins(of: opened, trusting: trusted)
        guard !opened.isWrong else { throw opened.failure }
        return hosted
    }
}
