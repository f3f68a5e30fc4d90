internal import AssessmentConfiguration
internal import AssessmentCore
internal import AssessmentData

/// The files that a collection was taken from, held against the digests under which its list has them.
struct OriginalsOfCollection {
    /// Whether none of them is there, so that nothing could be held against them.
    let areAbsent: Bool
    /// Those that are gone, or have other bytes.
    let problems: [Diagnostic]

    /// - Parameters:
    ///   - folder: the folder of the collection within the source, with a slash behind it.
    ///   - source: the folder of the data.
    init(_ contents: CollectionContents, in folder: String, _ source: SourceFolder) {
        let found = contents.sources.map { listed -> (listed: CollectionContents.Source, path: String?) in
            let paths = CollectionFiles.originals(of: listed.sha256).map { folder + $0 }
            return (listed, paths.first(where: source.hasFile))
        }
        // What a run read of a collection is kept without them, in bundles and archives.
        areAbsent = !found.isEmpty && found.allSatisfy { $0.path == nil }
        problems =
            areAbsent ? [] : found.compactMap { OriginalsOfCollection.problem($0.listed, $0.path, folder, source) }
    }

    private static func problem(
        _ listed: CollectionContents.Source, _ path: String?, _ folder: String, _ source: SourceFolder
    ) -> Diagnostic? {
        let file = "‘\(printable(listed.file))’ of revision \(listed.revision)"
        guard let path else {
            return Diagnostic(
                at: SourcePosition(file: folder + CollectionFiles.sources, line: listed.revision + 1, column: 1),
                "the file \(file) is not in ‘\(folder)originals’ any more, by its SHA-256 \(printable(listed.sha256))",
                expected: "every file that was taken in; fetch it from a copy")
        }
        do throws(SourceFolder.Refusal) {
            guard sha256(try source.bytes(path)) != listed.sha256 else { return nil }
            return Diagnostic(
                at: SourcePosition(file: path, line: 1, column: 1),
                "the file was altered since it was taken in: its bytes have another SHA-256 than its name says",
                expected: "\(file) as it came; fetch it from a copy")
        } catch {
            return Diagnostic(
                at: SourcePosition(file: path, line: 1, column: 1), error.problem, expected: error.expected)
        }
    }
}
