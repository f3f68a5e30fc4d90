internal import ArgumentParser
internal import AssessmentArchive
internal import AssessmentCore
internal import AssessmentReview
internal import AssessmentWorkbench
internal import Foundation

struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Move a review through its procedure, from the scheme to the final result (考核程序).",
        discussion: """
            The acts are kept in an archive, beside the runs: who did what, when. An act that does not follow upon \
            those before is refused: a verification of one's own unit, an objection after the term, an approval before \
            every objection is decided. Decisions change nothing by themselves: they are input files of the next run, \
            which ‘amend’ puts in place of the published one, where it differs from it in what was decided alone.

              assess review issue SPEC --archive FILE --actor … --authority … --document …
              assess review self-report FILE 340100 --actor … --evidence …
              assess review verify FILE 340100 --actor … --finding confirmed
              assess review publish FILE 1 --actor …
              assess review appeal FILE 340100 life --actor … --objection … --evidence …
              assess review decide FILE 1 --actor … --decision upheld --reason … --authority …
              assess review amend FILE 2 --actor …
              assess review approve FILE --actor … --authority … --document …
              assess review finalise FILE --actor …
              assess review status FILE
            """,
        subcommands: [
            ReviewIssueCommand.self, ReviewReviseCommand.self, ReviewSelfReportCommand.self, ReviewVerifyCommand.self,
            ReviewPublishCommand.self, ReviewAppealCommand.self, ReviewDecideCommand.self, ReviewAmendCommand.self,
            ReviewApproveCommand.self, ReviewFinaliseCommand.self, ReviewStatusCommand.self,
        ])
}

/// Who acts, and on which day.
struct ActorOptions: ParsableArguments {
    @Option(help: "Who acts, by the id in the file of people.")
    var actor: String

    @Option(help: "The day of the act; today where none is given.")
    var date: CalendarDate?

    /// The day of the act.
    func day() throws -> CalendarDate {
        try date ?? CalendarDate.today
    }
}

/// The review in an archive that an act belongs to.
struct ReviewArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("The file of the archive.", valueName: "archive"), completion: .file())
    var path: String

    @Option(
        name: .customLong("case"),
        help: "The review, as ASSESSMENT/PERIOD; needed only where the archive holds several.")
    var name: String?

    /// The review with its acts.
    ///
    /// - Parameter writes: whether an act is to be recorded.
    func record(writes: Bool) throws -> (archive: Archive, record: ReviewRecord) {
        let archive = writes ? try Archive(writing: path) : try Archive(reading: path)
        let cases = try archive.reviewCases()
        let names = cases.map { "\($0.assessment)/\($0.period)" }
        guard !cases.isEmpty else {
            throw UsageProblem("‘\(path)’ holds no review; expected ‘assess review issue SPEC --archive \(path)’ first")
        }
        if let name {
            guard let place = names.firstIndex(of: name) else {
                throw UsageProblem("the archive holds no review ‘\(name)’", written: name, known: names)
            }
            return (archive, try ReviewRecord(archive, cases[place]))
        }
        guard cases.count == 1 else {
            throw UsageProblem("the archive holds several reviews; expected --case " + names.joined(separator: " or "))
        }
        return (archive, try ReviewRecord(archive, cases[0]))
    }

    /// Records an act and tells what it led to.
    ///
    /// - Returns: the state after it.
    @discardableResult
    func act(
        _ options: ActorOptions, _ act: (Archive, ReviewRecord) throws -> ReviewAct
    ) async throws -> ReviewState {
        try await Terminal().reporting {
            let (archive, record) = try record(writes: true)
            let made = try act(archive, record)
            let state = try record.record(
                made, by: options.actor, on: try options.day(), at: try Timestamp.now, today: try CalendarDate.today,
                in: archive)
            print("\(made.word) recorded; the review is \(state.stage.rawValue)")
            for line in ReviewText.next(state) { print(line) }
            return state
        }
    }
}
