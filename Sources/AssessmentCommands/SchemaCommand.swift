internal import ArgumentParser
internal import AssessmentCore
internal import AssessmentWorkbench

struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract:
            "Print the JSON Schema of assessment.yml, with which an editor completes and checks; or its reference.",
        discussion: """
            Write the schema beside the specification:

              assess schema > assessment.schema.json

            and make this the first line of assessment.yml, for editors that have the YAML language server (such as \
            VS Code with the YAML extension):

              # yaml-language-server: $schema=assessment.schema.json

            The schema names the plug-ins, indicators and methods of this program, and of the plug-ins that run as \
            processes where the specification that lists them is given; print it anew after an update. \
            What only the whole shows, such as the sum of weights, is told by assess validate.
            """)

    @Argument(help: "A specification whose plug-ins that run as processes it knows too.", completion: .file())
    var specification: String?

    @OptionGroup var trust: TrustOptions

    @Flag(help: "Print the reference of every key instead, in Markdown.")
    var reference = false

    func run() async throws {
        try await Terminal().reporting {
            if reference { return print(Workbench.reference(), terminator: "") }
            let workbench = try AssessmentCommand.workbench()
            guard let specification else { return print(try workbench.schema(), terminator: "") }
            let schema = try await trust.hosting(specification, in: workbench) { try workbench.schema(with: $0.all) }
            print(schema, terminator: "")
        }
    }
}
