internal import ArgumentParser
internal import AssessmentReview
internal import AssessmentWorkbench
internal import Foundation

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

struct SealKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Make a key for ‘assess seal’.", subcommands: [SealKeyNewCommand.self])
}

struct SealKeyNewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a new pair of keys.",
        discussion: """
            Writes the private key, which nobody but you may read, and the public key beside it under the same name \
            with .pub.pem behind. Publish the fingerprint where readers of your bundles will look for it. Keep the \
            private key out of the folders of assessments, and a copy of it in a safe place.
            """)

    @Option(name: .shortAndLong, help: "The file for the private key, which must not be there yet.")
    var output: String

    func run() async throws {
        try await Terminal(writesFiles: true).reporting {
            let key = SigningKey()
            try SealKeyNewCommand.write(key.pem, to: output, mode: 0o600)
            let name = output.hasSuffix(".pem") ? String(output.dropLast(4)) : output
            try SealKeyNewCommand.write(key.signer.pem, to: name + ".pub.pem", mode: 0o644)
            print("private key \(output)")
            print("public key \(name).pub.pem")
            print("fingerprint \(key.signer.fingerprint)")
        }
    }

    /// Writes a file that is not there yet, with its mode from the first moment on.
    private static func write(_ text: String, to path: String, mode: mode_t) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard file >= 0 else {
            throw AssessmentFailure(
                errno == EEXIST
                    ? "‘\(path)’ is there already, and a key is never overwritten; name a new file"
                    : "‘\(path)’ cannot be written: \(String(cString: strerror(errno)))")
        }
        do {
            try FileHandle(fileDescriptor: file, closeOnDealloc: true).write(contentsOf: Data(text.utf8))
        } catch {
            throw AssessmentFailure("‘\(path)’ cannot be written: \(error.localizedDescription)")
        }
    }
}
