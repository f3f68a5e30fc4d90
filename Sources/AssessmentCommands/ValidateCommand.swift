internal import ArgumentParser
internal import AssessmentCore
internal import AssessmentWorkbench

struct ValidateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check a specification and its data without running it.",
        discussion: "Every problem is told with its file, line and column, what was expected and the nearest match.")

    @Argument(help: "The specification.", completion: .file())
    var specification: String

    func run() async throws {
        let terminal = Terminal()
        try await terminal.reporting {
            let loaded = try AssessmentCommand.workbench().load(specification)
            let nodes = loaded.specification.framework.subtree
            let indicators = nodes.count { $0.measure != nil }
            print(
                "\(specification): right; \(loaded.specification.kind.rawValue) ‘\(loaded.specification.id)’, "
                    + "\(indicators) indicators in \(nodes.count - indicators) nodes, "
                    + "\(loaded.specification.plugins.count) plug-ins, \(loaded.specification.data.count) data files")
        }
    }
}
