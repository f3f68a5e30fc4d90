internal import AssessmentData

/// What a seal keeps of a file: enough to know it again, and to find a byte that was altered.
///
/// Beside the digest of the whole there is, for every block of 4096 bytes, a digest and two sums. Where one byte of a
/// block was changed, the change of the second sum over that of the first is its place, and the first is the change
/// itself; that this is so is proved by the digest of the block with the former byte put back.
public struct SealedFile: Codable, Sendable, Hashable {
    /// What is kept of a block.
    public struct Block: Codable, Sendable, Hashable {
        /// The SHA-256 of its bytes, in hexadecimal.
        public let sha256: String
        /// The sum of its bytes.
        public let sum: Int
        /// The sum of its bytes, each times its place in the block, from 1.
        public let weightedSum: Int

        init(_ bytes: ArraySlice<UInt8>) {
            sha256 = AssessmentData.sha256(Array(bytes))
            (sum, weightedSum) = Block.sums(bytes)
        }

        /// The two sums of some bytes.
        static func sums(_ bytes: ArraySlice<UInt8>) -> (sum: Int, weightedSum: Int) {
            var (sum, weighted, place) = (0, 0, 1)
            for byte in bytes {
                sum += Int(byte)
                weighted += place * Int(byte)
                place += 1
            }
            return (sum, weighted)
        }
    }

    /// The number of bytes of every block but the last.
    static let blockSize = 4096

    /// The path within the bundle.
    public let path: String
    /// The number of bytes.
    public let size: Int
    /// The SHA-256 of its bytes, in hexadecimal.
    public let sha256: String
    /// The blocks, in order.
    public let blocks: [Block]

    /// What is kept of a file.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        size = bytes.count
        sha256 = AssessmentData.sha256(bytes)
        blocks = SealedFile.ranges(of: bytes.count).map { Block(bytes[$0]) }
    }

    /// The ranges of the blocks of so many bytes.
    static func ranges(of size: Int) -> [Range<Int>] {
        stride(from: 0, to: size, by: blockSize).map { $0..<min($0 + blockSize, size) }
    }

    /// What cannot be in a record that was read; nothing where it may be believed.
    var fault: String? {
        func isDigest(_ text: String) -> Bool {
            text.utf8.count == 64
                && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        }
        if let fault = BundlePath.fault(path) { return fault }
        guard (0...BundlePath.largestFile).contains(size) else { return "has an impossible size" }
        guard isDigest(sha256), blocks.allSatisfy({ isDigest($0.sha256) }) else { return "has a digest that is none" }
        guard blocks.count == (size + SealedFile.blockSize - 1) / SealedFile.blockSize else {
            return "has another number of blocks than its size says"
        }
        let most = SealedFile.blockSize * 255
        guard blocks.allSatisfy({ (0...most).contains($0.sum) && (0...most * 4096).contains($0.weightedSum) }) else {
            return "has an impossible sum"
        }
        return nil
    }
}
