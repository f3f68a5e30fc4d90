internal import ArgumentParser
internal import AssessmentCore
internal import AssessmentWorkbench

struct ValidateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check a specification and its data without writing anything.",
        discussion: """
            Every problem is told with its file, line and column, what was expected and the nearest match. What is \
            right here can be run. While a collection has taken in nothing yet, nothing is scored: what methods refuse \
            in the data is told once the first returns are in.
            """)

    @OptionGroup var source: SpecificationOptions

    func run() async throws {
        let terminal = Terminal()
        try await terminal.reporting {
            let workbench = try AssessmentCommand.workbench()
            let loaded = try await source.load(workbench, awaiting: true)
            try workbench.checkRobustness(loaded)
            // A method may refuse its parameters, and a score be missing without a rule for it, only once it is run.
            if loaded.awaitedCollections.isEmpty {
                _ = try await workbench.run(loaded)
            } else {
                _ = try await workbench.check(loaded)
            }
            let nodes = loaded.specification.framework.subtree
            let indicators = nodes.count { $0.measure != nil }
            print(
                "\(source.specification): nothing is wrong; \(loaded.specification.kind.rawValue) ‘\(loaded.specification.id)’, "
                    + "\(indicators) indicators below \(nodes.count - indicators) nodes, "
                    + "\(loaded.specification.plugins.count) plug-ins, \(loaded.specification.data.count) data files")
            for folder in loaded.awaitedCollections {
                print(
                    printable(
                        "note: the collection ‘\(folder)’ has taken in nothing yet, so that nothing was scored; validate again "
                            + "once ‘assess collect’ has taken in the first returns"))
            }
        }
    }
}
