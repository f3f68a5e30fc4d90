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

            The schema names the plug-ins, indicators and methods of this program; print it anew after an update. \
            What only the whole shows, such as the sum of weights, is told by assess validate.
            """)

    @Flag(help: "Print the reference of every key instead, in Markdown.")
    var reference = false

    func run() async throws {
        try await Terminal().reporting {
            print(reference ? Workbench.reference() : try AssessmentCommand.workbench().schema(), terminator: "")
        }
    }
}
