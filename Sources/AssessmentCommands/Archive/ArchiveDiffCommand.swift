internal import ArgumentParser

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

    @OptionGroup var shown: RunDifferenceOptions

    func run() async throws {
        try await Terminal().reporting {
            try shown.show(from: before, to: after, ofArchive: archive.path)
        }
    }
}
