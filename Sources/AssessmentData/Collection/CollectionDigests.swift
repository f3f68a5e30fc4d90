public import AssessmentCore

/// The digests of the rows that revisions put behind the files of their collection.
///
/// An edit of those files would otherwise be a figure that nobody reported. What a revision says is digested as it is
/// written, so that another order of line ends, or a cell in quotation marks, is no edit.
extension CollectionContents {
    /// The contents with the digests of what each revision after one says.
    ///
    /// - Parameters:
    ///   - revision: the last revision that keeps what it has.
    ///   - registers: the registers whose entries are held.
    public func digested(
        after revision: Int, registers: [String: RegisterDescription]
    ) -> CollectionContents {
        var contents = self
        for part in parts(after: revision, registers: registers) {
            let index = part.source.revision - 1
            guard contents.sources.indices.contains(index) else { continue }
            contents.sources[index].digests = CollectionContents.digests(of: part)
        }
        return contents
    }

    /// The files that do not hold what a revision put behind them, with the revision.
    ///
    /// - Parameter registers: the registers whose entries were read; those of others are not looked at.
    /// - Returns: nothing of revisions without digests.
    public func alterations(
        registers: [String: RegisterDescription]
    ) -> [(source: Source, file: String)] {
        guard sources.contains(where: { !$0.digests.isEmpty }) else { return [] }
        return parts(after: 0, registers: registers).flatMap { part -> [(source: Source, file: String)] in
            let listed = part.source.digests
            guard !listed.isEmpty else { return [] }
            return CollectionContents.digests(of: part).sorted { $0.key < $1.key }.filter { listed[$0.key] != $0.value }
                .map { (part.source, $0.key) }
        }
    }

    private static func digests(of part: CollectionPart) -> [String: String] {
        Dictionary(
            part.files.filter { $0.file != CollectionFiles.digests }.map { ($0.file, sha256(Array($0.rows.utf8))) },
            uniquingKeysWith: { first, _ in first })
    }
}
