internal import ArgumentParser
internal import AssessmentHosting
internal import AssessmentWorkbench
internal import Foundation

/// Which plug-ins may be started as processes of their own.
struct TrustOptions: ParsableArguments {
    @Option(
        name: .customLong("allow-plugin"),
        help: ArgumentHelp(
            "Allow the plug-in process with this SHA-256, for this run; may be given more than once.",
            valueName: "sha256"))
    var allowed: [String] = []

    func validate() throws {
        for digest in allowed where !TrustedPlugins.isDigest(digest) {
            throw ValidationError("--allow-plugin ‘\(digest)’ is no SHA-256; expected 64 hexadecimal digits.")
        }
    }

    /// The plug-ins that the user allows: those of the user's own file, and those of the options.
    ///
    /// - Throws: `AssessmentFailure` where the file cannot be used.
    func plugins() throws -> TrustedPlugins {
        guard let path = TrustOptions.file else { return TrustedPlugins(allowed) }
        do {
            return try TrustedPlugins.read(path).adding(allowed)
        } catch {
            throw AssessmentFailure("\(error)", isOutput: false)
        }
    }

    /// Does something with the plug-ins that a specification lists as processes, which end with it.
    ///
    /// - Throws: `DiagnosticList` or `AssessmentFailure` where one may not be started or fails.
    func hosting<Result>(
        _ specification: String, in workbench: Workbench, _ body: (HostedPlugins) async throws -> Result
    ) async throws -> Result {
        let hosted = try await workbench.host(specification, trusting: plugins())
        do {
            let result = try await body(hosted)
            try await hosted.end()
            return result
        } catch {
            try? await hosted.end()
            throw AssessmentFailure("\(error)", isOutput: false)
        }
    }

    /// The user's own file of plug-ins that may run.
    static var file: String? { TrustedPlugins.path(ProcessInfo.processInfo.environment) }
}
