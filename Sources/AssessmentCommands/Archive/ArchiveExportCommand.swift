internal import ArgumentParser
internal import AssessmentArchive
internal import AssessmentCore
internal import AssessmentExporters
internal import AssessmentWorkbench

struct ArchiveExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a run into a folder: its inputs, ready to be run again, and result.json.",
        discussion: """
            The folder ‘inputs’ holds the specification with its data, byte for byte; data that came from a folder of their \
            own stand in ‘data’. Each file is compared with its SHA-256 first. An earlier export in the folder is replaced \
            whole; a folder that holds anything else is refused.
            """)

    @OptionGroup var archive: ArchiveArgument
    @OptionGroup var number: RunArgument

    @Option(name: .shortAndLong, help: "The folder for the run.", completion: .directory)
    var output: String

    func validate() throws {
        guard !output.isEmpty else { throw ValidationError("--output must name a folder.") }
    }

    func run() async throws {
        try await Terminal(writesFiles: true).reporting {
            let workbench = try AssessmentCommand.workbench()
            try workbench.check(outputFolder: output)
            let archive = try Archive(reading: archive.path)
            let run = try archive.run(number.number)
            let files = try archive.export(run)
            try workbench.write(files, to: output)
            let folder = output.hasSuffix("/") ? output : output + "/"
            let data = run.exportedData.map { " --data \(folder)\($0)" } ?? ""
            print(
                "\(files.count) files written; run it again: assess run \(folder)\(run.exportedSpecification ?? "")\(data)"
            )
            for process in run.manifest.processes ?? [] {
                let command = printable(process.command.joined(separator: " "))
                print("first put the program of ‘\(printable(process.plugin))’ beside it: \(command)")
            }
        }
    }
}
