internal import ArgumentParser
internal import AssessmentCore
internal import AssessmentReview
internal import AssessmentWorkbench
internal import Foundation

struct CompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Split the change of score and rank between years into data, method, boundaries and peers.",
        discussion: """
            With one specification, the years of its history are compared, each with the one before it; with two, the \
            year that each assesses. Contributions are Shapley values over the sixteen mixtures of the two years and add \
            up to the change. What differs between the frameworks is listed.

              assess compare Examples/full-review --from 2019 --to 2020 --unit 340100
              assess compare review-2019 review-2020
            """)

    @OptionGroup var source: SpecificationOptions

    @Argument(
        help: "The specification of the later year; the first one is then that of the earlier year.",
        completion: .file())
    var later: String?

    @Option(help: "The earlier period, for one specification.")
    var from: String?

    @Option(help: "The later period, for one specification.")
    var to: String?

    @Option(help: "One unit in detail, by code or name.")
    var unit: String?

    @Option(name: .customLong("csv"), help: "Also write every contribution to this file.", completion: .file())
    var file: String?

    @Option(help: "The language of the text, zh or en.")
    var language: Language = .english

    @Option(help: "How many things are done at a time; it changes nothing in the results.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard (1...1024).contains(threads) else { throw ValidationError("--threads must lie between 1 and 1024.") }
        guard (from == nil) == (to == nil) else { throw ValidationError("--from and --to go together.") }
        guard later == nil || (from == nil && source.dataFolder == nil) else {
            throw ValidationError(
                "--from, --to and --data are for one specification; each of two has its own year and data.")
        }
    }

    func run() async throws {
        let terminal = Terminal()
        try await terminal.reporting {
            let workbench = try AssessmentCommand.workbench()
            terminal.progress("reading \(source.specification)")
            let loaded = try await source.load(workbench)
            let (assessment, comparisons): (CompletedAssessment, [YearOnYear])
            if let later {
                let second = try await workbench.load(
                    later, trusting: source.trust.plugins(), queries: source.queries.access())
                let periods = [loaded, second].map(\.specification.period)
                guard periods[0] < periods[1] else {
                    throw UsageProblem(
                        "the first specification assesses \(periods[0]) and the second \(periods[1]); name the earlier one "
                            + "first")
                }
                terminal.progress("comparing \(periods[0]) and \(periods[1])")
                let outcome = try await workbench.compareYears(loaded, with: second, threads: threads)
                (assessment, comparisons) = (outcome.assessment, [outcome.comparison])
            } else {
                let pairs = try self.pairs(loaded.specification.periods)
                terminal.progress("comparing the years of \(loaded.specification.id)")
                (assessment, comparisons) = try await workbench.compareYears(loaded, pairs: pairs, threads: threads)
            }
            let chosen = try unit.map { try code(of: $0, in: comparisons) }
            if let file { try TextFile.write(YearOnYearTable(comparisons).text, to: file) }
            var text = YearOnYearText(language: language)
            text.unit = chosen
            print(
                text.text(of: comparisons, history: chosen.map { assessment.historyLines(of: $0) } ?? []),
                terminator: "")
        }
    }

    private func pairs(_ periods: [Period]) throws -> [(from: Period, to: Period)] {
        guard periods.count > 1 else {
            throw UsageProblem(
                "the specification holds the year \(periods.first?.description ?? "–") alone; name earlier years under "
                    + "‘history’, or a second specification")
        }
        guard let from, let to else { return [] }
        let chosen = try [from, to].map { written -> Period in
            guard let period = Period(written), periods.contains(period) else {
                throw UsageProblem(
                    "the assessment has no period ‘\(written)’", written: "", known: periods.map(\.description))
            }
            return period
        }
        guard chosen[0] < chosen[1] else { throw UsageProblem("--from \(from) does not come before --to \(to)") }
        return [(chosen[0], chosen[1])]
    }

    private func code(of written: String, in comparisons: [YearOnYear]) throws -> String {
        let named = comparisons.flatMap { comparison in
            comparison.units.map { ($0.code, $0.name) } + comparison.unpaired.map { ($0.code, $0.name) }
        }
        guard
            let found = named.first(where: { $0.0 == written })
                ?? named.first(where: { $0.1.zh == written || $0.1.en == written })
        else {
            throw UsageProblem(
                "no assessed unit is called ‘\(written)’", written: written,
                known: named.flatMap { [$0.0, $0.1.zh, $0.1.en] })
        }
        return found.0
    }
}
