/// What came of the verification of a bundle.
public struct Verification: Sendable {
    /// What differs from what was sealed, or from what is computed again.
    public var findings: [Finding]
    /// What is to be known besides: who signed, and last bits.
    public var remarks: [String]
    /// What could not be computed again, and why.
    public var notRecomputed: [String] = []
    /// The number of files whose digests were checked.
    public let files: Int
    /// The number of numbers that were computed again.
    public var numbers = 0

    /// Begins with what was found in the files.
    public init(_ bundle: OpenedBundle) {
        findings = bundle.findings
        remarks = bundle.remarks
        files = bundle.seal.files.count
    }

    /// Whether everything agrees.
    public var holds: Bool { findings.isEmpty }
}
