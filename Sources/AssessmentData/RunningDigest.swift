internal import Crypto

/// The SHA-256 of bytes that come one part after the other.
public struct RunningDigest: Sendable {
    private var hash = SHA256()
    /// How many bytes came.
    public private(set) var size = 0

    /// Creates the digest of nothing.
    public init() {}

    /// Adds bytes.
    public mutating func add(_ bytes: some Collection<UInt8>) {
        size += bytes.count
        let isDone: Void? = bytes.withContiguousStorageIfAvailable {
            hash.update(bufferPointer: UnsafeRawBufferPointer($0))
        }
        if isDone == nil { hash.update(data: Array(bytes)) }
    }

    /// The SHA-256 of all that came, in lower-case hexadecimal.
    public var sha256: String { hexadecimal(hash.finalize()) }
}
