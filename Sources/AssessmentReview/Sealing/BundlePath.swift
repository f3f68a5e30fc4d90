internal import Foundation

/// The paths that files of a bundle may have.
enum BundlePath {
    /// The largest file that is read, in bytes.
    static let largestFile = 1 << 30
    /// The largest number of bytes of all files together.
    static let largestBundle = 1 << 32
    /// The largest number of files.
    static let mostFiles = 65_000

    static let seal = "seal.json"
    static let signature = "seal.sig"
    /// Kept of the seal and its signature, which cannot hold a record of themselves; it proves nothing, since what is
    /// found by it must fit the signature.
    static let locator = "seal.locator"
    static let signer = "signer.pem"
    static let sums = "SHA256SUMS"
    static let readme = "README.txt"
    static let inputs = "inputs/"
    static let results = "results/"
    static let plugins = "plugins/"
    static let result = "results/result.json"

    /// What is wrong with a path; nothing where it leads to a file within the bundle on every system.
    static func fault(_ path: String) -> String? {
        guard !path.isEmpty, path.utf8.count <= 1000 else { return "has an empty or an endless path" }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }), parts.count <= 32 else {
            return "has a path that leaves the bundle"
        }
        let isSeen = path.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
            default: scalar != "\\" && scalar != ":"
            }
        }
        return isSeen ? nil : "has a path with a character that a file's name must not have"
    }
}
