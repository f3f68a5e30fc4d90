internal import ArgumentParser
internal import AssessmentCore
internal import AssessmentReview
internal import AssessmentWorkbench
internal import Foundation

struct SchemeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scheme",
        abstract: "Issue and revise the scheme of a review (考核方案), which is then sealed.",
        discussion: """
            A scheme is what a specification lays down: targets, weights, methods, groups, grades and adjustments. It \
            is issued before data arrive. The specification names its file under ‘assessment: scheme’, and from then \
            on a run of a specification that lays down anything else is refused, with what differs and where. \
            A revision adds to the file; nothing in it is changed.
            """,
        subcommands: [SchemeShowCommand.self, SchemeIssueCommand.self, SchemeReviseCommand.self])
}

/// By whom, by what and when a scheme is issued.
struct SchemeAct: ParsableArguments {
    @Option(help: "Who issues it, such as 省政府办公厅.")
    var authority: String

    @Option(help: "The document by which it is issued, such as 皖政办〔2020〕1号.")
    var document: String

    @Option(help: "The day on which it is issued.")
    var issued: CalendarDate

    @Option(help: "The day from which it holds; that of the issue where none is given.")
    var effective: CalendarDate?

    func act(reason: String = "") -> SealedScheme.Act {
        SealedScheme.Act(
            issued: issued, effective: effective ?? issued, authority: authority, document: document, reason: reason)
    }
}

struct SchemeShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what a specification lays down, and the issues of its scheme.")

    @OptionGroup var source: SpecificationOptions

    func run() async throws {
        try await Terminal().reporting {
            let loaded = try await source.load(try AssessmentCommand.workbench(), comparingScheme: false)
            for issue in try loaded.sealedScheme()?.issues ?? [] {
                let reason = issue.reason.isEmpty ? "" : "; \(issue.reason)"
                print(
                    "# issued \(issue.issued) by \(issue.authority), \(issue.document), in effect from "
                        + "\(issue.effective)\(reason)")
                print("# sha256 \(issue.sha256)")
            }
            print(loaded.listing.lines.map { "\($0.place)\t\($0.value)" }.joined(separator: "\n"))
        }
    }
}

struct SchemeIssueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue", abstract: "Issue a scheme: write its file, with which the specification must agree.")

    @OptionGroup var source: SpecificationOptions
    @OptionGroup var act: SchemeAct

    func run() async throws {
        try await Terminal(writesFiles: true).reporting {
            let workbench = try AssessmentCommand.workbench()
            let loaded = try await source.load(workbench, comparingScheme: false)
            let path = try loaded.requiredSchemePath()
            if try loaded.sealedScheme() != nil {
                throw UsageProblem("\(path) is issued already; expected ‘assess scheme revise’")
            }
            let scheme = try refusing { () throws(SealedScheme.Refusal) in
                try SealedScheme(loaded.specification, loaded.listing, by: act.act())
            }
            try workbench.write(scheme, to: path)
            print("\(path): issued, \(loaded.listing.lines.count) lines, sha256 \(scheme.sha256)")
        }
    }
}

struct SchemeReviseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revise",
        abstract: "Revise a scheme that was issued, with its authority, reason and effective day.")

    @OptionGroup var source: SpecificationOptions
    @OptionGroup var act: SchemeAct

    @Option(help: "Why it is revised.")
    var reason: String

    func run() async throws {
        try await Terminal(writesFiles: true).reporting {
            let workbench = try AssessmentCommand.workbench()
            let loaded = try await source.load(workbench, comparingScheme: false)
            let path = try loaded.requiredSchemePath()
            guard let scheme = try loaded.sealedScheme(), let last = scheme.issues.last else {
                throw UsageProblem("\(path) is not issued yet; expected ‘assess scheme issue’ first")
            }
            let revised = try refusing { () throws(SealedScheme.Refusal) in
                try scheme.revised(loaded.specification, loaded.listing, by: act.act(reason: reason))
            }
            try workbench.write(revised, to: path)
            for difference in SchemeDifference.between(last.places, loaded.listing) { print(difference.words) }
            print("\(path): revised for the \(revised.issues.count - 1). time, sha256 \(revised.sha256)")
        }
    }
}

extension Workbench.Loaded {
    /// Where the file of the scheme lies.
    ///
    /// - Throws: `UsageProblem` where the specification names none.
    fileprivate func requiredSchemePath() throws -> String {
        if let path = schemePath { return path }
        throw UsageProblem("the specification names no scheme; expected ‘scheme: scheme.json’ under ‘assessment’")
    }
}

/// Turns the refusal of an act into the words of a command.
private func refusing(_ work: () throws(SealedScheme.Refusal) -> SealedScheme) throws -> SealedScheme {
    do throws(SealedScheme.Refusal) {
        return try work()
    } catch {
        throw UsageProblem(error.description)
    }
}
