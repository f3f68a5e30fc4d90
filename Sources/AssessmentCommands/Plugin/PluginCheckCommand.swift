internal import ArgumentParser
internal import AssessmentCore
internal import AssessmentTesting
internal import AssessmentWorkbench
internal import Foundation

struct PluginCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check that a plug-in keeps every rule.",
        discussion: """
            Runs the public suite of rules on a plug-in: descriptions complete in both languages, worked examples that \
            hold, columns that keep their length and order, missing data that stay missing, variables that are declared \
            and read, scores that rise with what is better. Ends with exit code 1 where a rule is broken.
            """)

    @Argument(
        help: ArgumentHelp(
            "A specification or its folder, whose plug-ins that run as processes are checked; or the id of a linked one.",
            valueName: "path"), completion: .file())
    var subject: String

    @OptionGroup var trust: TrustOptions

    func run() async throws {
        let findings = try await Terminal().reporting {
            let workbench = try AssessmentCommand.workbench()
            if let linked = workbench.catalogue.plugins.first(where: { $0.description.id == subject }) {
                return try await check(linked, hosted: nil)
            }
            guard FileManager.default.fileExists(atPath: subject) else {
                throw UsageProblem(
                    "there is no file, folder or linked plug-in ‘\(subject)’", written: subject,
                    known: workbench.catalogue.plugins.map(\.description.id))
            }
            let isFolder = (try? URL(fileURLWithPath: subject).resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory
            guard isFolder == true || subject.hasSuffix(".yml") || subject.hasSuffix(".yaml") else {
                throw UsageProblem(
                    "‘\(subject)’ is no specification; give the one that lists the plug-in under ‘plugins’, or its folder"
                )
            }
            return try await trust.hosting(subject, in: workbench) { hosted in
                guard !hosted.all.isEmpty else {
                    throw AssessmentFailure(
                        "\(subject) lists no plug-in that runs as a process; name one that is linked in by its id")
                }
                var findings = 0
                for plugin in hosted.all { findings += try await check(plugin, hosted: hosted) }
                return findings
            }
        }
        if findings > 0 { throw ExitCode(1) }
    }

    /// Prints a line for each rule, with what is found below it; the number of findings.
    ///
    /// A process that breaks the contract stops the check, since it can keep no further rule.
    private func check(_ plugin: any DomainPlugin, hosted: HostedPlugins?) async throws -> Int {
        print(
            "\(plugin.description.id) \(plugin.description.version): \(counted(plugin.indicators.count, "indicator"))")
        var count = 0
        for rule in ConformanceRule.all {
            let findings = await rule.findings(in: plugin)
            if let failure = await hosted?.failure() {
                throw failure
            }
            count += findings.count
            print("  \(findings.isEmpty ? "ok     " : "BROKEN ") \(rule.description)")
            if hosted != nil, rule.id == ConformanceRule.unitsOfMeasure.id {
                print("          (of a process without its formulas, which the contract does not carry)")
            }
            for finding in findings { print("    \(finding)") }
        }
        print(count == 0 ? "every rule is kept" : counted(count, "finding"))
        return count
    }

    private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
