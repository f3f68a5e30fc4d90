internal import ArgumentParser
internal import AssessmentArchive
internal import AssessmentCore
internal import AssessmentReview
internal import AssessmentWorkbench
internal import Foundation

struct SealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: "Run a specification and seal inputs and results in a signed bundle.",
        discussion: """
            The bundle holds the specification and every data file byte for byte, every result, a digest of each and a \
            signature (Ed25519); it is a plain folder, or a zip archive where its name ends so, and can be opened and \
            checked without this program: its README.txt says how. A bundle is never overwritten; where one is there \
            and an input has changed since, the file and the line are told.

            With --review, a run of a review is sealed only where the review is final and ended with these very             results; the seal then states it, and ‘assess verify’ shows it:

              assess seal SPEC --output BUNDLE --key key.pem --review runs.archive

            The private key is read from the file that --key names, or from the environment variable \
            ASSESS_SIGNING_KEY, which holds the key itself; a specification never holds one. ‘assess key new’ makes one.
            """)

    @OptionGroup var source: SpecificationOptions

    @Option(name: .shortAndLong, help: "The folder or zip archive for the bundle, which must not be there yet.")
    var output: String

    @Option(
        help: ArgumentHelp(
            "The file of the private key (PEM), which nobody but you may read.", valueName: "file"), completion: .file()
    )
    var key: String?

    @Option(help: "Why it is sealed, such as the meeting that adopted it; it stands in the seal and is signed.")
    var reason: String?

    @Option(
        name: .customLong("review"),
        help: ArgumentHelp(
            "The archive of the review, which must be final with the same results; the seal states the stage.",
            valueName: "archive"), completion: .file())
    var reviewPath: String?

    @Option(help: "How many indicators are measured at a time; it changes nothing in the results.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard !output.isEmpty else { throw ValidationError("--output must name a folder or a zip archive.") }
        guard (1...1024).contains(threads) else { throw ValidationError("--threads must lie between 1 and 1024.") }
    }

    func run() async throws {
        let terminal = Terminal(writesFiles: true)
        try await terminal.reporting {
            let workbench = try AssessmentCommand.workbench()
            let key = try KeyFile.signingKey(file: key)
            if let reviewPath { _ = try Archive(reading: reviewPath) }
            terminal.progress("reading \(source.specification)")
            let loaded = try await source.load(workbench)
            try await workbench.check(bundle: output, for: loaded, data: source.dataFolder)
            terminal.progress("running \(loaded.specification.id)")
            let assessment = try await workbench.run(loaded, threads: threads)
            let review = try statement(on: assessment, loaded.reviewCase)
            terminal.progress("writing \(output)")
            let files = try await workbench.bundle(
                of: assessment, loaded, reason: reason, review: review, signedBy: key)
            try workbench.write(bundle: files, to: output)
            print("\(files.count) files sealed in \(output)")
            print("results \(assessment.manifest.results)")
            if let review { print(review.words) }
            print("signed by the key \(key.signer.fingerprint)")
        }
    }
    /// What the seal states of the review; nothing where none is named.
    private func statement(on assessment: CompletedAssessment, _ reviewCase: ReviewCase) throws -> Seal.Review? {
        guard let reviewPath else { return nil }
        let archive = try Archive(reading: reviewPath)
        return try ReviewRecord(archive, reviewCase).statement(sealing: assessment, in: archive)
    }
}
