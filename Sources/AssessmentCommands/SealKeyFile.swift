internal import AssessmentReview
internal import AssessmentWorkbench
internal import Foundation

/// The files that hold keys.
enum KeyFile {
    /// The environment variable that may hold a private key.
    static let variable = "ASSESS_SIGNING_KEY"

    private static let largest = 16_384

    /// The private key of a file, or of the environment.
    ///
    /// - Throws: `UsageProblem` where there is none; `AssessmentFailure` where others may read it, or it is no key.
    static func signingKey(file path: String?) throws -> SigningKey {
        if let path {
            let attributes = try? FileManager.default.attributesOfItem(
                atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
            guard let mode = attributes?[.posixPermissions] as? Int else {
                throw AssessmentFailure("\(path): there is no such key file", isOutput: false)
            }
            guard mode & 0o077 == 0 else {
                throw AssessmentFailure(
                    "\(path): others than you may read or write this key; make a new one where they could have, or else "
                        + "run chmod 600 \(path)", isOutput: false)
            }
            return try SigningKey(pem: text(path), from: path)
        }
        guard let pem = ProcessInfo.processInfo.environment[variable], !pem.isEmpty else {
            throw UsageProblem(
                "there is no key to sign with; name its file with --key, or put the key itself into the environment "
                    + "variable \(variable); ‘assess key new --output FILE’ makes one")
        }
        return try SigningKey(pem: pem, from: variable)
    }

    /// The public keys of files.
    static func signers(files paths: [String]) throws -> [SignerKey] {
        try paths.map { path in try SignerKey(pem: text(path), from: path) }
    }

    private static func text(_ path: String) throws -> String {
        let attributes = try? FileManager.default.attributesOfItem(
            atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            let size = attributes?[.size] as? Int, size <= largest,
            let text = try? String(contentsOfFile: path, encoding: .utf8)
        else { throw AssessmentFailure("\(path): cannot be read as the file of a key", isOutput: false) }
        return text
    }
}
