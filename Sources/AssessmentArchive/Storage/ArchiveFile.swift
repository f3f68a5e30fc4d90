internal import Foundation

/// The file of an archive, as far as it can be told without SQLite.
enum ArchiveFile {
    /// The size of a file in bytes; nothing where there is none.
    static func size(_ path: String) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
    }

    /// Whether there is something at a path, a link that leads nowhere too.
    static func exists(_ path: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: path)) != nil
    }

    /// Refuses a file that cannot be an archive, by its first bytes.
    ///
    /// - Throws: ``ArchiveFailure`` that says what it is.
    static func check(_ path: String) throws {
        let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: resolved) else {
            throw ArchiveFailure(
                .noArchive, "there is no archive ‘\(path)’; ‘assess run … --archive \(path)’ makes one")
        }
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            throw ArchiveFailure(.noArchive, "‘\(path)’ is not a file; name the file of an archive")
        }
        guard let header = header(resolved) else {
            throw ArchiveFailure(.inTheWay, "‘\(path)’ may not be read; ask its owner for the permission")
        }
        guard !header.isEmpty else {
            throw ArchiveFailure(.noArchive, "‘\(path)’ is empty; an archive never is, so its content is lost")
        }
        guard header.starts(with: Array("SQLite format 3\0".utf8)) else {
            throw ArchiveFailure(
                .noArchive, "‘\(path)’ is no archive of assess; name a file that ‘assess run … --archive’ wrote")
        }
        if let missing = missingBytes(path, header) { throw missing }
    }

    /// What to say of a file that SQLite calls damaged.
    static func damage(_ path: String) -> ArchiveFailure {
        if let header = header(path), let missing = missingBytes(path, header) { return missing }
        return ArchiveFailure(
            .damaged, "‘\(path)’ is damaged and cannot be read as a whole; ‘assess archive check’ says what is lost")
    }

    static func notWritable(_ path: String) -> ArchiveFailure {
        ArchiveFailure(
            .inTheWay,
            "‘\(path)’ cannot be written, or the folder that it is in; ask for the permission, or move the archive")
    }

    /// Says how many bytes a file lacks by its own header; nothing where it lacks none.
    ///
    /// With a log beside it the file may be behind its header, until the log is carried over.
    private static func missingBytes(_ path: String, _ header: [UInt8]) -> ArchiveFailure? {
        guard size(path + "-wal") ?? 0 == 0, let size = size(URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
        else { return nil }
        guard header.count == 100 else {
            return ArchiveFailure(.damaged, "‘\(path)’ is cut off after \(size) bytes; fetch it from a copy")
        }
        func number(_ range: Range<Int>) -> Int { header[range].reduce(0) { $0 << 8 | Int($1) } }
        // 1 stands for the largest size of a page; the number of pages is right only if the file was not changed since.
        let pageSize = number(16..<18) == 1 ? 65536 : number(16..<18)
        let whole = number(28..<32) * pageSize
        guard number(24..<28) == number(92..<96), size < whole else { return nil }
        return ArchiveFailure(
            .damaged, "‘\(path)’ is cut off: it has \(size) of its \(whole) bytes; fetch it from a copy")
    }

    /// The first 100 bytes of a file, or fewer; nothing where it may not be read.
    private static func header(_ path: String) -> [UInt8]? {
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? handle.close() }
        guard let data = try? handle.read(upToCount: 100) else { return [] }
        return [UInt8](data)
    }

    /// Makes a file whole, aside, and puts it in its place in one step; one that somebody else put there first stays.
    ///
    /// - Parameter fill: fills the file, of which it is told the path, and lets go of it.
    /// - Throws: ``ArchiveFailure`` where the folder may not be written.
    static func create(_ path: String, fill: (String) throws -> Void) throws {
        let target = URL(fileURLWithPath: path)
        let folder = target.deletingLastPathComponent()
        guard FileManager.default.fileExists(atPath: folder.path) else {
            throw ArchiveFailure(.inTheWay, "there is no folder ‘\(folder.path)’ for the archive; create it first")
        }
        guard let aside = newFile(beside: target) else { throw notWritable(path) }
        defer { for ending in ["", "-wal", "-shm", "-journal"] { unlink(aside + ending) } }
        try fill(aside)
        // Unlike a move, a link takes nobody else's place.
        if link(aside, target.path) != 0, errno != EEXIST {
            guard !exists(target.path), rename(aside, target.path) == 0 else { throw notWritable(path) }
        }
        let opened = open(folder.path, O_RDONLY)
        if opened >= 0 {
            fsync(opened)
            close(opened)
        }
    }

    /// The path of a new, empty file beside another one, which nobody else is given.
    private static func newFile(beside target: URL) -> String? {
        let process = ProcessInfo.processInfo.processIdentifier
        for attempt in 0..<1000 {
            let name = ".\(target.lastPathComponent).creating-\(process)-\(attempt)"
            let path = target.deletingLastPathComponent().appendingPathComponent(name).path
            let file = open(path, O_CREAT | O_EXCL | O_RDWR, 0o666)
            if file >= 0 {
                close(file)
                return path
            }
            guard errno == EEXIST else { return nil }
        }
        return nil
    }
}
