public import AssessmentCore

/// What a sealed run consists of: the files that were read, those that were written, and what plug-ins that ran as
/// processes said.
public struct SealedBundle: Sendable {
    private let seal: Seal.Run
    private let contents: [OutputFile]

    /// Gathers a bundle.
    ///
    /// - Parameters:
    ///   - inputs: the bytes of every file that was read, by its path relative to the specification.
    ///   - results: the files that were written, `result.json` among them.
    ///   - plugins: what is stored of each plug-in that ran as a process, by its id.
    /// - Throws: ``SealingError`` where a path cannot be in a bundle, or a file is too large.
    public init(
        _ run: Seal.Run, inputs: [String: [UInt8]], results: [OutputFile], plugins: [String: [UInt8]]
    ) throws(SealingError) {
        seal = run
        let files =
            inputs.map { OutputFile(path: BundlePath.inputs + $0.key, bytes: $0.value) }
            + results.map { OutputFile(path: BundlePath.results + $0.path, bytes: $0.bytes) }
            + plugins.map { OutputFile(path: BundlePath.plugins + $0.key + ".json", bytes: $0.value) }
        contents = files.sorted { $0.path < $1.path }
        for file in contents {
            if let fault = BundlePath.fault(file.path) {
                throw SealingError("‘\(file.path)’ cannot be sealed: it \(fault)")
            }
            guard file.bytes.count <= BundlePath.largestFile else {
                throw SealingError("‘\(file.path)’ cannot be sealed: it is larger than 1 GiB")
            }
        }
        guard Set(contents.map { $0.path.lowercased() }).count == contents.count else {
            throw SealingError("two files of the bundle have one path, or paths that differ by case alone; rename one")
        }
    }

    /// The files of the bundle, signed: the same run and key give the same bytes.
    ///
    /// - Throws: where the library cannot sign.
    public func files(signedBy key: SigningKey) throws -> [OutputFile] {
        var files = contents
        files.append(OutputFile(path: BundlePath.readme, text: BundleText.readme(seal, key.signer)))
        files.append(OutputFile(path: BundlePath.signer, text: key.signer.pem))
        files.sort { $0.path < $1.path }
        files.append(OutputFile(path: BundlePath.sums, text: BundleText.sums(of: files)))
        let document = Seal(
            seal, files: files.map { SealedFile(path: $0.path, bytes: $0.bytes) }.sorted { $0.path < $1.path },
            by: key.signer)
        let bytes = try document.encoded()
        let signature = try key.signature(of: bytes)
        files.append(OutputFile(path: BundlePath.seal, bytes: bytes))
        files.append(OutputFile(path: BundlePath.signature, bytes: signature))
        files.append(
            OutputFile(path: BundlePath.locator, bytes: try Seal.encode(SealLocator(seal: bytes, signature: signature)))
        )
        return files
    }

    /// A zip archive of the files of a bundle, stored without compression.
    ///
    /// - Throws: ``SealingError`` where they are too large for one.
    public static func archive(of files: [OutputFile]) throws(SealingError) -> [UInt8] {
        do {
            return try StoredArchive.bytes(of: files)
        } catch {
            throw SealingError(error.description)
        }
    }
}
