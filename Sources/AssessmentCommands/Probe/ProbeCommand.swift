internal import ArgumentParser
internal import AssessmentCore
internal import AssessmentExporters
internal import AssessmentWorkbench
internal import Foundation

struct ProbeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "probe",
        abstract: "Say what of a ranking is firm and what is not.",
        discussion: """
            Computes the assessment again and again as ‘robustness’ in the specification says: over methods that could be \
            defended, which gives ranges of scores and ranks, and with errors of the data, which gives intervals, \
            probabilities and groups that are tied. The first are no probabilities, and no number comes from both.

            The same seed gives the same results, whatever the threads. A replication that fails stops the probe.
            """)

    @OptionGroup var source: SpecificationOptions

    @Option(help: "The number of replications, in place of that of the specification.")
    var draws: Int?

    @Option(help: "The seed of all random numbers, in place of that of the specification.")
    var seed: UInt64?

    @Option(name: .shortAndLong, help: "The folder for the tables.", completion: .directory)
    var output: String?

    @Option(help: "The language of the text, zh or en.")
    var language: Language = .english

    @Option(help: "How many replications are computed at a time; it changes nothing in the results.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard (1...1024).contains(threads) else { throw ValidationError("--threads must lie between 1 and 1024.") }
        guard (1...1_000_000).contains(draws ?? 1) else {
            throw ValidationError("--draws must lie between 1 and 1000000.")
        }
        // As in a specification: larger numbers are not whole in every reader of JSON.
        guard seed ?? 0 <= RobustnessRequest.largestSeed else {
            throw ValidationError("--seed must lie between 0 and \(RobustnessRequest.largestSeed).")
        }
        guard output != "" else { throw ValidationError("--output must name a folder.") }
    }

    func run() async throws {
        let terminal = Terminal(writesFiles: output != nil)
        try await terminal.reporting {
            let workbench = try AssessmentCommand.workbench()
            if let output { try workbench.check(outputFolder: output) }
            terminal.progress("reading \(source.specification)")
            let loaded = try await source.load(workbench)
            terminal.progress("probing \(loaded.specification.id)")
            let assessment = try await workbench.probe(loaded, draws: draws, seed: seed, threads: threads)
            if let text = ProbeText(assessment, language) { print(text.text, terminator: "") }
            if let output, let files = try RobustnessFiles(assessment)?.files() {
                try workbench.write(files, to: output)
                let folder = output.hasSuffix("/") ? output : output + "/"
                print(
                    "\n\(files.count) files written; begin with \(folder)\(files.dropFirst().first?.path ?? "probe.json")"
                )
            }
        }
    }
}
