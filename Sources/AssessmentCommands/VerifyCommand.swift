internal import ArgumentParser
internal import AssessmentReview
internal import AssessmentWorkbench
internal import Foundation

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check a sealed bundle byte by byte, and compute its scores again.",
        discussion: """
            Checks the signature and the digest of every file, and says which byte was altered and what it was. Reads \
            the specification and the data of the bundle, measures again, computes every score from the measured values \
            that are recorded, and says which number differs. Nothing of the bundle is executed: what a plug-in that \
            runs as a process gave is taken from its stored replies, and named as not computed again.

            A number that differs by at most 1e-12 has other last bits, as those of another processor, and is no \
            difference; it is told. So is the stage of the review that the seal states, or that it states none.

            Exit codes: 0 everything agrees, 1 something differs, 64 wrong usage, 65 no bundle, or damaged beyond \
            reading.
            """)

    @Argument(help: "The bundle: a folder or a zip archive.", completion: .file())
    var bundle: String

    @Option(
        help: ArgumentHelp(
            "The public key (PEM) that must have signed; given more than once, one of them must have.",
            valueName: "file"),
        completion: .file())
    var signer: [String] = []

    @Option(
        name: .customLong("inputs"),
        help: ArgumentHelp(
            "Compare the files of this folder with those that were sealed, and say which line changed since; a folder of "
                + "data apart from the specification is given besides.", valueName: "folder"),
        completion: .directory)
    var folders: [String] = []

    @Option(help: "How many indicators are measured at a time; it changes nothing in the results.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard (1...1024).contains(threads) else { throw ValidationError("--threads must lie between 1 and 1024.") }
    }

    func run() async throws {
        try await Terminal().reporting {
            let workbench = try AssessmentCommand.workbench()
            let signers = try KeyFile.signers(files: signer)
            let verification = try await workbench.verify(bundle, signers: signers, inputs: folders, threads: threads)
            print(VerifyCommand.text(verification, of: bundle), terminator: "")
            fflush(nil)
            if !verification.holds { throw ExitCode(1) }
        }
    }

    /// The verdict, what differs, what could not be computed again, and what is to be known besides.
    static func text(_ verification: Verification, of bundle: String) -> String {
        let count = verification.findings.count
        let scope = "\(verification.files) files and \(verification.numbers) computed numbers were checked"
        let agreement = verification.notRecomputed.isEmpty ? "everything agrees" : "what could be checked agrees"
        var lines = [
            verification.holds
                ? "\(bundle): \(agreement); \(scope)"
                : "\(bundle): ALTERED OR WRONG: \(count) thing\(count == 1 ? "" : "s") differ\(count == 1 ? "s" : ""); \(scope)"
        ]
        lines += verification.findings.map { "  \($0)" }
        if !verification.notRecomputed.isEmpty {
            lines.append("not computed again:")
            lines += verification.notRecomputed.map { "  \($0)" }
        }
        lines += verification.remarks.map { "note: \($0)" }
        return lines.joined(separator: "\n") + "\n"
    }
}
