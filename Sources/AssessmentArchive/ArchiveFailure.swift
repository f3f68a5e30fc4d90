/// Why an archive cannot do what is asked of it, for the person at the keyboard.
public struct ArchiveFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What it is that stands in the way.
    public enum Kind: Sendable, Hashable {
        /// The program was built without the trait Archive.
        case notBuilt
        /// There is no file, or it is not the archive that it should be.
        case noArchive
        /// The archive was written by a newer version of the workbench.
        case newerVersion
        /// Something in it was altered, or is lost.
        case damaged
        /// The archive has no run of that number.
        case noRun
        /// The archive has no record of data of that number.
        case noRecord
        /// What should be stored is not fit to be.
        case unfit
        /// Somebody else moved the case on in the meantime.
        case movedOn
        /// The file may not be written, the disk is full, or another process does not let go of it.
        case inTheWay
    }

    /// What it is that stands in the way.
    public let kind: Kind
    /// What is wrong, where, and what to do.
    public let description: String

    /// Creates a failure.
    public init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}
