internal import ArgumentParser
internal import AssessmentHosting
internal import AssessmentWorkbench

struct PluginTrustCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: "Allow the plug-in processes of a specification to run.",
        discussion: """
            A specification may list plug-ins that run as processes of their own. None is started before you have \
            allowed its SHA-256, which is taken of its command and of all its files: look at them first. A program \
            that changed has another digest and must be allowed anew.

            The digests are kept in a file of your own, $XDG_CONFIG_HOME/assessment-workbench/trusted-plugins, by \
            default in ~/.config.
            """)

    @Argument(help: "The specification, or its folder.", completion: .file())
    var specification: String

    @Flag(help: "Only print the digests and files.")
    var dryRun = false

    func run() async throws {
        try await Terminal().reporting {
            let programs = try Workbench.programs(of: specification)
            guard !programs.isEmpty else {
                print("\(specification) lists no plug-in that runs as a process")
                return
            }
            guard let path = TrustOptions.file else {
                throw AssessmentFailure(
                    "neither XDG_CONFIG_HOME nor HOME says where your settings are; use --allow-plugin", isOutput: false
                )
            }
            for declared in programs {
                print("\(declared.digest)  \(declared.program.name)")
                for file in declared.program.files { print("  \(file.sha256)  \(file.path)") }
                if dryRun { continue }
                do {
                    try TrustedPlugins.add(declared.digest, note: declared.program.name, to: path)
                } catch {
                    throw AssessmentFailure("\(error)")
                }
            }
            if !dryRun { print("allowed in \(path)") }
        }
    }
}
