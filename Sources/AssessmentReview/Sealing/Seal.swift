public import AssessmentCore
internal import Foundation

/// What is signed of a bundle: what was run, what came out, and what is kept of every file.
public struct Seal: Codable, Sendable, Hashable {
    /// Who signed.
    public struct Signer: Codable, Sendable, Hashable {
        /// The algorithm, always `Ed25519`.
        public let algorithm: String
        /// The SHA-256 of the public key in DER, in hexadecimal.
        public let fingerprint: String
        /// The 32 bytes of the public key, in hexadecimal.
        public let publicKey: String
    }

    /// The run that is sealed.
    public struct Run: Codable, Sendable, Hashable {
        /// The id of the assessment.
        public let assessment: String
        /// Its title.
        public let title: BilingualText
        /// The assessed period.
        public let period: String
        /// The specification, relative to `inputs/`.
        public let specification: String
        /// The SHA-256 of the ledger, as it stands in the manifest of result.json.
        public let results: String
        /// The version of the workbench.
        public let workbench: String
        /// The operating system and processor.
        public let platform: String
        /// Why it was sealed, where it was said.
        public let reason: String?
        /// Where the review of the run stood, where the seal states it.
        public let review: Review?

        /// Creates it from a finished assessment.
        public init(_ assessment: CompletedAssessment, reason: String? = nil, review: Review? = nil) {
            let (specification, manifest) = (assessment.specification, assessment.manifest)
            self.assessment = specification.id
            title = specification.title
            period = specification.period.description
            self.specification = manifest.inputs.first?.file ?? ""
            results = manifest.results
            workbench = manifest.workbench
            platform = manifest.platform
            self.reason = reason
            self.review = review
        }
    }

    static let version = 1

    /// The version of the form.
    public let seal: Int
    /// What was run.
    public let run: Run
    /// Who signed it.
    public let signer: Signer
    /// What is kept of every file, by path.
    public let files: [SealedFile]

    init(_ run: Run, files: [SealedFile], by signer: SignerKey) {
        seal = Seal.version
        self.run = run
        self.signer = Signer(
            algorithm: "Ed25519", fingerprint: signer.fingerprint, publicKey: signer.hexadecimal)
        self.files = files
    }

    /// The public key of the signer; nothing where what is written there is none.
    public var key: SignerKey? { SignerKey(hexadecimal: signer.publicKey) }

    /// The bytes that are signed.
    func encoded() throws -> [UInt8] { try Seal.encode(self) }

    static func encode(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return [UInt8](try encoder.encode(value)) + [UInt8(ascii: "\n")]
    }

    /// Reads a seal, of which nothing is believed.
    ///
    /// - Throws: ``SealingError`` that says what is wrong.
    init(reading bytes: [UInt8]) throws(SealingError) {
        guard let seal = try? JSONDecoder().decode(Seal.self, from: Data(bytes)) else {
            throw SealingError("\(BundlePath.seal) cannot be read as a seal")
        }
        guard seal.seal == Seal.version else {
            throw SealingError(
                "\(BundlePath.seal) is of version \(seal.seal), and this program reads version \(Seal.version)")
        }
        for file in seal.files {
            if let fault = file.fault { throw SealingError("\(BundlePath.seal): the file ‘\(file.path)’ \(fault)") }
        }
        guard seal.files.count <= BundlePath.mostFiles,
            seal.files.reduce(0, { $0 + $1.size }) <= BundlePath.largestBundle
        else { throw SealingError("\(BundlePath.seal) lists more than any bundle holds (4 GiB)") }
        guard Set(seal.files.map(\.path)).count == seal.files.count else {
            throw SealingError("\(BundlePath.seal) lists a file twice")
        }
        self = seal
    }
}

/// What is kept of the seal and its signature, in which it cannot stand itself.
struct SealLocator: Codable {
    let seal: SealedFile
    let signature: SealedFile

    init(seal: [UInt8], signature: [UInt8]) {
        self.seal = SealedFile(path: BundlePath.seal, bytes: seal)
        self.signature = SealedFile(path: BundlePath.signature, bytes: signature)
    }

    /// Reads it; nothing where it cannot be believed.
    init?(reading bytes: [UInt8]) {
        guard let locator = try? JSONDecoder().decode(SealLocator.self, from: Data(bytes)),
            locator.seal.fault == nil, locator.signature.fault == nil, locator.seal.path == BundlePath.seal,
            locator.signature.path == BundlePath.signature
        else { return nil }
        self = locator
    }
}
