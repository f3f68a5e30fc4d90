internal import ArgumentParser
internal import AssessmentArchive
internal import AssessmentCore

struct ArchiveListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the runs of an archive, in the order in which they were stored.",
        discussion:
            "The results are given by the first digits of their SHA-256: runs with the same ones agree to the last digit."
    )

    @OptionGroup var archive: ArchiveArgument

    @Option(help: "The language of the titles, zh or en.")
    var language = Language.english

    func run() async throws {
        try await Terminal().reporting {
            let archive = try Archive(reading: archive.path)
            let runs = try archive.runs()
            let records = try archive.dataRecords().count
            defer {
                if records > 0 { print("records of data: \(records); see ‘assess archive data list \(archive.path)’") }
            }
            guard !runs.isEmpty else { return print("no runs") }
            let heading = ["run", "stored at", "results", "kind", "period", "assessment", "title"]
            let rows = runs.map { run in
                [
                    String(run.number), run.storedAt.description, String(run.results.prefix(12)), run.kind, run.period,
                    run.assessment, run.title[language],
                ].map(printable)
            }
            print(TextTable.text([heading] + rows), terminator: "")
        }
    }
}
