internal import ArgumentParser

struct ArchiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive",
        abstract: "List, show, compare, export and check the runs that an archive keeps.",
        discussion: """
            An archive is one file that keeps every run with its results and every file that it read. Runs are added and \
            neither changed nor removed:

              assess run Examples/anhui-2020 --output scorecards --archive runs.archive
              assess archive list runs.archive
              assess archive show runs.archive 1
              assess archive diff runs.archive 1 2
              assess archive export runs.archive 1 --output run-1
              assess archive check runs.archive
            """,
        subcommands: [
            ArchiveListCommand.self, ArchiveShowCommand.self, ArchiveDiffCommand.self, ArchiveExportCommand.self,
            ArchiveCheckCommand.self,
        ])
}

/// The archive that a command is about.
struct ArchiveArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("The file of the archive.", valueName: "archive"), completion: .file())
    var path: String
}

/// The run of an archive that a command is about.
struct RunArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("The number of the run, from ‘assess archive list’.", valueName: "run"))
    var number: Int
}
