internal import Foundation

/// The file of an archive, as far as it can be told without SQLite.
struct ArchiveFile: Sendable {
    /// The file as the user named it.
    let name: String
    /// The file that it leads to: SQLite keeps its log beside that one.
    let path: String

    /// - Throws: ``ArchiveFailure`` for a name that no file has.
    init(_ name: String) throws {
        guard !name.isEmpty, !name.utf8.contains(0) else {
            throw ArchiveFailure(.noArchive, "the name of the archive is empty or holds a NUL character")
        }
        self.name = name
        path = URL(fileURLWithPath: name).resolvingSymlinksInPath().standardizedFileURL.path
    }

    private var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

    /// Whether there is something of that name, be it a link that leads nowhere.
    var exists: Bool {
        [name, path].contains { (try? FileManager.default.attributesOfItem(atPath: $0)) != nil }
    }

    /// Whether there is a log beside it that the file itself may be behind.
    var hasLog: Bool { ArchiveFile.size(path + "-wal") ?? 0 > 0 }

    /// Whether it, and the log beside it, may be written.
    var isWritable: Bool { access(path, W_OK) == 0 && access(folder, W_OK) == 0 }

    /// Refuses a file that cannot be an archive, by its first bytes.
    ///
    /// - Throws: ``ArchiveFailure`` that says what it is.
    func check() throws {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
            throw ArchiveFailure(
                .noArchive, "there is no archive ‘\(name)’; ‘assess run … --archive \(name)’ makes one")
        }
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            throw ArchiveFailure(.noArchive, "‘\(name)’ is not a file; name the file of an archive")
        }
        guard let header else {
            throw ArchiveFailure(.inTheWay, "‘\(name)’ may not be read; ask its owner for the permission")
        }
        guard !header.isEmpty else {
            throw ArchiveFailure(.noArchive, "‘\(name)’ is empty, as no archive is; fetch it from a copy")
        }
        guard header.starts(with: Array("SQLite format 3\0".utf8)) else {
            throw ArchiveFailure(
                .noArchive,
                "‘\(name)’ is no archive, or its beginning is lost; name a file that ‘assess run … --archive’ wrote")
        }
        if let cut = cut(header) { throw cut }
        // Before SQLite opens it, which may tidy up after the program that it belongs to.
        guard ArchiveFile.number(header, 68..<72) == Schema.applicationID else {
            throw ArchiveFailure(
                .noArchive,
                "‘\(name)’ is a database of another program; name a file that ‘assess run … --archive’ wrote")
        }
    }

    /// Refuses a place where no archive can be created.
    ///
    /// - Throws: ``ArchiveFailure`` that says why.
    func checkFolder() throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw ArchiveFailure(.inTheWay, "there is no folder ‘\(folder)’ for the archive; create it first")
        }
        guard access(folder, W_OK) == 0 else { throw notWritable }
    }

    /// What to say of a file that SQLite calls damaged.
    var damage: ArchiveFailure {
        header.flatMap(cut) ?? ArchiveFailure(.damaged, "‘\(name)’ is damaged; fetch it from a copy")
    }

    /// What to say where it must be written and cannot be.
    var notWritable: ArchiveFailure {
        ArchiveFailure(
            .inTheWay, "‘\(name)’ or its folder may not be written; ask for the permission, or name another archive")
    }

    /// Says how many bytes the file lacks by its own header; nothing where it lacks none.
    private func cut(_ header: [UInt8]) -> ArchiveFailure? {
        guard !hasLog, let size = ArchiveFile.size(path) else { return nil }
        guard header.count == 100 else {
            return ArchiveFailure(.damaged, "‘\(name)’ is cut off after \(size) bytes; fetch it from a copy")
        }
        // 1 stands for the largest size of a page. The number of pages counts only where whoever changed the file last
        // wrote it, as two equal numbers say.
        guard let pageSize = ArchiveFile.number(header, 16..<18), let pages = ArchiveFile.number(header, 28..<32),
            ArchiveFile.number(header, 24..<28) == ArchiveFile.number(header, 92..<96)
        else { return nil }
        let whole = pages * (pageSize == 1 ? 65536 : pageSize)
        guard size < whole else { return nil }
        return ArchiveFailure(
            .damaged, "‘\(name)’ is cut off: it has \(size) of its \(whole) bytes; fetch it from a copy")
    }

    /// A number in the header, the largest byte first; nothing where the header does not reach so far.
    private static func number(_ header: [UInt8], _ range: Range<Int>) -> Int? {
        header.count < range.upperBound ? nil : header[range].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func size(_ path: String) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
    }

    /// The first 100 bytes of a file, or fewer; nothing where it may not be read.
    private var header: [UInt8]? {
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? handle.close() }
        guard let data = try? handle.read(upToCount: 100) else { return [] }
        return [UInt8](data)
    }

    /// Makes the file whole, aside, and puts it in its place in one step; one that somebody else put there first stays.
    ///
    /// - Parameter fill: fills a new, empty file, and lets go of it.
    /// - Throws: ``ArchiveFailure`` where the folder may not be written.
    func create(fill: (ArchiveFile) throws -> Void) throws {
        try checkFolder()
        let aside = try newFile()
        defer { for ending in ["", "-wal", "-shm", "-journal"] { unlink(aside.path + ending) } }
        try fill(aside)
        // Unlike a move, a link takes nobody else's place; some file systems have none.
        if link(aside.path, path) != 0, errno != EEXIST {
            guard !exists, rename(aside.path, path) == 0 else { throw notWritable }
        }
        let opened = open(folder, O_RDONLY)
        if opened >= 0 {
            fsync(opened)
            close(opened)
        }
    }

    /// A new, empty file beside it, which nobody else is given.
    private func newFile() throws -> ArchiveFile {
        let process = ProcessInfo.processInfo.processIdentifier
        for attempt in 0..<1000 {
            let name = ".\(URL(fileURLWithPath: path).lastPathComponent).creating-\(process)-\(attempt)"
            let file = try ArchiveFile(folder + "/" + name)
            let opened = open(file.path, O_CREAT | O_EXCL | O_RDWR, 0o666)
            if opened >= 0 {
                close(opened)
                return file
            }
            guard errno == EEXIST else { break }
        }
        throw notWritable
    }
}
