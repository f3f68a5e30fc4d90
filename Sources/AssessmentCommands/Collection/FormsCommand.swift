internal import ArgumentParser
internal import AssessmentCollection
internal import AssessmentCore
internal import AssessmentWorkbench

struct FormsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forms",
        abstract: "Write the collection forms of a specification: a workbook for each unit that reports.",
        discussion: """
            A form asks for the values of the assessed period and for the entries of registers, with definitions, units \
            of measure and the figures of the year before. The filled forms come back by ‘assess collect’. What was \
            taken in already stands in the cells. Needs a build with the trait Excel.
            """)

    @OptionGroup var source: SpecificationOptions

    @Option(name: .shortAndLong, help: "The folder for the forms.", completion: .directory)
    var output: String

    @Option(help: "The language of the forms, zh or en; those of the specification where none is given.")
    var language: Language?

    func run() async throws {
        let terminal = Terminal(writesFiles: true)
        try await terminal.reporting {
            let workbench = try AssessmentCommand.workbench()
            try workbench.check(outputFolder: output)
            let loaded = try await source.load(workbench, comparingScheme: false, collecting: true)
            terminal.progress("writing \(output)")
            let files = try loaded.forms(languages: language.map { [$0] } ?? [])
            try workbench.write(files, to: output)
            print("\(files.count) forms written to \(output); standard \(loaded.standard.digest)")
        }
    }
}
