/// How far the files of a collection count while rows are put behind them: the file `.adding` in its folder.
///
/// It is there, whole, before the first row is added, and taken away after the list of files names the new revisions. Where
/// an intake is cut off in between, the files end in rows that count for nothing, the last of them perhaps in the middle;
/// the mark says where to cut.
///
/// Its first line is `revision N`, the last revision that the list had; each further one the size of a file in bytes, a
/// space and its path within the folder; the last one is `end`. A file that it does not name has no rows yet.
public struct CollectionMark: Sendable, Hashable {
    /// The name of its file.
    public static let file = ".adding"

    /// The last revision that the list of files had when it was written.
    public let revision: Int
    /// How many bytes of each file count.
    public let sizes: [String: Int]

    /// Creates a mark.
    public init(revision: Int, sizes: [String: Int]) {
        self.revision = revision
        self.sizes = sizes
    }

    /// Reads a mark; one that is not whole is none, since rows are added only once it is.
    public init?(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self), text.hasSuffix("\nend\n") else { return nil }
        let lines = text.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1).map(String.init) }
        guard let first = lines.first, first.count == 2, first[0] == "revision", let revision = Int(first[1]),
            revision >= 0
        else { return nil }
        var sizes: [String: Int] = [:]
        for line in lines.dropFirst().dropLast() {
            guard line.count == 2, let size = Int(line[0]), size >= 0 else { return nil }
            sizes[line[1]] = size
        }
        self.init(revision: revision, sizes: sizes)
    }

    /// The bytes of its file.
    public var bytes: [UInt8] {
        let lines = sizes.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)\n" }
        return Array("revision \(revision)\n".utf8) + (lines.joined() + "end\n").utf8
    }

    /// The bytes of a file that count; nothing where it has no rows yet.
    ///
    /// - Parameters:
    ///   - bytes: the bytes of the file.
    ///   - path: its path within the folder.
    ///   - listed: the last revision that the list of files names: where it is a later one than that of the mark, the
    ///     intake came to its end, and all counts.
    public func counting(_ bytes: [UInt8], of path: String, listed: Int) -> [UInt8]? {
        guard listed == revision, path != CollectionFiles.sources else { return bytes }
        return sizes[path].map { $0 < bytes.count ? Array(bytes.prefix($0)) : bytes }
    }
}
