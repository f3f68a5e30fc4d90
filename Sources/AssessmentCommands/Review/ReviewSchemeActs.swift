internal import ArgumentParser
internal import AssessmentArchive
internal import AssessmentCore
internal import AssessmentReview
internal import AssessmentWorkbench

struct ReviewIssueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue", abstract: "Begin a review: issue its sealed scheme, with the terms of its procedure.")

    @OptionGroup var scheme: ReviewScheme

    func run() async throws {
        try await scheme.act { loaded in
            guard loaded.specification.kind == .review else {
                throw UsageProblem(
                    "‘\(loaded.specification.id)’ is an evaluation; expected a specification of kind review")
            }
            guard let issue = try loaded.sealedScheme()?.issues.last else {
                throw UsageProblem("the scheme is not sealed; expected ‘assess scheme issue’ first")
            }
            try scheme.check(issue)
            return .issue(
                scheme: issue.sha256, authority: issue.authority, document: issue.document,
                terms: try loaded.reviewTerms(), units: loaded.reviewedUnits)
        } telling: { state in
            "; \(state.units.count) units, \(state.terms?.people.count ?? 0) people"
        }
    }
}

struct ReviewReviseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revise", abstract: "Take over a revision of the sealed scheme.")

    @OptionGroup var scheme: ReviewScheme

    func run() async throws {
        try await scheme.act { loaded in
            guard let issue = try loaded.sealedScheme()?.issues.last, !issue.reason.isEmpty else {
                throw UsageProblem("the scheme is not revised; expected ‘assess scheme revise’ first")
            }
            try scheme.check(issue)
            return .revise(
                scheme: issue.sha256, authority: issue.authority, document: issue.document, reason: issue.reason)
        }
    }
}

/// The specification whose sealed scheme an act takes over, and the archive in which the act is recorded.
struct ReviewScheme: ParsableArguments {
    @OptionGroup var source: SpecificationOptions

    @Option(name: .customLong("archive"), help: "The file of the archive.", completion: .file())
    var path: String

    @OptionGroup var options: ActorOptions

    /// Refuses to take over an issue of the scheme before its day.
    func check(_ issue: SealedScheme.Issue) throws {
        let day = try options.day()
        guard let issued = CalendarDate(issue.issued), day < issued else { return }
        throw ReviewRefusal(
            "the act of \(day) would come before the scheme was \(issue.reason.isEmpty ? "issued" : "revised") on \(issued); "
                + "expected a day from then on")
    }

    /// Records an act that follows from the specification.
    ///
    /// - Parameters:
    ///   - act: gives the act.
    ///   - telling: what more is to be said of the state that it led to.
    func act(
        _ act: (Workbench.Loaded) throws -> ReviewAct, telling: (ReviewState) -> String = { _ in "" }
    ) async throws {
        try await Terminal().reporting {
            let loaded = try await source.load(try AssessmentCommand.workbench())
            let made = try act(loaded)
            let archive = try Archive(writing: path)
            let record = try ReviewRecord(archive, loaded.reviewCase)
            let state = try record.record(
                made, by: options.actor, on: try options.day(), at: try Timestamp.now, today: try CalendarDate.today,
                in: archive)
            print("\(made.word) recorded\(telling(state))")
        }
    }
}
