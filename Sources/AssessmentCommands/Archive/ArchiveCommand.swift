internal import ArgumentParser
internal import AssessmentArchive

struct ArchiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive",
        abstract: "List, show, compare, export and check the runs that an archive keeps.",
        discussion: """
            An archive is one file that keeps every run with its results and every file that it read, and the data behind \
            them: the revisions of collections, what checks found, samples and what was found on site. All are added and \
            neither changed nor removed:

              assess run Examples/anhui-2020 --output scorecards --archive runs.archive
              assess archive list runs.archive
              assess archive show runs.archive 1
              assess archive diff runs.archive 1 2
              assess archive export runs.archive 1 --output run-1
              assess archive data list runs.archive
              assess archive check runs.archive
            """,
        subcommands: [
            ArchiveListCommand.self, ArchiveShowCommand.self, ArchiveDiffCommand.self, ArchiveExportCommand.self,
            ArchiveDataCommand.self, ArchiveCheckCommand.self,
        ])
}

/// The archive that a command is about.
struct ArchiveArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("The file of the archive.", valueName: "archive"), completion: .file())
    var path: String
}

/// The archive that a command stores in, where one is named.
struct ArchiveOption: ParsableArguments {
    @Option(
        name: .customLong("archive"),
        help: "The archive that it is stored in; it is created where there is none.", completion: .file())
    var path: String?

    /// Refuses an archive that could not be written, before any work is done.
    func check() throws {
        if let path { try Archive.check(writing: path) }
    }

    /// Stores records of data, and tells so.
    func store(_ records: [NewDataRecord]) throws {
        guard let path else { return }
        let stored = try Archive(writing: path).store(records, at: .now)
        guard let first = stored.first, let last = stored.last else {
            return print("nothing new for \(path)")
        }
        let numbers = stored.count == 1 ? "record \(first.number)" : "records \(first.number) to \(last.number)"
        print("stored as \(numbers) of \(path), with the digest \(last.digest)")
    }
}

/// The record of data of an archive that a command is about.
struct RecordArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("The number of the record, from ‘assess archive data list’.", valueName: "record"))
    var number: Int
}

/// The run of an archive that a command is about.
struct RunArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("The number of the run, from ‘assess archive list’.", valueName: "run"))
    var number: Int
}
