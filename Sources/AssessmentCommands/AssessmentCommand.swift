public import ArgumentParser
public import AssessmentCore
internal import AssessmentWorkbench

/// The command line of a workbench, with the plug-ins that a program links in.
public struct AssessmentCommand: AsyncParsableCommand {
    /// What the command is called and what it can do.
    public static let configuration = CommandConfiguration(
        commandName: "assess",
        abstract: "Run annual assessments from a specification, and explain every score.",
        discussion: """
            A specification (assessment.yml) says which units are assessed, on which data, by which indicators, \
            weights and methods. A first run:

              assess validate Examples/anhui-2020/assessment.yml
              assess run Examples/anhui-2020/assessment.yml --output scorecards
              assess explain Examples/anhui-2020/assessment.yml 340100 total

            Exit codes: 0 done, 1 a check stops or a bundle differs, 64 wrong usage,
            65 wrong specification or data, 73 the results cannot be written.
            """,
        version: Workbench.version,
        subcommands: [
            RunCommand.self, ValidateCommand.self, CheckCommand.self, ExplainCommand.self, DiffCommand.self,
            CompareCommand.self,
            WhatIfCommand.self, ProbeCommand.self, SchemeCommand.self, ReviewCommand.self, ArchiveCommand.self,
            SealCommand.self,
            VerifyCommand.self, StandardCommand.self, FormsCommand.self, CollectCommand.self, SampleCommand.self,
            SealKeyCommand.self, ListCommand.self, SchemaCommand.self, ReproduceCommand.self, PluginCommand.self,
        ])

    @TaskLocal static var plugins: [any DomainPlugin] = []

    /// Creates the command; the argument parser does.
    public init() {}

    /// Reads the arguments of the process and does what they say.
    ///
    /// - Parameter plugins: the domain plug-ins that specifications may list.
    public static func run(plugins: [any DomainPlugin]) async {
        await $plugins.withValue(plugins) { await main() }
    }

    /// A workbench with the plug-ins of the program.
    static func workbench() throws -> Workbench {
        try Workbench(plugins: plugins)
    }
}
