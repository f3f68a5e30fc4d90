internal import ArgumentParser
internal import AssessmentArchive
internal import AssessmentCore
internal import AssessmentReview

struct ArchiveDiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract:
            "Compare two runs of an archive: which cells changed, why, and what became of totals, ranks and grades.")

    @OptionGroup var archive: ArchiveArgument

    @Argument(help: "The number of the earlier run.")
    var before: Int

    @Argument(help: "The number of the later run.")
    var after: Int

    @Flag(help: "Leave out the cells, and show the inputs, the framework and the totals.")
    var short = false

    @Option(help: "The language of the text, zh or en.")
    var language: Language = .english

    func run() async throws {
        try await Terminal().reporting {
            let archive = try Archive(reading: archive.path)
            let difference = RunDifference(
                from: try archive.results(of: try archive.run(before)),
                to: try archive.results(of: try archive.run(after)))
            var text = RunDifferenceText(difference, language: language)
            text.showsCells = !short
            print(text.text, terminator: "")
        }
    }
}
