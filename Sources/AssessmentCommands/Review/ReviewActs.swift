internal import ArgumentParser
internal import AssessmentArchive
internal import AssessmentCore
internal import AssessmentExporters
internal import AssessmentReview

struct ReviewSelfReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "self-report", abstract: "Record that a unit has handed in its self-report (自评).")

    @OptionGroup var review: ReviewArgument
    @Argument(help: "The code of the unit.") var unit: String
    @OptionGroup var options: ActorOptions
    @Option(help: "Where the report and its evidence are found.") var evidence: String

    func run() async throws {
        try await review.act(options) { _, _ in .selfReport(unit: unit, evidence: evidence) }
    }
}

struct ReviewVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Record the verification of a unit's figures (复核).")

    @OptionGroup var review: ReviewArgument
    @Argument(help: "The code of the unit.") var unit: String
    @OptionGroup var options: ActorOptions
    @Option(help: "What came of it: confirmed or corrected.") var finding: ReviewAct.Finding
    @Option(help: "What was corrected, or seen.") var note = ""

    func run() async throws {
        try await review.act(options) { _, _ in .verify(unit: unit, finding: finding, note: note) }
    }
}

struct ReviewPublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Publish a run of the archive for comment (公示).")

    @OptionGroup var review: ReviewArgument
    @Argument(help: "The number of the run.") var number: Int
    @OptionGroup var options: ActorOptions

    func run() async throws {
        try await review.act(options) { archive, record in
            let run = try record.run(number, archive)
            return .publish(run: number, scheme: try archive.schemeDigest(of: run), results: run.results)
        }
    }
}

struct ReviewAppealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "appeal", abstract: "Record the objection of a unit to nodes of the published run (申诉).")

    @OptionGroup var review: ReviewArgument
    @Argument(help: "The code of the unit.") var unit: String
    @Argument(help: "The ids of the nodes that it is about.") var nodes: [String]
    @OptionGroup var options: ActorOptions
    @Option(help: "What is said against the result.") var objection: String
    @Option(help: "Where the evidence is found.") var evidence: String

    func run() async throws {
        try await review.act(options) { archive, record in
            if let number = record.state.run {
                let known = try archive.results(of: try archive.run(number)).ledger.nodes.map(\.id)
                for node in nodes where !known.contains(node) {
                    throw UsageProblem("the published run has no node ‘\(node)’", written: node, known: known)
                }
            }
            let once = nodes.enumerated().filter { !nodes[..<$0].contains($1) }.map(\.element)
            return .appeal(unit: unit, cells: once, objection: objection, evidence: evidence)
        }
    }
}

struct ReviewDecideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Decide an objection.",
        discussion: """
            A decision after its term is taken, and how late it was is kept in sight: ‘assess review status’ shows it.
            """)

    @OptionGroup var review: ReviewArgument
    @Argument(help: "The number of the objection.") var appeal: Int
    @OptionGroup var options: ActorOptions
    @Option(help: "What is decided: upheld, partly or rejected.") var decision: ReviewAct.Decision
    @Option(help: "Why.") var reason: String
    @Option(help: "The document or rule that it rests on.") var authority: String

    func run() async throws {
        let state = try await review.act(options) { _, _ in
            .decide(appeal: appeal, decision: decision, reason: reason, authority: authority)
        }
        if let lateness = ReviewText.lateness(ofObjection: appeal, state) { print("objection \(appeal): \(lateness)") }
    }
}

struct ReviewApproveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Approve the result (审定).")

    @OptionGroup var review: ReviewArgument
    @OptionGroup var options: ActorOptions
    @Option(help: "Who approves it.") var authority: String
    @Option(help: "The document of the approval.") var document: String

    func run() async throws {
        try await review.act(options) { _, _ in .approve(authority: authority, document: document) }
    }
}

struct ReviewFinaliseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "finalise", abstract: "Close the review; its run is frozen from then on.")

    @OptionGroup var review: ReviewArgument
    @OptionGroup var options: ActorOptions

    func run() async throws {
        try await review.act(options) { _, _ in .finalise }
    }
}

struct ReviewStatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show how far a review has come: who did what when, and what is open.")

    @OptionGroup var review: ReviewArgument

    func run() async throws {
        try await Terminal().reporting {
            let (_, record) = try review.record(writes: false)
            print("\(record.reviewCase.assessment) \(record.reviewCase.period): \(record.state.stage.rawValue)")
            for line in ReviewText.next(record.state) { print(line) }
            let rows = record.acts.map { entry in
                [
                    entry.act.date, entry.act.act.word, printable(entry.act.actor),
                    ReviewText.line(entry.act.act, record.state),
                ]
            }
            print(TextTable.text([["date", "act", "actor", "what"]] + rows), terminator: "")
        }
    }
}

extension ReviewRecord {
    /// A run of the review itself.
    ///
    /// - Throws: `UsageProblem` where the run is of another assessment or period.
    func run(_ number: Int, _ archive: Archive) throws -> ArchivedRun {
        let run = try archive.run(number)
        guard run.reviewCase == reviewCase else {
            throw UsageProblem(
                "run \(number) is of \(printable(run.assessment)) \(printable(run.period)); expected one of "
                    + "\(printable(reviewCase.assessment)) \(printable(reviewCase.period))")
        }
        return run
    }
}
