internal import ArgumentParser
internal import AssessmentCore
internal import AssessmentWorkbench
internal import Foundation

/// What a command says to the person at the terminal: progress and problems, on standard error.
struct Terminal {
    private let showsProgress = isatty(2) != 0

    /// Tells how far the work is, where standard error is a terminal.
    func progress(_ text: String) {
        if showsProgress { write(text) }
    }

    /// Does the work, and turns what goes wrong into messages and the exit code that fits.
    func reporting<Result>(_ work: () async throws -> Result) async throws -> Result {
        do {
            return try await work()
        } catch let error as DiagnosticList {
            write(error.description)
            let count = error.diagnostics.count
            write("\(count) problem\(count == 1 ? "" : "s"); nothing was written")
            throw ExitCode(65)
        } catch let error as AssessmentFailure {
            write(error.description)
            write("nothing was written")
            throw ExitCode(error.isOutput ? 73 : 65)
        }
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
