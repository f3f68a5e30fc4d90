internal import AssessmentCore
internal import Foundation

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Why a bundle cannot be read at all, or a key or bundle not be made.
public struct SealingError: Error, Sendable, CustomStringConvertible {
    /// What is wrong and what to do.
    public let description: String

    /// Creates an error; what comes from files is made printable.
    public init(_ description: String) {
        self.description = printable(description)
    }
}

/// Reads the files of a bundle, a folder or a zip archive, of which nothing is believed: no link is followed, and no more
/// is read of a file than was sealed.
struct BundleReader {
    private enum Source {
        case folder(String)
        case archive(String, [String: StoredArchive.Entry])
    }

    /// The number of bytes of each file, by its path.
    let sizes: [String: Int]
    /// What is no file: links, pipes, and files whose name cannot be.
    let others: [String: String]
    private let source: Source

    /// Looks through a bundle.
    ///
    /// - Throws: ``SealingError`` where there is none, or an archive is not whole.
    init(_ path: String) throws(SealingError) {
        // What the user names may be a link; nothing in it may.
        let path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        var status = stat()
        guard stat(path, &status) == 0 else { throw SealingError("\(path): there is no such bundle") }
        if status.st_mode & S_IFMT == S_IFDIR {
            var listing = Listing()
            try listing.list(path, "")
            (sizes, others, source) = (listing.sizes, listing.others, .folder(path))
            return
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw SealingError("\(path): neither a folder nor a file") }
        let size = Int(status.st_size)
        let entries: [StoredArchive.Entry]
        do {
            entries = try StoredArchive.entries(size: size) { range in try BundleReader.bytes(path, range) }
        } catch {
            throw SealingError("\(path): no bundle that can be read: \(error)")
        }
        var (sizes, places, others) = ([String: Int](), [String: StoredArchive.Entry](), [String: String]())
        for entry in entries {
            if let fault = BundlePath.fault(entry.path) {
                others[entry.path] = fault
            } else if sizes.updateValue(entry.size, forKey: entry.path) != nil {
                throw SealingError("\(path): the file ‘\(entry.path)’ is in it twice")
            }
            places[entry.path] = entry
        }
        (self.sizes, self.others, source) = (sizes, others, .archive(path, places))
    }

    /// The bytes of a file, at most so many; nothing where there is none or it may not be read.
    func bytes(_ path: String, most: Int) -> [UInt8]? {
        guard let size = sizes[path] else { return nil }
        let count = min(size, most)
        switch source {
        case .folder(let folder): return try? BundleReader.bytes(folder + "/" + path, 0..<count)
        case .archive(let file, let entries):
            guard let entry = entries[path] else { return nil }
            return try? BundleReader.bytes(file, entry.start..<entry.start + count)
        }
    }

    /// A range of the bytes of a file that is no link.
    private static func bytes(_ path: String, _ range: Range<Int>) throws -> [UInt8] {
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { throw SealingError("\(path): cannot be opened") }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw SealingError("\(path): not a regular file")
        }
        var bytes = [UInt8](repeating: 0, count: range.count)
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                pread(file, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(range.lowerBound + done))
            }
            guard count > 0 else { throw SealingError("\(path): ends before it should") }
            done += count
        }
        return bytes
    }

    /// The files below a folder.
    private struct Listing {
        var sizes: [String: Int] = [:]
        var others: [String: String] = [:]

        mutating func list(_ root: String, _ folder: String) throws(SealingError) {
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: root + "/" + folder) else {
                throw SealingError("\(root)/\(folder): cannot be looked into; expected a folder that you may read")
            }
            for name in names.sorted() {
                let path = folder.isEmpty ? name : folder + "/" + name
                var status = stat()
                guard lstat(root + "/" + path, &status) == 0 else {
                    others[path] = "cannot be looked at"
                    continue
                }
                guard sizes.count + others.count < BundlePath.mostFiles else {
                    throw SealingError("\(root): holds more than \(BundlePath.mostFiles) files; no bundle does")
                }
                if let fault = BundlePath.fault(path) {
                    others[path] = fault
                } else if status.st_mode & S_IFMT == S_IFREG {
                    sizes[path] = Int(status.st_size)
                } else if status.st_mode & S_IFMT == S_IFDIR {
                    try list(root, path)
                } else {
                    others[path] =
                        status.st_mode & S_IFMT == S_IFLNK ? "is a link, which is not followed" : "is no file"
                }
            }
        }
    }
}
