internal import ArgumentParser
internal import AssessmentCore
internal import AssessmentWorkbench
internal import Foundation

struct ReproduceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reproduce",
        abstract: "Compare the results of specifications with published tables.",
        discussion: """
            Reads published.yml in each folder, runs the specifications that it names and prints a line a table: how \
            many published values are reproduced at their rounding, and the largest difference. Ends with an error \
            where a table is not reproduced as far as the list says.
            """)

    @Argument(help: "Folders that hold published.yml, such as Examples/published/hdi.", completion: .directory)
    var folders: [String]

    @Option(help: "The folder of the data and of the published tables; each folder's own where none is given.")
    var data: String?

    @Flag(help: "List the values that are not reproduced.")
    var differences = false

    @Option(help: "How many indicators are measured at a time; it changes nothing in the results.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    @OptionGroup var trust: TrustOptions

    func run() async throws {
        let terminal = Terminal(writesFiles: false)
        try await terminal.reporting {
            let workbench = try AssessmentCommand.workbench()
            var failed = 0
            for folder in folders {
                let name = URL(fileURLWithPath: folder).lastPathComponent
                try await workbench.reproduce(
                    folder, data: data, trusting: trust.plugins(), threads: threads
                ) { outcome in
                    guard !outcome.isPassedOver else {
                        let part = outcome.table.needs ?? ""
                        return print("\(name): \(outcome.table.name): passed over, built without \(part)")
                    }
                    if !outcome.holds { failed += 1 }
                    print(line(outcome, in: name))
                    guard differences else { return }
                    for difference in outcome.differences {
                        print("  \(difference.place): \(difference.published) published, \(difference.computed)")
                    }
                }
            }
            // The lines come before what is told of them.
            fflush(nil)
            if failed > 0 {
                throw AssessmentFailure("\(failed) tables are not reproduced as published.yml says", isOutput: false)
            }
        }
    }

    private func line(_ outcome: Reproduction, in folder: String) -> String {
        let note = outcome.table.note.isEmpty ? "" : " (\(outcome.table.note))"
        let mark = outcome.holds ? "" : "  NOT AS SAID"
        let precision =
            switch outcome.table.precision {
            case .decimals(let decimals): "at \(decimals) decimal\(decimals == 1 ? "" : "s")"
            case .within(let tolerance): "within \(Formula.text(of: tolerance))"
            }
        let largest = String(format: "%.2g", outcome.largestDifference)
        return
            "\(folder): \(outcome.table.name): \(outcome.reproduced)/\(outcome.compared) \(precision), largest difference "
            + "\(largest)\(note)\(mark)"
    }
}
