internal import ArgumentParser
internal import AssessmentCore
internal import AssessmentReview
internal import AssessmentWorkbench

struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compare two runs: which cells changed, why, and what became of totals, ranks and grades.",
        discussion: """
            BEFORE and AFTER are folders that ‘assess run’ wrote, or their result.json. Nothing is computed again: each \
            changed cell is followed to its nearest causes in the two ledgers. Numbers differ where they are not the \
            same to the last digit.

              assess diff results-draft results-final --unit 340100
            """)

    @Argument(help: "The earlier results.", completion: .directory)
    var before: String

    @Argument(help: "The later results.", completion: .directory)
    var after: String

    @Option(help: "Only the cells of this unit, by code or name.")
    var unit: String?

    @Option(help: "Only the cells of this period.")
    var period: String?

    @Flag(help: "Leave out the cells, and show the inputs, the framework and the totals.")
    var short = false

    @Option(name: .customLong("csv"), help: "Also write every changed cell to this file.", completion: .file())
    var file: String?

    @Option(help: "The language of the text, zh or en.")
    var language: Language = .english

    func run() async throws {
        try await Terminal().reporting {
            let difference = RunDifference(
                from: try Workbench.result(at: before), to: try Workbench.result(at: after))
            let chosen = try unit.map { try code(of: $0, in: difference) }
            if let period, !difference.periods.contains(period) {
                throw UsageProblem(
                    "neither run has the period ‘\(period)’", written: "", known: difference.periods)
            }
            if let file { try TextFile.write(RunDifferenceTable(difference).text, to: file) }
            var text = RunDifferenceText(difference, language: language)
            text.unit = chosen
            text.period = period
            text.showsCells = !short
            print(text.text, terminator: "")
        }
    }

    private func code(of unit: String, in difference: RunDifference) throws -> String {
        let names = difference.unitNames.sorted { $0.key < $1.key }
        guard
            let found = difference.unitNames[unit].map({ _ in unit })
                ?? names.first(where: { $0.value.zh == unit || $0.value.en == unit })?.key
        else {
            throw UsageProblem(
                "neither run has a unit ‘\(unit)’", written: unit,
                known: names.flatMap { [$0.key, $0.value.zh, $0.value.en] })
        }
        return found
    }
}
