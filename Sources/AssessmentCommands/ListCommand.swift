internal import ArgumentParser
internal import AssessmentCore
internal import AssessmentWorkbench

struct ListCommand: AsyncParsableCommand {
    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case plugins, indicators, methods, variables, checks
    }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the plug-ins, indicators, methods, variables or checks on data; or tell all about one.",
        discussion: """
            What is listed is what a specification may name:

              assess list indicators
              assess list indicators foundation.villages_with_fibre
              assess list methods min_max
            """)

    @Argument(help: "What is listed: plugins, indicators, methods, variables or checks.")
    var subject: Subject

    @Argument(help: "The id of the one to tell all about.")
    var id: String?

    @Option(help: "A specification whose plug-ins that run as processes are listed too.", completion: .file())
    var specification: String?

    @OptionGroup var trust: TrustOptions

    func run() async throws {
        try await Terminal().reporting {
            let workbench = try AssessmentCommand.workbench()
            var catalogue = workbench.catalogue
            if let specification {
                catalogue = try await trust.hosting(specification, in: workbench) { hosted in
                    try hosted.all.reduce(catalogue) { try $0.adding($1) }
                }
            }
            let pages = ReferencePages(catalogue: catalogue)
            let entries = pages.entries(of: subject)
            guard let id else {
                print(TextTable.text(entries.map(\.summary)), terminator: "")
                return
            }
            guard let entry = entries.first(where: { $0.summary.first == id }) else {
                throw UsageProblem(
                    "there is no ‘\(id)’ among the \(subject.rawValue)", written: id,
                    known: entries.compactMap(\.summary.first))
            }
            print(entry.page(), terminator: "")
        }
    }
}
