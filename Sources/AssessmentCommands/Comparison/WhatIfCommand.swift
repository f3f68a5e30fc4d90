internal import ArgumentParser
internal import AssessmentCore
internal import AssessmentReview
internal import AssessmentWorkbench
internal import Foundation

struct WhatIfCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "what-if",
        abstract: "Recompute with other figures, or say what would lift a unit to a grade or past another unit.",
        discussion: """
            --set changes figures, by the code or name of the unit, and shows the difference. The value is a number, a \
            change (+5%, -5%, +10, +-10) or a reason such as not_submitted; a period may follow the unit:

              assess what-if Examples/anhui-2020 --set urban_disposable_income@340100=60000
              assess what-if Examples/anhui-2020 --set urban_disposable_income@合肥市@2019=+5%

            --reach GRADE and --pass UNIT look, for each single indicator of --unit, for the smallest change of its value \
            that would do, all others as they are. Nothing is written.

              assess what-if Examples/full-review --unit 340100 --reach Excellent
              assess what-if Examples/anhui-2020 --unit 340300 --pass 341800
            """)

    @OptionGroup var source: SpecificationOptions

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("Change a figure; may be given more than once.", valueName: "variable@unit=value"))
    var changes: [String] = []

    @Option(help: ArgumentHelp("The grade to be reached, by its name in either language.", valueName: "grade"))
    var reach: String?

    @Option(help: ArgumentHelp("The unit to be passed, by code or name.", valueName: "unit"))
    var pass: String?

    @Option(help: "The unit that is to reach or pass something, by code or name.")
    var unit: String?

    @Option(help: "The language of the text, zh or en.")
    var language: Language = .english

    @Option(help: "How many things are done at a time; it changes nothing in the results.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard (1...1024).contains(threads) else { throw ValidationError("--threads must lie between 1 and 1024.") }
        guard [!changes.isEmpty, reach != nil, pass != nil].count(where: { $0 }) == 1 else {
            throw ValidationError("Give one of --set, --reach and --pass.")
        }
        guard (unit != nil) == changes.isEmpty else {
            throw ValidationError(
                changes.isEmpty ? "--reach and --pass need --unit." : "--unit goes with --reach or --pass.")
        }
    }

    func run() async throws {
        let terminal = Terminal()
        try await terminal.reporting {
            do {
                let changes = try self.changes.map { try DataChange($0) }
                let workbench = try AssessmentCommand.workbench()
                terminal.progress("reading \(source.specification)")
                let loaded = try await source.load(workbench)
                terminal.progress("computing \(loaded.specification.id)")
                if let unit {
                    print(try await reaching(for: unit, in: loaded, workbench), terminator: "")
                } else {
                    print(try await difference(changes, in: loaded, workbench), terminator: "")
                }
            } catch let error as DataChangeProblem {
                throw WhatIfCommand.usage(error.problem, error.written, error.known)
            } catch let error as ReachProblem {
                throw WhatIfCommand.usage(error.problem, error.written, error.known)
            }
        }
    }

    private static func usage(_ problem: String, _ written: String, _ known: [String]) -> UsageProblem {
        known.isEmpty ? UsageProblem(problem) : UsageProblem(problem, written: written, known: known)
    }

    private func difference(
        _ changes: [DataChange], in loaded: Workbench.Loaded, _ workbench: Workbench
    ) async throws -> String {
        let outcome = try await workbench.whatIf(changes, in: loaded, threads: threads)
        var text = RunDifferenceText(outcome.difference, language: language)
        text.unitsOfCells = outcome.changed.units
        let notes = outcome.changed.notes.map { $0[language].printable + "\n" }.joined()
        return notes + text.text
    }

    private func reaching(
        for written: String, in loaded: Workbench.Loaded, _ workbench: Workbench
    ) async throws -> String {
        let units = try workbench.units(of: loaded)
        let unit = try code(of: written, among: units)
        let request: Workbench.ReachRequest =
            if let reach { .grade(reach) } else { .pass(try code(of: pass ?? "", among: units)) }
        return ReachText(try await workbench.reach(request, unit: unit, in: loaded, threads: threads), language).text
    }

    private func code(of written: String, among units: [AssessedUnit]) throws -> String {
        guard
            let unit = units.first(where: { $0.code == written })
                ?? units.first(where: { $0.name.zh == written || $0.name.en == written })
        else {
            throw UsageProblem(
                "no assessed unit is called ‘\(written)’", written: written,
                known: units.flatMap { [$0.code, $0.name.zh, $0.name.en] })
        }
        return unit.code
    }
}
