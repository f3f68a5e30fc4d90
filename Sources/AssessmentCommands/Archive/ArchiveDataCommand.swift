internal import ArgumentParser
internal import AssessmentArchive
internal import AssessmentCore
internal import AssessmentExporters
internal import AssessmentWorkbench

struct ArchiveDataCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data",
        abstract: "List, show and export what an archive keeps of the data behind its runs.",
        discussion: """
            An archive keeps each revision of a collection with the file that was taken in, what checks found, samples for \
            verification on site and what was found there. The commands that make them store them:

              assess collect SPEC FILES --archive runs.archive
              assess check SPEC --archive runs.archive
              assess sample SPEC --share 5% --seed N --output sample --archive runs.archive
              assess sample findings SPEC --share 5% --seed N --findings findings.csv --archive runs.archive
              assess run SPEC --output scorecards --archive runs.archive

            ‘assess archive show’ names the revision that a run rests on; ‘assess archive data export’ writes the \
            collection as it was at a revision, with every file that had been taken in.
            """,
        subcommands: [ArchiveDataListCommand.self, ArchiveDataShowCommand.self, ArchiveDataExportCommand.self])
}

struct ArchiveDataListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the records of data, in the order in which they were stored.")

    @OptionGroup var archive: ArchiveArgument

    func run() async throws {
        try await Terminal().reporting {
            let records = try Archive(reading: archive.path).dataRecords()
            guard !records.isEmpty else { return print("no records of data") }
            let rows = records.map { record in
                [
                    String(record.number), record.recordedAt.description, record.reviewCase.assessment,
                    record.reviewCase.period, record.content.kind, DataRecordText.line(record.content),
                ].map(printable)
            }
            print(
                TextTable.text([["record", "stored at", "assessment", "period", "kind", "what"]] + rows), terminator: ""
            )
        }
    }
}

struct ArchiveDataShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a record of data: what it says, what it rests on, and its files.")

    @OptionGroup var archive: ArchiveArgument
    @OptionGroup var number: RecordArgument

    func run() async throws {
        try await Terminal().reporting {
            let archive = try Archive(reading: archive.path)
            let record = try archive.dataRecord(number.number)
            var facts = [
                ["record", String(record.number)], ["stored at", record.recordedAt.description],
                ["assessment", record.reviewCase.assessment], ["period", record.reviewCase.period],
            ]
            facts += DataRecordText.facts(record.content)
            if let manifest = record.manifest {
                facts.append(["workbench", "\(manifest.workbench), \(manifest.platform)"])
                facts += try archive.revisions(behind: manifest, of: record.reviewCase).map {
                    DataRecordText.fact($0.collection, $0.record)
                }
            }
            facts.append(["digest", record.digest])
            let files = record.files.map { [$0.role.rawValue, String($0.size), $0.sha256, $0.path] }
            print(TextTable.text(facts.map { $0.map(printable) }))
            print(
                TextTable.text([["file", "bytes", "SHA-256", "path"]] + files.map { $0.map(printable) }),
                terminator: "")
        }
    }
}

struct ArchiveDataExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract:
            "Write a record of data into a folder: a collection as it was at a revision, or a report with its inputs.",
        discussion: """
            For a revision the folder is that of its collection as it was then, byte for byte, with every file that had been \
            taken in by then; put in the place of the collection, it is one. For checks, samples and findings, ‘inputs’ \
            holds the specification with its data, ready to be checked or drawn again, and ‘originals’ what was handed \
            in. Each file is compared with its SHA-256 first. An earlier export in the folder is replaced whole; a folder \
            that holds anything else is refused.
            """)

    @OptionGroup var archive: ArchiveArgument
    @OptionGroup var number: RecordArgument

    @Option(name: .shortAndLong, help: "The folder for the record.", completion: .directory)
    var output: String

    func validate() throws {
        guard !output.isEmpty else { throw ValidationError("--output must name a folder.") }
    }

    func run() async throws {
        try await Terminal(writesFiles: true).reporting {
            let workbench = try AssessmentCommand.workbench()
            try workbench.check(outputFolder: output)
            let archive = try Archive(reading: archive.path)
            let record = try archive.dataRecord(number.number)
            let files = try archive.export(record)
            try workbench.write(files, to: output)
            print("\(files.count) files written: \(printable(DataRecordText.line(record.content)))")
        }
    }
}
