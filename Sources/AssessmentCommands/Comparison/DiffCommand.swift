internal import ArgumentParser
internal import AssessmentReview
internal import AssessmentWorkbench

struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compare two runs: which cells changed, why, and what became of totals, ranks and grades.",
        discussion: """
            BEFORE and AFTER are folders that ‘assess run’ wrote, or their result.json; with --archive, they are the \
            numbers of two of its runs. Nothing is computed again: each changed cell is followed to its nearest causes \
            in the two ledgers. Numbers differ where they are not the same to the last digit.

              assess diff results-draft results-final --unit 340100
              assess diff --archive runs.archive 1 2
            """)

    @Argument(help: "The earlier results.", completion: .directory)
    var before: String

    @Argument(help: "The later results.", completion: .directory)
    var after: String

    @Option(
        name: .customLong("archive"), help: "The archive that the two runs are kept in.", completion: .file())
    var archivePath: String?

    @OptionGroup var shown: RunDifferenceOptions

    func run() async throws {
        try await Terminal().reporting {
            if let archivePath {
                return try shown.show(from: number(before), to: number(after), ofArchive: archivePath)
            }
            try shown.show(RunDifference(from: try Workbench.result(at: before), to: try Workbench.result(at: after)))
        }
    }

    /// The number of a run of the archive.
    private func number(_ word: String) throws -> Int {
        guard let number = Int(word) else {
            throw UsageProblem(
                "‘\(word)’ is no number of a run; expected one of ‘assess archive list \(archivePath ?? "")’, or two folders "
                    + "of results without --archive")
        }
        return number
    }
}
