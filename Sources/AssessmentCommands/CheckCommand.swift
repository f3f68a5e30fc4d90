internal import ArgumentParser
internal import AssessmentCore
internal import AssessmentWorkbench
internal import Foundation

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the collected data, and tell what to ask of whom.",
        discussion: """
            Prints what the checks found, by department, the gravest first. What is looked for, and how much it weighs, \
            is said under ‘checks’ in the specification: see ‘assess list checks’. With --output, the report is also \
            written as checks.html and, a line a case, as checks.csv. With --archive, the report is stored with every file \
            that was read: see ‘assess archive data’.

              assess check Examples/anhui-2020
              assess check Examples/anhui-2020 --language zh --output questions

            Exit codes: 0 nothing stops a run, 1 a check of severity ‘stop’ found something.
            """)

    @OptionGroup var source: SpecificationOptions

    @Option(name: .shortAndLong, help: "The folder for the report.", completion: .directory)
    var output: String?

    @Option(help: "The language of the report, zh or en; pages are in those of the specification if nothing.")
    var language: Language?

    @OptionGroup var archive: ArchiveOption

    func validate() throws {
        guard output != "" else { throw ValidationError("--output must name a folder.") }
    }

    func run() async throws {
        let terminal = Terminal(writesFiles: output != nil)
        let findings = try await terminal.reporting {
            let workbench = try AssessmentCommand.workbench()
            if let output { try workbench.check(outputFolder: output) }
            try archive.check()
            terminal.progress("reading \(source.specification)")
            let loaded = try await source.load(workbench, awaiting: true)
            let revisions = try archive.path.map { try workbench.revisions(of: loaded, lackingIn: $0) } ?? []
            terminal.progress("checking the data of \(loaded.specification.id)")
            let checked = try await workbench.check(
                loaded, threads: min(1024, ProcessInfo.processInfo.activeProcessorCount))
            if let output {
                // The cases cite the answers of queries by these paths.
                try workbench.write(checked.files(language.map { [$0] } ?? []) + loaded.answers, to: output)
            }
            print(CheckText(checked, language: language ?? .english).text, terminator: "")
            for folder in loaded.awaitedCollections {
                print(printable("note: the collection ‘\(folder)’ has taken in nothing yet"))
            }
            for caution in loaded.cautionsOnCollections { print(printable("warning: \(caution)")) }
            if let output {
                print("written to \(output.hasSuffix("/") ? output : output + "/")checks.html and checks.csv")
            }
            try archive.store(revisions + [workbench.record(of: checked, from: loaded)])
            return checked.findings
        }
        if findings.contains(where: { $0.severity == .stop }) { throw ExitCode(1) }
    }
}
