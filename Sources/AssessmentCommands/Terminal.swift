internal import ArgumentParser
internal import AssessmentArchive
internal import AssessmentCore
internal import AssessmentReview
internal import AssessmentWorkbench
internal import Foundation

/// What a command says to the person at the terminal: progress and problems, on standard error.
struct Terminal {
    /// What is told after problems, where the command writes files.
    private let consequence: String?
    private let showsProgress = isatty(2) != 0

    /// - Parameter writesFiles: whether the command writes files, so that a person asks what became of them.
    init(writesFiles: Bool = false) {
        consequence = writesFiles ? "nothing was written" : nil
    }

    /// Tells how far the work is, where standard error is a terminal.
    func progress(_ text: String) {
        if showsProgress { write(text) }
    }

    /// Does the work, and turns what goes wrong into messages and the exit code that fits.
    func reporting<Result>(_ work: () async throws -> Result) async throws -> Result {
        do {
            return try await work()
        } catch let error as UsageProblem {
            write("Error: " + error.description)
            throw ExitCode(64)
        } catch let error as DiagnosticList {
            write(error.description)
            let count = error.diagnostics.count
            conclude("\(count) problem\(count == 1 ? "" : "s")")
            throw ExitCode(65)
        } catch let error as AssessmentFailure {
            write(error.description)
            conclude(nil)
            throw ExitCode(error.isGate ? 1 : error.isOutput ? 73 : 65)
        } catch let error as SealingError {
            write(error.description)
            conclude(nil)
            throw ExitCode(65)
        } catch let error as ArchiveFailure {
            // What became of files is in its text, since an archive may fail after they were written.
            write(error.description)
            throw ExitCode(error.exitCode)
        } catch let error as ReviewRefusal {
            write(error.description)
            conclude(nil)
            throw ExitCode(65)
        } catch let error as MethodError {
            write(error.description)
            conclude(nil)
            throw ExitCode(65)
        }
    }

    private func conclude(_ count: String?) {
        let parts = [count, consequence].compactMap(\.self)
        if !parts.isEmpty { write(parts.joined(separator: "; ")) }
    }

    /// Tells of a problem that does not end the work.
    static func tell(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    private func write(_ text: String) { Terminal.tell(text) }
}

extension ArchiveFailure {
    /// The exit code that fits.
    fileprivate var exitCode: Int32 {
        switch kind {
        case .notBuilt, .noRun, .noRecord: 64
        case .noArchive, .newerVersion, .damaged, .unfit, .movedOn: 65
        case .inTheWay: 73
        }
    }
}

/// A word on the command line that names nothing, told without the usage of the command, which would not help.
struct UsageProblem: Error {
    let description: String

    /// - Parameter description: what is wrong and what to do.
    init(_ description: String) {
        self.description = description
    }

    /// - Parameters:
    ///   - problem: what names nothing.
    ///   - known: what could have been named; the nearest is suggested, and a few are listed where none is near.
    init(_ problem: String, written: String, known: [String]) {
        if let nearest = nearestMatch(to: written, among: known) {
            description = "\(problem); did you mean ‘\(nearest)’?"
        } else {
            let some = known.prefix(12).joined(separator: ", ")
            description = "\(problem); expected one of \(some)" + (known.count > 12 ? ", …" : "")
        }
    }
}
