internal import AssessmentCore

/// A bundle of which every digest and the signature were checked.
public struct OpenedBundle: Sendable {
    /// The seal.
    public let seal: Seal
    /// What differs from what was sealed, the seal itself first.
    public private(set) var findings: [Finding] = []
    /// What is to be known of it besides.
    public private(set) var remarks: [String] = []
    /// The bytes of the sealed files as they are now.
    public private(set) var found: [String: [UInt8]] = [:]
    /// The bytes as they were sealed, of the files that are unaltered or could be put right.
    public private(set) var sealed: [String: [UInt8]] = [:]

    /// The files that were read by the run, by their paths relative to the specification; as they were sealed where that
    /// is known.
    public var inputs: [String: [UInt8]] { files(below: BundlePath.inputs, in: found.merging(sealed) { $1 }) }

    /// What is stored of plug-ins that ran as processes, by the path within its folder; as it was sealed where that is
    /// known.
    public var plugins: [String: [UInt8]] { files(below: BundlePath.plugins, in: found.merging(sealed) { $1 }) }

    /// The results as they are now, by their paths.
    public var results: [String: [UInt8]] { files(below: BundlePath.results, in: found) }

    /// The results as they were sealed, where that is known.
    public var sealedResults: [String: [UInt8]] { files(below: BundlePath.results, in: sealed) }

    private func files(below folder: String, in files: [String: [UInt8]]) -> [String: [UInt8]] {
        Dictionary(
            files.filter { $0.key.hasPrefix(folder) }.map { (String($0.key.dropFirst(folder.count)), $0.value) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Compares the files of a folder, or some that were just read, with those that were sealed.
    ///
    /// - Parameter present: the bytes of a file of some path; nothing where there is none.
    public func changedInputs(_ present: (String) -> [UInt8]?) -> [(path: String, finding: Finding)] {
        files(below: BundlePath.inputs, in: sealed).sorted { $0.key < $1.key }.compactMap { path, bytes in
            guard let now = present(path) else {
                return (path, Finding(path, "the file is missing, which was read when the run was sealed"))
            }
            guard let offset = bytes.firstDifference(from: now) else { return nil }
            return (path, .firstDifference(path, at: offset, sealed: bytes, found: now))
        }
    }

    /// Reads and checks a bundle.
    ///
    /// - Parameters:
    ///   - path: a folder or a zip archive.
    ///   - signers: the keys of which one must have signed; any where there are none.
    /// - Throws: ``SealingError`` where it is no bundle, or damaged beyond reading.
    public init(_ path: String, signers: [SignerKey] = []) throws(SealingError) {
        let reader = try BundleReader(path)
        let opening = try Opening(reader, path)
        seal = opening.seal
        findings = opening.findings
        let fingerprint = seal.key?.fingerprint ?? "none"
        if opening.fits {
            if signers.isEmpty {
                remarks.append(
                    "signed by the key \(fingerprint), which was not compared with a known one: ask the signer for the "
                        + "fingerprint, or name the key with --signer")
            } else if seal.key.map(signers.contains) == true {
                remarks.append("signed by the key \(fingerprint), as demanded")
            } else {
                findings.append(
                    Finding(
                        BundlePath.seal,
                        "it is signed by the key \(fingerprint), which is none of those that you named with --signer"))
            }
        }
        checkReview(opening)
        checkKey(opening)
        checkFiles(reader)
        checkLocator(reader, opening)
    }

    /// What is said of the review must be said of the results that are sealed.
    private mutating func checkReview(_ opening: Opening) {
        guard opening.fits, let review = seal.run.review else { return }
        remarks.append("the seal states: \(review.words)")
        if review.results != seal.run.results {
            findings.append(
                Finding(
                    BundlePath.seal,
                    "it states the results \(printable(String(review.results.prefix(12))))… of the review, and seals "
                        + "\(printable(String(seal.run.results.prefix(12))))…"))
        }
    }

    /// The key must be written in the same way wherever it stands.
    private mutating func checkKey(_ opening: Opening) {
        guard let key = seal.key else { return }
        if key.fingerprint != seal.signer.fingerprint || seal.signer.algorithm != "Ed25519" {
            findings.append(
                Finding(BundlePath.seal, "the fingerprint that it names is not that of its key: \(key.fingerprint)"))
        }
    }

    private mutating func checkFiles(_ reader: BundleReader) {
        let own: Set = [BundlePath.seal, BundlePath.signature, BundlePath.locator]
        for file in seal.files {
            guard let fullSize = reader.sizes[file.path], let bytes = reader.bytes(file.path, most: file.size) else {
                findings.append(Finding(file.path, "the file is missing; it had \(file.size) bytes when it was sealed"))
                continue
            }
            found[file.path] = bytes
            guard let alteration = file.alteration(of: bytes, fullSize: fullSize) else {
                sealed[file.path] = bytes
                continue
            }
            findings += alteration.findings
            sealed[file.path] = alteration.sealed
        }
        let listed = own.union(seal.files.map(\.path))
        for path in reader.sizes.keys.sorted() where !listed.contains(path) {
            findings.append(Finding(path, "the file was not there when the bundle was sealed"))
        }
        for (path, fault) in reader.others.sorted(by: { $0.key < $1.key }) {
            findings.append(Finding(path, "it \(fault); nothing like it was sealed"))
        }
        for path in [BundlePath.signer, BundlePath.sums] where !seal.files.contains(where: { $0.path == path }) {
            findings.append(Finding(BundlePath.seal, "it does not list \(path), which every bundle has"))
        }
        if let pem = sealed[BundlePath.signer], let key = seal.key, pem != Array(key.pem.utf8) {
            findings.append(Finding(BundlePath.signer, "it is another key than the one in \(BundlePath.seal)"))
        }
        checkSums()
    }

    /// The list for `sha256sum` must say of each file what the seal says.
    private mutating func checkSums() {
        guard let sums = sealed[BundlePath.sums] else { return }
        let expected = seal.files.filter { $0.path != BundlePath.sums }
            .map { "\($0.sha256)  \($0.path)\n" }.joined()
        if let offset = Array(expected.utf8).firstDifference(from: sums) {
            let line = BytePlace(offset, in: sums, path: BundlePath.sums).line
            findings.append(
                Finding("\(BundlePath.sums):\(line)", "it lists another digest or file than \(BundlePath.seal)"))
        }
    }

    private mutating func checkLocator(_ reader: BundleReader, _ opening: Opening) {
        guard opening.fits else { return }
        let expected = (try? Seal.encode(SealLocator(seal: opening.bytes, signature: opening.signature))) ?? []
        guard let bytes = reader.bytes(BundlePath.locator, most: expected.count + 1) else {
            findings.append(Finding(BundlePath.locator, "the file is missing"))
            return
        }
        guard let offset = expected.firstDifference(from: bytes) else { return }
        findings.append(.firstDifference(BundlePath.locator, at: offset, sealed: expected, found: bytes))
    }
}

extension [UInt8] {
    /// The place of the first byte that differs, or where one of two ends; nothing where both are the same.
    func firstDifference(from other: [UInt8]) -> Int? {
        guard self != other else { return nil }
        return zip(self, other).enumerated().first { $1.0 != $1.1 }?.offset ?? Swift.min(count, other.count)
    }
}

extension Finding {
    /// The first place at which a file differs from another form of it that is at hand.
    static func firstDifference(_ path: String, at offset: Int, sealed: [UInt8], found: [UInt8]) -> Finding {
        if sealed.count == found.count, zip(sealed, found).count(where: { $0 != $1 }) == 1 {
            return .altered(path, at: offset, was: sealed[offset], in: found)
        }
        let (was, now) = (
            BytePlace(offset, in: sealed, path: path), BytePlace(offset, in: found, path: path)
        )
        let field = now.field.map { " (column ‘\($0)’)" } ?? ""
        return Finding(
            "\(path):\(now.line):\(now.column)",
            "it differs from here on\(field): it was ‘\(was.excerpt)’ and is ‘\(now.excerpt)’")
    }
}
